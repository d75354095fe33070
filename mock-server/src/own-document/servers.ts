/** Where somebody else's API really is: hosts, and paths under which any host may serve it. */
import type { OwnPolicy } from '@chaveiro/openapi/policy';
import { followRecord, isRecord } from '../document/follow.ts';
import type { ForeignDocument } from './check.ts';

export interface Servers {
  /** The first real base URL. */
  readonly server?: string;
  /** Further base URLs, and base paths such as `/api/v3`. */
  readonly otherServers: string[];
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0|.*\.localhost)$/;

/** @param source where the document was read from; relative servers are relative to it. */
export function readServers(document: ForeignDocument, policy: OwnPolicy, source: string | undefined): Servers {
  const lists = [document['servers'], ...Object.values(document.paths).flatMap((item) => serversBelow(document, item))];
  const urls = lists.flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : [])).map(urlOf);
  const found = new Set<string>();
  for (const url of [policy.server, ...urls]) {
    const base = url === undefined ? undefined : baseOf(url, source);
    if (base !== undefined) found.add(withoutLoopback(base));
  }
  const absolute = [...found].filter((base) => base.startsWith('http'));
  const [server, ...others] = absolute;
  const basePaths = [...found]
    .map((base) => (base.startsWith('/') ? base : new URL(base).pathname))
    .filter((path) => path !== '/');
  return { ...(server !== undefined && { server }), otherServers: [...others, ...new Set(basePaths)] };
}

function serversBelow(document: ForeignDocument, value: unknown): unknown[] {
  const item = followRecord(document, value) ?? {};
  const operations = Object.values(item).filter(isRecord);
  return [item['servers'], ...operations.map((operation) => operation['servers'])];
}

/** This machine is no real host: the mock itself may be what is meant. */
function withoutLoopback(base: string): string {
  if (base.startsWith('/')) return base;
  const { hostname, pathname } = new URL(base);
  return LOOPBACK.test(hostname) ? pathname : base;
}

/** With each variable at its default. */
function urlOf(server: unknown): string | undefined {
  if (!isRecord(server) || typeof server['url'] !== 'string') return undefined;
  const variables = isRecord(server['variables']) ? server['variables'] : {};
  return server['url'].replaceAll(/\{([^{}]*)\}/g, (_, name: string) => {
    const variable = variables[name];
    const value = isRecord(variable) ? (variable['default'] ?? 'default') : 'default';
    return typeof value === 'string' ? value : JSON.stringify(value);
  });
}

/** `https://host/base` or `/base`, without a slash at the end; nothing for what is no URL, or none of HTTP. */
function baseOf(url: string, source: string | undefined): string | undefined {
  const from = source?.startsWith('http') ? source : undefined;
  try {
    const absolute = new URL(url, from ?? 'relative://host/');
    const path = absolute.pathname.replace(/\/+$/, '');
    if (absolute.protocol === 'relative:') return path === '' ? undefined : path;
    return /^https?:$/.test(absolute.protocol) ? `${absolute.origin}${path}` : undefined;
  } catch {
    return undefined;
  }
}
