import type { AuthFailures } from './auth-failures.ts';
import type { Cors } from './cors.ts';
import type { EvidenceTag } from './evidence.ts';
import type { Fill } from './fill.ts';
import type { InstanceReference } from './instance-reference.ts';
import type { KeyPolicy } from './key-policy.ts';
import type { Platform } from './platform.ts';
import type { ZeroSetupSession } from './zero-setup.ts';

/** The bundled document, as far as this project reads it. */
export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string; description?: string };
  servers?: Server[];
  tags?: { name: string; description?: string }[];
  paths: Record<string, PathItem>;
  /** What the platforms send by themselves, by the name of the event as it stands in the body. */
  webhooks?: Record<string, PathItem>;
  components: Components;
  'x-platforms': Record<string, Platform>;
}

export interface Reference {
  $ref: string;
}

export interface Server {
  url: string;
  description?: string;
}

export const httpMethods = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace'] as const;

export type HttpMethod = (typeof httpMethods)[number];

export type PathItem = { servers?: Server[]; parameters?: (Parameter | Reference)[] } & Partial<Record<HttpMethod, Operation>>;

export interface Operation extends EvidenceTag {
  operationId: string;
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: (Parameter | Reference)[];
  requestBody?: RequestBody | Reference;
  responses: Record<string, Response | Reference>;
  /** Alternatives; each names schemes that are needed together, with the scopes required. */
  security?: Record<string, string[]>[];
  servers?: Server[];
  'x-instance'?: InstanceReference;
  'x-cors'?: Cors;
}

export interface Parameter extends EvidenceTag {
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  required?: boolean;
  description?: string;
  schema?: JsonSchema;
  example?: unknown;
  examples?: Record<string, Example | Reference>;
}

export interface RequestBody extends EvidenceTag {
  required?: boolean;
  description?: string;
  content: Record<string, MediaType>;
}

export interface Response extends EvidenceTag {
  description: string;
  headers?: Record<string, unknown>;
  content?: Record<string, MediaType>;
}

export interface MediaType {
  schema?: JsonSchema;
  examples?: Record<string, Example | Reference>;
}

export interface Example extends EvidenceTag {
  summary?: string;
  description?: string;
  value?: unknown;
  'x-fill'?: Fill;
}

/** A JSON Schema of draft 2020-12; references point into `#/components/schemas`. */
export interface JsonSchema {
  [keyword: string]: unknown;
}

export type SecurityScheme = (
  { type: 'apiKey'; in: 'header' | 'query' | 'cookie'; name: string } | { type: 'http'; scheme: string; bearerFormat?: string }
) & {
  description?: string;
  'x-key-policy'?: KeyPolicy;
  'x-auth-failures'?: AuthFailures;
  'x-zero-setup-sessions'?: ZeroSetupSession[];
};

export interface Components {
  schemas?: Record<string, JsonSchema>;
  responses?: Record<string, Response>;
  parameters?: Record<string, Parameter>;
  requestBodies?: Record<string, RequestBody>;
  headers?: Record<string, unknown>;
  examples?: Record<string, Example>;
  securitySchemes: Record<string, SecurityScheme>;
}
