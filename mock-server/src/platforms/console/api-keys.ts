/** The key screens: list, create, rename, disable, enable, delete, reveal. */
import {
  createKey,
  deleteKey,
  disableKey,
  enableKey,
  isOfKind,
  liveKey,
  renameKey,
  revealKey,
} from '../../core/key-lifecycle.ts';
import { currentState, type Key } from '../../core/key.ts';
import { done } from '../../core/outcome.ts';
import type { Behaviours, Context } from '../../exchange/behaviour.ts';
import { forManagers, LOCKABLE, type KeyScreen } from './access.ts';
import { issuesOfName, issuesOfNewKey, nothingToChange } from './key-request.ts';
import { brokenRule, problem } from './problem.ts';
import { keyView } from './views.ts';

export const apiKeys = {
  /** Oldest first, without the deleted ones and without keys of schemes that no key screen manages. */
  listApiKeys: forManagers<'listApiKeys'>((ctx, { account, scheme }) => {
    const items = ctx.session.keys
      .values()
      .filter((key) => key.accountId === account.id && isOfKind(key, scheme) && currentState(key).status !== 'deleted')
      .map((key) => keyView(ctx.session, key));
    return ctx.reply(200, { items, total: items.length });
  }),

  createApiKey: forManagers<'createApiKey'>((ctx, { account, scheme }) => {
    const { session, body } = ctx;
    const { lockTo } = scheme.policy;
    const isInstance = (id: string) => lockTo !== null && session.rowOf(account.id, LOCKABLE[lockTo], id) !== undefined;
    const issues = issuesOfNewKey(body, scheme.policy, isInstance);
    if (issues.length > 0) return ctx.invalid(issues);

    const { name, scopes, instances } = body;
    const created = createKey(session, scheme, account, { name, scopes, instances });
    if (!created.ok) return brokenRule(ctx, scheme.policy, created);
    const { key, secret } = created.value;
    return ctx.reply(201, { ...keyView(session, key), secret });
  }),

  getApiKey: forManagers<'getApiKey'>((ctx, screen) => {
    const key = keyOnScreen(ctx, screen);
    return key ? ctx.reply(200, keyView(ctx.session, key)) : problem(ctx, 'key_not_found');
  }),

  /** Changes everything that was asked for, or nothing. */
  updateApiKey: forManagers<'updateApiKey'>((ctx, screen) => {
    const { session, body } = ctx;
    const { account, scheme } = screen;
    const key = keyOnScreen(ctx, screen);
    if (!key) return problem(ctx, 'key_not_found');
    const { name, status } = body;
    if (name === undefined && status === undefined) return ctx.invalid(nothingToChange('name', 'status'));
    const issues = name === undefined ? [] : issuesOfName(name);
    if (issues.length > 0) return ctx.invalid(issues);

    const renamed = name === undefined ? done(key) : renameKey(session, scheme, key.id, name);
    if (!renamed.ok) return brokenRule(ctx, scheme.policy, renamed, 'name');
    const switched =
      status === undefined
        ? renamed
        : status === 'disabled'
          ? disableKey(session, scheme, key.id)
          : enableKey(session, scheme, account, key.id);
    if (switched.ok) return ctx.reply(200, keyView(session, switched.value));
    session.keys.update(key.id, key);
    return brokenRule(ctx, scheme.policy, switched, 'status');
  }),

  deleteApiKey: forManagers<'deleteApiKey'>((ctx, screen) => {
    const key = keyOnScreen(ctx, screen);
    if (!key) return problem(ctx, 'key_not_found');
    const deleted = deleteKey(ctx.session, screen.scheme, key.id);
    return deleted.ok ? ctx.reply(204, undefined) : brokenRule(ctx, screen.scheme.policy, deleted);
  }),

  revealApiKey: forManagers<'revealApiKey'>((ctx, screen) => {
    const key = keyOnScreen(ctx, screen);
    if (!key) return problem(ctx, 'key_not_found');
    const secret = revealKey(ctx.session, screen.scheme, key.id);
    return secret.ok ? ctx.reply(200, { id: key.id, secret: secret.value }) : brokenRule(ctx, screen.scheme.policy, secret);
  }),
} satisfies Behaviours<'listApiKeys' | 'createApiKey' | 'getApiKey' | 'updateApiKey' | 'deleteApiKey' | 'revealApiKey'>;

/** A key that the account's key screen shows; a deleted one, or another account's, is not there. */
function keyOnScreen(
  ctx: Context<'getApiKey' | 'updateApiKey' | 'deleteApiKey' | 'revealApiKey'>,
  { account, scheme }: KeyScreen,
): Key | undefined {
  const key = liveKey(ctx.session, ctx.path.keyId);
  return key?.accountId === account.id && isOfKind(key, scheme) ? key : undefined;
}
