/** The URL that a request over HTTP is for. */
import type { IncomingUrl } from '../../exchange/request.ts';

/** A name or an IPv4 address, and a port. */
const PLAIN_HOST = /^[a-z0-9._-]+(:\d+)?$/i;

/** Characters that a URL keeps as they are. */
const PLAIN_TARGET = /^\/[\w~!$&()*+,;=:@%/.-]*(\?[\w~!$&()*+,;=:@%/?.-]+)?$/;

/** What may be a step to this or to the upper folder, which a URL resolves. */
const DOTS = /\/(\.|%2e)/i;

/** Hosts by what their header said; a client sends the same one with every request. */
const hosts = new Map<string, Pick<URL, 'host' | 'hostname'>>();
const MOST_HOSTS = 100;

/** The URL of a target and a `Host`, or `undefined` when they make none. */
export function urlOf(target: string, host: string): IncomingUrl | undefined {
  const known = hosts.get(host);
  if (known && PLAIN_TARGET.test(target) && !DOTS.test(target)) return new PlainUrl(known, target);
  // What a browser's URL takes for a slash is none in HTTP.
  if (target.split('?', 1)[0]?.includes('\\')) return undefined;
  if (/^https?:\/\//.test(target)) return URL.parse(target) ?? undefined;
  const url = target.startsWith('/') ? URL.parse(`http://${host}${target}`) : null;
  // A host with anything else in it, such as a user name or a path, would move the real one somewhere else.
  if (!url || (!PLAIN_HOST.test(host) && url.hostname !== host.replace(/:\d+$/, '').toLowerCase())) return undefined;
  if (hosts.size >= MOST_HOSTS) hosts.clear();
  hosts.set(host, { host: url.host, hostname: url.hostname });
  return url;
}

/** Where a name or a value is not what it says. */
const IS_ENCODED = /[%+]/;

type Parameters = IncomingUrl['searchParams'];

/** The parameters of a query in which every character stands for itself. */
class PlainParameters implements Parameters {
  readonly #search: string;

  constructor(search: string) {
    this.#search = search;
  }

  get(name: string): string | null {
    const search = this.#search;
    for (let start = 1; start < search.length;) {
      const end = firstOf(search, '&', start, search.length);
      const nameEnd = firstOf(search, '=', start, end);
      if (nameEnd - start === name.length && end > start && search.startsWith(name, start)) return search.slice(nameEnd + 1, end);
      start = end + 1;
    }
    return null;
  }
}

/** Where a letter stands first, from `start` on; `end` where it does not stand before that. */
function firstOf(text: string, letter: string, start: number, end: number): number {
  const at = text.indexOf(letter, start);
  return at < 0 || at > end ? end : at;
}

/** What a `URL` says of a host that it has seen and a target that it would not change, without its parsing. */
class PlainUrl implements IncomingUrl {
  readonly host: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly search: string;
  #params: Parameters | undefined;

  constructor({ host, hostname }: Pick<URL, 'host' | 'hostname'>, target: string) {
    this.host = host;
    this.hostname = hostname;
    const end = target.indexOf('?');
    this.pathname = end < 0 ? target : target.slice(0, end);
    this.search = end < 0 ? '' : target.slice(end);
  }

  get searchParams(): Parameters {
    return (this.#params ??= IS_ENCODED.test(this.search) ? new URLSearchParams(this.search) : new PlainParameters(this.search));
  }

  get href(): string {
    return `http://${this.host}${this.pathname}${this.search}`;
  }
}
