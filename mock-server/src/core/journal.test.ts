import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { createJournal, entryOf, type Journal, type JournalRecord } from './journal.ts';

function entry(requestId: string): JournalRecord {
  return { requestId } as JournalRecord;
}

describe('a journal that is full', () => {
  test('drops its oldest entry for every new one, for ever', () => {
    const journal = createJournal(3);
    for (let number = 1; number <= 100; number++) journal.add(entry(`req_${number}`));
    expect([...journal.ids()]).toEqual(['req_98', 'req_99', 'req_100']);
    expect(journal.count).toBe(100);
  });

  test('drops the oldest also after it was cleared', () => {
    const journal = createJournal(3);
    for (let number = 1; number <= 10; number++) journal.add(entry(`req_${number}`));
    journal.clear();
    for (let number = 1; number <= 5; number++) journal.add(entry(`req_${number}`));
    expect([...journal.ids()]).toEqual(['req_3', 'req_4', 'req_5']);
  });

  test('takes an id that comes again for a new request', () => {
    const journal = createJournal(3);
    for (const id of ['req_1', 'req_2', 'req_3']) journal.add(entry(id));
    journal.expectRepeats();
    for (const id of ['req_1', 'req_4', 'req_5']) journal.add(entry(id));
    expect([...journal.ids()]).toEqual(['req_1', 'req_4', 'req_5']);
    expect(journal.get('req_1')).toBeDefined();
    expect(journal.get('req_2')).toBeUndefined();
  });

  test('goes on from what an earlier process left', () => {
    const journal = createJournal(3);
    journal.restore(
      ['req_1', 'req_2', 'req_3'].map((id) => entryOf(entry(id))),
      7,
    );
    journal.add(entry('req_4'));
    expect([...journal.ids()]).toEqual(['req_2', 'req_3', 'req_4']);
    expect(journal.count).toBe(8);
    // Its ids may have been set back before it ended.
    journal.add(entry('req_3'));
    expect([...journal.ids()]).toEqual(['req_2', 'req_4', 'req_3']);
  });
});

describe('what was large', () => {
  test('leaves room for less, the newest entries first', () => {
    const journal = createJournal(100, 12_000);
    for (let number = 1; number <= 5; number++) journal.add(entry(`req_${number}`), 5_000);
    expect([...journal.ids()]).toEqual(['req_4', 'req_5']);
    journal.clear();
    for (let number = 6; number <= 7; number++) journal.add(entry(`req_${number}`), 5_000);
    expect([...journal.ids()]).toEqual(['req_6', 'req_7']);
  });

  test('is kept when it is the newest, however large', () => {
    const journal = createJournal(100, 12_000);
    journal.add(entry('req_1'));
    journal.add(entry('req_2'), 50_000);
    expect([...journal.ids()]).toEqual(['req_2']);
  });

  test('is counted once under an id that comes again', () => {
    const journal = createJournal(100, 12_000);
    journal.add(entry('req_0'));
    journal.expectRepeats();
    for (let times = 0; times < 10; times++) journal.add(entry('req_1'), 5_000);
    expect([...journal.ids()]).toEqual(['req_0', 'req_1']);
  });
});

describe('a journal lets go', () => {
  // Only a flag makes the collector callable, and it may be set at any time.
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;

  async function countOfThoseLeft(references: readonly WeakRef<JournalRecord>[]): Promise<number> {
    // What was referred to in this turn of the loop stays until the next one.
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    return references.filter((reference) => reference.deref() !== undefined).length;
  }

  function adding(journal: Journal, id: string): WeakRef<JournalRecord> {
    const added = entry(id);
    journal.add(added);
    return new WeakRef(added);
  }

  test('of what was cleared', async () => {
    const journal = createJournal(1000);
    const cleared = ['req_1', 'req_2', 'req_3'].map((id) => adding(journal, id));
    journal.clear();
    for (let number = 4; number <= 50; number++) journal.add(entry(`req_${number}`));
    expect(await countOfThoseLeft(cleared)).toBe(0);
  });

  test('of requests whose ids came again', async () => {
    const journal = createJournal(1000);
    const ids = ['req_1', 'req_2', 'req_3'];
    journal.add(entry('req_1'));
    journal.expectRepeats();
    const added = Array.from({ length: 300 }, (_, turn) => adding(journal, ids[turn % ids.length]!));
    expect(await countOfThoseLeft(added)).toBe(ids.length);
  });
});
