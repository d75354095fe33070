import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Tasks, type Task } from './tasks.ts';

const task = (id: string, at: number): Task => ({ id, at, kind: 'test', accountId: 'acc', subject: id });

function drain(tasks: Tasks, until: number): string[] {
  const ids: string[] = [];
  for (let next = tasks.next(until); next; next = tasks.next(until)) {
    tasks.delete(next.id);
    ids.push(next.id);
  }
  return ids;
}

test('tasks come by their moment, and in the order of planning at one moment', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.integer({ min: 0, max: 20 }), (moments, until) => {
      const tasks = new Tasks();
      tasks.next(0);
      const planned = moments.map((at, index) => tasks.insert(task(`t${index}`, at)));
      const due = planned.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at);
      expect(drain(tasks, until)).toEqual(due.map(({ id }) => id));
      expect(tasks.size).toBe(planned.length - due.length);
    }),
  );
});

test('a task that was cancelled or moved does not come at its old moment', () => {
  const tasks = new Tasks();
  for (const [id, at] of [
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ] as const)
    tasks.insert(task(id, at));
  expect(tasks.next(9)?.id).toBe('a');
  tasks.delete('a');
  tasks.update('b', { at: 5 });
  expect(drain(tasks, 9)).toEqual(['c', 'b']);
});

test('after a restore the tasks of that moment are planned, and no others', () => {
  const tasks = new Tasks();
  tasks.insert(task('a', 1));
  const before = tasks.snapshot();
  drain(tasks, 9);
  tasks.insert(task('b', 1));
  tasks.restore(before);
  expect(drain(tasks, 9)).toEqual(['a']);
});
