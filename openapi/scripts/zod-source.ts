import type { Literal, Property, Shape } from './shape.ts';

/** How a reference to a component is written. */
export type WriteReference = (name: string) => string;

/** Bundlers drop an unused call that is marked so. */
const pure = '/* @__PURE__ */ ';

/**
 * A shape as TypeScript that builds its zod schema, with the words of `sdk/src/schemas/build.ts` under `s`.
 * Objects take members that the document does not name, as JSON Schema does; only closed ones refuse them.
 */
export function zodSource(shape: Shape, reference: WriteReference): string {
  const source = (inner: Shape): string => zodSource(inner, reference);
  switch (shape.kind) {
    case 'reference':
      return reference(shape.name);
    case 'unknown':
    case 'boolean':
      return call(shape.kind);
    case 'null':
      return call('nil');
    case 'string':
      return call(
        stringBuilders[shape.format ?? 'none'],
        ...check('minLength', shape.minLength),
        ...check('maxLength', shape.maxLength),
        ...(shape.pattern === undefined ? [] : [call('pattern', String(new RegExp(shape.pattern)))]),
      );
    case 'number':
    case 'integer':
      return call(shape.kind, ...check('minimum', shape.minimum), ...check('maximum', shape.maximum));
    case 'literals':
      return literals(shape.values);
    case 'array':
      return call(
        'array',
        source(shape.items),
        ...check('minLength', shape.minItems),
        ...check('maxLength', shape.maxItems),
        ...(shape.uniqueItems ? [call('uniqueItems')] : []),
      );
    case 'object':
      return objectSource(shape, source);
    case 'anyOf':
      return anyOf(shape.parts, source);
    case 'allOf':
      return shape.parts.map(source).reduce((left, right) => call('intersection', left, right));
    case 'tagged':
      return call('tagged', JSON.stringify(shape.property), `[${shape.parts.map((part) => source(part.shape)).join(', ')}]`);
  }
}

const stringBuilders = { none: 'string', email: 'email', uuid: 'uuid', 'date-time': 'dateTime', uri: 'uri' } as const;

function call(builder: string, ...parameters: string[]): string {
  return `${pure}s.${builder}(${parameters.join(', ')})`;
}

function check(builder: string, limit: number | undefined): string[] {
  return limit === undefined ? [] : [call(builder, String(limit))];
}

function literals(values: Literal[]): string {
  // An enum lists its options, for a form to show.
  const asEnum = values.length > 1 && values.every((value) => typeof value === 'string');
  return asEnum ? call('enumOf', JSON.stringify(values)) : call('literal', JSON.stringify(values));
}

function anyOf(parts: Shape[], source: (shape: Shape) => string): string {
  const others = parts.filter(({ kind }) => kind !== 'null');
  const [first, ...more] = others.map(source);
  if (first === undefined) return call('nil');
  const union = more.length === 0 ? first : call('union', `[${[first, ...more].join(', ')}]`);
  return others.length < parts.length ? call('nullable', union) : union;
}

function objectSource(shape: Shape & { kind: 'object' }, source: (shape: Shape) => string): string {
  const { rest, properties } = shape;
  const checks = check('minProperties', shape.minProperties);
  const members = `{ ${properties.map((property) => member(property, source)).join(', ')} }`;
  if (rest === 'closed') return call('closedObject', members, ...checks);
  if (properties.length === 0) return call('record', source(rest ?? { kind: 'unknown' }), ...checks);
  if (rest === undefined) return call('object', members, ...checks);
  return rest.kind === 'unknown' ? call('openObject', members, ...checks) : call('objectAnd', members, source(rest), ...checks);
}

function member({ name, shape, required }: Property, source: (shape: Shape) => string): string {
  return `${JSON.stringify(name)}: ${required ? source(shape) : call('optional', source(shape))}`;
}
