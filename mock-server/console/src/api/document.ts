/** The document that this mock runs: ours, or somebody's own. Asked for when it is first needed, and once. */

export interface ApiOperation {
  readonly operationId: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Reference | { readonly content: Readonly<Record<string, Media>> };
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly schema?: { readonly type?: string | readonly string[] };
  readonly example?: unknown;
}

interface Media {
  readonly examples?: Readonly<Record<string, Reference | { readonly value?: unknown }>>;
}

interface Reference {
  readonly $ref: string;
}

export interface SecurityScheme {
  readonly type: string;
  readonly in?: 'header' | 'query' | 'cookie';
  readonly name?: string;
  readonly scheme?: string;
  readonly 'x-auth-failures'?: Readonly<Record<string, { readonly alternatives?: Readonly<Record<string, unknown>> }>>;
  readonly 'x-key-policy'?: { readonly platform: string };
}

export interface ApiDocument {
  readonly 'x-platforms': Readonly<
    Record<
      string,
      {
        readonly title: string;
        readonly tag?: string;
        readonly server?: string;
        readonly choices?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
      }
    >
  >;
  readonly webhooks?: Readonly<Record<string, { readonly post?: { readonly tags?: readonly string[] } }>>;
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly securitySchemes: Readonly<Record<string, SecurityScheme>> };
}

/** An operation with where it stands. */
export interface Placed {
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
  readonly operation: ApiOperation;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];
let loading: Promise<ApiDocument> | undefined;

export function apiDocument(): Promise<ApiDocument> {
  loading ??= fetch('/__mock/console/document.json').then((response) => {
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return response.json() as Promise<ApiDocument>;
  });
  // The next one who asks tries again.
  loading.catch(() => (loading = undefined));
  return loading;
}

/** Those of the platforms and of the console; the mock's own controls are left out. */
export function operationsOf(document: ApiDocument): Placed[] {
  return Object.entries(document.paths)
    .filter(([path]) => !path.startsWith('/__mock/'))
    .flatMap(([path, item]) =>
      METHODS.flatMap((method) => {
        const operation = item[method] as ApiOperation | undefined;
        if (!operation?.operationId) return [];
        const shared = (item['parameters'] ?? []) as readonly Parameter[];
        const parameters = [...shared, ...(operation.parameters ?? [])].map((each) => resolved(document, each));
        return [{ method: method.toUpperCase(), path, operation: { ...operation, parameters } }];
      }),
    );
}

/** The first example of a JSON body, and which media type it is of. */
export function bodyOf(document: ApiDocument, { requestBody }: ApiOperation): { type: string; example: unknown } | undefined {
  if (!requestBody) return undefined;
  const { content } = resolved(document, requestBody);
  const [type, media] = Object.entries(content)[0] ?? [];
  if (type === undefined || !media) return undefined;
  const [example] = Object.values(media.examples ?? {});
  return { type, example: example && resolved(document, example).value };
}

function resolved<T extends object>(document: ApiDocument, value: T | Reference): Exclude<T, Reference> {
  if (!('$ref' in value)) return value as Exclude<T, Reference>;
  const found = value.$ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, name) => (at as Record<string, unknown>)[unescaped(name)], document);
  return found as Exclude<T, Reference>;
}

function unescaped(pointer: string): string {
  return pointer.replaceAll('~1', '/').replaceAll('~0', '~');
}
