import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Table } from './table.ts';

interface Person {
  readonly id: string;
  readonly email?: string;
}

const people = () => new Table<Person>().declare({ email: (row) => row.email?.toLowerCase() });

describe('table', () => {
  test('an index finds just the rows that have the value, after any sequence of changes', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    const email = fc.constantFrom('X@x', 'y@y', undefined);
    const command = fc.record({ action: fc.constantFrom('insert', 'update', 'delete', 'restore'), id, email });
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        const table = people();
        const model = new Map<string, Person>();
        let saved = table.snapshot();
        let savedModel = new Map(model);
        table.find('email', 'x@x');
        for (const { action, id, email } of commands) {
          const row: Person = email === undefined ? { id } : { id, email };
          if (action === 'insert' && !model.has(id)) {
            table.insert(row);
            model.set(id, row);
            saved = table.snapshot();
            savedModel = new Map(model);
          }
          if (action === 'update' && model.has(id) && email !== undefined) {
            table.update(id, { email });
            model.set(id, { ...model.get(id), id, email });
          }
          if (action === 'delete') expect(table.delete(id)).toBe(model.delete(id));
          if (action === 'restore') {
            table.restore(saved);
            model.clear();
            for (const [key, value] of savedModel) model.set(key, value);
          }
          expect(table.values()).toEqual([...model.values()]);
          for (const value of ['x@x', 'y@y']) {
            const expected = [...model.values()].filter((person) => person.email?.toLowerCase() === value);
            expect(new Set(table.find('email', value))).toEqual(new Set(expected));
          }
        }
      }),
    );
  });

  test('a snapshot does not change when the table does', () => {
    const table = people();
    table.insert({ id: 'a', email: 'a@a' });
    const snapshot = table.snapshot();
    table.update('a', { email: 'b@b' });
    table.insert({ id: 'b' });
    table.restore(snapshot);
    expect(table.values()).toEqual([{ id: 'a', email: 'a@a' }]);
    expect(table.find('email', 'b@b')).toEqual([]);
  });

  test('a second row with one id, a missing row and an unknown index are errors', () => {
    const table = people();
    table.insert({ id: 'a' });
    expect(() => table.insert({ id: 'a' })).toThrow(/exists/);
    expect(() => table.update('z', {})).toThrow(/no row/);
    expect(() => table.find('phone', 'x')).toThrow(/no index/);
  });
});
