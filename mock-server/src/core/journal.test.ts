import { describe, expect, test } from 'vitest';
import { createJournal, type JournalEntry } from './journal.ts';

function entry(requestId: string): JournalEntry {
  return { requestId } as JournalEntry;
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
    for (const id of ['req_1', 'req_2', 'req_3', 'req_1', 'req_4', 'req_5']) journal.add(entry(id));
    expect([...journal.ids()]).toEqual(['req_1', 'req_4', 'req_5']);
  });

  test('goes on from what an earlier process left', () => {
    const journal = createJournal(3);
    journal.restore(['req_1', 'req_2', 'req_3'].map(entry), 7);
    journal.add(entry('req_4'));
    expect([...journal.ids()]).toEqual(['req_2', 'req_3', 'req_4']);
    expect(journal.count).toBe(8);
  });
});
