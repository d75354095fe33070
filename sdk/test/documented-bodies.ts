/** Every body that the document describes, with its examples and what the SDK validates it with. */
import { document } from '@chaveiro/openapi';
import {
  examplesOf,
  operationsOf,
  resolve,
  webhooksOf,
  type JsonSchema,
  type RequestBody,
  type Response,
} from '@chaveiro/openapi/policy';
import { schemas as jsonSchemas } from '@chaveiro/openapi/schemas';
import type * as z from 'zod/mini';
import * as schemas from '../src/schemas.ts';
import type { PlatformSchemas } from '../src/schemas/pingback.ts';

export interface DocumentedBody {
  readonly name: string;
  readonly jsonSchema: JsonSchema;
  readonly examples: readonly unknown[];
  readonly schema: z.ZodMiniType;
  /** Absent for webhooks, which no client receives. */
  readonly check?: (body: unknown) => ReturnType<PlatformSchemas['check']>;
}

const checks: Readonly<Record<string, PlatformSchemas>> = {
  console: schemas.consoleSchemas,
  pingback: schemas.pingbackSchemas,
  rdstation: schemas.rdstationSchemas,
  zenvio: schemas.zenvioSchemas,
};

const exported: Readonly<Record<string, unknown>> = schemas;

/** @throws {Error} when the SDK has no schema of one of them. */
export function documentedBodies(): DocumentedBody[] {
  return [...operationBodies(), ...webhookBodies()];
}

function operationBodies(): DocumentedBody[] {
  return operationsOf(document).flatMap(({ platform, operation }) => {
    const own = checks[platform];
    const { operationId } = operation;
    const described = jsonSchemas.operations[operationId];
    if (own === undefined || described === undefined) return [];
    const request = described.request && [
      {
        name: `${operationId} request`,
        jsonSchema: described.request,
        examples: valuesOf(operation.requestBody && resolve(document, operation.requestBody)),
        schema: schemaOf(exported[`${operationId}Request`], `${operationId}Request`),
        check: (body: unknown) => own.check(operationId, 'request', body),
      },
    ];
    const byStatus = (exported[`${operationId}Responses`] ?? {}) as Record<string, unknown>;
    const responses = Object.entries(described.responses).map(([status, jsonSchema]) => ({
      name: `${operationId} ${status}`,
      jsonSchema,
      examples: valuesOf(operation.responses[status] && resolve(document, operation.responses[status])),
      schema: schemaOf(byStatus[status], `${operationId}Responses[${status}]`),
      check: (body: unknown) => own.check(operationId, Number(status), body),
    }));
    return [...(request ?? []), ...responses];
  });
}

function webhookBodies(): DocumentedBody[] {
  return webhooksOf(document).map(({ platform, event, operation }) => {
    const byEvent = exported[`${platform}Webhooks`] as Record<string, unknown> | undefined;
    return {
      name: `webhook ${event}`,
      jsonSchema: jsonSchemas.webhooks[event]?.payload ?? {},
      examples: valuesOf(operation.requestBody && resolve(document, operation.requestBody)),
      schema: schemaOf(byEvent?.[event], `${platform}Webhooks['${event}']`),
    };
  });
}

function valuesOf(holder: RequestBody | Response | undefined): unknown[] {
  return Object.values(examplesOf(document, holder)).map(({ value }) => value);
}

function schemaOf(value: unknown, name: string): z.ZodMiniType {
  if (typeof value !== 'object' || value === null || !('_zod' in value)) throw new Error(`@chaveiro/sdk/schemas has no ${name}.`);
  return value as z.ZodMiniType;
}
