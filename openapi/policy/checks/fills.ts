import { fillSchema } from '../fill.ts';
import type { Example, OpenApiDocument, Reference } from '../openapi-document.ts';
import { jsonContent, operationsOf } from '../operations.ts';
import type { JsonPath, Problem } from '../problem.ts';
import { atPointer, isReference, resolve } from '../references.ts';

/** Checks that each `x-fill` points at a field that its example has. */
export function checkFills(document: OpenApiDocument): Problem[] {
  const { examples = {}, responses = {} } = document.components;
  return [
    ...checkExamples(examples, ['components', 'examples']),
    ...Object.entries(responses).flatMap(([name, response]) => inResponse(response, ['components', 'responses', name])),
    ...operationsOf(document).flatMap(({ operation, at }) =>
      Object.entries(operation.responses).flatMap(([status, response]) =>
        isReference(response) ? [] : inResponse(resolve(document, response), [...at, 'responses', status]),
      ),
    ),
  ];
}

function inResponse(response: Parameters<typeof jsonContent>[0], at: JsonPath): Problem[] {
  const type = Object.entries(response?.content ?? {}).find(([, media]) => media === jsonContent(response))?.[0] ?? '';
  return checkExamples(jsonContent(response)?.examples ?? {}, [...at, 'content', type, 'examples']);
}

function checkExamples(examples: Record<string, Example | Reference>, at: JsonPath): Problem[] {
  return Object.entries(examples).flatMap(([name, example]) => {
    const fill = isReference(example) ? undefined : fillSchema.safeParse(example['x-fill']).data;
    return Object.keys(fill?.body ?? {})
      .filter((pointer) => atPointer((example as Example).value, pointer) === undefined)
      .map((pointer) => ({ path: [...at, name, 'x-fill', 'body', pointer], message: 'the example has no such field' }));
  });
}
