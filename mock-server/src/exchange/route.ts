/** Which platform and operation a URL means, on a platform's real host as well as on the mock's own. */
import type { LoadedDocument, PlatformInfo, RealHost } from '../document/load.ts';
import type { RouteResult } from '../document/router.ts';
import type { IncomingUrl } from './request.ts';

export interface Route {
  /** Whose style an answer has, also when no operation was found. */
  readonly platform: PlatformInfo;
  readonly route: RouteResult;
}

/** The mock's own control interface; it also answers where no platform's paths begin like the request's. */
export const NEUTRAL = 'control';

export function findRoute(document: LoadedDocument, url: Pick<IncomingUrl, 'host' | 'pathname'>, method: string): Route {
  const real = document.realHosts.get(url.host);
  if (real) return { platform: real.platform, route: onRealHost(document, real, url.pathname, method) };
  const route = onAnyHost(document, url.pathname, method);
  const found = route.kind === 'found' ? route.operation.platform : route.platform;
  return { platform: platform(document, found ?? document.home ?? NEUTRAL), route };
}

/** Outside its base paths a real host knows no operation at all, and nowhere one of another platform. */
function onRealHost(document: LoadedDocument, { platform: real, bases }: RealHost, path: string, method: string): RouteResult {
  const routes = bases
    .filter((base) => path.startsWith(`${base.path}/`))
    .map((base) => document.router.match(method, path.slice(base.path.length)));
  const own = routes.filter((route) => (route.kind === 'found' ? route.operation.platform : route.platform) === real.id);
  return own.find(({ kind }) => kind === 'found') ?? own[0] ?? { kind: 'unknown', platform: real.id };
}

/** On the mock's own host a path may come as the document has it, or below a base path that the document allows. */
function onAnyHost(document: LoadedDocument, path: string, method: string): RouteResult {
  const route = document.router.match(method, path);
  if (route.kind !== 'unknown') return route;
  for (const { bases } of document.platforms.values()) {
    for (const base of bases) {
      if (base.host !== undefined || !path.startsWith(`${base.path}/`)) continue;
      const below = document.router.match(method, path.slice(base.path.length));
      if (below.kind !== 'unknown') return below;
    }
  }
  return route;
}

function platform(document: LoadedDocument, id: string): PlatformInfo {
  const found = document.platforms.get(id) ?? document.platforms.values().next().value;
  if (!found) throw new Error('The document describes no platform in x-platforms.');
  return found;
}
