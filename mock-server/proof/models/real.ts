/** The mock under proof, as the commands see it: a client over HTTP, in a session of its own. */
import type { Got, Sent, Wire } from '../wire/wire.ts';
import { Divergence } from './expect.ts';
import type { PlatformModel } from './platform.ts';
import type { World } from './world.ts';

export interface Real {
  readonly wire: Wire;
  readonly platform: PlatformModel;
  /** Kills the server and starts it again on its data file; absent where it has none. */
  readonly restart?: () => Promise<void>;
}

/** Sends all at once. Whatever comes back, no key's secret is in it, but for `mayShow` and that of a key just created. */
export async function exchange(world: World, { wire }: Real, sent: readonly Sent[], mayShow?: string): Promise<Got[]> {
  const answers = await wire.together(sent);
  for (const [index, got] of answers.entries()) {
    const { method, path } = sent[index]!;
    const created = method === 'POST' && got.status === 201 ? (got.json as { secret?: string }).secret : undefined;
    const shown = world.memory.keys.find(({ secret }) => secret !== mayShow && secret !== created && isIn(got, secret));
    if (!shown) continue;
    throw new Divergence(`${method} ${path}: the answer shows the secret of ${shown.id}: ${got.text.slice(0, 400)}`);
  }
  return answers;
}

/** A request to the dashboard as the person at it, or to the mock's controls. */
export async function ask(world: World, real: Real, sent: Sent, mayShow?: string): Promise<Got> {
  const control = sent.path.startsWith('/__mock');
  const headers = control ? sent.headers : { authorization: `Bearer ${world.actor}`, ...sent.headers };
  const [got] = await exchange(world, real, [{ ...sent, ...(headers && { headers }) }], mayShow);
  // The journal keeps one entry for an id, and ids come again after a restore.
  if (!control) world.log.delete(got!.requestId);
  return got!;
}

function isIn({ text, headers }: Got, secret: string): boolean {
  return text.includes(secret) || Object.values(headers).some((value) => String(value).includes(secret));
}
