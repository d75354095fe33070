/** Keeps web pages from talking to a mock on this machine: only requests meant for it by name come in. */
import type { Outgoing } from '../../exchange/outgoing.ts';
import { problemAnswer } from './neutral.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The refusal of a request whose host is not loopback (a page can point a name of its own at 127.0.0.1), or `undefined`.
 * @param allowed further host names, such as a container's.
 */
export function hostRefusal({ hostname }: Pick<URL, 'hostname'>, allowed: readonly string[] = []): Outgoing | undefined {
  if (LOOPBACK.has(hostname) || hostname.endsWith('.localhost') || allowed.includes(hostname)) return undefined;
  return problemAnswer(
    421,
    'unknown_host',
    'Unknown host',
    `This mock answers to localhost only, and the request was for "${hostname}". Allow the name with --allow-host if it is yours.`,
  );
}
