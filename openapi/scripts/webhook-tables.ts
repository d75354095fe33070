import { exampleBodyOf, webhooksOf, type OpenApiDocument, type WebhookSignature } from '../policy/index.ts';
import { isRecord } from '../policy/references.ts';
import { generatedHeader } from './header.ts';

const folder = 'sdk/src/generated/webhooks';

const typesModule = `${generatedHeader}

/** What a platform sends by itself, and how a receiver can tell that it was the platform. */
export interface WebhookTable {
  readonly platform: string;
  /** The field of the body that names the event. */
  readonly eventField: string;
  readonly events: readonly string[];
  /** Absent: nothing is signed. */
  readonly signature?: SignatureScheme;
}

/** A header of \`name=value\` pairs, one of which is an HMAC-SHA256 in lower-case hexadecimal digits. */
export interface SignatureScheme {
  readonly header: string;
  /** The names of the pairs. */
  readonly fields: { readonly timestamp: string; readonly hash: string };
  /** The texts that may be what is signed, the likeliest first. */
  readonly signed: readonly string[];
  readonly timestamp: 'seconds' | 'milliseconds';
}
`;

/** The modules that tell the SDK what each platform's webhooks are: one a platform, so that unused ones fall away. */
export function webhookTables(document: OpenApiDocument): Map<string, string> {
  const platforms = [...new Set(webhooksOf(document).map(({ platform }) => platform))];
  const tables = platforms.map((id): [string, string] => [
    `${folder}/${id}.ts`,
    `${generatedHeader}
import type { WebhookTable } from './webhook-table.ts';

export const ${id} = ${JSON.stringify(tableOf(document, id), null, 2)} as const satisfies WebhookTable;
`,
  ]);
  return new Map(tables.length === 0 ? [] : [[`${folder}/webhook-table.ts`, typesModule], ...tables]);
}

function tableOf(document: OpenApiDocument, platform: string) {
  const entries = webhooksOf(document).filter((entry) => entry.platform === platform);
  const fields = new Set(
    entries.map(({ event, operation }) => {
      const example = exampleBodyOf(document, operation);
      return isRecord(example) && Object.keys(example).find((name) => example[name] === event);
    }),
  );
  const [eventField] = fields;
  if (fields.size !== 1) throw new Error(`The webhooks of ${platform} name their events in different fields.`);
  const signature = document['x-platforms'][platform]?.webhooks?.signature ?? undefined;
  return {
    platform,
    eventField,
    events: entries.map(({ event }) => event),
    ...(signature && { signature: schemeOf(signature) }),
  };
}

function schemeOf({ header, format, signed, timestamp }: WebhookSignature) {
  const names = new Map(format.split(',').map((pair) => pair.split('=').reverse() as [string, string]));
  return { header, fields: { timestamp: names.get('{timestamp}'), hash: names.get('{hash}') }, signed, timestamp };
}
