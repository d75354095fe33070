/** The largest bodies that every operation lets in, one after the other and nothing put back: neither time nor memory runs away. */
import { document } from '@chaveiro/openapi';
import { RawClient } from './raw-client.ts';
import { reproduce, start } from './reproduce.ts';
import { bytesOf, type Shot } from './shot.ts';
import type { Target, Targets } from './targets.ts';
import type { Heap } from './watch.ts';
import type { Watched } from './watched-process.ts';
import { bytesOfTree } from './bodies.ts';
import { placesOf, raw, type Tree } from './json-tree.ts';

export interface FloodsProof {
  readonly requests: number;
  readonly megabytes: number;
  /** Milliseconds of work for one answer. */
  readonly hardest: number;
  readonly hardestWas: string;
  readonly before: Heap;
  readonly after: Heap;
  readonly failures: readonly string[];
}

/** A body that fills what is left of the limit. */
type Fill = (room: number) => string;

const FILLS: Readonly<Record<string, Fill>> = {
  'one long text': (room) => JSON.stringify('a'.repeat(room)),
  'one long text of escapes': (room) => `"${'\\u0041'.repeat(room / 6)}"`,
  'words like keys': (room) => JSON.stringify('sk_live_chav '.repeat(room / 13)),
  'short words': (room) => JSON.stringify('palavras '.repeat(room / 9)),
  'items of nothing': (room) => `[${'{},'.repeat(room / 3)}{}]`,
  'items of text': (room) => `[${'"a",'.repeat(room / 4)}"a"]`,
  'many members': (room) => `{${Array.from({ length: room / 14 }, (_, n) => `"m${n}":1`).join()}}`,
  'members like others': (room) => `{${Array.from({ length: room / 18 }, (_, n) => `"pingbak${n}":{}`).join()}}`,
  'a member with a long name': (room) => `{"${'b'.repeat(room)}":1}`,
  'nested to the edge': (room) => `[${`${'['.repeat(60)}${']'.repeat(60)},`.repeat(room / 121)}1]`,
  'almost an address': (room) => JSON.stringify(`${'a.'.repeat(room / 2)}@`),
  digits: (room) => JSON.stringify('5'.repeat(room)),
};

const BOUND_MS = 60_000;

/** @param largest bytes of a body, where an operation takes more. */
export async function proveFloods(
  watched: Watched,
  { all }: Targets,
  {
    largest,
    hardestAllowed,
    kinds = Object.keys(FILLS),
  }: { readonly largest: number; readonly hardestAllowed: number; readonly kinds?: readonly string[] },
): Promise<FloodsProof> {
  using client = new RawClient(watched.ports.unwatched, BOUND_MS);
  const failures: string[] = [];
  let [requests, bytes, hardest, hardestWas] = [0, 0, 0, ''];
  const before = await watched.heap();
  for (const target of all.filter(({ bodies, platform }) => bodies.length > 0 && platform in document['x-platforms'])) {
    for (const kind of kinds) {
      for (const shot of shotsOf(target, kind, largest)) {
        const began = await watched.cpu();
        const outcome = await client.ask(bytesOf(shot), shot.method);
        const worked = (await watched.cpu()) - began;
        requests += 1;
        bytes += shot.body!.length;
        const what = `${target.id}, ${shot.how.join(', ')}, ${shot.body!.length} bytes`;
        if (outcome.kind !== 'reply') failures.push(`${what}: ${outcome.kind}\n${start()}\n${reproduce(shot)}`);
        else if (outcome.reply.status >= 500)
          failures.push(`${what}: ${outcome.reply.status} ${outcome.reply.body.slice(0, 300)}`);
        if (worked > hardest) [hardest, hardestWas] = [worked, what];
        if (worked > hardestAllowed) failures.push(`${what}: took ${Math.round(worked)} ms of work`);
      }
    }
  }
  return { requests, megabytes: Math.round(bytes / 1e6), hardest, hardestWas, before, after: await watched.heap(), failures };
}

/** In place of the body, of its first member, and of its last one; with a key, and without. */
function* shotsOf(target: Target, kind: string, largest: number): Generator<Shot> {
  const { requests, method, id, bodies, bodyLimit } = target;
  const [request] = requests;
  for (const place of ['all of it', 'the first member', 'the last member', 'beside the others'] as const) {
    const root = { tree: structuredClone(bodies[0]!) };
    const room = Math.min(bodyLimit, largest) - bytesOfTree(root.tree).length - 200;
    put(root, place, raw(FILLS[kind]!(room)));
    const headers = [...request!.headers];
    const keyless = headers.filter(([name]) => name !== 'authorization' && name !== 'x-api-key');
    const body = bytesOfTree(root.tree);
    for (const fields of place === 'all of it' ? [headers, keyless] : [headers])
      yield { method, target: request!.path, headers: fields, body, guarded: false, operation: id, how: [kind, place] };
  }
}

function put(root: { tree: Tree }, place: string, filling: Tree): void {
  if (place === 'all of it') root.tree = filling;
  else if (place === 'beside the others' && root.tree.kind === 'object') root.tree.members.push(['mais', filling]);
  else {
    const leaves = placesOf(root).filter(({ tree, path }) => tree.kind === 'text' && path.length > 0);
    const leaf = place === 'the first member' ? leaves[0] : leaves.at(-1);
    if (leaf) leaf.replace(filling);
    else root.tree = filling;
  }
}
