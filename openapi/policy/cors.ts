import * as z from 'zod';
import { evidenceLines } from './evidence.ts';
import { lines } from './lines.ts';

/** `x-cors` of an operation: browsers may call it from other origins. Without it they may not. */
export const corsSchema = lines({
  /** `access-control-allow-origin` of every answer. */
  origin: z.string().min(1),
  /** Request headers that a preflight lets through. */
  headers: z.array(z.string()),
  /** Seconds for which a preflight's answer may be kept. */
  maxAge: z.exactOptional(z.int().positive()),
  ...evidenceLines,
});

export type Cors = z.infer<typeof corsSchema>;
