// An abort is seen at every place where a call can wait, nothing is sent after it, and nothing of the call is left.
import { getEventListeners } from 'node:events';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { begin, scenes, type Scene } from '../../test/scripted-calls.ts';
import { observedFetch } from '../../test/observed-fetch.ts';
import { VirtualClock, settled } from '../../test/virtual-clock.ts';
import { Pingback } from '../platforms/pingback/index.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Virtual milliseconds within which an abort has to be seen. */
const SEEN_WITHIN = 20;

/** Aborts a call after so many milliseconds. @returns what was seen within 20 ms, and a minute later */
async function abortAfter(ms: number, scene: Scene) {
  const controller = new AbortController();
  const { signal } = controller;
  const { clock, sent, call } = begin(scene, { signal });
  let ended: { readonly with: unknown } | undefined;
  call.then(
    () => (ended = { with: undefined }),
    (reason: unknown) => (ended = { with: reason }),
  );
  await clock.advance(ms);
  const endedBefore = ended !== undefined;
  const sentBefore = sent.length;
  const reason = new Error('the user left');
  controller.abort(reason);
  await clock.advance(SEEN_WITHIN);
  const seen = { endedBefore, ended, reason, timers: clock.timers, listeners: getEventListeners(signal, 'abort').length };
  await clock.advance(60_000);
  return { ...seen, sentBefore, sentAfter: sent.length - sentBefore };
}

const scene: Scene = {
  operation: 'GET of Pingback',
  script: [],
  retries: 2,
  timeout: 30_000,
  pace: false,
  ignoresSignals: false,
  draws: [0.9],
  keyAfter: undefined,
};
const refused = { latency: 0, comes: { status: 503 } };
const late = { latency: 10_000, comes: { status: 200 } };

describe('an abort is seen', () => {
  test.each<[where: string, scene: Scene, sentBefore: number]>([
    ['while the key is asked for', { ...scene, keyAfter: 10_000 }, 0],
    ['while the key is asked for, before the turn of the call', { ...scene, keyAfter: 10_000, pace: true }, 0],
    ['while the request is out', { ...scene, script: [late] }, 1],
    ['while the request is out, by a fetch that ignores its signal', { ...scene, script: [late], ignoresSignals: true }, 1],
    ['while the body is read', { ...scene, script: [{ latency: 0, comes: 'half a body' }] }, 1],
    ['in the back-off', { ...scene, script: [refused] }, 1],
    ['in the back-off of a paced call', { ...scene, script: [refused], pace: true }, 1],
    ['while the second attempt is out', { ...scene, script: [refused, late], draws: [0] }, 2],
  ])('%s', async (_where, scene, sentBefore) => {
    const outcome = await abortAfter(100, scene);
    expect(outcome).toMatchObject({
      endedBefore: false,
      ended: { with: outcome.reason },
      sentBefore,
      sentAfter: 0,
      listeners: 0,
    });
    // The key function's own timer, and that of a fetch that ignores signals, are not ours.
    if (scene.keyAfter === undefined && !scene.ignoresSignals) expect(outcome.timers).toBe(0);
  });

  test('while a call waits for its turn, and the place goes to the next one', async () => {
    const clock = new VirtualClock();
    const { fetch, requests } = observedFetch();
    const pingback = new Pingback({ apiKey: 'key-1', fetch, clock });
    const { signal, abort } = aborter();
    const first = Promise.all(['a', 'b'].map((email) => pingback.contacts.get(email)));
    const gone = ['c', 'd', 'e', 'f'].map((email) => pingback.contacts.get(email, { signal }));
    const last = pingback.contacts.get('g');
    const outcomes = Promise.allSettled(gone);
    await clock.run(first);
    const aborted = clock.now();
    abort('enough');
    expect(await outcomes).toEqual(gone.map(() => ({ status: 'rejected', reason: 'enough' })));
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    await clock.run(last);
    // One token at five a second, and not the five tokens of a queue that nobody left.
    expect(clock.now() - aborted).toBeLessThan(250);
    expect(requests.map(({ url }) => url.slice(-1))).toEqual(['a', 'b', 'g']);
    expect(clock.timers).toBe(0);
  });

  test('while a retry waits for its turn', async () => {
    const clock = new VirtualClock();
    const { fetch, requests } = observedFetch(new Response('{}', { status: 503 }));
    const pingback = new Pingback({ apiKey: 'key-1', fetch, clock, random: () => 0 });
    const { signal, abort } = aborter();
    const outcomes = Promise.allSettled(['a', 'b'].map((email) => pingback.contacts.get(email, { signal })));
    await settled();
    expect(requests).toHaveLength(2);
    abort('enough');
    expect((await outcomes).map((outcome) => 'reason' in outcome && (outcome.reason as unknown))).toEqual(['enough', 'enough']);
    await clock.advance(60_000);
    expect(requests).toHaveLength(2);
    expect([clock.timers, getEventListeners(signal, 'abort').length]).toEqual([0, 0]);
  });
});

test('whatever a call is at: it ends within 20 ms, nothing is sent afterwards, no timer and no listener is left', () =>
  fc.assert(
    fc.asyncProperty(scenes, fc.integer({ min: 0, max: 20_000 }), async (scene, ms) => {
      const outcome = await abortAfter(ms, scene);
      expect(outcome.ended).toBeDefined();
      if (!outcome.endedBefore) expect(outcome.ended).toEqual({ with: outcome.reason });
      expect(outcome.sentAfter).toBe(0);
      expect(outcome.listeners).toBe(0);
      if (scene.keyAfter === undefined && !scene.ignoresSignals) expect(outcome.timers).toBe(0);
    }),
    { numRuns: 300 },
  ));

test('a call that has ended leaves no listener on a signal that lives on', async () => {
  const { signal } = new AbortController();
  const { clock, call } = begin({ ...scene, script: [refused], pace: true }, { signal });
  await clock.run(call);
  expect([getEventListeners(signal, 'abort').length, clock.timers]).toEqual([0, 0]);
});

function aborter() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: (reason: unknown) => controller.abort(reason) };
}
