/** The tenants of one history, what they do, and the search of all that they are answered. */
import type { Got, Sent, Wire } from '../wire/wire.ts';
import { ownCalls, sessionReads, type Call } from './calls.ts';
import { knock, probesOf } from './probes.ts';
import { marksIn, type Tenant } from './tenants.ts';

/** How a request finds its session: by a header, by its path, by its key, or by the key of somebody of another session. */
export type Via = 'header' | 'path' | 'key' | 'elsewhere';

export interface Step {
  readonly kind: 'own' | 'probe' | 'session';
  readonly who: number;
  readonly other: number;
  readonly what: number;
  readonly n: number;
  readonly via: Via;
}

export class Stage {
  readonly #wire: Wire;
  readonly #tenants: readonly Tenant[];
  readonly #totals: { answers: number; probes: number };
  /** What each has asked about by name: their own logs tell them so again. */
  readonly #said = new Map<Tenant, Set<string>>();
  /** Whose a word is that stands for a thing, and whether it is a secret. */
  readonly #owners = new Map<string, { readonly tenant: Tenant; readonly secret: boolean }>();

  constructor(wire: Wire, tenants: readonly Tenant[], totals: { answers: number; probes: number }) {
    this.#wire = wire;
    this.#tenants = tenants;
    this.#totals = totals;
    for (const tenant of tenants) {
      for (const secret of [tenant.secret, tenant.token]) this.#owners.set(secret, { tenant, secret: true });
      this.#said.set(tenant, new Set());
      this.#learn(tenant);
    }
  }

  /** Everybody has something to be seen before anybody looks, and time has gone by. */
  async open(): Promise<void> {
    for (const self of this.#tenants) {
      const [write] = ownCalls(self);
      for (const n of [0, 1]) await this.#make(self, write!(self, n), 'header');
    }
    for (const session of new Set(this.#tenants.map((tenant) => tenant.session))) {
      const headers = { 'x-mock-session': session };
      await this.#wire.send({ method: 'POST', path: '/__mock/clock/advance', headers, body: { by: '10s' } });
      await this.#wire.send({ method: 'POST', path: '/__mock/webhook-deliveries/settle', headers });
    }
  }

  async take({ kind, who, other: at, what, n, via }: Step): Promise<void> {
    const self = this.#tenants[who]!;
    const alike = n % 2 === 0 && kind === 'probe';
    const others = this.#tenants.filter((tenant) => tenant !== self && (!alike || tenant.platform === self.platform));
    const other = others[at % others.length]!;
    if (kind === 'session') return this.#readSession(self.session, sessionReads[what % sessionReads.length]!);
    if (kind === 'own') {
      if (via === 'elsewhere') return this.#askElsewhere(self, other, n);
      const calls = ownCalls(self);
      return void (await this.#make(self, calls[what % calls.length]!(self, n), via));
    }
    const all = probesOf(self, other);
    const probe = all[what % all.length]!(self, other, n);
    if (probe) await this.#make(self, probe, via === 'elsewhere' ? 'header' : via);
  }

  /** Everybody finds what is theirs, all of it, and nothing else; so does whoever looks at a session. */
  async conclude(received: readonly { readonly path: string; readonly body: string }[]): Promise<void> {
    for (const self of this.#tenants) {
      const keys = await this.#make(self, { sent: desk(self, '/api-keys') }, 'header');
      const names = (keys.json as { items: { name: string }[] }).items.map(({ name }) => name);
      same(`${self.mark}'s keys`, names, self.keyNames);
      await this.#make(self, { sent: desk(self, '/api-logs?limit=100') }, 'header');
      if (self.platform !== 'pingback') continue;
      const headers = { 'x-api-key': self.secret };
      const contacts = await this.#make(self, { sent: { method: 'GET', path: '/contacts', headers } }, 'key');
      const { data } = (contacts.json as { data: { data: { email: string }[] } }).data;
      same(
        `${self.mark}'s contacts`,
        data.map(({ email }) => email),
        [...self.addresses],
      );
    }
    for (const session of new Set(this.#tenants.map((tenant) => tenant.session)))
      for (const path of sessionReads) await this.#readSession(session, path);
    for (const { path, body } of received) {
      const mark = path.slice(1);
      const strange = [...marksIn(body)].find((found) => found !== mark);
      if (strange) throw new Error(`An event sent to ${mark} tells of ${strange}: ${body}`);
    }
  }

  async #make(self: Tenant, call: Call, via: Via): Promise<Got> {
    if (call.twin) this.#said.get(self)!.add(call.twin.thing);
    const got = await this.#wire.send(via === 'key' ? call.sent : inSession(call.sent, self.session, via));
    self.own.requests.push(got.requestId);
    call.then?.(got);
    this.#learn(self);
    this.#search(self.mark, [self], call.sent, got);
    if (call.twin) await this.#compare(self, call, got, via);
    return got;
  }

  /** Nothing tells another's thing from one that nobody has. */
  async #compare(self: Tenant, { sent, twin }: Call, got: Got, via: Via): Promise<void> {
    if (!twin) return;
    const nothing = await this.#wire.send(via === 'key' ? twin.sent : inSession(twin.sent, self.session, via));
    self.own.requests.push(nothing.requestId);
    this.#learn(self);
    this.#totals.probes += 1;
    same(`${sent.method} ${sent.path}, and the same about nothing`, plain(got, twin.thing), plain(nothing, twin.nothing));
  }

  /** A credential of one session in another: as if nobody had it anywhere. */
  async #askElsewhere(self: Tenant, other: Tenant, n: number): Promise<void> {
    if (self.session === other.session) return;
    const own = knock(self, other, n);
    const nobody: Tenant = { ...self, secret: unlike(self.secret), token: unlike(self.token) };
    const got = await this.#wire.send(inSession(own, other.session, 'header'));
    const nothing = await this.#wire.send(inSession(knock(nobody, other, n), other.session, 'header'));
    this.#search(self.mark, [self, other], own, got);
    this.#totals.probes += 1;
    same(`${own.method} ${own.path} in another session`, plain(got, self.secret), plain(nothing, nobody.secret));
  }

  async #readSession(session: string, path: string): Promise<void> {
    const sent = { method: 'GET', path, headers: { 'x-mock-session': session } };
    const got = await this.#wire.send(sent);
    const within = this.#tenants.filter((tenant) => tenant.session === session);
    this.#search(`session ${session}`, within, sent, got);
  }

  /** @throws {Error} where an answer has something of others than `allowed` that these did not ask about themselves. */
  #search(reader: string, allowed: readonly Tenant[], sent: Sent, got: Got): void {
    this.#totals.answers += 1;
    let text = `${JSON.stringify(got.headers)} ${got.text}`;
    for (const tenant of allowed) for (const thing of this.#said.get(tenant)!) text = text.replaceAll(thing, '∅');
    const shown = (what: string) =>
      new Error(`${sent.method} ${sent.path}: ${reader} is shown ${what}\n  answered ${got.status} ${got.text.slice(0, 800)}`);
    for (const mark of marksIn(text)) if (!allowed.some((tenant) => tenant.mark === mark)) throw shown(`what is of ${mark}`);
    for (const [word] of text.matchAll(/[\w-]{8,}/g)) {
      const owner = this.#owners.get(word);
      if (!owner) continue;
      if (owner.secret) throw shown(`a secret of ${owner.tenant.mark}`);
      if (!allowed.includes(owner.tenant)) throw shown(`${word}, which is of ${owner.tenant.mark}`);
    }
  }

  #learn(tenant: Tenant): void {
    for (const words of [[tenant.accountId], ...Object.values(tenant.own)])
      for (const word of words) if (!this.#owners.has(word)) this.#owners.set(word, { tenant, secret: false });
  }
}

function inSession(sent: Sent, session: string, via: Via): Sent {
  if (via === 'path') return { ...sent, path: `/~${session}${sent.path}` };
  return { ...sent, headers: { ...sent.headers, 'x-mock-session': session } };
}

function desk({ token, accountId }: Tenant, path: string): Sent {
  return { method: 'GET', path: `/accounts/${accountId}${path}`, headers: { authorization: `Bearer ${token}` } };
}

/** A secret that nobody has, as long as this one. */
function unlike(secret: string): string {
  return `${secret.slice(0, 4)}${'z'.repeat(secret.length - 4)}`;
}

/** An answer without what differs from request to request, and without what was asked about. */
function plain({ status, decision, text, headers }: Got, thing: string): unknown[] {
  const body = text
    .replaceAll(/req_\w+/g, 'req')
    .replaceAll(thing, '∅')
    .replaceAll(encodeURIComponent(thing), '∅');
  return [status, decision, headers['content-type'], headers['x-mock-evidence'], body];
}

function same(what: string, got: readonly unknown[], expected: readonly unknown[]): void {
  const [one, other] = [got, expected].map((list) => JSON.stringify([...list].map(String).sort()));
  if (one !== other) throw new Error(`${what} differ:\n  ${one}\n  ${other}`);
}
