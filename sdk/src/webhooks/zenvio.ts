import { INSPECT, MASK } from '../auth/redact.ts';
import { zenvio } from '../generated/webhooks/zenvio.ts';
import { bytesOf } from './bytes.ts';
import { eventOf, jsonOf, type ZenvioWebhookEvent } from './events.ts';
import { hmacKey } from './hmac.ts';
import { MAX_BYTES, rawBody } from './raw-body.ts';
import { headerOf, type WebhookRequest } from './request.ts';
import { acceptedSecrets, type Secrets } from './secrets.ts';
import { WebhookSignatureError } from './signature-error.ts';
import { isSigned, readSignature, type ClaimedSignature } from './signature.ts';

/**
 * How Zenvio's webhooks are received.
 *
 * ```ts
 * const options: ZenvioWebhooksOptions = { secret: [current, next], replayWindow: 60_000 };
 * ```
 */
export interface ZenvioWebhooksOptions {
  /**
   * The secret of the webhook, as Zenvio's dashboard shows it; while it is being replaced, the current and the next one.
   * Default: the environment variable `ZENVIO_WEBHOOK_SECRET`.
   */
  readonly secret?: Secrets | undefined;
  /**
   * Milliseconds by which the time of a signature may differ from now, either way. Default: 300,000, five minutes.
   * Anything but a number from 0 is a `TypeError`.
   */
  readonly replayWindow?: number | undefined;
  /** Bytes that a body may have. Default: 1,048,576. */
  readonly maxBytes?: number | undefined;
  /** The time, in milliseconds since 1970. Default: `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/**
 * A delivery that is no request any more: out of a queue, or as a serverless platform hands it over.
 *
 * ```ts
 * const delivery: ZenvioDelivery = { body: record.body, signature: record.headers['x-zenvio-signature'] };
 * ```
 */
export interface ZenvioDelivery {
  /** The body as it was sent; not parsed and written anew. */
  readonly body: string | Uint8Array | ArrayBuffer;
  /** The `X-Zenvio-Signature` header. */
  readonly signature: string | null | undefined;
}

/**
 * Receives Zenvio's webhooks; made by {@link zenvioWebhooks}. It shows its secrets to nobody.
 *
 * ```ts
 * const zenvio: ZenvioWebhooks = zenvioWebhooks({ secret });
 * ```
 */
export class ZenvioWebhooks {
  /** Which platform's webhooks they are. */
  readonly platform = 'zenvio';
  readonly #secrets: readonly string[];
  readonly #replayWindow: number;
  readonly #maxBytes: number;
  readonly #now: () => number;
  #keys: Promise<readonly CryptoKey[]> | undefined;

  constructor({ secret, replayWindow = 300_000, maxBytes = MAX_BYTES, now = () => Date.now() }: ZenvioWebhooksOptions = {}) {
    this.#secrets = acceptedSecrets(secret, {
      platform: 'zenvio',
      option: 'secret',
      variable: 'ZENVIO_WEBHOOK_SECRET',
      shortest: 1,
    });
    // Anything else would refuse every delivery, and say that it is too old.
    if (typeof replayWindow !== 'number' || !(replayWindow >= 0))
      throw new TypeError('zenvioWebhooks: replayWindow must be milliseconds from 0.');
    this.#replayWindow = replayWindow;
    this.#maxBytes = maxBytes;
    this.#now = now;
  }

  /**
   * Reads a request, verifies that Zenvio sent it, and gives its event. Deliveries may come more than once and out of order.
   *
   * ```ts
   * export async function POST(request: Request): Promise<Response> {
   *   const event = await zenvio.receive(request);
   *   if (event.type === 'message.read') await markAsRead(event.payload.message_id);
   *   return new Response(null, { status: 204 });
   * }
   * ```
   *
   * @param request a web `Request` or a request of Node, whose body nobody has read, or whose raw body was kept
   * @throws WebhookSignatureError when it is not from Zenvio, or too old
   * @throws WebhookBodyError when its body is too large, no longer to be had, or no event
   */
  async receive(request: WebhookRequest): Promise<ZenvioWebhookEvent> {
    // First, so that no body is read for what cannot be from Zenvio.
    const claimed = this.#claimed(headerOf(request, zenvio.signature.header));
    return this.#verified(claimed, await rawBody(request, { platform: 'zenvio', maxBytes: this.#maxBytes }));
  }

  /**
   * The same for a body and a header, where there is no request.
   *
   * ```ts
   * const event = await zenvio.verify({ body: record.body, signature: record.headers['x-zenvio-signature'] });
   * ```
   *
   * @throws WebhookSignatureError as `receive` does, WebhookBodyError for a body that was parsed, or is no event
   */
  async verify({ body, signature }: ZenvioDelivery): Promise<ZenvioWebhookEvent> {
    const claimed = this.#claimed(signature);
    return this.#verified(claimed, await rawBody({ headers: {}, body }, { platform: 'zenvio', maxBytes: Infinity }));
  }

  /** Without secrets. */
  toJSON(): object {
    return { platform: this.platform, secret: this.#secrets.map(() => MASK) };
  }

  /** For `console.log` of Node. */
  [INSPECT](): string {
    return `ZenvioWebhooks ${JSON.stringify(this)}`;
  }

  async #verified(claimed: ClaimedSignature, body: Uint8Array): Promise<ZenvioWebhookEvent> {
    this.#keys ??= Promise.all(this.#secrets.map((secret) => hmacKey(bytesOf(secret))));
    if (!(await isSigned(zenvio.signature, await this.#keys, claimed, body))) {
      const hint =
        'Compare the secret with the one of this webhook in the dashboard, and see that the body is given as it was sent.';
      throw new WebhookSignatureError(`No accepted secret gives the signature of the delivery. ${hint}`, {
        platform: 'zenvio',
        code: 'signature_mismatch',
        hint,
      });
    }
    return eventOf(zenvio, jsonOf(body, 'zenvio')) as ZenvioWebhookEvent;
  }

  /** What the header says, when it says that it was signed about now. */
  #claimed(value: string | null | undefined): ClaimedSignature {
    const claimed = readSignature(zenvio, value);
    const age = this.#now() - claimed.time;
    if (Math.abs(age) <= this.#replayWindow) return claimed;
    const hint =
      age > 0
        ? 'It is a delivery that was kept and sent again, or the clock of this machine is fast.'
        : 'The clock of this machine is slow, or the time is made up.';
    throw new WebhookSignatureError(
      `The delivery was signed more than ${this.#replayWindow} ms ${age > 0 ? 'ago' : 'ahead of now'}. ${hint}`,
      { platform: 'zenvio', code: 'signature_expired', hint },
    );
  }
}

/**
 * Receives Zenvio's webhooks: verifies the signature over the body as it was sent, refuses what is older than five minutes,
 * and gives typed events.
 *
 * What exactly is signed is not documented: the time and the body, or the body alone. Both are accepted; where Zenvio signs
 * the body alone, the time can be changed without a trace, and only what you remember of past events keeps a replay out.
 *
 * ```ts
 * const zenvio = zenvioWebhooks({ secret: [current, next] });
 * const event = await zenvio.receive(request);
 * ```
 *
 * @throws WebhookSecretError when there is no secret
 * @see https://docs.zenvio.dev/eventos-do-webhooks-copied-1
 */
export function zenvioWebhooks(options?: ZenvioWebhooksOptions): ZenvioWebhooks {
  return new ZenvioWebhooks(options);
}
