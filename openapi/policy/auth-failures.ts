import * as z from 'zod';
import { authStates, type AuthState } from './auth-state.ts';
import { evidenceLines } from './evidence.ts';
import { lines } from './lines.ts';

const answerLines = {
  status: z.int().min(400).max(599),
  /** Name of the example, in that status' response of every operation where the state can happen. */
  example: z.string().min(1),
  ...evidenceLines,
} as const;

/** Another answer that is plausible for the same state; a session can choose it. */
export const alternativeSchema = lines(answerLines);

export type Alternative = z.infer<typeof alternativeSchema>;

export const failureSchema = lines({
  ...answerLines,
  alternatives: z.exactOptional(z.record(z.string(), alternativeSchema)),
});

/** How a platform refuses one auth state. */
export type Failure = z.infer<typeof failureSchema>;

/** `x-auth-failures` of a security scheme. */
export type AuthFailures = Partial<Record<AuthState, Failure>>;

const optionalFailures = Object.fromEntries(authStates.map((state) => [state, z.exactOptional(failureSchema)]));

export const authFailuresSchema = lines(optionalFailures) as unknown as z.ZodType<AuthFailures>;
