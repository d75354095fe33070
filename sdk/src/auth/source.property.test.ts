// Keys are accepted, refused and rotated between any two steps of any call.
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { json } from '../../test/observed-fetch.ts';
import { VirtualClock } from '../../test/virtual-clock.ts';
import { InvalidKeyError } from '../errors/index.ts';
import type { Fetch } from '../http/index.ts';
import { RDStation } from '../platforms/rdstation/index.ts';
import { keyRing } from './key-ring.ts';

vi.setConfig({ testTimeout: 60_000 });

const KEYS = ['a', 'b', 'c'];
const keys = fc.constantFrom(...KEYS);

/** A platform that accepts some keys, and a vault that holds one; each answer comes when the scheduler says so. */
function world(scheduler: fc.Scheduler) {
  const accepted = new Set<string>();
  const vault = { key: 'a', asked: 0, underWay: 0, most: 0 };
  const taken: string[] = [];
  const sent: [email: string, key: string][] = [];
  const fetch: Fetch = async (url, { body }) => {
    await scheduler.schedule(Promise.resolve(), 'request arrives');
    const key = new URL(url).searchParams.get('api_key') ?? '';
    const { payload } = JSON.parse(body as string) as { payload: { email: string } };
    sent.push([payload.email, key]);
    const ok = accepted.has(key);
    if (ok) taken.push(payload.email);
    await scheduler.schedule(Promise.resolve(), 'answer arrives');
    return ok
      ? json({ event_uuid: 'u' })
      : json({ errors: [{ error_type: 'UNAUTHORIZED', error_message: 'Invalid token.' }] }, 401);
  };
  const ask = async (): Promise<string> => {
    vault.asked++;
    vault.most = Math.max(vault.most, ++vault.underWay);
    const { key } = vault;
    await scheduler.schedule(Promise.resolve(), 'vault answers');
    vault.underWay--;
    return key;
  };
  const call = (rd: RDStation, number: number): Promise<unknown> =>
    rd.conversions.create({ conversion_identifier: 'ebook', email: `lead-${number}` }).catch((error: unknown) => error);
  return { accepted, vault, taken, sent, fetch, ask, call, clock: new VirtualClock() };
}

const deed = fc.oneof(
  fc.record({ does: fc.constant('accept' as const), key: keys }),
  fc.record({ does: fc.constant('refuse' as const), key: keys }),
  fc.record({ does: fc.constant('rotate' as const), key: keys }),
);

test('a call succeeds exactly if the platform took it, and it takes none twice; the vault is asked by one at a time', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.integer({ min: 1, max: 12 }),
      fc.array(deed, { maxLength: 8 }),
      fc.boolean(),
      async (scheduler, count, deeds, isRing) => {
        const { accepted, vault, taken, sent, fetch, ask, call, clock } = world(scheduler);
        accepted.add('a');
        const apiKey = isRing ? keyRing([ask, 'b', 'c']) : ask;
        const rd = new RDStation({ apiKey, fetch, clock, pace: false });
        scheduler.scheduleSequence(
          deeds.map(({ does, key }) => ({
            label: `${does} ${key}`,
            builder: () => {
              if (does === 'accept') accepted.add(key);
              else if (does === 'refuse') accepted.delete(key);
              else vault.key = key;
              return Promise.resolve();
            },
          })),
        );
        const numbers = Array.from({ length: count }, (_, number) => number);
        const results = await scheduler.waitFor(Promise.all(numbers.map((number) => call(rd, number))));
        const succeeded = numbers.filter((number) => !(results[number] instanceof Error)).map((number) => `lead-${number}`);
        expect(taken.toSorted()).toEqual(succeeded.toSorted());
        for (const result of results) if (result instanceof Error) expect(result).toBeInstanceOf(InvalidKeyError);
        expect(vault.most).toBeLessThanOrEqual(1);
        for (const number of numbers) {
          const tried = sent.filter(([email]) => email === `lead-${number}`).map(([, key]) => key);
          expect(tried.length).toBeLessThanOrEqual(10);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('where the vault holds the next key before the current one is refused, no call is lost, and each rotation is one refresh', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 3 }),
      async (scheduler, count, rotations) => {
        const { accepted, vault, taken, fetch, ask, call, clock } = world(scheduler);
        accepted.add('key-0');
        vault.key = 'key-0';
        const rd = new RDStation({ apiKey: ask, fetch, clock, pace: false });
        scheduler.scheduleSequence(
          Array.from({ length: rotations }, (_, number) => number + 1).flatMap((number) => [
            () => Promise.resolve(accepted.add(`key-${number}`)),
            () => Promise.resolve((vault.key = `key-${number}`)),
            () => Promise.resolve(accepted.delete(`key-${number - 1}`)),
          ]),
        );
        const numbers = Array.from({ length: count }, (_, number) => number);
        const results = await scheduler.waitFor(Promise.all(numbers.map((number) => call(rd, number))));
        for (const result of results) expect(result).not.toBeInstanceOf(Error);
        expect(taken.toSorted()).toEqual(numbers.map((number) => `lead-${number}`).toSorted());
        // The first question, one a rotation, and one more where an answer was under way when its key was refused.
        expect(vault.asked).toBeLessThanOrEqual(1 + 2 * rotations);
      },
    ),
    { numRuns: 300 },
  );
});

test('a ring loses no call while one of its keys is accepted all the time', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.integer({ min: 1, max: 12 }),
      keys,
      fc.array(deed, { maxLength: 8 }),
      async (scheduler, count, good, deeds) => {
        const { accepted, taken, fetch, call, clock } = world(scheduler);
        accepted.add(good);
        const rd = new RDStation({ apiKey: keyRing(KEYS), fetch, clock, pace: false });
        scheduler.scheduleSequence(
          deeds.map(({ does, key }) => () => {
            if (does === 'accept') accepted.add(key);
            else if (key !== good) accepted.delete(key);
            return Promise.resolve();
          }),
        );
        const numbers = Array.from({ length: count }, (_, number) => number);
        const results = await scheduler.waitFor(Promise.all(numbers.map((number) => call(rd, number))));
        for (const result of results) expect(result).not.toBeInstanceOf(Error);
        expect(taken).toHaveLength(count);
      },
    ),
    { numRuns: 300 },
  );
});
