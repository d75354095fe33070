/** An answer where Prism finds a schema too large to fill: the parts that must be there, and no more. */
import type { LoadedDocument } from '../document/load.ts';
import type { Operation } from '../document/operation.ts';
import { sampleBody } from '../document/sample-body.ts';
import type { PrismAnswer } from './client.ts';

const WORDS = { message: 'string', code: 'string' };

/** @returns Prism's own answer where it has given one, or where the document has nothing smaller. */
export function smallerAnswer(prism: PrismAnswer, operation: Operation, { source }: LoadedDocument): PrismAnswer {
  if (!isTooComplex(prism)) return prism;
  const [status, response] = Object.entries(operation.responses).find(([code]) => /^2(\d\d|XX)$/i.test(code)) ?? [];
  const [mediaType, media] = Object.entries(response?.content ?? {}).find(([type]) => /[/+]json\b/i.test(type)) ?? [];
  const body = sampleBody(source, media?.schema, { ...WORDS, status: 200 });
  if (status === undefined || mediaType === undefined || body === undefined) return prism;
  return { status: Number(status.replace(/xx/i, '00')), headers: { 'content-type': mediaType }, body, findings: [] };
}

function isTooComplex({ status, body }: PrismAnswer): boolean {
  return status === 500 && String((body as { type?: unknown } | undefined)?.type).endsWith('SCHEMA_TOO_COMPLEX');
}
