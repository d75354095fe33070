/** Path and query of a request as they may be shown. */
import type { Secrets } from '../core/known-secrets.ts';
import type { Operation } from '../document/operation.ts';
import { redactedQuery, urlWithoutSecrets } from './redact.ts';
import type { IncomingUrl } from './request.ts';

/** @param parameters names of parameters that carry credentials. */
export function shownPath(
  { pathname, search }: IncomingUrl,
  operation: Operation | undefined,
  parameters: ReadonlySet<string>,
  secrets: Secrets,
): string {
  // Where it takes no parameters it is the document's text.
  const path = operation && !operation.path.includes('{') ? pathname : urlWithoutSecrets(pathname, secrets);
  return search === '' ? path : path + urlWithoutSecrets(redactedQuery(search, parameters), secrets);
}
