/** The request that an operation's examples describe, with a zero-setup credential that opens it. */
import type { OpenApiDocument, OperationEntry } from '@chaveiro/openapi/policy';
import { requirementsOf } from '@chaveiro/openapi/policy';
import { exampleRequest, type SentKey } from '../../openapi/scripts/example-request.ts';
import { placementOf } from '../../openapi/scripts/placement.ts';
import type { Sent } from './transports.ts';

export function exampleRequestOf(document: OpenApiDocument, entry: OperationEntry): Sent {
  const [requirement] = requirementsOf(entry.operation);
  return exampleRequest(document, entry, requirement && credential(document, entry.platform, requirement.scheme));
}

function credential(document: OpenApiDocument, platform: string, name: string): SentKey {
  const scheme = document.components.securitySchemes[name];
  if (!scheme) throw new Error(`The document has no scheme ${name}.`);
  const owner = scheme['x-zero-setup-sessions']?.find(({ role }) => role === 'owner');
  const keys = (document['x-platforms'][platform]?.zeroSetup?.accounts ?? []).flatMap((account) => account.keys);
  const secret = owner?.token ?? keys.find((key) => key.scheme === name && key.state === 'active')?.secret;
  if (secret === undefined) throw new Error(`No zero-setup credential opens operations of ${name}.`);
  return { placement: placementOf(name, scheme), secret };
}
