/** Keys of an account: what its dashboard can do with them, under the rules of the platform. */
import type { KeyHandle } from '../../api/key-handle.ts';
import type { Answer } from '../../document/examples.ts';
import type { Behaviours, Context } from '../../exchange/behaviour.ts';
import { nothingToChange } from '../console/key-request.ts';
import { problem } from '../console/problem.ts';
import { onAccount } from './accounts.ts';
import { controlProblem, issue } from './rules.ts';
import { keyView, listView } from './views.ts';

export const keys = {
  /** Oldest first; also disabled and deleted ones. */
  listMockKeys: (ctx) =>
    onAccount(ctx, ({ id }) => ctx.reply(200, listView(ctx.session.keysOf(id).map((key) => keyView(ctx.session, key))))),

  createMockKey: (ctx) =>
    onAccount(ctx, (account, handle) => {
      const { id, scheme } = ctx.body;
      const schemes = ctx.schemesOf(account.platform).map(({ name }) => name);
      if (scheme !== undefined && !schemes.includes(scheme))
        return ctx.invalid([issue(['scheme'], `must be one of: ${schemes.join(', ')}`)]);
      if (id !== undefined && ctx.session.keys.get(id)) return controlProblem(ctx, 'id_taken');
      const key = handle.keys.create(ctx.body);
      return ctx.reply(201, { ...viewOf(ctx, key), secret: key.secret });
    }),

  getMockKey: (ctx) => onKey(ctx, (key) => ctx.reply(200, viewOf(ctx, key))),

  /** Changes everything that was asked for, or nothing. */
  updateMockKey: (ctx) =>
    onKey(ctx, (key) => {
      const { name, status } = ctx.body;
      if (name === undefined && status === undefined) return ctx.invalid(nothingToChange('name', 'status'));
      const before = ctx.session.keys.get(key.id);
      try {
        if (name !== undefined) key.rename(name);
        if (status === 'active') key.enable();
        if (status === 'disabled') key.disable();
      } catch (error) {
        if (before) ctx.session.keys.update(key.id, before);
        throw error;
      }
      return ctx.reply(200, viewOf(ctx, key));
    }),

  deleteMockKey: (ctx) =>
    onKey(ctx, (key) => {
      key.delete();
      return ctx.reply(200, viewOf(ctx, key));
    }),

  expireMockKey: (ctx) =>
    onKey(ctx, (key) => {
      key.expire();
      return ctx.reply(200, viewOf(ctx, key));
    }),

  revealMockKey: (ctx) => onKey(ctx, (key) => ctx.reply(200, { id: key.id, secret: key.reveal() })),
} satisfies Behaviours<
  'listMockKeys' | 'createMockKey' | 'getMockKey' | 'updateMockKey' | 'deleteMockKey' | 'expireMockKey' | 'revealMockKey'
>;

function onKey(
  ctx: Parameters<typeof onAccount>[0] & { readonly path: { readonly keyId: string } },
  act: (key: KeyHandle) => Answer,
): Answer {
  return onAccount(ctx, (account, handle) => {
    const key = ctx.session.keys.get(ctx.path.keyId);
    return key?.accountId === account.id ? act(handle.keys.get(key.id)) : problem(ctx, 'key_not_found');
  });
}

function viewOf({ session }: Pick<Context, 'session'>, { id }: KeyHandle) {
  const key = session.keys.get(id);
  if (!key) throw new Error(`The key ${id} is gone within its own request.`);
  return keyView(session, key);
}
