/** The console and the controls of the mock, put beside somebody else's paths under names that cannot clash. */
import { atPointer, type Components, type OpenApiDocument, type PathItem } from '@chaveiro/openapi/policy';
import { isRecord, localPointer } from '../document/follow.ts';
import { OF_THE_MOCK } from './names.ts';

/** Our own parts, as far as a document of somebody else's needs them. */
export interface OwnParts {
  readonly paths: Record<string, PathItem>;
  readonly components: Components;
  readonly platforms: OpenApiDocument['x-platforms'];
  readonly operationIds: ReadonlySet<string>;
}

/** Where the console answers in a mock of somebody else's document; its own paths (`/accounts/…`) may be theirs. */
export const CONSOLE_PREFIX = '/__console';
/** Where the mock's controls answer, always. */
export const CONTROL_PREFIX = '/__mock';

/** @param clashes whether the other document has a component of this kind and name. */
export function takeOwnParts(ours: OpenApiDocument, clashes: (kind: string, name: string) => boolean): OwnParts {
  const platforms = Object.fromEntries(Object.entries(ours['x-platforms']).filter(([id]) => OF_THE_MOCK.includes(id)));
  const tags = Object.values(platforms).map(({ tag }) => tag);
  const items = Object.entries(ours.paths).filter(([, item]) => tags.includes(tagOf(item)));
  const rename = (kind: string, name: string) => (clashes(kind, name) ? `Chaveiro${name}` : name);

  const components: Record<string, Record<string, unknown>> = {};
  function renamed(node: unknown): unknown {
    if (Array.isArray(node)) return node.map(renamed);
    if (!isRecord(node)) return node;
    const [, section, kind, name] = localPointer(node)?.split('/') ?? [];
    if (section === 'components' && kind !== undefined && name !== undefined) {
      bring(kind, name);
      return { ...node, $ref: `#/components/${kind}/${rename(kind, name)}` };
    }
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [key, key === 'security' ? security(value) : renamed(value)]),
    );
  }

  function bring(kind: string, name: string): void {
    const target = (components[kind] ??= {});
    if (Object.hasOwn(target, rename(kind, name))) return;
    target[rename(kind, name)] = {};
    target[rename(kind, name)] = renamed(atPointer(ours, `/components/${kind}/${name}`));
  }

  function security(value: unknown): unknown {
    return (value as Record<string, string[]>[]).map((alternative) =>
      Object.fromEntries(
        Object.entries(alternative).map(([name, scopes]) => {
          bring('securitySchemes', name);
          return [rename('securitySchemes', name), scopes];
        }),
      ),
    );
  }

  const paths = items.map(([path, item]) => {
    const prefix = tagOf(item) === platforms['console']?.tag ? CONSOLE_PREFIX : '';
    return [prefix + path, renamed(item)] as const;
  });
  const adoptedPlatforms = Object.entries(platforms).map(([id, platform]) => {
    const failures = Object.entries(platform.requestFailures).map(([kind, failure]) => {
      bring('responses', failure.response);
      return [kind, { ...failure, response: rename('responses', failure.response) }];
    });
    return [id, { ...platform, requestFailures: Object.fromEntries(failures) as typeof platform.requestFailures }];
  });
  return {
    paths: Object.fromEntries(paths) as Record<string, PathItem>,
    components: components as unknown as Components,
    platforms: Object.fromEntries(adoptedPlatforms) as OpenApiDocument['x-platforms'],
    operationIds: new Set(items.flatMap(([, item]) => operationIdsOf(item))),
  };
}

function operationIdsOf(item: PathItem): string[] {
  return Object.values(item).flatMap((value: unknown) =>
    isRecord(value) && typeof value['operationId'] === 'string' ? [value['operationId']] : [],
  );
}

function tagOf(item: PathItem): string {
  for (const value of Object.values(item)) {
    const tags: unknown = isRecord(value) ? value['tags'] : undefined;
    if (Array.isArray(tags)) return String(tags[0]);
  }
  return '';
}
