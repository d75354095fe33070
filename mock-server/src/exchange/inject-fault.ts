/** Adds a fault to a session, and tells at once when its target is none of the document's. */
import { didYouMean } from '@chaveiro/openapi/policy';
import { addFault, type Fault, type NewFault } from '../core/fault.ts';
import type { Session } from '../core/session.ts';
import type { LoadedDocument } from '../document/load.ts';

/** @throws {RangeError} for a platform or operation that the document does not have, and as {@link addFault}. */
export function injectFault(session: Session, document: LoadedDocument, fault: NewFault): Fault {
  const { platform, operationId } = fault.on ?? {};
  if (platform !== undefined) mustKnow('platform', platform, document.platforms);
  if (operationId !== undefined) mustKnow('operation', operationId, document.operationById);
  return addFault(session.faults, session.ids, fault);
}

function mustKnow(what: string, name: string, known: ReadonlyMap<string, unknown>): void {
  if (!known.has(name)) throw new RangeError(`The document has no ${what} "${name}"${didYouMean(name, known.keys())}`);
}
