/** The operations of the document that console and controls have, typed by it, sent as the person and into the session that were chosen. */
import type { components, paths } from '@chaveiro/openapi/types';
import createClient from 'openapi-fetch';
import { Refusal, refusalOf } from './refusal.ts';
import { about, access, controlToken, role, session } from './world.ts';

export type Schemas = components['schemas'];

/** A request that goes where this mock has the path, with the headers that it needs. Made anew, a body would have to be streamed. */
class Aimed extends Request {
  constructor(input: RequestInfo | URL, init?: RequestInit) {
    const { origin, pathname, search } = new URL(input instanceof Request ? input.url : input, location.origin);
    const prefix = isControl(pathname) ? '' : (about.value?.consolePrefix ?? '');
    // A browser would keep "gone" for good, whatever the session that is asked for next.
    super(origin + prefix + pathname + search, { ...init, cache: 'no-store' });
    for (const [name, value] of Object.entries(headersFor(pathname))) if (!this.headers.has(name)) this.headers.set(name, value);
  }
}

/** @example `const account = await ask(client.GET('/accounts/{accountId}', { params: { path: { accountId } } }))` */
export const client = createClient<paths>({ baseUrl: location.origin, fetch: send, Request: Aimed });

/** The headers that a request to a path of the mock needs; for what cannot go through {@link client}, such as event streams. */
export function headersFor(path: string): Record<string, string> {
  const token = about.value?.users.find((user) => user.role === role.value)?.token;
  const control = isControl(path);
  return {
    'x-mock-session': session.value,
    // Looking is not what the journal is for.
    ...(!control && { 'x-mock-journal': 'skip' }),
    ...(control && controlToken.value !== '' && { 'x-mock-control-token': controlToken.value }),
    ...(!control && token !== undefined && { authorization: `Bearer ${token}` }),
  };
}

/** The answer. @throws {Refusal} */
export async function ask<T>(
  asking: Promise<{ readonly data?: T; readonly error?: unknown; readonly response: Response }>,
): Promise<T> {
  const { data, error, response } = await asking;
  if (response.ok) return data as T;
  const refusal = refusalOf(response.status, error);
  // The token has been changed, or the mock has been started anew.
  if (refusal.code === 'control_token_required') access.value = 'token_required';
  throw refusal;
}

async function send(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    access.value = 'unreachable';
    throw new Refusal('unreachable', 0, 'The mock does not answer.');
  }
}

function isControl(path: string): boolean {
  return path.startsWith('/__mock/');
}
