import * as z from 'zod';
import { lines } from './lines.ts';
import { roleSchema } from './key-policy.ts';

/** One fixed key, like a test card number. */
export const zeroSetupKeySchema = lines({
  id: z.string().min(1),
  scheme: z.string(),
  /** What the key is for: `active`, `disabled`, `free_plan`, … */
  state: z.string().regex(/^[a-z_]+$/),
  /** Readable and fake; the same on every start. */
  secret: z.string().min(8),
  name: z.string(),
  scopes: z.exactOptional(z.array(z.string())),
  /** The instances that it is locked to; without it, all. */
  instances: z.exactOptional(z.array(z.string())),
  summary: z.string().min(1),
});

export type ZeroSetupKey = z.infer<typeof zeroSetupKeySchema>;

/** An account that every fresh mock has, with its keys and rows. */
export const zeroSetupAccountSchema = lines({
  id: z.string().min(1),
  name: z.string(),
  plan: z.string(),
  product: z.exactOptional(z.string()),
  /** `exhausted`: the account has used up its rate limits. */
  rateLimits: z.exactOptional(z.literal('exhausted')),
  keys: z.array(zeroSetupKeySchema),
  /** By collection, rows as the behaviours keep them. */
  resources: z.exactOptional(z.record(z.string(), z.array(z.record(z.string(), z.unknown())))),
});

export type ZeroSetupAccount = z.infer<typeof zeroSetupAccountSchema>;

/** `x-zero-setup-sessions` of the console's scheme: one dashboard user for each role. */
export const zeroSetupSessionsSchema = z.array(lines({ token: z.string().min(8), role: roleSchema, name: z.string() }));

export type ZeroSetupSession = z.infer<typeof zeroSetupSessionsSchema>[number];
