import * as z from 'zod';
import { authStateSchema } from './auth-state.ts';
import { evidenceLines, lineEvidenceSchema } from './evidence.ts';
import { lines } from './lines.ts';

/** Who may manage keys, as the dashboards name it: dono, gestor, membro. */
export const roles = ['owner', 'manager', 'member'] as const;

export const roleSchema = z.enum(roles);

export type Role = z.infer<typeof roleSchema>;

/** `250ms`, `1s`, `1m`, `24h` or `7d`. */
export const durationSchema = z.string().regex(/^[1-9]\d*(ms|s|m|h|d)$/, 'must be a duration such as 1s, 1m or 24h');

export const rateLimitSchema = lines({
  id: z.string().min(1),
  /** What is counted together: all requests of the account, or those about one lead. */
  per: z.enum(['account', 'lead']),
  requests: z.int().positive(),
  window: durationSchema,
  /** How many requests may come at once. */
  burst: z.exactOptional(z.int().positive()),
  /** The plans that it holds for; without it, all. */
  plans: z.exactOptional(z.array(z.string()).min(1)),
  /** For `per: lead`: JSON pointer to the lead in the request body. */
  subject: z.exactOptional(z.string().startsWith('/')),
  state: authStateSchema,
  ...evidenceLines,
});

export type RateLimit = z.infer<typeof rateLimitSchema>;

const policyLines = {
  /** Null: no limit. Every key that is not deleted counts, disabled ones too. */
  keysPerAccount: z.int().positive().nullable(),
  secret: z.enum(['revealable', 'shown-once']),
  /** With bcrypt only the hash and a short prefix are kept. */
  storage: z.enum(['aes-256-gcm', 'bcrypt']),
  /** Of the keys that the mock makes; `length` counts what follows the prefix. */
  format: lines({ prefix: z.string(), alphabet: z.enum(['hex', 'base62']), length: z.int().min(8).max(256) }),
  names: lines({ required: z.boolean(), unique: z.boolean() }),
  actions: lines({ rename: z.boolean(), disable: z.boolean(), delete: z.boolean() }),
  managedBy: z.array(roleSchema),
  plans: lines({
    all: z.array(z.string()).min(1),
    withApiAccess: z.array(z.string()),
    default: z.string(),
    /** `refuse`: the keys stay active, and the request is refused by the plan. */
    onLosingAccess: z.enum(['disable', 'refuse']),
  }),
  /** The products that an account can be of, where only some take these keys. */
  products: lines({ all: z.array(z.string()).min(1), accepted: z.array(z.string()).min(1), default: z.string() }).nullable(),
  /** The vocabulary; empty: a key may do everything that its scheme allows. */
  scopes: z.array(z.string()),
  lockTo: z.literal('instance').nullable(),
  rateLimits: z.array(rateLimitSchema),
  expires: z.string().regex(/^(never|[1-9]\d*(ms|s|m|h|d))$/, 'must be never, or a duration such as 24h'),
} as const;

/** The lines of a policy that state a fact about the platform, and so need evidence. */
export const evidencedLines = Object.keys(policyLines) as (keyof typeof policyLines)[];

/** `x-key-policy` of a security scheme. */
export const keyPolicySchema = lines({
  platform: z.string().min(1),
  ...policyLines,
  /** By policy line; `actions.disable` says something about one part of a line. */
  evidence: z.record(z.string(), lineEvidenceSchema),
});

export type KeyPolicy = z.infer<typeof keyPolicySchema>;
