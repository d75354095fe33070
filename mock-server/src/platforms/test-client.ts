/** For the platforms' tests: sends JSON, and holds every answer to the document. */
import { document } from '@chaveiro/openapi';
import { resolve, type Example } from '@chaveiro/openapi/policy';
import { schemas } from '@chaveiro/openapi/schemas';
import { expect } from 'vitest';
import { loadDocument } from '../document/load.ts';
import { createValidators } from '../document/validators.ts';
import type { Mock } from '../mock.ts';

const validators = createValidators(schemas);
const loaded = loadDocument(document);

export interface Reply<T> {
  readonly status: number;
  readonly body: T;
  readonly decision: string | null;
  readonly evidence: string | null;
  readonly requestId: string;
}

/**
 * @param base the platform's real base URL
 * @param credentials puts a key into a request
 * @returns a function that sends a request and fails the test when the answer is none that the document describes
 */
export function createClient(mock: Mock, base: string, credentials: { query?: string; headers?: Record<string, string> }) {
  return async function send<T = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Reply<T>> {
    const url = new URL(`${base}${path}`);
    if (credentials.query) url.search = [url.search.slice(1), credentials.query].filter(Boolean).join('&');
    const response = await mock.fetch(url, {
      method,
      headers: { ...credentials.headers, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer = (text === '' ? undefined : JSON.parse(text)) as T;
    const told = (name: string) => response.headers.get(`x-mock-${name}`);
    const route = loaded.router.match(method, new URL(path, 'http://localhost').pathname);
    if (route.kind === 'found' && text !== '')
      expect(validators.checkResponse(route.operation.id, response.status, answer), JSON.stringify(answer)).toEqual([]);
    const { status } = response;
    return { status, body: answer, decision: told('decision'), evidence: told('evidence'), requestId: told('request-id') ?? '' };
  };
}

/** How sure the document is of the body of a named example. */
export function exampleEvidence(operationId: string, status: number, name: string): string | undefined {
  return exampleOf(operationId, status, name)['x-evidence'];
}

/** The body of a named example of the document; a request id in it stands for any. */
export function exampleBody(operationId: string, status: number, name: string): unknown {
  const { value } = exampleOf(operationId, status, name);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return {
    ...value,
    ...('requestId' in value && { requestId: expect.any(String) as unknown }),
    ...('instance' in value && { instance: expect.stringMatching(/^\/__mock\/decisions\/req_\w+$/) as unknown }),
  };
}

function exampleOf(operationId: string, status: number, name: string): Example {
  const content = loaded.operationById.get(operationId)?.responses[String(status)]?.content ?? {};
  const example = Object.values(content).find((media) => media.examples?.[name])?.examples?.[name];
  if (!example) throw new Error(`${operationId} has no example ${name} for ${status}.`);
  return resolve<Example>(document, example);
}

/** Rows of a table that no operation reads. */
export function rowsOf(mock: Mock, accountId: string, table: string): object[] {
  return [...(mock.snapshot().resources.get(accountId)?.get(table)?.values() ?? [])];
}
