/** What the page of the console has to know before it may ask for anything: read from the document, open to everybody. */
import type { OpenApiDocument } from '@chaveiro/openapi/policy';
import { version } from '../../../version.ts';

/** An operation of the console that tells where its paths begin. */
const WITNESS = { operationId: 'getAccount', path: '/accounts/{accountId}' } as const;

export interface About {
  readonly version: string;
  /** What stands before the console's paths: nothing, or `/__console` beside a document of somebody's own. */
  readonly consolePrefix: string;
  /** Those that have keys. */
  readonly platforms: readonly { readonly id: string; readonly title: string; readonly server: string | null }[];
  /** The sessions that stand ready; they are public fixtures. */
  readonly users: readonly { readonly token: string; readonly role: string; readonly name: string }[];
}

export function aboutOf(document: OpenApiDocument): About {
  const schemes = Object.values(document.components.securitySchemes);
  const withKeys = new Set(schemes.flatMap((scheme) => scheme['x-key-policy']?.platform ?? []));
  return {
    version,
    consolePrefix: consolePrefix(document),
    platforms: Object.entries(document['x-platforms'])
      .filter(([id]) => withKeys.has(id))
      .map(([id, { title, server }]) => ({ id, title, server: server ?? null })),
    users: schemes.flatMap((scheme) => scheme['x-zero-setup-sessions'] ?? []),
  };
}

function consolePrefix({ paths }: OpenApiDocument): string {
  const found = Object.keys(paths).find(
    (path) => path.endsWith(WITNESS.path) && paths[path]?.get?.operationId === WITNESS.operationId,
  );
  return found?.slice(0, -WITNESS.path.length) ?? '';
}
