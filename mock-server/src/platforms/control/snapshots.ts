/** Snapshots that clients over HTTP come back to by id. */
import type { components } from '@chaveiro/openapi/types';
import type { Session, Snapshot } from '../../core/session.ts';
import type { Answer } from '../../document/examples.ts';
import type { Behaviours, Context } from '../../exchange/behaviour.ts';
import { controlProblem, type Problems } from './rules.ts';
import { iso } from '../../core/clock.ts';
import { listView } from './views.ts';

interface KeptSnapshot {
  readonly id: string;
  readonly at: number;
  readonly state: Snapshot;
}

interface Album {
  /** The one that was used longest ago comes first. */
  readonly kept: Map<string, KeptSnapshot>;
  /** Counted here: the ids of the session go back with each restore. */
  taken: number;
}

/** A suite takes one before each test and never says that it is done with it: the oldest have to go by themselves. */
const CAPACITY = 100;
const albums = new WeakMap<Session, Album>();

export const snapshots = {
  listMockSnapshots: (ctx) => {
    const all = [...albumOf(ctx.session).kept.values()].sort((one, other) => one.at - other.at);
    return ctx.reply(200, listView(all.map(snapshotView)));
  },

  takeMockSnapshot: (ctx) => {
    const album = albumOf(ctx.session);
    const snapshot = { id: `snapshot_${(album.taken += 1)}`, at: ctx.now, state: ctx.session.snapshot() };
    album.kept.set(snapshot.id, snapshot);
    const oldest = album.kept.keys().next();
    if (album.kept.size > CAPACITY && !oldest.done) album.kept.delete(oldest.value);
    return ctx.reply(201, snapshotView(snapshot));
  },

  restoreMockSnapshot: (ctx) =>
    onSnapshot(ctx, (snapshot, { kept }) => {
      kept.delete(snapshot.id);
      kept.set(snapshot.id, snapshot);
      ctx.session.restore(snapshot.state);
      return ctx.reply(200, snapshotView(snapshot));
    }),

  deleteMockSnapshot: (ctx) =>
    onSnapshot(ctx, ({ id }, { kept }) => {
      kept.delete(id);
      return ctx.reply(204, undefined);
    }),
} satisfies Behaviours<'listMockSnapshots' | 'takeMockSnapshot' | 'restoreMockSnapshot' | 'deleteMockSnapshot'>;

function onSnapshot(
  ctx: Problems & Pick<Context, 'session'> & { readonly path: { readonly snapshotId: string } },
  act: (snapshot: KeptSnapshot, album: Album) => Answer,
): Answer {
  const album = albumOf(ctx.session);
  const snapshot = album.kept.get(ctx.path.snapshotId);
  return snapshot ? act(snapshot, album) : controlProblem(ctx, 'snapshot_not_found');
}

function albumOf(session: Session): Album {
  let album = albums.get(session);
  if (!album) albums.set(session, (album = { kept: new Map(), taken: 0 }));
  return album;
}

function snapshotView({ id, at }: KeptSnapshot): components['schemas']['MockSnapshot'] {
  return { id, at: iso(at) };
}
