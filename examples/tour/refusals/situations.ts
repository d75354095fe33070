/** Everything that can be wrong with a key, tried out on one platform. A policy says which of it can happen there. */
import { ConflictError } from '@chaveiro/sdk';
import { cellOf, findCell } from './matrix.ts';
import type { Row, TourKey, Trial } from './trial.ts';

/** More than any platform with a limit allows. */
const MANY_KEYS = 6;

/** In the order of the table. Each leaves its account as it found it, as far as the rules let it. */
const SITUATIONS: readonly ((trial: Trial) => Promise<Row[]>)[] = [
  missing,
  unknown,
  disabledAndDeleted,
  planWithoutApi,
  outOfScope,
  lockedElsewhere,
  wrongEndpoint,
  oneTooMany,
];

export async function tryAll(trial: Trial): Promise<Row[]> {
  const rows: Row[] = [];
  for (const situation of SITUATIONS) rows.push(...(await situation(trial)));
  return rows;
}

async function missing(trial: Trial): Promise<Row[]> {
  const { scheme, operationId } = trial.subject;
  return [await trial.refusedUnsent('missing', cellOf(scheme, 'missing_key', operationId), undefined)];
}

async function unknown(trial: Trial): Promise<Row[]> {
  return [await trial.refused('unknown', 'unknown_key', `${trial.policy.format.prefix}nobody-has-this-key`)];
}

/** One key through its life: made, disabled, enabled, deleted. Each step holds for the very next request. */
async function disabledAndDeleted(trial: Trial): Promise<Row[]> {
  const { subject, policy, console } = trial;
  const { accountId, title } = subject;
  const key = await trial.createKey();
  await trial.works('a new key works at once', key);
  const rows: Row[] = [];
  if (policy.actions.disable) {
    await console.keys.disable(accountId, key.id);
    rows.push(await trial.refused('disabled', 'disabled_key', key.secret));
    await console.keys.enable(accountId, key.id);
    await trial.works('a key that is enabled again works', key);
  } else {
    await trial.forbidden('disabling is refused', ({ keys }) => keys.disable(accountId, key.id));
    rows.push(
      trial.notApplicable('disabled', 'disabled_key', `${title} keys are never disabled, only deleted: 409 action_not_allowed`),
    );
  }
  if (policy.actions.delete) {
    await trial.deleteKey(key);
    rows.push(await trial.refused('deleted', 'deleted_key', key.secret));
  } else {
    await trial.forbidden('deleting is refused', ({ keys }) => keys.delete(accountId, key.id));
    rows.push(
      trial.notApplicable('deleted', 'deleted_key', `${title} keys are never deleted, only disabled: 409 action_not_allowed`),
    );
  }
  return rows;
}

async function planWithoutApi(trial: Trial): Promise<Row[]> {
  const { subject, policy, console } = trial;
  const { accountId, title } = subject;
  const { all, withApiAccess, onLosingAccess } = policy.plans;
  const without = all.find((plan) => !withApiAccess.includes(plan));
  if (without === undefined)
    return [trial.notApplicable('on the Free plan', 'plan_not_allowed', `every plan of ${title} has API keys`)];

  const { plan } = await console.accounts.get(accountId);
  const key = await trial.createKey();
  await console.accounts.update(accountId, { plan: without });
  const row = await trial.refused(
    without === 'free' ? 'on the Free plan' : `of a ${without} account`,
    'plan_not_allowed',
    key.secret,
  );

  await console.accounts.update(accountId, { plan });
  if (onLosingAccess === 'disable') {
    await trial.refused('back on its plan, but still disabled', 'disabled_key', key.secret);
    await console.keys.enable(accountId, key.id);
  }
  await trial.works('back on its plan, the key works', key);
  await trial.deleteKey(key);
  return [row];
}

async function outOfScope(trial: Trial): Promise<Row[]> {
  const { title, scopes } = trial.subject;
  if (!scopes) return [trial.notApplicable('out of scope', 'scope_missing', `${title} keys have no scopes`)];
  const key = await trial.createKey({ scopes: scopes.tooFew });
  const row = await trial.refused('out of scope', 'scope_missing', key.secret);
  await trial.deleteKey(key);
  return [row];
}

async function lockedElsewhere(trial: Trial): Promise<Row[]> {
  const { title, lock } = trial.subject;
  const situation = 'locked to another instance';
  if (!lock) return [trial.notApplicable(situation, 'instance_not_allowed', `${title} keys cannot be locked to anything`)];
  const key = await trial.createKey({ instances: [lock.instanceId] });
  const row = await trial.refused(situation, 'instance_not_allowed', key.secret, lock.operationId);
  await trial.deleteKey(key);
  return [row];
}

async function wrongEndpoint(trial: Trial): Promise<Row[]> {
  const { scheme, noWrongEndpoint = '' } = trial.subject;
  const cell = findCell(scheme, 'wrong_endpoint');
  if (!cell) return [trial.notApplicable('used on the wrong endpoint', 'wrong_endpoint', noWrongEndpoint)];
  return [await trial.refusedUnsent('used on the wrong endpoint', cell, 'an-api-key')];
}

/** No state of a key, but an answer of the console: the policy says how many keys an account may have. */
async function oneTooMany(trial: Trial): Promise<Row[]> {
  const { keysPerAccount: limit } = trial.policy;
  const { title, fullAccountId = trial.subject.accountId } = trial.subject;
  const situation = 'one too many';
  if (limit === null) {
    const keys: TourKey[] = [];
    while (keys.length < MANY_KEYS) keys.push(await trial.createKey());
    for (const key of keys) await trial.deleteKey(key);
    const held = trial.expect(`${situation}: there is no such number`, keys.length === MANY_KEYS);
    return [{ situation, notApplicable: `${title} sets no limit: ${MANY_KEYS} keys more were made and deleted`, held }];
  }
  const { wire, error } = await trial.inConsole(({ keys }) => keys.create(fullAccountId, { name: 'One too many' }));
  const { code, limit: named } = (wire?.body ?? {}) as { code?: string; limit?: number };
  const held = trial.expect(
    `${situation}: a conflict that names the limit of ${limit}`,
    wire?.status === 409 && code === 'key_limit_reached' && named === limit && error instanceof ConflictError,
    () => JSON.stringify(wire?.body),
  );
  return [{ situation: `${situation} (number ${limit + 1})`, wire, error, held }];
}
