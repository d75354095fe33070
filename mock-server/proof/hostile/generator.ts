/** Hostile requests from the document: the n-th one of a seed is always the same, and needs none before it. */
import { bends, bytesOfTree, damages } from './bodies.ts';
import { headerDamages } from './headers.ts';
import type { Tree } from './json-tree.ts';
import { Random } from './random.ts';
import type { Field, Shot } from './shot.ts';
import type { Target, Targets } from './targets.ts';
import { pathDamages, queryDamages } from './urls.ts';

/** A request on its way to its ruin. */
interface Draft {
  method: string;
  segments: string[];
  pairs: string[];
  fields: Field[];
  body: Buffer | undefined;
  chunked: boolean;
  readonly how: string[];
}

type Aim = 'body' | 'path' | 'query' | 'headers' | 'method' | 'key';

const METHODS = [
  'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND', 'M-SEARCH', 'PURGE', 'QUERY', 'get', 'FOO',
  'POSTT', '__proto__',
]; // prettier-ignore
/** Places of the server that no operation has. */
const OTHER_PATHS = [
  '/', '//', '/%zz', '/~outra', '/~', '/~outra/contacts', '/~..%2f/contacts', '/__mock', '/__mock/', '/__mock/console', '/__mock/console/',
  '/__mock/console/index.html', '/__mock/console/about.json', '/__mock/console/../../package.json', '/__mock/console/%2e%2e/package.json',
  '/__mock/console/assets/', '/__mock/console/__proto__', '/favicon.ico', '/robots.txt', '/.env', '/*',
]; // prettier-ignore

/** @param index which one of the seed. */
export function shotOf(targets: Targets, seed: number, index: number): Shot {
  const random = new Random(seed, index);
  // Each operation gets its turn; what is done to it is chance.
  const target = targets.all[index % targets.all.length]!;
  const draft = draftOf(target, random);
  if (random.chance(0.02)) {
    draft.segments = random.pick(OTHER_PATHS).split('/');
    draft.how.push('another place');
  }
  const aims = aimsFor(target);
  for (let left = random.pick([1, 1, 1, 2, 3]); left > 0; left--) damage(draft, random.pick(aims), targets, target, random);
  if (draft.body && random.chance(0.1)) draft.chunked = true;
  const guarded = random.chance(0.15);
  if (guarded && random.chance(0.6)) draft.fields.push(['x-mock-control-token', targets.controlToken]);
  return {
    method: draft.method,
    target: draft.segments.join('/') + (draft.pairs.length > 0 ? `?${draft.pairs.join('&')}` : ''),
    headers: draft.fields,
    body: draft.body,
    chunked: draft.chunked,
    guarded,
    operation: target.id,
    how: draft.how,
  };
}

function draftOf({ requests, method, bodies }: Target, random: Random): Draft {
  const request = random.chance(0.75) ? requests[0]! : random.pick(requests);
  const [path = '', query] = request.path.split('?');
  const tree = bodies.length > 0 ? structuredClone(random.pick(bodies)) : undefined;
  return {
    method,
    segments: path.split('/'),
    pairs: query === undefined ? [] : query.split('&'),
    fields: [...request.headers],
    body: tree && bytesOfTree(tree),
    chunked: false,
    how: [],
  };
}

function aimsFor({ bodies, parameters, method }: Target): readonly Aim[] {
  const common: Aim[] = ['path', 'query', 'headers', 'headers', 'method', 'key'];
  if (bodies.length > 0) return [...common, 'body', 'body', 'body', 'body', 'body', 'body'];
  // Also to what takes no body one is sent now and then.
  return [
    ...common,
    ...(parameters.some((one) => one.in === 'query') ? (['query', 'query'] as const) : []),
    ...(method === 'GET' ? [] : (['body'] as const)),
  ];
}

function damage(draft: Draft, aim: Aim, targets: Targets, target: Target, random: Random): void {
  const { words } = targets;
  const done = (name: string) => void draft.how.push(name);
  switch (aim) {
    case 'path': {
      const name = random.pick(Object.keys(pathDamages));
      pathDamages[name]!(draft.segments, random, words);
      return done(`path: ${name}`);
    }
    case 'query': {
      const name = random.chance(0.5) ? 'declared parameter' : random.pick(Object.keys(queryDamages));
      queryDamages[name]!(draft.pairs, random, target.parameters, words);
      return done(`query: ${name}`);
    }
    case 'headers': {
      const name = random.pick(Object.keys(headerDamages));
      headerDamages[name]!(draft.fields, random, words);
      return done(`headers: ${name}`);
    }
    case 'method':
      draft.method = random.pick(METHODS);
      return done(`method: ${draft.method}`);
    case 'key':
      return done(`key: ${misplaceKey(draft, targets, random)}`);
    case 'body':
      return done(`body: ${spoilBody(draft, targets, target, random)}`);
  }
}

/** A key that is another's, in another place, there twice, or not there. */
function misplaceKey(draft: Draft, { secrets }: Targets, random: Random): string {
  const secret = random.pick(secrets);
  switch (random.below(6)) {
    case 0:
      draft.fields = draft.fields.filter(([name]) => name !== 'authorization' && name !== 'x-api-key');
      draft.pairs = draft.pairs.filter((pair) => !pair.startsWith('api_key='));
      return 'none';
    case 1:
      draft.fields.push(['authorization', `Bearer ${secret}`]);
      return 'as a bearer, beside the other';
    case 2:
      draft.fields.push(['x-api-key', secret]);
      return 'as a header, beside the other';
    case 3:
      draft.pairs.push(`${random.pick(['api_key', 'key', 'token', 'q', 'apiKeyId', 'email'])}=${secret}`);
      return 'in the query';
    case 4:
      draft.segments.push(secret);
      return 'in the path';
    default:
      draft.fields = [...draft.fields.filter(([name]) => name !== 'x-mock-control-token'), ['x-mock-control-token', secret]];
      return 'as a control token';
  }
}

function spoilBody(draft: Draft, { document, words }: Targets, { bodies, schema, bodyLimit }: Target, random: Random): string {
  const frame = { document, schema, limit: bodyLimit, words };
  const tree: Tree = bodies.length > 0 ? structuredClone(random.pick(bodies)) : { kind: 'object', members: [] };
  if (bodies.length === 0) draft.fields.push(['content-type', 'application/json']);
  // A body of megabytes costs as much as a thousand others.
  const names = Object.keys(bends).filter((name) => !name.includes('limit') || random.chance(0.02));
  if (random.chance(0.3)) {
    const name = random.pick(names);
    draft.body = bends[name]!(draft.body ?? bytesOfTree(tree), random, frame);
    return name;
  }
  const root = { tree };
  const name = random.pick(Object.keys(damages));
  damages[name]!(root, random, frame);
  draft.body = bytesOfTree(root.tree);
  return name;
}
