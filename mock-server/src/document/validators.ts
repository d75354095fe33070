/** Checks a request against the document's schemas with zod, and says what is wrong without the value that was sent. */
import * as z from 'zod';
import type { Issue, IssueRule } from './issue.ts';
import type { JsonSchema } from '@chaveiro/openapi/policy';
import { standalone } from '@chaveiro/openapi/schemas';

/** JSON Schemas of one operation, as `npm run generate` writes them. */
export interface OperationSchemas {
  readonly parameters: Readonly<Partial<Record<'path' | 'query' | 'header', JsonSchema>>>;
  readonly request?: JsonSchema;
  readonly responses: Readonly<Record<string, JsonSchema>>;
}

export interface SchemaSet {
  readonly $defs: Readonly<Record<string, JsonSchema>>;
  readonly operations: Readonly<Record<string, OperationSchemas>>;
}

export type Place = Issue['in'];

export interface Validators {
  /** Empty: the value fits, or the document says nothing about it. */
  check(operationId: string, place: Place, value: unknown): Issue[];
  /** Whether the document types a parameter as number, boolean or array, so that its text must be read first. */
  parameterSchema(operationId: string, place: 'path' | 'query' | 'header'): JsonSchema | undefined;
  /** Issues of an answer against its response schema; for tests. */
  checkResponse(operationId: string, status: number, body: unknown): Issue[];
}

/** Schemas are compiled when first asked for: a mock starts before it has seen most of them. */
export function createValidators(schemas: SchemaSet): Validators {
  const compiled = new WeakMap<JsonSchema, z.ZodType>();
  // Somebody else's operation may be called `constructor`.
  const operations = new Map(Object.entries(schemas.operations));

  function zodFor(schema: JsonSchema): z.ZodType {
    let type = compiled.get(schema);
    if (!type) {
      // What fits takes a path of generated code, where the runtime allows that; what does not is explained as ever.
      type = z.compile(z.fromJSONSchema(standalone(schema, schemas.$defs)));
      compiled.set(schema, type);
    }
    return type;
  }

  function issuesOf(schema: JsonSchema | undefined, place: Place, value: unknown): Issue[] {
    if (!schema) return [];
    if (Array.isArray(value) && value.length > MOST_EXPLAINED && schema['items']) {
      const issues = issuesOfItems(schema['items'] as JsonSchema, place, value);
      if (issues.length > 0) return issues;
    }
    // Without its input an issue does not tell a missing value from a wrong one.
    const result = zodFor(schema).safeParse(value, REPORT_INPUT);
    if (result.success) return [];
    const issues = result.error.issues.flatMap((issue) => toIssues(issue, place, []));
    // A value that fits two branches of a union is refused without a word on why.
    return issues.length > 0 ? issues : [{ in: place, path: [], rule: 'other', message: 'is not valid' }];
  }

  /** Each on its own: of items by the thousand that do not fit, the first ones are explained, the others are named. */
  function issuesOfItems(schema: JsonSchema, place: Place, items: readonly unknown[]): Issue[] {
    let explained = 0;
    return items.flatMap((item, index) => {
      if (z.validate(zodFor(schema), item)) return [];
      if (++explained > MOST_EXPLAINED) return [{ in: place, path: [index], rule: 'other', message: 'is not valid' }];
      return issuesOf(schema, place, item).map((issue) => ({ ...issue, path: [index, ...issue.path] }));
    });
  }

  return {
    parameterSchema: (operationId, place) => operations.get(operationId)?.parameters[place],
    check(operationId, place, value) {
      const operation = operations.get(operationId);
      if (place === 'body') return issuesOf(operation?.request, place, value);
      const schema = operation?.parameters[place];
      return declaresNothing(schema) ? [] : issuesOf(schema, place, value);
    },
    checkResponse: (operationId, status, body) => issuesOf(operations.get(operationId)?.responses[String(status)], 'body', body),
  };
}

const REPORT_INPUT = { reportInput: true };
/** Saying why an item does not fit takes a hundred times as long as seeing it. */
const MOST_EXPLAINED = 100;

/** Of parameters only the declared ones are read, so where there are none there is nothing to check. */
function declaresNothing(schema: JsonSchema | undefined): boolean {
  for (const _ in schema?.properties as object | undefined) return false;
  return true;
}

type ZodIssue = z.core.$ZodIssue;

function toIssues(issue: ZodIssue, place: Place, base: readonly (string | number)[]): Issue[] {
  const path = [...base, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))];
  const said = (rule: IssueRule, message: string, more: Partial<Issue> = {}): Issue[] => [
    { in: place, path, rule, message, ...more },
  ];
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return said('missing', 'is required', { expected: issue.expected });
      return said('type', `must be of type ${issue.expected}`, { expected: issue.expected });
    case 'invalid_value':
      if (issue.input === undefined) return said('missing', 'is required', { options: issue.values });
      return said('enum', `must be one of: ${issue.values.map(String).join(', ')}`, { options: issue.values });
    case 'invalid_format':
      if (issue.format === 'regex') return said('pattern', 'does not have the expected form');
      return said('format', `must be a valid ${issue.format}`, { expected: issue.format });
    case 'too_small':
      return said(sizeRule(issue.origin, 'min'), `must have at least ${issue.minimum}`, { limit: Number(issue.minimum) });
    case 'too_big':
      return said(sizeRule(issue.origin, 'max'), `must have at most ${issue.maximum}`, { limit: Number(issue.maximum) });
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ in: place, path: [...path, key], rule: 'unknown_property', message: 'is not known' }));
    case 'invalid_union':
      return (wrongKind(issue.errors) ?? bestBranch(issue.errors)).flatMap((inner) => toIssues(inner, place, path));
    default:
      return said('other', 'is not valid');
  }
}

function sizeRule(origin: string, end: 'min' | 'max'): IssueRule {
  if (origin === 'string') return `${end}_length`;
  if (origin === 'array' || origin === 'set') return `${end}_items`;
  return end === 'min' ? 'minimum' : 'maximum';
}

/**
 * When no branch of a union takes the value of the property that tells them apart, that is all there is to say: the
 * property, with the options of every branch.
 */
function wrongKind(branches: readonly (readonly ZodIssue[])[]): readonly ZodIssue[] | undefined {
  const told = branches.map((branch) => branch.find((issue) => issue.code === 'invalid_value' && issue.path.length === 1));
  const [first] = told;
  if (first?.code !== 'invalid_value' || branches.length < 2) return undefined;
  const values = told.flatMap((issue) =>
    issue?.code === 'invalid_value' && issue.path[0] === first.path[0] ? [issue.values] : [],
  );
  return values.length === branches.length ? [{ ...first, values: [...new Set(values.flat())] }] : undefined;
}

/** Of a union's branches the one that the sender most likely meant: no wrong discriminator, then the fewest issues. */
function bestBranch(branches: readonly (readonly ZodIssue[])[]): readonly ZodIssue[] {
  const cost = (branch: readonly ZodIssue[]) =>
    branch.reduce((sum, issue) => sum + (issue.code === 'invalid_value' && issue.path.length === 1 ? 1000 : 1), 0);
  return [...branches].sort((a, b) => cost(a) - cost(b))[0] ?? [];
}
