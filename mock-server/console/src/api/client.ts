/** The operations of the document that console and controls have, typed by it, sent as the person and into the session that were chosen. */
import type { components, paths } from '@chaveiro/openapi/types';
import createClient from 'openapi-fetch';
import { Refusal, refusalOf } from './refusal.ts';
import { about, access, controlToken, role, session } from './world.ts';

export type Schemas = components['schemas'];

/** @example `const account = await ask(client.GET('/accounts/{accountId}', { params: { path: { accountId } } }))` */
export const client = createClient<paths>({ baseUrl: location.origin, fetch: send });

/** The headers that a request to a path of the mock needs; for what cannot go through {@link client}, such as event streams. */
export function headersFor(path: string): Record<string, string> {
  const token = about.value?.users.find((user) => user.role === role.value)?.token;
  const control = path.startsWith('/__mock/');
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
  const url = new URL(request.url);
  const prefix = url.pathname.startsWith('/__mock/') ? '' : (about.value?.consolePrefix ?? '');
  const aimed = prefix === '' ? request : new Request(prefix + url.pathname + url.search, request);
  for (const [name, value] of Object.entries(headersFor(url.pathname))) aimed.headers.set(name, value);
  try {
    return await fetch(aimed);
  } catch (error) {
    if (request.signal.aborted) throw error;
    access.value = 'unreachable';
    throw new Refusal('unreachable', 0, 'The mock does not answer.');
  }
}
