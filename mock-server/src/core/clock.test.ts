import { describe, expect, test } from 'vitest';
import { createClock, milliseconds } from './clock.ts';

describe('clock', () => {
  test('a frozen clock moves by advance alone', () => {
    const clock = createClock(1000);
    expect(clock.now()).toBe(1000);
    expect(clock.advance('61s')).toBe(62_000);
    expect(clock.now()).toBe(62_000);
    clock.reset();
    expect(clock.now()).toBe(1000);
  });

  test('a running clock follows its source and keeps what was advanced', () => {
    let real = 5;
    const clock = createClock(() => real);
    clock.advance('1s');
    real = 10;
    expect(clock.now()).toBe(1010);
  });

  test.each([
    ['250ms', 250],
    ['61s', 61_000],
    ['15m', 900_000],
    ['24h', 86_400_000],
    ['30d', 2_592_000_000],
    [42, 42],
  ])('%s is %i milliseconds', (text, expected) => expect(milliseconds(text)).toBe(expected));

  test.each(['', '1', 's', '-1s', '1.5h', '1 week', Number.NaN, -1, Number.POSITIVE_INFINITY])(
    '%s is refused with advice',
    (text) => {
      expect(() => milliseconds(text)).toThrow(/is no duration.*61s/);
    },
  );

  test('the clock stays within what a Date can show', () => {
    expect(() => createClock(0).advance(8_640_000_000_000_001)).toThrow(RangeError);
  });
});
