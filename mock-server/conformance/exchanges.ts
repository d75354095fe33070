/** Answers that went over HTTP, checked by Prism against the document: an opinion that is not ours. */
import { fileURLToPath } from 'node:url';
import { getHttpOperationsFromSpec, type IHttpRequest } from '@stoplight/prism-http';
import route from '@stoplight/prism-http/dist/router/index.js';
import { validateOutput } from '@stoplight/prism-http/dist/validator/index.js';
import type { Sent } from './transports.ts';

const documentFile = fileURLToPath(new URL('../../openapi/generated/openapi.json', import.meta.url));
let operations: ReturnType<typeof getHttpOperationsFromSpec> | undefined;

const violations: string[] = [];
let checked = 0;

/** Checks one answer; what Prism finds wrong is kept for {@link takeViolations}. */
export async function recordExchange(sent: Sent, response: Response): Promise<void> {
  const resource = await operationOf(sent);
  // Where the document has no operation, it says nothing about the answer either.
  if (!resource) return;
  checked += 1;
  const text = await response.text();
  const element = { statusCode: response.status, headers: Object.fromEntries(response.headers), body: parsed(text) };
  const result = validateOutput({ resource, element });
  if (result._tag === 'Right') return;
  for (const { message, path } of result.left) {
    violations.push(`${sent.method} ${sent.path} -> ${response.status}: ${(path ?? []).join('.')} ${message}`);
  }
}

/** How many answers were checked since the last call, and what was wrong with them. */
export function takeViolations(): { checked: number; violations: string[] } {
  const taken = { checked, violations: violations.splice(0) };
  checked = 0;
  return taken;
}

async function operationOf(sent: Sent) {
  operations ??= getHttpOperationsFromSpec(documentFile);
  const url = new URL(sent.path, 'http://localhost:4010');
  const input: IHttpRequest = {
    method: sent.method.toLowerCase() as IHttpRequest['method'],
    url: { path: url.pathname, query: Object.fromEntries(url.searchParams) },
  };
  try {
    const found = route({ resources: await operations, input });
    return found._tag === 'Right' ? found.right : undefined;
  } catch {
    // Prism's router throws on malformed percent-encoding.
    return undefined;
  }
}

function parsed(text: string): unknown {
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}
