/** Bodies that are nearly right: a documented example with one to three things changed. */
import fc from 'fast-check';

/** Texts that formats, patterns and lengths tell apart. */
const texts = fc.oneof(
  fc.constantFrom('', ' ', 'x'.repeat(256), 'CDP', 'text', 'null', 'não', '2024-02-30T00:00:00Z', '2023-02-29T10:00:00Z'),
  fc.constantFrom('0', '5511999999999', '123', 'https://exemplo.com.br', ' https://exemplo.com.br ', 'exemplo.com.br', 'http:/x'),
  fc.constantFrom('a@b', 'a@b.c', 'a@b.co', '.a@b.co', 'a..b@c.co', "a'@b.co", 'a_b+c@d-e.co', 'a@-b.co', 'ana@exemplo.com.br.'),
  fc.constantFrom('00000000-0000-0000-0000-000000000000', 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF'),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.constantFrom('2024-02-29T23:59:59+03:00', '2024-02-29T24:00:00Z', '2024-02-29T23:59Z', '2024-02-29 23:59:59Z'),
  fc.uuid(),
  fc.emailAddress(),
  fc.webUrl(),
  fc.string(),
);

const values: fc.Arbitrary<unknown> = fc.oneof(
  texts,
  fc.constantFrom(null, true, false, 0, -1, 1.5, 65_535, 65_536, 2 ** 53),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom([], {}, [[]], [null], { email: 'ana@exemplo.com.br' }),
);

type Path = readonly (string | number)[];

/** Any of the changes, made at a place that the fraction chooses. */
interface Change {
  readonly kind: 'drop' | 'replace' | 'add' | 'repeat' | 'empty';
  readonly place: number;
  readonly value: unknown;
}

const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'drop' as const,
      'replace' as const,
      'replace' as const,
      'add' as const,
      'repeat' as const,
      'empty' as const,
    ),
    place: fc.nat({ max: 10_000 }),
    value: values,
  }),
  { minLength: 1, maxLength: 3 },
);

export function mutated(examples: readonly unknown[]): fc.Arbitrary<unknown> {
  if (examples.length === 0) return values;
  return fc
    .tuple(fc.constantFrom(...examples), changes)
    .map(([example, all]) => all.reduce((body, change) => changed(body, change), structuredClone(example)));
}

function changed(body: unknown, { kind, place, value }: Change): unknown {
  const places = placesOf(body);
  const path = places[place % places.length] ?? [];
  const last = path.at(-1);
  if (last === undefined) return kind === 'replace' ? structuredClone(value) : body;
  const parent = at(body, path.slice(0, -1)) as Record<string | number, unknown>;
  const own = parent[last];
  if (kind === 'replace') parent[last] = structuredClone(value);
  else if (kind === 'empty') parent[last] = Array.isArray(own) ? [] : typeof own === 'object' ? {} : '';
  else if (Array.isArray(parent)) parent.push(kind === 'repeat' ? structuredClone(own) : structuredClone(value));
  else if (kind === 'drop') delete parent[last];
  else parent['a further member'] = structuredClone(value);
  return body;
}

function placesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  return [path, ...[...keys].flatMap((key) => placesOf((value as Record<string | number, unknown>)[key], [...path, key]))];
}

function at(value: unknown, path: Path): unknown {
  return path.reduce((inner, step) => (inner as Record<string | number, unknown>)[step], value);
}
