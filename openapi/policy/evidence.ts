import * as z from 'zod';
import { lines } from './lines.ts';

/** How sure a fact is, from the provider's own page to a guess of ours. */
export const evidenceLevels = ['documented', 'sdk', 'observed', 'inferred'] as const;

export const evidenceSchema = z.enum(evidenceLevels);

/** `documented` by the provider, shown by its own `sdk`, `observed` by third parties, or `inferred`. */
export type Evidence = z.infer<typeof evidenceSchema>;

/** Where the fact stands: an http or https URL. */
export const sourceSchema = z.string().regex(/^https?:\/\/\S+$/, 'must be one http or https URL');

/** A remark on the evidence, for the reader. */
export const noteSchema = z.string().min(1);

/** The lines that every statement of fact carries inside our extensions. */
export const evidenceLines = {
  evidence: evidenceSchema,
  source: sourceSchema,
  note: z.exactOptional(noteSchema),
} as const;

/** The evidence of one policy line. */
export const lineEvidenceSchema = lines({
  level: evidenceSchema,
  source: sourceSchema,
  note: z.exactOptional(noteSchema),
});

export type LineEvidence = z.infer<typeof lineEvidenceSchema>;

/** The evidence lines of OpenAPI objects: responses, operations, limits in schemas. */
export interface EvidenceTag {
  'x-evidence'?: Evidence;
  'x-source'?: string;
  'x-note'?: string;
}
