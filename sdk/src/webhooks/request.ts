/**
 * A web `Request`, as `fetch` handlers get it: in Workers, Deno, Bun, Next.js routes, and as `c.req.raw` of Hono.
 *
 * ```ts
 * export default { fetch: (request: Request) => receiver.receive(request) };
 * ```
 */
export interface WebRequest {
  /** The whole address. */
  readonly url: string;
  /** The headers of the request. */
  readonly headers: { get(name: string): string | null };
  /** Whether somebody has read the body. */
  readonly bodyUsed: boolean;
  /** The body as a stream. */
  readonly body: {
    getReader(): {
      read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
      cancel(): Promise<void>;
    };
  } | null;
}

/**
 * A request of Node's HTTP server, or of a framework on top: Express, Fastify, Nest, Koa (`ctx.req`), cloud functions.
 * What a framework has read is taken from `rawBody`, or from `body` where that is text or bytes.
 *
 * ```ts
 * app.post('/zenvio', express.raw({ type: 'application/json' }), (request) => receiver.receive(request));
 * ```
 */
export interface NodeRequest {
  /** Path and query. */
  readonly url?: string | undefined;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** What a framework kept of the bytes. */
  readonly rawBody?: string | Uint8Array | undefined;
  /** What a framework made of the body. */
  readonly body?: unknown;
  /** Of Node's streams: whether somebody has read from it. */
  readonly readableDidRead?: boolean | undefined;
  [Symbol.asyncIterator]?(): AsyncIterator<unknown>;
}

/**
 * What a delivery comes in.
 *
 * ```ts
 * const receive = (request: WebhookRequest) => zenvio.receive(request);
 * ```
 */
export type WebhookRequest = WebRequest | NodeRequest;

export function isWebRequest(request: WebhookRequest): request is WebRequest {
  return typeof request.headers.get === 'function';
}

/** The values of a header, whatever the case of its name. */
export function headerOf(request: WebhookRequest, name: string): string | undefined {
  if (isWebRequest(request)) return request.headers.get(name) ?? undefined;
  const wanted = name.toLowerCase();
  const values = Object.entries(request.headers).flatMap(([one, value]) => (one.toLowerCase() === wanted ? (value ?? []) : []));
  return values.length ? values.join(',') : undefined;
}

/** The values of a parameter of the query. */
export function queryOf({ url = '' }: WebhookRequest, name: string): readonly string[] {
  const [beforeFragment = ''] = url.split('#');
  const at = beforeFragment.indexOf('?');
  return at < 0 ? [] : new URLSearchParams(beforeFragment.slice(at + 1)).getAll(name);
}
