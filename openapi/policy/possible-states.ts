import type { AuthState } from './auth-state.ts';
import type { KeyPolicy, RateLimit } from './key-policy.ts';
import type { OpenApiDocument } from './openapi-document.ts';
import { exampleBodyOf, requirementsOf, type OperationEntry } from './operations.ts';
import { atPointer } from './references.ts';

/**
 * The states that a policy makes possible, each with the line that does.
 * @param schemesOfPlatform how many key schemes the platform has
 */
export function possibleStates(policy: KeyPolicy, schemesOfPlatform: number): Map<AuthState, string> {
  const { actions, plans, products, rateLimits, scopes } = policy;
  const rules: [AuthState, boolean, string][] = [
    ['missing_key', true, 'a request can come without a key'],
    ['unknown_key', true, 'a request can come with any key'],
    ['deleted_key', actions.delete, 'actions.delete is true'],
    ['disabled_key', actions.disable || plans.onLosingAccess === 'disable', disabledBecause(policy)],
    ['expired_key', policy.expires !== 'never', `expires is ${policy.expires}`],
    ['plan_not_allowed', plans.withApiAccess.length < plans.all.length, 'plans.withApiAccess has not all plans'],
    ['wrong_product', products !== null, 'products is not null'],
    ['wrong_endpoint', schemesOfPlatform > 1, 'the platform has more than one key scheme'],
    ['scope_missing', scopes.length > 0, 'scopes is not empty'],
    ['instance_not_allowed', policy.lockTo !== null, `lockTo is ${policy.lockTo}`],
    ...rateLimits.map((limit): [AuthState, boolean, string] => [limit.state, true, `rateLimits has ${limit.id}`]),
  ];
  return new Map(rules.filter(([, possible]) => possible).map(([state, , because]) => [state, because]));
}

function disabledBecause({ actions }: KeyPolicy): string {
  return actions.disable ? 'actions.disable is true' : 'plans.onLosingAccess is disable';
}

/** Whether a state that the scheme knows can happen on this operation, which takes the scheme. */
export function canHappen(
  document: OpenApiDocument,
  entry: OperationEntry,
  scheme: string,
  rateLimits: readonly RateLimit[],
  state: AuthState,
): boolean {
  const { operation } = entry;
  switch (state) {
    case 'scope_missing':
      return requirementsOf(operation).some((requirement) => requirement.scheme === scheme && requirement.scopes.length > 0);
    case 'instance_not_allowed':
      return operation['x-instance'] !== undefined && operation['x-instance'].in !== 'list';
    default: {
      const limits = rateLimits.filter((limit) => limit.state === state);
      if (limits.length === 0 || limits.some((limit) => limit.per === 'account')) return true;
      const body = exampleBodyOf(document, operation);
      return limits.some((limit) => atPointer(body, limit.subject ?? '') !== undefined);
    }
  }
}
