import * as z from 'zod';
import { authStateSchema, authStates, type AuthState } from './auth-state.ts';
import { evidenceSchema, lineEvidenceSchema, sourceSchema, type Evidence } from './evidence.ts';
import { durationSchema, evidencedLines, keyPolicySchema, type KeyPolicy, type RateLimit } from './key-policy.ts';
import { lines } from './lines.ts';
import { didYouMean } from './nearest.ts';

/** What a person may leave out of a rate limit of their own. */
export type OwnRateLimit = Pick<RateLimit, 'requests' | 'window'> & Partial<RateLimit>;

/** Without `withApiAccess` every plan has it. */
export interface OwnPlans {
  all: string[];
  withApiAccess?: string[];
  default?: string;
  onLosingAccess?: KeyPolicy['plans']['onLosingAccess'];
}

/** Lines of a key policy, every one of which may be left out. */
export type PolicyLines = Partial<Omit<KeyPolicy, 'platform' | 'evidence' | 'plans' | 'rateLimits'>> & {
  plans?: OwnPlans;
  rateLimits?: OwnRateLimit[];
};

/** `x-key-policy` as a scheme of any document may carry it. */
export type SchemePolicy = PolicyLines & Partial<Pick<KeyPolicy, 'platform' | 'evidence'>>;

/** How an auth state is answered, where it is not as the document shows. */
export interface OwnFailure {
  status?: number;
  /** Name of an example in that status' response. */
  example?: string;
  /** Instead of an example. */
  body?: unknown;
  evidence?: Evidence;
  source?: string;
}

export type OwnFailures = Partial<Record<AuthState, OwnFailure>>;

/** A security scheme for a document that names none. */
export type OwnScheme = { type: 'apiKey'; in: 'header' | 'query' | 'cookie'; name: string } | { type: 'http'; scheme: string };

/** The policy file for a document of one's own: what its keys obey beyond what OpenAPI can say. */
export interface OwnPolicy extends PolicyLines {
  /** Short name of the platform; default: from the document's title. */
  platform?: string;
  title?: string;
  /** Real base URL, where the document's `servers` do not say. */
  server?: string;
  failures?: OwnFailures;
  /** Lines that hold for one security scheme alone. */
  schemes?: Record<string, PolicyLines>;
  /** Schemes that every request must bring, for a document that names none. */
  security?: Record<string, OwnScheme>;
}

const optional = <T extends z.ZodType>(schema: T) => z.exactOptional(schema);

const ownRateLimitSchema = lines({
  id: optional(z.string().min(1)),
  per: optional(z.enum(['account', 'lead'])),
  requests: z.int().positive(),
  window: durationSchema,
  burst: optional(z.int().positive()),
  plans: optional(z.array(z.string()).min(1)),
  subject: optional(z.string().startsWith('/')),
  state: optional(authStateSchema),
  evidence: optional(evidenceSchema),
  source: optional(sourceSchema),
  note: optional(z.string().min(1)),
});

const ownPlansSchema = lines({
  all: z.array(z.string()).min(1),
  withApiAccess: optional(z.array(z.string())),
  default: optional(z.string()),
  onLosingAccess: optional(z.enum(['disable', 'refuse'])),
});

const policyLines = {
  ...(Object.fromEntries(evidencedLines.map((line) => [line, optional(keyPolicySchema.shape[line])])) as object),
  plans: optional(ownPlansSchema),
  rateLimits: optional(z.array(ownRateLimitSchema)),
};

/** Says where plans are named that the list of plans does not have. */
function checkPlans({ plans, rateLimits }: PolicyLines, context: z.RefinementCtx): void {
  const all = plans?.all;
  const check = (plan: string, path: (string | number)[]) => {
    if (all?.includes(plan)) return;
    const message = all ? `${plan} is not in plans.all${didYouMean(plan, all)}` : `${plan} is no plan: there is no line plans`;
    context.addIssue({ code: 'custom', path, message });
  };
  plans?.withApiAccess?.forEach((plan, index) => check(plan, ['plans', 'withApiAccess', index]));
  if (plans?.default !== undefined) check(plans.default, ['plans', 'default']);
  rateLimits?.forEach((limit, at) => limit.plans?.forEach((plan, index) => check(plan, ['rateLimits', at, 'plans', index])));
  rateLimits?.forEach((limit, at) => {
    if ((limit.per === 'lead') === (limit.subject !== undefined)) return;
    const message = 'per: lead needs a subject, and only per: lead has one';
    context.addIssue({ code: 'custom', path: ['rateLimits', at, 'subject'], message });
  });
}

const ownFailureSchema = lines({
  status: optional(z.int().min(400).max(599)),
  example: optional(z.string().min(1)),
  body: optional(z.unknown()),
  evidence: optional(evidenceSchema),
  source: optional(sourceSchema),
  note: optional(z.string().min(1)),
  // As a complete document has them; one that is adopted answers each state in one way.
  alternatives: optional(z.unknown()),
});

export const ownFailuresSchema = lines(
  Object.fromEntries(authStates.map((state) => [state, optional(ownFailureSchema)])),
) as unknown as z.ZodType<OwnFailures>;

/** `x-key-policy` of a document that is not complete in our sense: lines may be missing, and their evidence too. */
export const schemePolicySchema = lines({
  platform: optional(z.string()),
  evidence: optional(z.record(z.string(), lineEvidenceSchema)),
  ...policyLines,
}).superRefine((policy, context) => checkPlans(policy, context)) as unknown as z.ZodType<SchemePolicy>;

const ownSchemeSchema = z.discriminatedUnion('type', [
  lines({ type: z.literal('apiKey'), in: z.enum(['header', 'query', 'cookie']), name: z.string().min(1) }),
  lines({ type: z.literal('http'), scheme: z.string().min(1) }),
]);

/** The policy file. */
export const ownPolicySchema = lines({
  platform: optional(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be a short name of small letters, digits and dashes')),
  title: optional(z.string().min(1)),
  server: optional(z.url()),
  ...policyLines,
  failures: optional(ownFailuresSchema),
  schemes: optional(z.record(z.string(), lines(policyLines))),
  security: optional(z.record(z.string(), ownSchemeSchema)),
}).superRefine((policy, context) => checkPlans(policy, context)) as unknown as z.ZodType<OwnPolicy>;
