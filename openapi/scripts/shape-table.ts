import { generatedHeader } from './header.ts';
import type { PlatformShapes } from './platform-shapes.ts';
import type { Shape } from './shape.ts';

/** The module that has a platform's bodies in the small form of `sdk/src/schemas/shape-table.ts`. */
export function shapeTable({ platform, components, operations }: PlatformShapes): string {
  const shared = new Shared();
  // All numbers first: a shape can refer to one that comes later, or to itself.
  for (const { name } of components) shared.numberOf(name);
  for (const { name, shape } of components) shared.define(name, shape);
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
  private readonly numbers = new Map<string, number>();
  private readonly sources = new Map<string, string>();

  numberOf(name: string): number {
    const number = this.numbers.get(name) ?? this.numbers.size;
    this.numbers.set(name, number);
    return number;
  }

  define(name: string, shape: Shape): void {
    this.sources.set(name, this.source(shape));
  }

  /** A body that has no name is written out only once, too: many operations answer alike. */
  once(shape: Shape): string {
    const source = this.source(shape);
    if (!/[[{]/.test(source)) return source;
    this.sources.set(source, source);
    return String(this.numberOf(source));
  }

  lines(): string[] {
    return [...this.numbers].map(([name, number]) => {
      const source = this.sources.get(name) ?? '';
      return `/* ${number}${name === source ? '' : ` ${name}`} */ ${source},`;
    });
  }

  private source(shape: Shape): string {
    const inner = (part: Shape): string => this.source(part);
    switch (shape.kind) {
      case 'reference':
        return String(this.numberOf(shape.name));
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
        const members = [
          ...shape.properties.map(
            ({ name, required, shape: member }) => `${literal(required ? name : `${name}?`)}: ${inner(member)}`,
          ),
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
