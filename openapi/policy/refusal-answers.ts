import type { Alternative } from './auth-failures.ts';
import type { AuthState } from './auth-state.ts';
import type { Example, OpenApiDocument } from './openapi-document.ts';
import { examplesOf, operationsOf, requirementsOf, responseOf } from './operations.ts';
import { canHappen } from './possible-states.ts';

/** One way in which a state is answered, with the operations that answer so. */
export interface RefusalAnswer {
  platform: string;
  scheme: string;
  state: AuthState;
  /** Name of the alternative; absent for the answer that is given by default. */
  alternative?: string;
  failure: Alternative;
  example: Example;
  operationIds: string[];
}

/** Every refusal of every key scheme. Operations that give the same body for a state share one entry. */
export function refusalAnswers(document: OpenApiDocument): RefusalAnswer[] {
  const found = new Map<string, RefusalAnswer>();
  for (const [scheme, { 'x-key-policy': policy, 'x-auth-failures': failures }] of Object.entries(
    document.components.securitySchemes,
  )) {
    const entries = operationsOf(document).filter(({ operation }) =>
      requirementsOf(operation).some((requirement) => requirement.scheme === scheme),
    );
    for (const [name, { alternatives = {}, ...failure }] of Object.entries(failures ?? {})) {
      const state = name as AuthState;
      for (const [alternative, answer] of [[undefined, failure] as const, ...Object.entries(alternatives)]) {
        for (const entry of entries) {
          if (policy === undefined || !canHappen(document, entry, scheme, policy.rateLimits, state)) continue;
          const example = examplesOf(document, responseOf(document, entry.operation, answer.status))[answer.example];
          if (example === undefined) continue;
          const id = JSON.stringify([scheme, state, alternative, answer.status, example.value, example['x-fill']]);
          const known = found.get(id);
          if (known) known.operationIds.push(entry.operation.operationId);
          else {
            found.set(id, {
              platform: policy.platform,
              scheme,
              state,
              ...(alternative !== undefined && { alternative }),
              failure: answer,
              example,
              operationIds: [entry.operation.operationId],
            });
          }
        }
      }
    }
  }
  return [...found.values()];
}
