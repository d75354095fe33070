import * as z from 'zod';
import { evidenceLines } from './evidence.ts';
import { lines } from './lines.ts';
import { platformWebhooksSchema } from './webhooks.ts';
import { zeroSetupAccountSchema } from './zero-setup.ts';

/** What can be wrong with a request before any operation looks at it. */
export const requestFailureKinds = [
  'malformed_json',
  'missing_body',
  'unsupported_media_type',
  'payload_too_large',
  'uri_too_long',
  'bad_encoding',
  'unknown_path',
  'method_not_allowed',
  'server_error',
] as const;

export type RequestFailureKind = (typeof requestFailureKinds)[number];

export const requestFailureSchema = lines({
  status: z.int().min(400).max(599),
  /** Name in `components.responses`. */
  response: z.string(),
  /** Name of the example in that response. */
  example: z.string(),
  ...evidenceLines,
});

export type RequestFailure = z.infer<typeof requestFailureSchema>;

const byteLimitSchema = lines({ value: z.int().positive(), ...evidenceLines });

/** A plausible way to answer that a session may choose in place of the default one. */
const choiceSchema = lines({ summary: z.string(), ...evidenceLines });

const requestFailuresShape = Object.fromEntries(requestFailureKinds.map((kind) => [kind, requestFailureSchema])) as Record<
  RequestFailureKind,
  typeof requestFailureSchema
>;

/** One entry of `x-platforms`. */
export const platformSchema = lines({
  title: z.string(),
  /** The tag of its operations. */
  tag: z.string(),
  /** The real base URL; the console and the control interface have none. */
  server: z.exactOptional(z.url()),
  /** Further base URLs, and base paths (`/v2`) under which any host serves it. */
  otherServers: z.exactOptional(z.array(z.string())),
  summary: z.string(),
  limits: lines({ bodyBytes: byteLimitSchema, urlBytes: byteLimitSchema }),
  requestFailures: lines(requestFailuresShape),
  /** By what is answered, and the name of each other answer; answers to auth states stand in `x-auth-failures`. */
  choices: z.exactOptional(z.record(z.string(), z.record(z.string(), choiceSchema))),
  /** Absent: it sends no webhooks that are known. */
  webhooks: z.exactOptional(platformWebhooksSchema),
  zeroSetup: z.exactOptional(lines({ accounts: z.array(zeroSetupAccountSchema) })),
});

export type Platform = z.infer<typeof platformSchema>;
