import { generatedHeader } from './header.ts';
import type { PlatformShapes } from './platform-shapes.ts';
import { referencesOf, type Shape } from './shape.ts';

/**
 * The module that has the bodies of a platform's operations in the small form of `sdk/src/schemas/shape-table.ts`. It is a part
 * of what a page loads, so nothing is in it twice, and nothing that no operation needs.
 */
export function shapeTable({ platform, components, operations }: PlatformShapes): string {
  const shared = new Shared(components);
  const rows = operations.map(({ operationId, request, responses }) => {
    const parts = [
      ...(request ? [`request: ${shared.once(request)}`] : []),
      ...responses.map(({ status, shape }) => `${status}: ${shared.once(shape)}`),
    ];
    return `${operationId}: { ${parts.join(', ')} },`;
  });
  return `${generatedHeader}
import type { ShapeTable } from '../../schemas/shape-table.ts';

export const ${platform}: ShapeTable = {
  shared: [
${shared.lines().join('\n')}
  ],
  operations: {
${rows.join('\n')}
  },
};
`;
}

/** What several places refer to by number. */
class Shared {
  private readonly components: ReadonlyMap<string, Shape>;
  /** By source; of a shape that refers to itself, by name until the source is there. */
  private readonly numbers = new Map<string, number>();
  private readonly entries: { name?: string; source: string }[] = [];

  constructor(components: PlatformShapes['components']) {
    this.components = new Map(components.map(({ name, shape }) => [name, shape]));
  }

  /** A body that has no name is written out only once, too: many operations answer alike. */
  once(shape: Shape, name?: string): string {
    if (shape.kind === 'reference') return this.named(shape.name);
    const source = this.source(shape);
    // What is short is shorter than a number with its place.
    if (!/[[{]/.test(source)) return source;
    const number = this.numbers.get(source) ?? this.entries.push({ ...(name && { name }), source }) - 1;
    this.numbers.set(source, number);
    return String(number);
  }

  lines(): string[] {
    return this.entries.map(({ name, source }, number) => `/* ${number}${name ? ` ${name}` : ''} */ ${source},`);
  }

  private named(name: string): string {
    const shape = this.components.get(name);
    if (!shape) throw new Error(`No shape is named ${name}.`);
    const open = this.numbers.get(name);
    if (open !== undefined) return String(open);
    if (!this.isRecursive(name)) return this.once(shape, name);
    // It has its number before its source is there: it refers to itself.
    const number = this.entries.push({ name, source: '' }) - 1;
    this.numbers.set(name, number);
    this.entries[number] = { name, source: this.source(shape) };
    return String(number);
  }

  private isRecursive(name: string): boolean {
    const reached = new Set(referencesOf(this.components.get(name) as Shape));
    // A set is walked to its end, also where that moves.
    for (const next of reached) for (const further of referencesOf(this.components.get(next) as Shape)) reached.add(further);
    return reached.has(name);
  }

  private source(shape: Shape): string {
    const inner = (part: Shape): string => this.source(part);
    switch (shape.kind) {
      case 'reference':
        return this.named(shape.name);
      case 'string': {
        const { format, minLength, maxLength, pattern } = shape;
        return limited(format ?? 'string', literal(minLength), literal(maxLength), pattern && regularExpression(pattern));
      }
      case 'number':
      case 'integer':
        return limited(shape.kind, literal(shape.minimum), literal(shape.maximum));
      case 'literals':
        return tuple('enum', ...shape.values.map(literal));
      case 'array': {
        const { items, minItems, maxItems, uniqueItems } = shape;
        return tuple('list', inner(items), literal(minItems), literal(maxItems), literal(uniqueItems));
      }
      case 'anyOf':
        return tuple('any', ...shape.parts.map(inner));
      case 'allOf':
        return tuple('all', ...shape.parts.map(inner));
      case 'tagged':
        return tuple('tagged', literal(shape.property), ...shape.parts.map((part) => inner(part.shape)));
      case 'object': {
        const rest =
          shape.rest === 'closed' ? "'never'" : shape.rest && shape.rest.kind !== 'unknown' ? inner(shape.rest) : undefined;
        const all = shape.properties.map(({ name, required, shape: member }) => ({ name, required, source: inner(member) }));
        // Most members are texts without limits: they are listed by name.
        const texts = [true, false].map((required) =>
          all.filter((member) => member.required === required && member.source === '"string"' && /^\w+$/.test(member.name)),
        );
        const listed = texts.filter((same) => same.length > 1);
        const members = [
          ...listed.map((same) => `'${same[0]?.required ? '!' : '?'}': ${literal(same.map(({ name }) => name).join(' '))}`),
          ...all
            .filter((member) => !listed.flat().includes(member))
            .map(({ name, required, source }) => `${literal(required ? name : `${name}?`)}: ${source}`),
          ...(rest === undefined ? [] : [`'*': ${rest}`]),
        ];
        const object = `{ ${members.join(', ')} }`;
        return shape.minProperties === undefined ? object : tuple('members', literal(shape.minProperties), object);
      }
      default:
        return literal(shape.kind);
    }
  }
}

function limited(simple: string, ...limits: (string | undefined)[]): string {
  return limits.every((limit) => limit === undefined) ? literal(simple) : tuple('limited', literal(simple), ...limits);
}

function tuple(tag: string, ...parts: (string | undefined)[]): string {
  const last = parts.findLastIndex((part) => part !== undefined);
  return `['${tag}', ${parts
    .slice(0, last + 1)
    .map(String)
    .join(', ')}]`;
}

function literal(value: string | number | boolean | null): string;
function literal(value: string | number | boolean | null | undefined): string | undefined;
function literal(value: string | number | boolean | null | undefined): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}

function regularExpression(pattern: string): string {
  return String(new RegExp(pattern));
}
