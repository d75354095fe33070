/** Whether an answer is one that the document has: of its operation, or one of those for requests that reach none. */
import { fileURLToPath } from 'node:url';
import { operationsOf, resolve, type Example, type OpenApiDocument, type OperationEntry } from '@chaveiro/openapi/policy';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { validateOutput } from '@stoplight/prism-http/dist/validator/index.js';
import { ENDLESS, type Reply } from './replies.ts';
import type { Shot } from './shot.ts';

/** What is wrong with an answer; empty: nothing. */
export type Fits = (shot: Pick<Shot, 'method' | 'target'>, reply: Reply) => string[];

/** Answers that are the mock's own and no platform's, by their code, with their statuses. */
const OWN_PROBLEMS: Readonly<Record<string, number>> = {
  malformed_request: 400,
  incomplete_request: 400,
  headers_too_large: 431,
  request_timeout: 408,
  unknown_host: 421,
  unknown_path: 404,
  method_not_allowed: 405,
  expectation_failed: 417,
  session_name_invalid: 400,
  session_expired: 410,
  session_limit_reached: 429,
  session_ambiguous: 409,
};

const CONSOLE_FILES = /^\/(__mock\/console(\/|$)|$)/;
const documentFile = fileURLToPath(new URL('../../../openapi/generated/openapi.json', import.meta.url));

export async function fitsOf(document: OpenApiDocument): Promise<Fits> {
  const resources = new Map((await getHttpOperationsFromSpec(documentFile)).map((each) => [`${each.method} ${each.path}`, each]));
  const entries = operationsOf(document).map((entry) => ({ entry, pattern: patternOf(entry.path) }));

  /** The operation of a path; letters win over a parameter. */
  function find({ method, target }: Pick<Shot, 'method' | 'target'>): OperationEntry | undefined {
    const path = pathOf(target);
    const found = entries.filter(({ entry, pattern }) => entry.method.toUpperCase() === method && pattern.test(path));
    return found.sort((one, other) => parametersIn(one.entry.path) - parametersIn(other.entry.path))[0]?.entry;
  }

  function asDeclared(entry: OperationEntry, reply: Reply, body: unknown): string[] {
    const resource = resources.get(`${entry.method} ${entry.path}`);
    if (!resource) return [`Prism knows no ${entry.method} ${entry.path}`];
    const element = { statusCode: reply.status, headers: { ...reply.headers }, body };
    const result = validateOutput({ resource, element });
    if (result._tag === 'Right') return [];
    return result.left.map(({ message, path }) => `${entry.operation.operationId}: ${(path ?? []).join('.')} ${message}`);
  }

  /** A platform's answer to what it has no operation for, or cannot read. */
  function asFailure(reply: Reply, body: unknown): boolean {
    const decision = reply.headers['x-mock-decision'] ?? '';
    return Object.values(document['x-platforms']).some(({ requestFailures }) => {
      const failure = Object.hasOwn(requestFailures, decision)
        ? requestFailures[decision as keyof typeof requestFailures]
        : undefined;
      if (failure?.status !== reply.status) return false;
      const response = document.components.responses?.[failure.response];
      return Object.values(response?.content ?? {}).some(({ examples }) => {
        const example = examples?.[failure.example];
        return example !== undefined && sameShape(resolve<Example>(document, example).value, body);
      });
    });
  }

  return (shot, reply) => {
    if (shot.method === 'HEAD') return reply.body === '' ? [] : ['HEAD is answered with a body'];
    const type = reply.headers['content-type'] ?? '';
    const isJson = /^application\/([\w.-]+\+)?json$/.test(type);
    const body = isJson ? parsed(reply.body) : reply.body;
    if (isJson && body === undefined) return [`${type} that cannot be parsed: ${reply.body.slice(0, 200)}`];
    if (isOwnProblem(reply, body)) return [];
    if (CONSOLE_FILES.test(pathOf(shot.target)) && reply.status < 500) return [];
    const entry = find(shot);
    if (entry && type === ENDLESS)
      return ENDLESS in (entry.operation.responses['200'] as { content: object }).content
        ? []
        : ['a stream that nobody declared'];
    const problems = entry
      ? asDeclared(entry, reply, reply.body === '' ? undefined : body)
      : ['no operation has this path and method'];
    if (problems.length === 0 || asFailure(reply, body) || isPreflight(shot.method, reply)) return [];
    return problems.map((problem) => `${reply.status} ${reply.headers['x-mock-decision'] ?? '(no decision)'}: ${problem}`);
  };
}

/** Whether an answer is one of the mock's own problems (RFC 9457). */
export function isOwnProblem({ status, headers }: Reply, body: unknown): boolean {
  if (headers['content-type'] !== 'application/problem+json' || typeof body !== 'object' || body === null) return false;
  const { code, status: told, title, detail, type } = body as Record<string, unknown>;
  return (
    OWN_PROBLEMS[String(code)] === status &&
    told === status &&
    [title, detail, type].every((one) => typeof one === 'string' && one !== '')
  );
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isPreflight(method: string, { status, headers, body }: Reply): boolean {
  return method === 'OPTIONS' && status === 204 && headers['x-mock-decision'] === 'preflight' && body === '';
}

/** The path that a server sees: dots are gone, and so is a session in front. */
function pathOf(target: string): string {
  const url = target.startsWith('/') ? URL.parse(`http://localhost${target}`) : URL.parse(target);
  return (url?.pathname ?? target).replace(/^\/~[^/]*(?=\/|$)/, '') || '/';
}

function patternOf(template: string): RegExp {
  const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(
    `^${template
      .split(/\{[^{}]*\}/)
      .map(literal)
      .join('[^/]+')}$`,
  );
}

function parametersIn(template: string): number {
  return template.split('{').length;
}

/** The same members and kinds of values, whatever the values. */
function sameShape(one: unknown, other: unknown): boolean {
  if (Array.isArray(one)) return Array.isArray(other) && (one.length === 0 || other.every((item) => sameShape(one[0], item)));
  if (typeof one !== 'object' || one === null) return typeof one === typeof other;
  if (typeof other !== 'object' || other === null) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every(
      (name) => name in other && sameShape((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name]),
    )
  );
}
