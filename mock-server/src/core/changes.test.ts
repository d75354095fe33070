import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ChangeLog } from './changes.ts';
import { createJournal, type JournalRecord } from './journal.ts';
import type { Stored, TableChanges } from './store.ts';
import { Table, type Row } from './table.ts';

interface Thing extends Row {
  readonly value?: number;
}

/** What a store is to do with changes. */
function apply(copy: Map<string, object>, { deleted, put }: TableChanges): void {
  for (const id of deleted) copy.delete(id);
  for (const [id, value] of put) copy.set(id, value);
}

const followed = (known = false) => {
  const table = new Table<Thing>();
  let heard = 0;
  const log = new ChangeLog(() => (heard += 1));
  log.follow('acc_1', 'things', table, known);
  return { table, log, heard: () => heard };
};

describe('a change log', () => {
  test('lets a copy follow a table row by row and in its order, whatever happens between two writes', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const action = fc.constantFrom('insert', 'update', 'put', 'delete', 'save', 'restore', 'write');
    const commands = fc.array(fc.record({ action, id, value: fc.nat(9) }), { maxLength: 60 });
    fc.assert(
      fc.property(commands, (steps) => {
        const { table, log } = followed();
        const copy = new Map<string, object>();
        let saved = table.snapshot();
        for (const { action, id, value } of [...steps, { action: 'write', id: '', value: 0 }]) {
          if (action === 'insert' && !table.get(id)) table.insert({ id, value });
          if (action === 'update' && table.get(id)) table.update(id, { value });
          if (action === 'put') table.put({ id, value });
          if (action === 'delete') table.delete(id);
          if (action === 'save') saved = table.snapshot();
          if (action === 'restore') table.restore(saved);
          if (action !== 'write') continue;
          for (const changes of log.pending()) apply(copy, changes);
          log.settle();
          expect([...copy]).toEqual(table.values().map((row): Stored => [row.id, row]));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('tells only of rows that changed', () => {
    const { table, log } = followed();
    for (const id of ['a', 'b', 'c']) table.insert({ id });
    const saved = table.snapshot();
    log.settle();
    table.update('b', { value: 1 });
    expect(log.pending()).toEqual([{ account: 'acc_1', table: 'things', deleted: [], put: [['b', { id: 'b', value: 1 }]] }]);
    log.settle();
    table.restore(saved);
    expect(log.pending()).toMatchObject([
      {
        deleted: ['b', 'c'],
        put: [
          ['b', { id: 'b' }],
          ['c', { id: 'c' }],
        ],
      },
    ]);
    log.settle();
    table.restore(saved);
    expect(log.pending()).toEqual([]);
  });

  test('keeps what was told until it is settled', () => {
    const { table, log } = followed();
    table.insert({ id: 'a' });
    expect(log.pending()).toEqual(log.pending());
    log.settle();
    expect(log.pending()).toEqual([]);
  });

  test('takes what a table has already for a change, unless it is known', () => {
    const table = new Table<Thing>();
    table.insert({ id: 'a' });
    for (const known of [false, true]) {
      const log = new ChangeLog(() => undefined);
      log.follow(null, 'things', table, known);
      expect(log.pending().flatMap(({ put }) => put)).toHaveLength(known ? 0 : 1);
      log.end();
    }
  });

  test('follows a journal that forgets its oldest entries, and repeats ids', () => {
    const journal = createJournal(2);
    const log = new ChangeLog(() => undefined);
    log.follow(null, 'journal', journal, false);
    const copy = new Map<string, object>();
    for (const requestId of ['a', 'b', 'c', 'b', 'd', 'a']) {
      journal.expectRepeats();
      journal.add({ requestId } as JournalRecord);
      for (const changes of log.pending()) apply(copy, changes);
      log.settle();
      expect([...copy.keys()].reverse()).toEqual(journal.list().map((entry) => entry.requestId));
    }
    journal.clear();
    for (const changes of log.pending()) apply(copy, changes);
    expect(copy.size).toBe(0);
  });

  test('of a table that is given up, keeps what it was told before', () => {
    const { table, log } = followed();
    table.insert({ id: 'a' });
    table.delete('a');
    log.unfollow(table);
    table.insert({ id: 'b' });
    expect(log.pending()).toMatchObject([{ deleted: ['a'] }]);
  });

  test('hears nothing after its end', () => {
    const { table, log, heard } = followed();
    log.end();
    table.insert({ id: 'a' });
    expect([heard(), log.pending()]).toEqual([0, []]);
  });
});
