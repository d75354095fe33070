import { afterEach, expect, test, vi } from 'vitest';
import { inTurns } from './turns.ts';

const { setImmediate: nextTurn } = globalThis;
const turn = () => new Promise((resolve) => nextTurn(resolve));

afterEach(() => vi.useRealTimers());

function logged() {
  const log: string[] = [];
  const take = inTurns((item: string) => {
    log.push(`answer ${item}`);
    return () => void log.push(`write ${item}`);
  });
  return { log, take };
}

test('what comes in one turn is all answered before any of it is written, in the order in which it came', async () => {
  const { log, take } = logged();
  for (const item of ['a', 'b', 'c']) take(item);
  expect(log).toEqual([]);
  await turn();
  expect(log).toEqual(['answer a', 'answer b', 'answer c', 'write a', 'write b', 'write c']);
});

test('what comes while answers are written is for the next turn', async () => {
  const log: string[] = [];
  const take = inTurns((item: string) => () => {
    log.push(item);
    if (item === 'a') take('b');
  });
  take('a');
  await turn();
  expect(log).toEqual(['a']);
  await turn();
  expect(log).toEqual(['a', 'b']);
});

test('fake timers of a test do not hold it up', async () => {
  vi.useFakeTimers({ toFake: ['setImmediate', 'setTimeout'] });
  const { log, take } = logged();
  take('a');
  await turn();
  expect(log).toEqual(['answer a', 'write a']);
});
