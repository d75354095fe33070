/** Prism, asked in process: for an answer to a request, or for an opinion on an answer that somebody else has given. */
import type { IHttpConfig, IHttpRequest, IHttpResponse } from '@stoplight/prism-http';
import type { LoadedDocument } from '../document/load.ts';
import type { Operation } from '../document/operation.ts';
import { loadPrism, type Prism } from './load.ts';
import type { Preferences } from './prefer.ts';
import { withoutStubs } from './prune.ts';
import { createResources, type Resource, type Resources } from './resources.ts';

/** Something that does not fit the document. */
export interface Finding {
  /** Where in the message: `body.email`, `query.page`; empty for the message as a whole. */
  readonly place: string;
  readonly message: string;
}

/** With its place, unless the message names it. */
export function inWords({ place, message }: Finding): string {
  return place === '' || message.includes(place.split('.').at(-1) ?? '') ? message : `${place}: ${message}`;
}

export interface PrismAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  /** What is wrong with the request; empty: nothing. */
  readonly findings: readonly Finding[];
}

export interface PrismOptions extends Preferences {
  /** Whether a credential must be there, as the document's `security` says. Its value is not looked at. */
  readonly checkSecurity: boolean;
}

export interface PrismClient {
  answer(operation: Operation, input: IHttpRequest, options: PrismOptions): Promise<PrismAnswer>;
  check(operation: Operation, input: IHttpRequest, output: IHttpResponse): Promise<Findings>;
}

export interface Findings {
  readonly request: readonly Finding[];
  readonly response: readonly Finding[];
}

/** Prism is loaded, and each operation prepared, when first asked about. */
export function createPrismClient(document: LoadedDocument): PrismClient {
  let ready: Promise<{ prism: Prism; resources: Resources }> | undefined;
  const prepare = async (operation: Operation) => {
    ready ??= loadPrism().then((prism) => ({ prism, resources: createResources(prism, document) }));
    const { prism, resources } = await ready;
    return { prism, resource: await resources.of(operation) };
  };

  return {
    async answer(operation, input, { checkSecurity, dynamic = false, code, ...preferences }) {
      const { prism, resource } = await prepare(operation);
      const asked = (status: { code?: number }) => {
        const mock = { dynamic, ...preferences, ...status };
        return ask(prism, dynamic ? copyOf(resource) : resource, input, config({ checkSecurity, mock }), {});
      };
      let result = await asked(code === undefined ? {} : { code });
      if ('error' in result && code !== undefined && !isRefusal(result.error)) {
        // With a status asked for, Prism hides what it has against the rest of the wish in an error without one.
        const bare = await asked({});
        if ('error' in bare) result = bare;
      }
      if ('error' in result) return refusal(result.error, dynamic);
      const { output, validations } = result;
      return {
        status: output.statusCode,
        headers: output.headers ?? {},
        body: withoutStubsOf(resource, output),
        findings: validations.input.filter(isError).map(toFinding),
      };
    },

    async check(operation, input, output) {
      const { prism, resource } = await prepare(operation);
      const given = { mock: () => () => right(output) };
      const result = await ask(prism, resource, input, config({ validateResponse: true }), given);
      if ('error' in result) throw result.error;
      const { validations } = result;
      return { request: validations.input.filter(isError).map(toFinding), response: validations.output.map(toFinding) };
    },
  };
}

type Components = Partial<Parameters<Prism['createInstance']>[1]>;

/** As Prism reports it; severity 0 is an error. */
interface Diagnostic {
  readonly path?: readonly string[];
  readonly message: string;
  readonly severity: number;
}

async function ask(prism: Prism, resource: Resource, input: IHttpRequest, settings: IHttpConfig, components: Components) {
  const instance = prism.createInstance(settings, { logger: SILENT, route: () => right(resource), ...components });
  const result = await instance.request(input, [resource], settings)();
  return result._tag === 'Left' ? { error: result.left } : result.right;
}

function config(changes: { checkSecurity?: boolean; validateResponse?: boolean; mock?: IHttpConfig['mock'] }): IHttpConfig {
  return {
    checkSecurity: false,
    validateRequest: true,
    validateResponse: false,
    errors: false,
    upstreamProxy: undefined,
    isProxy: false,
    mock: { dynamic: false },
    ...changes,
  };
}

/** Examples are as the document has them; only what was made from a schema is looked through. */
function withoutStubsOf(
  { responses, __bundled__: bundle }: Resource,
  { statusCode, headers = {}, body }: IHttpResponse,
): unknown {
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const response = responses.find(({ code }) => code === String(statusCode)) ?? responses.find(({ code }) => code === 'default');
  const content = response?.contents?.find(({ mediaType }) => mediaType === type);
  return content?.schema && !content.examples?.length ? withoutStubs(body, content.schema, bundle) : body;
}

/** An error that Prism means as an answer. */
interface Refusal extends Error {
  readonly status: number;
  readonly detail?: string;
  readonly additional?: Record<string, unknown>;
}

function isRefusal(error: Error): error is Refusal {
  return 'status' in error && typeof error.status === 'number';
}

/** As Prism refuses an example that there is not. */
const NOT_FOUND = {
  type: 'https://stoplight.io/prism/errors#NOT_FOUND',
  title: 'The server cannot find the requested content',
  status: 404,
};

/**
 * What Prism says when the document has no answer of its own to what happened.
 * @param dynamic whether a body from the schema was asked for: where there is none, or none that can be filled, the wish fails.
 */
function refusal(error: Error, dynamic: boolean): PrismAnswer {
  if (!isRefusal(error)) {
    if (!dynamic) throw error;
    return problemJson({ ...NOT_FOUND, detail: error.message });
  }
  const { headers = {}, ...additional } = error.additional ?? {};
  const body = { type: error.name, title: error.message, status: error.status, detail: error.detail ?? '', ...additional };
  return problemJson(body, headers as Record<string, unknown>, findingsOf(additional['validation']));
}

function problemJson(
  body: { readonly status: number; readonly detail: string },
  headers: Readonly<Record<string, unknown>> = {},
  findings: readonly Finding[] = [],
): PrismAnswer {
  return { status: body.status, headers: { ...headers, 'content-type': 'application/problem+json' }, body, findings };
}

interface Located {
  readonly location?: readonly string[];
  readonly message?: string;
}

function findingsOf(validation: unknown): Finding[] {
  if (!Array.isArray(validation)) return [];
  return (validation as Located[]).map(({ location, message }) => ({
    place: (location ?? []).join('.'),
    message: message ?? '',
  }));
}

function toFinding({ path, message }: Diagnostic): Finding {
  return { place: (path ?? []).join('.'), message };
}

/** Prism's warnings about a request are of deprecated parameters. */
function isError({ severity }: Diagnostic): boolean {
  return severity === 0;
}

/** Its generator works inside the schemas it is given. */
function copyOf(resource: Resource): Resource {
  return structuredClone(resource);
}

function right<T>(value: T) {
  return { _tag: 'Right', right: value } as const;
}

const nothing = () => undefined;
const SILENT: object = new Proxy({}, { get: (_, name): unknown => (name === 'child' ? () => SILENT : nothing) });
