import * as z from 'zod';
import { evidenceLines, lineEvidenceSchema } from './evidence.ts';
import { lines } from './lines.ts';

/** The lines of a signature that are facts about the platform; each has its evidence. */
const signatureLines = ['header', 'format', 'algorithm', 'signed', 'encoding', 'timestamp', 'secretPrefix'] as const;

const signatureEvidence = Object.fromEntries(signatureLines.map((line) => [line, lineEvidenceSchema])) as Record<
  (typeof signatureLines)[number],
  typeof lineEvidenceSchema
>;

/** Pairs with commas between them, such as `t={timestamp},v1={hash}`. */
const pairs = /^(?=.*=\{timestamp\})(?=.*=\{hash\})\w+=\{\w+\}(,\w+=\{\w+\})*$/;
const withBody = z.string().includes('{body}', 'needs {body}');

/** How a platform signs its webhooks. */
export const webhookSignatureSchema = lines({
  /** The header that has it. */
  header: z.string().min(1),
  /** What stands in the header. */
  format: z.string().regex(pairs, 'expected pairs, such as t={timestamp},v1={hash}'),
  algorithm: z.literal('hmac-sha256'),
  /** What is signed, of `{timestamp}` and `{body}`. Where that is not known: every text that it may be, the likeliest first. */
  signed: z.array(withBody).min(1),
  encoding: z.literal('hex'),
  /** Unit of the Unix timestamp. */
  timestamp: z.enum(['seconds', 'milliseconds']),
  /** With which secrets begin that the platform makes. */
  secretPrefix: z.string(),
  /** One that can be verified. */
  example: lines({ secret: z.string(), timestamp: z.int().positive(), body: z.string(), value: z.string() }),
  evidence: lines(signatureEvidence),
});

export type WebhookSignature = z.infer<typeof webhookSignatureSchema>;

/** `webhooks` of a platform in `x-platforms`: how a receiver can tell who sends. The events stand in the document's `webhooks`. */
export const platformWebhooksSchema = lines({
  /** `null`: nothing is signed. */
  signature: webhookSignatureSchema.nullable(),
  ...evidenceLines,
});
