import type { Drift } from '../http/validation.ts';
import type { Literal, Members, Shape } from './shape-table.ts';
import { isSimple } from './simple-shapes.ts';

/** Of a body that is wrong everywhere no more is told than this. */
const most = 100;

/**
 * Where a value is not as its shape says. Of the value itself nothing is told but the names and types of its members.
 * @param shared what the numbers in the shape stand for
 */
export function driftOf(shared: readonly Shape[], shape: Shape, value: unknown): readonly Drift[] {
  return walk(shape, value, '$').slice(0, most);

  function walk(shape: Shape, value: unknown, path: string): Drift[] {
    if (typeof shape === 'number') return walk(resolve(shape), value, path);
    const wrong = (expected: string): Drift[] => [{ path, expected, got: kindOf(value) }];
    if (typeof shape === 'string') return isSimple[shape](value) ? [] : wrong(shape);
    if (isMembers(shape)) return isObject(value) ? walkMembers(shape, value, path) : wrong('object');
    switch (shape[0]) {
      case 'enum': {
        const [, ...values] = shape;
        return values.includes(value as Literal) ? [] : wrong(oneOf(values));
      }
      case 'limited': {
        const [, simple, minimum, maximum, pattern] = shape;
        if (!isSimple[simple](value)) return wrong(simple);
        const unit = typeof value === 'string' ? ' character' : '';
        const size = (value as string).length ?? (value as number);
        if (!within(size, minimum, maximum)) return wrong(`${simple}${limits(minimum, maximum, unit)}`);
        return pattern && !pattern.test(value as string) ? wrong(`${simple} like ${pattern.source}`) : [];
      }
      case 'list': {
        const [, item, minimum, maximum, unique] = shape;
        if (!Array.isArray(value)) return wrong('array');
        const items = value as unknown[];
        if (!within(items.length, minimum, maximum)) return wrong(`array${limits(minimum, maximum, ' item')}`);
        if (unique && new Set(items).size < items.length) return wrong('array without duplicates');
        return items.flatMap((one, index) => walk(item, one, `${path}[${index}]`));
      }
      case 'members': {
        const [, minimum, members] = shape;
        const few = isObject(value) && Object.keys(value).length < minimum;
        return few ? wrong(`object${limits(minimum, undefined, ' member')}`) : walk(members, value, path);
      }
      case 'all': {
        const [, ...parts] = shape;
        return parts.flatMap((part) => walk(part, value, path));
      }
      case 'tagged': {
        const [, property, ...parts] = shape;
        if (!isObject(value)) return wrong('object');
        const constants = parts.map((part) => constantsOf(part, property));
        const part = parts.find((_, index) => constants[index]?.includes(value[property] as Literal));
        if (part !== undefined) return walk(part, value, path);
        return [{ path: at(path, property), expected: oneOf(constants.flat()), got: kindOf(value[property]) }];
      }
      case 'any': {
        const [, ...parts] = shape;
        return walkAny(parts, value, path);
      }
    }
  }

  function walkMembers(shape: Members, value: Record<string, unknown>, path: string): Drift[] {
    const members = membersOf(shape);
    const names = members.map(([name]) => name);
    const rest = (shape['*'] ?? 'unknown') as Shape;
    const others = Object.keys(value).flatMap((name): Member[] => (names.includes(name) ? [] : [[name, true, rest]]));
    return [...members, ...others].flatMap(([name, optional, member]) => {
      const there = at(path, name);
      if (Object.hasOwn(value, name) && value[name] !== undefined) {
        return member === 'never'
          ? [{ path: there, expected: 'no such key', got: 'unrecognised key' }]
          : walk(member, value[name], there);
      }
      if (optional) return [];
      const drift = walk(member, undefined, there);
      return drift.length ? drift : [{ path: there, expected: 'any value', got: 'missing' }];
    });
  }

  /** What is said of a value that fits no alternative, is said of the one that it was most likely meant for. */
  function walkAny(parts: readonly Shape[], value: unknown, path: string): Drift[] {
    const tries = parts.map((part) => walk(part, value, path));
    const fits = tries.find((drift) => !drift.length);
    if (fits) return fits;
    const meant = tries
      .map((drift, index) => ({ drift, cost: drift.length - 2 * inCommon(parts[index], value) }))
      .filter(({ drift }) => drift.some((one) => one.path !== path))
      .sort((a, b) => a.cost - b.cost)[0];
    const expected = [...new Set(tries.map((drift) => drift[0]?.expected))].join(' or ');
    return meant?.drift ?? [{ path, expected, got: kindOf(value) }];
  }

  function inCommon(part: Shape | undefined, value: unknown): number {
    const shape = resolve(part);
    if (!isMembers(shape) || !isObject(value)) return 0;
    return membersOf(shape).filter(([name]) => Object.hasOwn(value, name)).length;
  }

  function constantsOf(part: Shape, property: string): readonly Literal[] {
    const shape = resolve(part);
    const member = isMembers(shape) ? resolve(shape[property] as Shape | undefined) : undefined;
    return Array.isArray(member) ? (member.slice(1) as Literal[]) : [];
  }

  function resolve(shape: Shape | undefined): Shape {
    return typeof shape === 'number' ? resolve(shared[shape]) : (shape ?? 'unknown');
  }
}

function isMembers(shape: Shape): shape is Members {
  return isObject(shape);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return kindOf(value) === 'object';
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

type Member = readonly [name: string, optional: boolean, shape: Shape];

function membersOf(shape: Members): Member[] {
  return Object.entries(shape).flatMap(([key, member]): Member[] => {
    if (key === '*') return [];
    const optional = key.endsWith('?');
    if (key === '?' || key === '!') return (member as string).split(' ').map((name) => [name, optional, 'string']);
    return [[optional ? key.slice(0, -1) : key, optional, member as Shape]];
  });
}

function at(path: string, name: string): string {
  return /^[\w$]+$/.test(name) ? `${path}.${name}` : `${path}[${JSON.stringify(name)}]`;
}

function within(size: number, minimum = -Infinity, maximum = Infinity): boolean {
  return size >= minimum && size <= maximum;
}

function limits(minimum: number | undefined, maximum: number | undefined, unit: string): string {
  const from = maximum === undefined ? 'at least ' : minimum === undefined ? 'at most ' : `${minimum} to `;
  const limit = maximum ?? minimum;
  return ` of ${from}${limit}${unit && limit !== 1 ? `${unit}s` : unit}`;
}

function oneOf(values: readonly Literal[]): string {
  return `one of ${values.map((value) => JSON.stringify(value)).join(', ')}`;
}
