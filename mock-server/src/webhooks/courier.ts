/** Takes due deliveries to their URLs. The one part of the mock that calls somebody, and so the one that waits. */
import { milliseconds, type Duration } from '../core/clock.ts';
import type { Session } from '../core/session.ts';
import { deliveriesOf, type Attempt, type Delivery } from './delivery.ts';
import { COURIER_TASK } from './outbox.ts';
import { registrationsOf, type StoredWebhook } from './registration.ts';
import { checkedTarget } from './target.ts';
import type { WebhookStyle } from './style.ts';

export interface CourierOptions {
  /** Hosts besides this machine that may be called, by exact name. */
  readonly allowHosts?: readonly string[];
  /** Default: the global `fetch` at the moment of the call. */
  readonly fetch?: (url: URL, init: RequestInit) => Promise<Response>;
  /** Real time that a receiver may take; default: as the platform says. */
  readonly timeout?: Duration;
}

/** What is due for one registration, being delivered one after the other. */
interface Round {
  /** The one that is on its way. */
  delivery: Delivery;
  over: Promise<void>;
}

/**
 * One attempt at a time for each registration, in the order in which events happened; of several registrations at
 * once. What a reset, a restore or a removal has forgotten meanwhile leaves no trace.
 */
export class Courier {
  readonly allowedHosts: readonly string[];
  readonly #options: CourierOptions;
  readonly #styleOf: (platform: string) => WebhookStyle | undefined;
  readonly #rounds = new WeakMap<Session, Map<StoredWebhook, Round>>();

  constructor(styleOf: (platform: string) => WebhookStyle | undefined, options: CourierOptions = {}) {
    this.#styleOf = styleOf;
    this.#options = options;
    this.allowedHosts = options.allowHosts ?? [];
  }

  /** What a task says: this delivery is due. */
  wake(session: Session, deliveryId: string): void {
    const webhookId = deliveriesOf(session).get(deliveryId)?.webhookId;
    const webhook = webhookId === undefined ? undefined : registrationsOf(session).get(webhookId);
    if (webhook) this.#start(session, webhook);
  }

  /** Starts every attempt that is due and not on its way. */
  poke(session: Session): void {
    for (const webhook of registrationsOf(session).values()) this.#start(session, webhook);
  }

  #start(session: Session, webhook: StoredWebhook): void {
    const rounds = this.#roundsOf(session);
    if (rounds.has(webhook)) return;
    const [first, ...others] = dueFor(session, webhook);
    if (!first) return;
    const round: Round = { delivery: first, over: Promise.resolve() };
    rounds.set(webhook, round);
    round.over = this.#deliver(session, webhook, round, [first, ...others]).finally(() => rounds.delete(webhook));
  }

  /** Everything that is due, and what falls due meanwhile, as long as the registration is there. */
  async #deliver(session: Session, webhook: StoredWebhook, round: Round, due: Delivery[]): Promise<void> {
    while (due.length > 0 && registrationsOf(session).get(webhook.id) === webhook) {
      for (const delivery of due) {
        if (!isCurrent(session, delivery)) continue;
        round.delivery = delivery;
        this.#record(session, delivery, await this.#attempt(session, delivery, webhook));
      }
      due = dueFor(session, webhook);
    }
  }

  /** Resolves when nothing is on its way and nothing is due; a retry that is planned for later is not waited for. */
  async settle(session: Session): Promise<void> {
    for (;;) {
      session.runDueTasks();
      this.poke(session);
      const current = [...this.#roundsOf(session).values()].filter(({ delivery }) => isCurrent(session, delivery));
      if (current.length === 0) return;
      await Promise.race(current.map(({ over }) => over));
    }
  }

  async #attempt(session: Session, delivery: Delivery, webhook: StoredWebhook): Promise<Attempt> {
    const at = session.clock.now();
    const style = this.#styleOf(delivery.platform);
    const timeout = milliseconds(this.#options.timeout ?? style?.timeout ?? '5s');
    const started = performance.now();
    const abort = new AbortController();
    // The answer to the request that caused the event goes first.
    await Promise.resolve();
    const timer = setTimeout(() => abort.abort(), timeout);
    const over = (status: number | null, error: string | null) => ({
      at,
      status,
      error,
      durationMs: performance.now() - started,
    });
    try {
      const url = checkedTarget(delivery.url, this.allowedHosts);
      const body = JSON.stringify(delivery.payload);
      const secret = webhook.sealed && session.vault.open(webhook.sealed);
      const { accountId, eventAt } = delivery;
      const choices = session.settings.failures[delivery.platform] ?? {};
      const signed = secret ? style?.headers?.({ body, secret, accountId, eventAt, attemptAt: at, choices }) : undefined;
      const send = this.#options.fetch ?? ((to, init) => globalThis.fetch(to, init));
      const response = await send(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...signed },
        body,
        redirect: 'manual',
        signal: abort.signal,
      });
      await response.body?.cancel();
      return over(response.status, null);
    } catch (error) {
      return over(null, abort.signal.aborted ? `no answer within ${timeout} ms` : reasonOf(error));
    } finally {
      clearTimeout(timer);
    }
  }

  #record(session: Session, delivery: Delivery, attempt: Attempt): void {
    if (!isCurrent(session, delivery)) return;
    const attempts = [...delivery.attempts, attempt];
    const deliveries = deliveriesOf(session);
    if (attempt.status !== null && attempt.status >= 200 && attempt.status < 300) {
      deliveries.update(delivery.id, { attempts, status: 'delivered', nextAttemptAt: null });
      return;
    }
    const wait = this.#styleOf(delivery.platform)?.retries[attempts.length - 1];
    if (wait === undefined) {
      deliveries.update(delivery.id, { attempts, status: 'failed', nextAttemptAt: null });
      return;
    }
    const nextAttemptAt = attempt.at + milliseconds(wait);
    deliveries.update(delivery.id, { attempts, nextAttemptAt });
    session.plan({ at: nextAttemptAt, kind: COURIER_TASK, accountId: delivery.accountId, subject: delivery.id });
  }

  #roundsOf(session: Session): Map<StoredWebhook, Round> {
    let rounds = this.#rounds.get(session);
    if (!rounds) this.#rounds.set(session, (rounds = new Map<StoredWebhook, Round>()));
    return rounds;
  }
}

/** By their moment, and in the order of the events. */
function dueFor(session: Session, webhook: StoredWebhook): Delivery[] {
  const now = session.clock.now();
  return deliveriesOf(session)
    .find('pending', webhook.id)
    .filter(({ nextAttemptAt }) => nextAttemptAt !== null && nextAttemptAt <= now)
    .sort((one, other) => (one.nextAttemptAt ?? 0) - (other.nextAttemptAt ?? 0));
}

/** Rows are never changed in place, so another row under the same id is another story. */
function isCurrent(session: Session, delivery: Delivery): boolean {
  return deliveriesOf(session).get(delivery.id) === delivery;
}

/** The code of a failed connection where there is one; never a URL or a body. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return cause instanceof Error ? cause.message : 'no answer';
}
