/** The hosts that a document's platforms really have. */
import type { OpenApiDocument } from '@chaveiro/openapi/policy';

/** As `URL.host` has them, of every base URL that a platform names; base paths alone have none. */
export function realHosts(document: OpenApiDocument): Set<string> {
  const bases = Object.values(document['x-platforms']).flatMap(({ server, otherServers = [] }) =>
    server === undefined ? otherServers : [server, ...otherServers],
  );
  return new Set(bases.filter((base) => !base.startsWith('/')).map((base) => new URL(base).host));
}
