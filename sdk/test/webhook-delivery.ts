/** For tests: deliveries as Zenvio would make them, signed by another implementation than the one under test. */
import { createHmac } from 'node:crypto';

export const SECRET = 'whsec_atual_7f3a9c';
export const NEXT = 'whsec_proximo_b81e20';
/** A whole second. */
export const NOW = Date.parse('2026-02-25T13:02:05.000Z');

export const READ = {
  event: 'message.read',
  workspace_id: 'ws_agencia_ipe',
  instance_id: 'inst_restaurante_joao',
  message_id: 'msg_read',
  timestamp: '2026-02-25T13:02:00.000Z',
  data: { to: '5511999999999', status: 'READ', externalId: 'wamid.HBgNNTUxMTk5OTk5OTk5OTEy' },
};

export interface Signing {
  readonly secret?: string;
  /** Milliseconds since 1970. */
  readonly at?: number;
  readonly form?: 'time and body' | 'body';
}

/** The value of the header. */
export function signature(
  body: string | Uint8Array,
  { secret = SECRET, at = NOW, form = 'time and body' }: Signing = {},
): string {
  const time = Math.floor(at / 1000);
  const hmac = createHmac('sha256', secret);
  if (form === 'time and body') hmac.update(`${time}.`);
  return `t=${time},v1=${hmac.update(body).digest('hex')}`;
}

/** A web request with a signed body. */
export function delivery(payload: unknown = READ, signing: Signing = {}): Request {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  return requestWith(body, signature(body, signing));
}

export function requestWith(body: string | Uint8Array<ArrayBuffer>, header: string | undefined): Request {
  return new Request('https://exemplo.com.br/zenvio', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...(header !== undefined && { 'x-zenvio-signature': header }) },
  });
}

/** What a call throws; the test fails when it throws nothing. */
export async function thrownBy(call: () => unknown): Promise<unknown> {
  try {
    await call();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}
