/** Which platform and operation a URL means, on a platform's real host as well as on the mock's own. */
import type { LoadedDocument, PlatformInfo } from '../document/load.ts';
import type { RouteResult } from '../document/router.ts';

export interface Route {
  /** Whose style an answer has, also when no operation was found. */
  readonly platform: PlatformInfo;
  readonly route: RouteResult;
}

/** The mock's own control interface; it also answers where no platform's paths begin like the request's. */
export const NEUTRAL = 'control';

export function findRoute(document: LoadedDocument, url: URL, method: string): Route {
  const host = platformOfHost(document, url);
  const path = host ? url.pathname.slice(host.basePath.length) || '/' : url.pathname;
  const route = document.router.match(method, path);
  const found = route.kind === 'found' ? route.operation.platform : route.platform;
  if (host && found !== host.platform.id)
    return { platform: host.platform, route: { kind: 'unknown', platform: host.platform.id } };
  return { platform: host?.platform ?? platform(document, found ?? NEUTRAL), route };
}

function platformOfHost(document: LoadedDocument, url: URL): { platform: PlatformInfo; basePath: string } | undefined {
  for (const candidate of document.platforms.values()) {
    if (!candidate.server) continue;
    const server = new URL(candidate.server);
    if (server.host !== url.host) continue;
    const basePath = server.pathname === '/' ? '' : server.pathname;
    // Outside its base path a real host knows no operation at all.
    return url.pathname.startsWith(`${basePath}/`)
      ? { platform: candidate, basePath }
      : { platform: candidate, basePath: url.pathname };
  }
  return undefined;
}

function platform(document: LoadedDocument, id: string): PlatformInfo {
  const found = document.platforms.get(id) ?? document.platforms.values().next().value;
  if (!found) throw new Error('The document describes no platform in x-platforms.');
  return found;
}
