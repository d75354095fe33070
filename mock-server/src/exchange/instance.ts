/** Which instance a request is about: a key may be locked to others. */
import type { Account } from '../core/account.ts';
import type { Session } from '../core/session.ts';
import type { Operation } from '../document/operation.ts';
import type { CheckedRequest } from './check-request.ts';

export function instanceOf(
  session: Session,
  account: Account,
  operation: Operation,
  request: CheckedRequest,
): string | undefined {
  const reference = operation.instance;
  switch (reference?.in) {
    case 'body':
      return textOrNothing(request.bodyValue(reference.pointer));
    case 'path':
      return textOrNothing(request.path[reference.name]);
    case 'resource': {
      const id = textOrNothing(request.path[reference.by]);
      const row: object | undefined = id === undefined ? undefined : session.rowOf(account.id, reference.collection, id);
      return textOrNothing(row && (row as Record<string, unknown>)[reference.field]);
    }
    default:
      return undefined;
  }
}

function textOrNothing(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
