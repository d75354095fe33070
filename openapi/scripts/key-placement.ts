import { operationsOf, requirementsOf, type OpenApiDocument } from '../policy/index.ts';
import { generatedHeader } from './header.ts';
import { placementOf } from './placement.ts';

const folder = 'sdk/src/generated/key-placement';

const typesModule = `${generatedHeader}

/** Where a key travels. */
export interface Placement {
  readonly in: 'header' | 'query' | 'bearer';
  readonly name: string;
}

/** The operations of one platform, by method and path template, with the keys that they take. */
export interface KeyPlacement {
  readonly platform: string;
  /** The real base URL; empty where there is only the mock. */
  readonly server: string;
  readonly schemes: { readonly [scheme: string]: Placement };
  readonly operations: {
    readonly [methodAndPath: string]: {
      readonly operationId: string;
      /** Any one of these; none: no key is sent. */
      readonly security: readonly { readonly scheme: string; readonly scopes: readonly string[] }[];
    };
  };
}
`;

/** The modules that tell the SDK where each operation takes its key: one a platform, so that unused ones fall away. */
export function keyPlacementModules(document: OpenApiDocument): Map<string, string> {
  const files = new Map([[`${folder}/placement.ts`, typesModule]]);
  const platforms = Object.keys(document['x-platforms']).filter((id) => placementOfPlatform(document, id) !== undefined);
  for (const id of platforms) {
    files.set(
      `${folder}/${id}.ts`,
      `${generatedHeader}
import type { KeyPlacement } from './placement.ts';

export const ${id} = ${JSON.stringify(placementOfPlatform(document, id), null, 2)} as const satisfies KeyPlacement;
`,
    );
  }
  files.set(
    `${folder}/index.ts`,
    `${generatedHeader}
export type * from './placement.ts';
${platforms.map((id) => `export { ${id} } from './${id}.ts';`).join('\n')}
`,
  );
  return files;
}

/** Undefined for a platform whose operations take no key at all. */
function placementOfPlatform(document: OpenApiDocument, platform: string) {
  const entries = operationsOf(document).filter((entry) => entry.platform === platform);
  const names = [...new Set(entries.flatMap(({ operation }) => requirementsOf(operation).map(({ scheme }) => scheme)))];
  if (names.length === 0) return undefined;
  const { securitySchemes } = document.components;
  return {
    platform,
    server: document['x-platforms'][platform]?.server ?? '',
    schemes: Object.fromEntries(
      names.flatMap((name) => (securitySchemes[name] ? [[name, placementOf(name, securitySchemes[name])]] : [])),
    ),
    operations: Object.fromEntries(
      entries.map(({ method, path, operation }) => [
        `${method.toUpperCase()} ${path}`,
        { operationId: operation.operationId, security: requirementsOf(operation) },
      ]),
    ),
  };
}
