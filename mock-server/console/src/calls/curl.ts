/** A request as a command for curl. The key comes from the environment, so that the command can be shared. */
import type { Exchange, KeyPlace } from './exchange.ts';

const JSON_TYPE = /^application\/(.*\+)?json\b/;
const FORM = 'application/x-www-form-urlencoded';

/** @param base without a slash at its end. */
export function curlOf({ method, path, query, key, body }: Exchange, base: string): string {
  const pairs = query.map(([name, value]) => [name, value].join('='));
  const search = pairs.length > 0 ? `?${pairs.join('&')}` : '';
  const url =
    key?.in === 'query'
      ? `${inDouble(`${base}${path}${search}${search ? '&' : '?'}${key.name}=`)}`.slice(0, -1) + `$${key.variable}"`
      : inSingle(`${base}${path}${search}`);
  const parts = [
    method === 'GET' ? `curl ${url}` : `curl -X ${method} ${url}`,
    ...(key ? keyHeader(key) : []),
    ...(body ? bodyParts(body.type, body.value) : []),
  ];
  return parts.join(' \\\n  ');
}

function keyHeader({ in: place, name, variable }: KeyPlace): string[] {
  switch (place) {
    case 'query':
      return [];
    case 'header':
      return [`-H "${name}: $${variable}"`];
    case 'cookie':
      return [`-H "cookie: ${name}=$${variable}"`];
    case 'basic':
      return [`-u "$${variable}"`];
    case 'bearer':
      return [`-H "authorization: Bearer $${variable}"`];
  }
}

function bodyParts(type: string, value: unknown): string[] {
  if (type === FORM && typeof value === 'object' && value !== null)
    return Object.entries(value).map(([name, each]) => `--data-urlencode ${inSingle(`${name}=${String(each)}`)}`);
  const text = typeof value === 'string' && !JSON_TYPE.test(type) ? value : JSON.stringify(value);
  return [`-H ${inSingle(`content-type: ${type}`)}`, `--data-raw ${inSingle(text)}`];
}

function inSingle(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function inDouble(text: string): string {
  return `"${text.replaceAll(/[\\"$`]/g, String.raw`\$&`)}"`;
}
