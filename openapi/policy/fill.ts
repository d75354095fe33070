import * as z from 'zod';
import { didYouMean } from './nearest.ts';
import { lines } from './lines.ts';

/** The values of a request, or of its refusal, that an answer may repeat. */
export const fillVariables = [
  'scope',
  'lead',
  'limit',
  'usage',
  'remainingSeconds',
  'keyLimit',
  'keyName',
  'requestId',
  'instanceId',
  'allowedMethods',
  'path',
  'action',
  'max',
  'plan',
  'role',
] as const;

export type FillVariable = (typeof fillVariables)[number];

/** The variables that a template names, in order. */
export function variablesOf(template: string): string[] {
  return Array.from(template.matchAll(/\{([^{}]*)\}/g), (match) => match[1] ?? '');
}

/** A header may also be fixed: an example has no other place for it. */
const headerTemplateSchema = z.string().superRefine((template, context) => {
  for (const variable of variablesOf(template)) {
    if ((fillVariables as readonly string[]).includes(variable)) continue;
    context.addIssue({ code: 'custom', message: `unknown variable {${variable}}${didYouMean(variable, fillVariables)}` });
  }
});

const bodyTemplateSchema = headerTemplateSchema.refine((template) => variablesOf(template).length > 0, {
  error: 'names no {variable}: a fixed value belongs in the example itself',
});

const pointerSchema = z.string().regex(/^(\/.*)?$/s, 'must be a JSON pointer such as /error/message');

/**
 * `x-fill` of an example: which of its fields, and which headers, take a value of the request.
 * A template that is exactly one variable keeps the type of the value.
 */
export const fillSchema = lines({
  body: z.exactOptional(z.record(pointerSchema, bodyTemplateSchema)),
  headers: z.exactOptional(z.record(z.string(), headerTemplateSchema)),
});

export type Fill = z.infer<typeof fillSchema>;

export type FillValues = Partial<Record<FillVariable, unknown>>;

/**
 * A template with the values that are known put in. Undefined when it needs a value that is not
 * at hand: the caller keeps the example's own text.
 */
export function fillTemplate(template: string, values: FillValues): unknown {
  const variables = variablesOf(template) as FillVariable[];
  if (variables.some((variable) => values[variable] === undefined)) return undefined;
  if (template === `{${variables[0] ?? ''}}`) return values[variables[0] as FillVariable];
  return template.replace(/\{([^{}]*)\}/g, (_, name: string) => String(values[name as FillVariable]));
}
