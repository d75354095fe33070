import type { OpenApiDocument } from '../openapi-document.ts';
import { exampleBodyOf, parametersOf, webhooksOf, type WebhookEntry } from '../operations.ts';
import { platformSchema, type Platform } from '../platform.ts';
import type { Problem } from '../problem.ts';
import { isRecord } from '../references.ts';

/** Checks that webhooks and what `x-platforms` says of them agree. */
export function checkWebhooks(document: OpenApiDocument): Problem[] {
  const entries = webhooksOf(document);
  return [
    ...entries.flatMap((entry) => checkWebhook(document, entry)),
    ...Object.entries(document['x-platforms'])
      .filter(([id, { webhooks }]) => webhooks !== undefined && !entries.some(({ platform }) => platform === id))
      .map(([id]) => ({ path: ['x-platforms', id, 'webhooks'], message: 'the document has no webhook of this platform' })),
  ];
}

function checkWebhook(document: OpenApiDocument, entry: WebhookEntry): Problem[] {
  const { platform, method, event, operation, at } = entry;
  if (platform === '') return [{ path: [...at, 'tags'], message: 'the first tag has to be that of a platform in x-platforms' }];
  const example = exampleBodyOf(document, operation);
  return [
    ...(method === 'post' ? [] : [{ path: at, message: 'a webhook comes by post' }]),
    ...(isRecord(example) && Object.values(example).includes(event)
      ? []
      : [{ path: [...at, 'requestBody'], message: `needs an example whose body names the event ${event}` }]),
    ...checkSignature(document, entry, document['x-platforms'][platform]),
  ];
}

function checkSignature(document: OpenApiDocument, entry: WebhookEntry, platform: Platform | undefined): Problem[] {
  // One that cannot be read is `checkExtensions`' business.
  const webhooks = platformSchema.safeParse(platform).data?.webhooks ?? platform?.webhooks;
  if (webhooks === undefined) {
    return [
      {
        path: ['x-platforms', entry.platform, 'webhooks'],
        message: `missing line: ${entry.event} is a webhook of this platform`,
      },
    ];
  }
  const header = webhooks.signature?.header;
  const hasHeader = parametersOf(document, entry).some((parameter) => parameter.in === 'header' && parameter.name === header);
  if (header === undefined || hasHeader) return [];
  return [{ path: [...entry.at, 'parameters'], message: `missing parameter: the header ${header}, which has the signature` }];
}
