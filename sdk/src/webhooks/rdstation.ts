import { INSPECT, MASK } from '../auth/redact.ts';
import { rdstation } from '../generated/webhooks/rdstation.ts';
import { eventOf, jsonOf, type RDStationWebhookEvent } from './events.ts';
import { MAX_BYTES, parsedBody, rawBody } from './raw-body.ts';
import { queryOf, type WebhookRequest } from './request.ts';
import { acceptedSecrets, type Secrets } from './secrets.ts';
import { expectToken } from './token.ts';

/**
 * How RD Station's webhooks are received.
 *
 * ```ts
 * const options: RDStationWebhooksOptions = { token: [current, next], parameter: 'key' };
 * ```
 */
export interface RDStationWebhooksOptions {
  /**
   * The token in the URL that RD Station was given: a random text of 16 characters or more, made by you. Several while one
   * is being replaced by another. Default: the environment variable `RDSTATION_WEBHOOK_TOKEN`.
   */
  readonly token?: Secrets | undefined;
  /** The parameter of the query that has it. Default: `token`, as in `https://example.com/rdstation?token=…`. */
  readonly parameter?: string | undefined;
  /** Bytes that a body may have. Default: 1,048,576. */
  readonly maxBytes?: number | undefined;
}

/**
 * Receives RD Station's webhooks; made by {@link rdstationWebhooks}. It shows its tokens to nobody.
 *
 * ```ts
 * const rdstation: RDStationWebhooks = rdstationWebhooks({ token });
 * ```
 */
export class RDStationWebhooks {
  /** Which platform's webhooks they are. */
  readonly platform = 'rdstation';
  readonly #tokens: readonly string[];
  readonly #parameter: string;
  readonly #maxBytes: number;

  constructor({ token, parameter = 'token', maxBytes = MAX_BYTES }: RDStationWebhooksOptions = {}) {
    this.#tokens = acceptedSecrets(token, {
      platform: 'rdstation',
      option: 'token',
      variable: 'RDSTATION_WEBHOOK_TOKEN',
      shortest: 16,
    });
    this.#parameter = parameter;
    this.#maxBytes = maxBytes;
  }

  /**
   * Checks the token in the URL, and gives the event. RD Station waits five seconds and sends again what was not answered
   * with a 2xx: answer first and work later.
   *
   * ```ts
   * export async function POST(request: Request): Promise<Response> {
   *   const event = await rdstation.receive(request);
   *   if (event.type === 'WEBHOOK.CONVERTED') await queue.add(event.payload.contact.email);
   *   return new Response(null, { status: 204 });
   * }
   * ```
   *
   * @param request a web `Request` or a request of Node; a body that a framework has parsed will do, since nothing is signed
   * @throws WebhookTokenError when the URL has no token, or another one
   * @throws WebhookBodyError when the body is too large, no longer to be had, or no event
   */
  async receive(request: WebhookRequest): Promise<RDStationWebhookEvent> {
    const [token, ...others] = queryOf(request, this.#parameter);
    await expectToken(others.length ? undefined : token, this.#tokens);
    const parsed = parsedBody(request);
    return parsed ? eventFrom(parsed) : this.parse(await rawBody(request, { platform: 'rdstation', maxBytes: this.#maxBytes }));
  }

  /**
   * The event of a body, whose sender is **not** checked: for a body out of a queue, or a token that is not in the query
   * (see {@link expectToken}).
   *
   * ```ts
   * const event = rdstation.parse('{"event_type":"WEBHOOK.CONVERTED", …}');
   * ```
   *
   * @throws WebhookBodyError when it is no event
   */
  parse(body: string | Uint8Array): RDStationWebhookEvent {
    return eventFrom(jsonOf(body, 'rdstation'));
  }

  /** Without tokens. */
  toJSON(): object {
    return { platform: this.platform, token: this.#tokens.map(() => MASK) };
  }

  /** For `console.log` of Node. */
  [INSPECT](): string {
    return `RDStationWebhooks ${JSON.stringify(this)}`;
  }
}

/**
 * Receives RD Station's webhooks. RD Station signs nothing, so that anybody who knows the URL can send to it: put a random
 * token into the URL that you register, and only requests that have it are taken.
 *
 * ```ts
 * // Registered as https://example.com/rdstation?token=…
 * const rdstation = rdstationWebhooks({ token });
 * const event = await rdstation.receive(request);
 * ```
 *
 * @throws WebhookSecretError when there is no token
 * @see https://developers.rdstation.com/reference/webhooks-payload-mkt
 */
export function rdstationWebhooks(options?: RDStationWebhooksOptions): RDStationWebhooks {
  return new RDStationWebhooks(options);
}

function eventFrom(body: unknown): RDStationWebhookEvent {
  return eventOf(rdstation, body) as RDStationWebhookEvent;
}
