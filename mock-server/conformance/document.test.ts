/** The document and the mock say the same: nothing in one is missing in the other. */
import { document } from '@chaveiro/openapi';
import { examplesOf, operationsOf, resolve } from '@chaveiro/openapi/policy';
import { schemas } from '@chaveiro/openapi/schemas';
import { describe, expect, test } from 'vitest';
import { createValidators } from '../src/document/validators.ts';
import { modules } from '../src/platforms/index.ts';

const entries = operationsOf(document);
const validators = createValidators(schemas);

describe('document and mock', () => {
  test('every operation has a behaviour', () => {
    const without = entries.filter(({ platform, operation }) => !modules[platform]?.behaviours[operation.operationId]);
    expect(without.map(({ operation }) => operation.operationId)).toEqual([]);
  });

  test('every behaviour belongs to an operation', () => {
    const known = new Set(entries.map(({ operation }) => operation.operationId));
    const unknown = Object.values(modules).flatMap(({ behaviours }) => Object.keys(behaviours).filter((id) => !known.has(id)));
    expect(unknown).toEqual([]);
  });

  test('every auth state of a policy has an example in the operations where it can happen', () => {
    for (const [name, scheme] of Object.entries(document.components.securitySchemes)) {
      for (const [state, failure] of Object.entries(scheme['x-auth-failures'] ?? {})) {
        const holders = entries.filter(({ operation }) => {
          const response = operation.responses[String(failure.status)];
          return response && examplesOf(document, resolve(document, response))[failure.example];
        });
        expect(holders.length, `${name} ${state} ${failure.example}`).toBeGreaterThan(0);
      }
    }
  });

  test.each(entries.map((entry) => [entry.operation.operationId, entry] as const))(
    'every example of %s fits its schema',
    (id, { operation }) => {
      let seen = 0;
      if (operation.requestBody) {
        for (const [name, example] of Object.entries(examplesOf(document, resolve(document, operation.requestBody)))) {
          expect(validators.check(id, 'body', example.value), `request ${name}`).toEqual([]);
          seen += 1;
        }
      }
      for (const [status, response] of Object.entries(operation.responses)) {
        for (const [name, example] of Object.entries(examplesOf(document, resolve(document, response)))) {
          expect(validators.checkResponse(id, Number(status), example.value), `${status} ${name}`).toEqual([]);
          seen += 1;
        }
      }
      expect(seen).toBeGreaterThan(0);
    },
  );
});
