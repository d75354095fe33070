/** One keep-alive HTTP client that remembers what it sent, and never forgets a secret it has seen. */
import { Agent, request } from 'node:http';

export interface Sent {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Without the headers that are common to the client's requests. */
  readonly bare?: boolean;
}

export interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The parsed body, or `undefined` where there is none or it is no JSON. */
  readonly json: unknown;
  /** `x-mock-decision`. */
  readonly decision: string;
  /** `x-mock-request-id`. */
  readonly requestId: string;
}

/** What was done, in order: requests that went out together share an `at`; `restart` is a killed server. */
export type Line = { readonly at: number; readonly sent: Sent; got?: Got } | { readonly at: number; readonly restart: true };

export class Wire implements Disposable {
  #agent = new Agent({ keepAlive: true });
  #at = 0;
  origin: string;
  readonly lines: Line[] = [];
  /** Sent with every request. */
  readonly common: Readonly<Record<string, string>>;

  /** @param common headers of every request, such as the one that names the session. */
  constructor(origin: string, common: Readonly<Record<string, string>> = {}) {
    this.origin = origin;
    this.common = common;
  }

  async send(sent: Sent): Promise<Got> {
    return (await this.together([sent]))[0]!;
  }

  /** All at once, each on a connection of its own. */
  async together(all: readonly Sent[]): Promise<Got[]> {
    const at = ++this.#at;
    return Promise.all(
      all.map(async (sent) => {
        const line: Line = { at, sent };
        this.lines.push(line);
        return (line.got = await this.#exchange(sent));
      }),
    );
  }

  /** The server was killed, and is there again. */
  restarted(origin: string): void {
    this.lines.push({ at: ++this.#at, restart: true });
    this.#agent.destroy();
    this.#agent = new Agent({ keepAlive: true });
    this.origin = origin;
  }

  #exchange({ method, path, headers, body, bare = false }: Sent): Promise<Got> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const outgoing = request(
        this.origin + path,
        {
          method,
          agent: this.#agent,
          headers: {
            ...(!bare && this.common),
            ...headers,
            ...(text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
          },
        },
        (incoming) => {
          let received = '';
          incoming.setEncoding('utf8');
          incoming.on('data', (chunk: string) => (received += chunk));
          incoming.on('error', reject);
          incoming.on('end', () => resolve(gotOf(incoming.statusCode ?? 0, incoming.headers, received)));
        },
      );
      outgoing.on('error', reject);
      outgoing.end(text);
    });
  }

  [Symbol.dispose](): void {
    this.#agent.destroy();
  }
}

function gotOf(status: number, headers: Got['headers'], text: string): Got {
  let json: unknown;
  try {
    json = text === '' ? undefined : JSON.parse(text);
  } catch {
    json = undefined;
  }
  const header = (name: string) => String(headers[name] ?? '');
  return { status, headers, text, json, decision: header('x-mock-decision'), requestId: header('x-mock-request-id') };
}
