/** The web console: one page at `/`, and what it needs below a path that no platform has. Reads files; Node only. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { OpenApiDocument } from '@chaveiro/openapi/policy';
import { problem } from '../neutral.ts';
import { aboutOf } from './about.ts';
import { readFiles, type PageFile } from './files.ts';

/** As `base` in console/vite.config.ts. */
export const CONSOLE_PATH = '/__mock/console';

/** Answers a request that is for the console; `undefined`: it is for the mock. */
export type Pages = (
  incoming: IncomingMessage,
  response: ServerResponse,
  url: Pick<URL, 'pathname'>,
) => Promise<void> | undefined;

const NOT_BUILT = `The mock is running. Its web console has not been built yet. Build it with

  npm run build --workspace @chaveiro/mock-server

and start the mock again.
`;

/** Scripts, styles and requests of this origin alone; nobody may frame it. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What draws the API reference brings its styles inside its script. */
const OWN_POLICIES: Readonly<Record<string, string>> = {
  'reference.html': POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
};

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

interface Found {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/**
 * A path that the document has at `/` goes to the mock, as does every request for `/` that wants no page.
 * @param document the one that the mock runs.
 * @param folder where the built page is; default: in this package.
 */
export function consolePages(document: OpenApiDocument, folder = builtPage()): Pages {
  const rootIsFree = !('/' in document.paths);
  let reading: ReturnType<typeof readFiles> | undefined;
  // Neither changes, and the document is long: who asks a thousand times at once gets the same bytes.
  let [about, described]: (Found | undefined)[] = [];

  async function find(name: string, incoming: IncomingMessage): Promise<Found> {
    if (name === 'about.json') return (about ??= json(aboutOf(document)));
    if (name === 'document.json') return (described ??= json(document));
    const files = await (reading ??= readFiles(folder));
    const file = files?.get(name);
    if (file) return asSent(file, incoming, OWN_POLICIES[name] ?? POLICY);
    if (!files) return { status: 503, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: NOT_BUILT };
    return refusal(404, 'unknown_path', 'Unknown path', 'The console has no such file. Open / and let it load what it needs.');
  }

  function nameOf({ pathname }: Pick<URL, 'pathname'>, { headers }: IncomingMessage): string | undefined {
    if (pathname === '/') return rootIsFree && headers.accept?.includes('text/html') ? 'index.html' : undefined;
    if (!pathname.startsWith(CONSOLE_PATH)) return undefined;
    const rest = pathname.slice(CONSOLE_PATH.length);
    if (rest === '' || rest === '/') return 'index.html';
    return rest.startsWith('/') ? rest.slice(1) : undefined;
  }

  return (incoming, response, url) => {
    const name = nameOf(url, incoming);
    if (name === undefined) return undefined;
    if (incoming.method === 'GET' || incoming.method === 'HEAD')
      return find(name, incoming).then((found) => send(response, found));
    if (url.pathname === '/') return undefined;
    return Promise.resolve(
      send(response, refusal(405, 'method_not_allowed', 'Method not allowed', 'The files of the console can be read, no more.')),
    );
  };
}

function asSent({ type, bytes, zipped, named }: PageFile, { headers }: IncomingMessage, policy: string): Found {
  const packed = /\bgzip\b/.test(String(headers['accept-encoding'] ?? '')) ? zipped() : undefined;
  return {
    status: 200,
    headers: {
      'content-type': type,
      'content-security-policy': policy,
      'cache-control': named ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
      ...(packed && { 'content-encoding': 'gzip' }),
    },
    body: packed ?? bytes,
  };
}

function json(value: unknown): Found {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-cache' };
  return { status: 200, headers, body: Buffer.from(JSON.stringify(value)) };
}

function refusal(...parts: Parameters<typeof problem>): Found {
  const { status, body } = problem(...parts);
  return { status, headers: { 'content-type': 'application/problem+json', 'x-mock-decision': parts[1] }, body };
}

function send(response: ServerResponse, { status, headers, body }: Found): void {
  response.writeHead(status, {
    'content-security-policy': POLICY,
    ...HEADERS,
    ...headers,
    'content-length': Buffer.byteLength(body),
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

/** `dist/console`, seen from the built package and from its sources. */
function builtPage(): string {
  // CommonJS has no `import.meta`, and modules have no `__dirname`.
  const here = import.meta.dirname ?? __dirname;
  const inSources = /[\\/]src[\\/]transports[\\/]http[\\/]console$/.test(here);
  return join(here, inSources ? '../../../../dist/console' : 'console');
}
