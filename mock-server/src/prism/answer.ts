/** Prism's answers as the mock sends them: only what a client can be sent, in bytes that fit their media type. */
import type { Answer } from '../document/examples.ts';
import type { Operation } from '../document/operation.ts';
import type { PrismAnswer } from './client.ts';
import { toXml } from './xml.ts';

/** Documents describe these too, but they belong to whoever writes the bytes. */
const OF_THE_TRANSPORT = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
]);

/** What `fetch` and Node take as the value of a header. */
const SENDABLE = /^[\t\x20-\x7e\x80-\xff]*$/;
const NAME = /^[\w!#$%&'*+.^`|~-]+$/;

export function toAnswer(prism: PrismAnswer, operation: Operation): Answer {
  const contentType = contentTypeOf(prism);
  const response = operation.responses[String(prism.status)];
  return {
    status: prism.status >= 200 && prism.status <= 599 ? prism.status : 500,
    headers: headersOf(prism),
    contentType,
    body: operation.method === 'HEAD' ? undefined : bodyAs(contentType, prism.body),
    evidence: response?.['x-evidence'] ?? null,
    source: response?.['x-source'] ?? null,
  };
}

function contentTypeOf({ headers }: PrismAnswer): string {
  const [, type] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type') ?? [];
  return typeof type === 'string' && SENDABLE.test(type) && !type.includes('*') ? type : 'application/json';
}

function headersOf({ headers }: PrismAnswer): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (OF_THE_TRANSPORT.has(name.toLowerCase()) || !NAME.test(name)) continue;
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') continue;
    if (SENDABLE.test(String(value))) kept[name.toLowerCase()] = String(value);
  }
  return kept;
}

function bodyAs(contentType: string, body: unknown): unknown {
  if (/[/+]xml\b/i.test(contentType) && typeof body === 'object' && body !== null) return toXml(body);
  return body;
}
