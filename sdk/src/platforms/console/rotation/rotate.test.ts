// Keys are replaced as each policy allows, and what fails leaves the account as well off as can be.
import { getEventListeners } from 'node:events';
import { createMock, type Mock } from '@chaveiro/mock-server';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { thrown } from '../../../../test/observed-fetch.ts';
import { VirtualClock } from '../../../../test/virtual-clock.ts';
import { ConflictError, NotFoundError, PlanRequiredError, ScopeMissingError } from '../../../errors/index.ts';
import type { Fetch } from '../../../http/index.ts';
import { Pingback } from '../../pingback/index.ts';
import { Zenvio } from '../../zenvio/index.ts';
import { Console } from '../index.ts';
import { RotationError } from './rotation-error.ts';
import type { RotateOptions, RotationReport } from './types.ts';

vi.setConfig({ testTimeout: 60_000 });

type PlatformName = 'pingback' | 'rdstation' | 'zenvio';

/** An account with so many keys, the first of which is rotated; and how many of them worked after each request. */
function world(platform: PlatformName, count = 1, session = 'chaveiro-console-owner', mock: Mock = createMock()) {
  const account = mock.platform(platform).accounts.create({ id: 'acc' });
  const keys = Array.from({ length: count }, (_, number) => account.keys.create({ name: `Chave ${number}` }));
  const [old] = keys;
  if (!old) throw new Error('There is no key.');
  const clock = new VirtualClock();
  const active = () => account.keys.list().filter(({ status }) => status === 'active');
  const working: number[] = [];
  const after: { answer?: (url: string) => void } = {};
  const fetch: Fetch = async (url, init) => {
    const response = await mock.fetch(url, init);
    working.push(active().length);
    after.answer?.(url);
    return response;
  };
  const console = new Console({ session, baseUrl: 'http://localhost:4010', fetch, clock, retries: 0 });
  const deployed: string[] = [];
  const rotate = (options: Partial<RotateOptions> = {}): Promise<RotationReport> =>
    clock.run(console.keys.rotate('acc', old.id, { switchTo: (secret) => deployed.push(secret), ...options }));
  return { mock, account, keys, old, clock, active, working, rotate, deployed, fetch, after };
}

const stepsOf = ({ steps }: RotationReport): string[] => steps.map(({ step, error }) => (error ? `${step}!` : step));

async function failure(rotation: Promise<RotationReport>): Promise<RotationError> {
  const error = await thrown(rotation);
  expect(error).toBeInstanceOf(RotationError);
  return error as RotationError;
}

describe('what each policy allows', () => {
  test('Zenvio: the new key is created, brought to use and tried; then the old one is revoked', async () => {
    const { mock, account, old, deployed, rotate, fetch, clock, working } = world('zenvio');
    const tried: string[] = [];
    const report = await rotate({
      name: 'Back end, novembro',
      verify: async (secret) => {
        tried.push(secret, old.status);
        await new Zenvio({ apiKey: secret, fetch, clock }).instances.list();
      },
    });
    expect(stepsOf(report)).toEqual(['check', 'create', 'switch', 'verify', 'delete']);
    expect(report).toMatchObject({ way: 'create', oldKeyId: old.id, working: 'new', gap: 0 });
    expect(tried).toEqual([deployed[0], 'active']);
    expect(old.status).toBe('deleted');
    const created = account.keys.list().find(({ id }) => id === report.newKeyId);
    expect(created).toMatchObject({ name: 'Back end, novembro', status: 'active', scopes: old.scopes });
    expect(Math.min(...working)).toBe(1);
    expect(mock.requests.where({ keyId: created?.id ?? '', decision: 'allowed' })).toHaveLength(1);
  });

  test('Zenvio: scopes and instances are those of the old key, or as given', async () => {
    const mock = createMock();
    const [account] = mock.zenvio.accounts.list();
    const locked = account?.keys.list().find(({ instances }) => instances);
    const console = new Console({ session: 'chaveiro-console-owner', baseUrl: 'http://localhost:4010', fetch: mock.fetch });
    const of = (report: RotationReport) => account?.keys.list().find(({ id }) => id === report.newKeyId);
    const { id = '', scopes, instances } = locked ?? {};
    const report = await console.keys.rotate(account?.id ?? '', id, { switchTo: () => {} });
    expect(of(report)).toMatchObject({ scopes, instances });
    const options = { switchTo: () => {}, scopes: ['logs:read'], instances: null };
    const other = await console.keys.rotate(account?.id ?? '', report.newKeyId ?? '', options);
    expect(of(other)).toMatchObject({ scopes: ['logs:read'], instances: null });
  });

  test('RD Station: the old key is disabled, since none can be deleted; names stay unique', async () => {
    const { account, old, rotate } = world('rdstation');
    const report = await rotate();
    expect(stepsOf(report)).toEqual(['check', 'create', 'switch', 'verify', 'disable']);
    expect(report).toMatchObject({ way: 'create', working: 'new', gap: 0 });
    expect(account.keys.list().map(({ name, status }) => [name, status])).toEqual([
      ['Chave 0', 'disabled'],
      ['Chave 0 2026-11-21', 'active'],
    ]);
    expect(old.status).toBe('disabled');
  });

  test('RD Station, five keys: one that is disabled is used again, under the new name', async () => {
    const { account, keys, deployed, rotate, working } = world('rdstation', 5);
    keys[3]?.disable();
    const report = await rotate({ name: 'Formulário' });
    expect(stepsOf(report)).toEqual(['check', 'enable', 'reveal', 'switch', 'verify', 'disable']);
    expect(report).toMatchObject({ way: 'reuse', newKeyId: keys[3]?.id, working: 'new', gap: 0 });
    expect(deployed).toEqual([keys[3]?.secret]);
    expect(account.keys.list().map(({ status }) => status)).toEqual(['disabled', 'active', 'active', 'active', 'active']);
    expect(keys[3]?.name).toBe('Formulário');
    expect(Math.min(...working)).toBe(4);
  });

  test('RD Station, rotated again and again: five keys are enough for ever', async () => {
    const { account, rotate, clock, mock, fetch } = world('rdstation');
    const console = new Console({ session: 'chaveiro-console-owner', baseUrl: 'http://localhost:4010', fetch, clock });
    let current = (await rotate()).newKeyId ?? '';
    const ways = [];
    for (let round = 0; round < 8; round++) {
      const report = await clock.run(console.keys.rotate('acc', current, { switchTo: () => {} }));
      ways.push(report.way);
      current = report.newKeyId ?? '';
      expect(
        account.keys
          .list()
          .filter(({ status }) => status === 'active')
          .map(({ id }) => id),
      ).toEqual([current]);
    }
    expect(ways).toEqual(['create', 'create', 'create', 'reuse', 'reuse', 'reuse', 'reuse', 'reuse']);
    expect(account.keys.list()).toHaveLength(5);
    expect(mock.requests.where({ status: 409 })).toEqual([]);
  });

  test('Pingback: the only key goes first, and the gap is measured', async () => {
    const { account, old, clock, deployed, rotate, fetch } = world('pingback');
    const report = await rotate({
      switchTo: async (secret) => {
        deployed.push(secret);
        await new Promise<void>((passed) => clock.setTimeout(passed, 300));
      },
      verify: (secret) => new Pingback({ apiKey: secret, fetch, clock }).contacts.list(),
    });
    expect(stepsOf(report)).toEqual(['check', 'delete', 'create', 'switch', 'verify']);
    expect(report).toMatchObject({ way: 'delete-first', working: 'new', gap: 300 });
    expect(old.status).toBe('deleted');
    expect(account.keys.list().filter(({ status }) => status === 'active')).toHaveLength(1);
  });

  test('the use of the new key in the log counts as verified', async () => {
    const { clock, rotate, fetch } = world('zenvio');
    const report = await rotate({
      switchTo: (secret) => {
        clock.setTimeout(() => void new Zenvio({ apiKey: secret, fetch, clock }).instances.list(), 5000);
      },
      verify: { usedWithin: 60_000, every: 1000 },
    });
    expect(report.working).toBe('new');
    expect(report.steps.find(({ step }) => step === 'verify')?.duration).toBeGreaterThanOrEqual(5000);
  });
});

test('a rotation leaves no listener on the signal of its caller, however long it looked for a use', async () => {
  const { signal } = new AbortController();
  await failure(world('zenvio').rotate({ signal, verify: { usedWithin: 10_000, every: 1000 } }));
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('an abort ends the look for a use between two requests', async () => {
  const { clock, rotate, working } = world('zenvio');
  const stop = new AbortController();
  clock.setTimeout(() => stop.abort(new Error('enough')), 5500);
  const { cause } = await failure(rotate({ signal: stop.signal, verify: { usedWithin: 60_000, every: 1000 } }));
  expect(cause).toMatchObject({ message: 'enough' });
  expect(working.length).toBeLessThan(20);
});

test('what the log knew of a key before does not count as its use', async () => {
  const { mock, keys, clock, rotate } = world('rdstation', 5);
  const used = `https://api.rd.services/platform/conversions?api_key=${keys[2]?.secret}`;
  const body = {
    event_type: 'CONVERSION',
    event_family: 'CDP',
    payload: { conversion_identifier: 'e', email: 'ana@exemplo.com.br' },
  };
  const headers = { 'content-type': 'application/json' };
  await mock.fetch(used, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(mock.requests.last()?.decision).toBe('allowed');
  keys[2]?.disable();
  const began = clock.now();
  const { report } = await failure(rotate({ verify: { usedWithin: 3000 } }));
  expect(stepsOf(report)).toEqual(['check', 'enable', 'reveal', 'switch', 'verify!']);
  expect(clock.now() - began).toBe(3000);
});

test('a request with the new key that was refused does not count as its use', async () => {
  const { fetch, clock, rotate } = world('zenvio');
  const switchTo = (apiKey: string) => new Zenvio({ apiKey, fetch, clock }).instances.list().safe();
  const { report } = await failure(rotate({ switchTo, scopes: ['logs:read'], verify: { usedWithin: 3000 } }));
  expect(stepsOf(report)).toEqual(['check', 'create', 'switch', 'verify!']);
});

describe('nothing is changed', () => {
  test.each<[string, PlatformName, number, Partial<RotateOptions>, new (...all: never[]) => Error]>([
    ['five active keys', 'rdstation', 5, {}, ConflictError],
    ['a key to use again that is active', 'rdstation', 5, { reuse: 'key' }, ConflictError],
    ['a name that is taken', 'rdstation', 2, { name: 'Chave 1' }, ConflictError],
  ])('where there is no way: %s', async (_what, platform, count, options, Class) => {
    const { account, rotate } = world(platform, count);
    const before = account.keys.list().map(({ name, status }) => [name, status]);
    const error = await thrown(rotate(options));
    expect(error).toBeInstanceOf(Class);
    expect(error).not.toBeInstanceOf(RotationError);
    expect(account.keys.list().map(({ name, status }) => [name, status])).toEqual(before);
  });

  test('on a plan without API access: the only key is not deleted for nothing', async () => {
    const { account, rotate, old } = world('pingback');
    account.changePlan('free');
    expect(await thrown(rotate())).toBeInstanceOf(PlanRequiredError);
    expect(old.status).toBe('disabled');
  });

  test('for a role that may not do it', async () => {
    const { rotate, old } = world('zenvio', 1, 'chaveiro-console-member');
    expect(await thrown(rotate())).toBeInstanceOf(ScopeMissingError);
    expect(old.status).toBe('active');
  });

  test('for a key that is gone', async () => {
    const { rotate, old, account } = world('zenvio', 2);
    old.delete();
    expect(await thrown(rotate())).toBeInstanceOf(NotFoundError);
    expect(account.keys.list()).toHaveLength(2);
  });

  test('for a rotation that was called off', async () => {
    const { rotate, account } = world('zenvio');
    const reason = new Error('not today');
    expect(await thrown(rotate({ signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(account.keys.list()).toHaveLength(1);
  });

  test('for one that is called off at the last moment', async () => {
    const { rotate, account, after } = world('pingback');
    const stop = new AbortController();
    const reason = new Error('not today');
    // The list of keys is the last that is looked at before something changes.
    after.answer = (url) => {
      if (url.endsWith('/api-keys')) stop.abort(reason);
    };
    expect(await thrown(rotate({ signal: stop.signal }))).toBe(reason);
    expect(account.keys.list().map(({ status }) => status)).toEqual(['active']);
  });
});

const down = { kind: 'status', status: 500 } as const;
const lost = { kind: 'drop', when: 'after' } as const;
const throws = (): never => {
  throw new Error('the vault is sealed');
};

describe('a step that fails', () => {
  test.each<[string, PlatformName, number, string, Partial<RotateOptions>, string[], RotationReport['working'], number]>([
    ['create', 'zenvio', 1, 'createApiKey', {}, ['check', 'create!', 'create!', 'create!'], 'old', 1],
    ['switch', 'zenvio', 1, '', { switchTo: throws }, ['check', 'create', 'switch!', 'delete'], 'old', 1],
    ['verify', 'zenvio', 1, '', { verify: throws }, ['check', 'create', 'switch', 'verify!'], 'both', 2],
    ['verify', 'zenvio', 1, '', { verify: () => false }, ['check', 'create', 'switch', 'verify!'], 'both', 2],
    [
      'verify',
      'zenvio',
      1,
      '',
      { verify: throws, switchBack: () => {} },
      ['check', 'create', 'switch', 'verify!', 'switch-back', 'delete'],
      'old',
      1,
    ],
    [
      'verify',
      'zenvio',
      1,
      '',
      { verify: throws, switchBack: throws },
      ['check', 'create', 'switch', 'verify!', 'switch-back!'],
      'both',
      2,
    ],
    ['verify', 'zenvio', 1, '', { verify: { usedWithin: 5000 } }, ['check', 'create', 'switch', 'verify!'], 'both', 2],
    ['delete', 'zenvio', 1, 'deleteApiKey', {}, ['check', 'create', 'switch', 'verify', 'delete!'], 'both', 2],
    ['switch', 'rdstation', 1, '', { switchTo: throws }, ['check', 'create', 'switch!', 'disable'], 'old', 1],
    ['disable', 'rdstation', 1, 'updateApiKey', {}, ['check', 'create', 'switch', 'verify', 'disable!'], 'both', 2],
    ['delete', 'pingback', 1, 'deleteApiKey', {}, ['check', 'delete!'], 'old', 1],
    ['create', 'pingback', 1, 'createApiKey', {}, ['check', 'delete', 'create!', 'create!', 'create!'], 'none', 0],
    ['switch', 'pingback', 1, '', { switchTo: throws }, ['check', 'delete', 'create', 'switch!'], 'new', 1],
    [
      'verify',
      'pingback',
      1,
      '',
      { verify: throws, switchBack: () => {} },
      ['check', 'delete', 'create', 'switch', 'verify!'],
      'new',
      1,
    ],
  ])('%s on %s (%j keys, %s, %j): %j, and %s works', async (step, platform, count, broken, options, steps, working, keys) => {
    const { mock, active, rotate, working: workingAtAnyTime } = world(platform, count);
    if (broken) mock.faults.add({ effect: down, on: { operationId: broken } });
    const error = await failure(rotate(options));
    expect(stepsOf(error.report)).toEqual(steps);
    expect(error.report.working).toBe(working);
    expect(error.message).toContain(`: ${step} failed`);
    expect(error.code).toBe('rotation_failed');
    expect(error.report.steps.map((one) => one.error)).toContain(error.cause);
    expect(active()).toHaveLength(keys);
    if (platform !== 'pingback') expect(Math.min(...workingAtAnyTime)).toBeGreaterThan(0);
  });

  test.each<[string, Partial<RotateOptions>, string, string[]]>([
    ['enable', {}, 'updateApiKey', ['check', 'enable!', 'disable!']],
    ['reveal', {}, 'revealApiKey', ['check', 'enable', 'reveal!', 'disable']],
    ['switch', { switchTo: throws }, '', ['check', 'enable', 'reveal', 'switch!', 'disable']],
  ])('%s of a key that is used again: it is as it was', async (_step, options, broken, steps) => {
    const { mock, account, keys, rotate } = world('rdstation', 5);
    keys[4]?.disable();
    const before = account.keys.list().map(({ name, status }) => [name, status]);
    if (broken) mock.faults.add({ effect: down, on: { operationId: broken } });
    const { report } = await failure(rotate({ ...options, name: 'Formulário' }));
    expect(stepsOf(report)).toEqual(steps);
    expect(report.working).toBe('old');
    expect(account.keys.list().map(({ name, status }) => [name, status])).toEqual(before);
  });

  test.each<[PlatformName, string[]]>([
    ['zenvio', ['check', 'create!']],
    ['pingback', ['check', 'delete', 'create!']],
  ])('a creation that is refused on %s is not tried again', async (platform, steps) => {
    const { mock, rotate } = world(platform);
    mock.faults.add({ effect: { kind: 'status', status: 409 }, on: { operationId: 'createApiKey' } });
    const { report } = await failure(rotate());
    expect(stepsOf(report)).toEqual(steps);
  });

  test('shows no secret, also where the caller does', async () => {
    const { rotate } = world('zenvio');
    let secret = '';
    const error = await failure(
      rotate({
        switchTo: (fresh) => {
          secret = fresh;
          throw new Error(`could not write ${fresh}`);
        },
      }),
    );
    expect(secret).not.toBe('');
    expect(`${JSON.stringify(error)} ${String(error.cause)} ${error.stack}`).not.toContain(secret);
  });

  test('with the state unknown says so', async () => {
    const { mock, rotate } = world('zenvio');
    const { report } = await failure(
      rotate({
        verify: () => {
          mock.faults.add({ effect: down, on: { operationId: 'listApiKeys' } });
          throw new Error('no');
        },
      }),
    );
    expect(report.working).toBe('unknown');
  });
});

describe('an answer that is lost', () => {
  test('of a creation: the key is found and its secret revealed', async () => {
    const { mock, active, rotate, deployed } = world('pingback');
    mock.faults.add({ effect: lost, on: { operationId: 'createApiKey' }, times: 1 });
    const report = await rotate();
    expect(stepsOf(report)).toEqual(['check', 'delete', 'create!', 'reveal', 'switch', 'verify']);
    expect(active().map(({ id }) => id)).toEqual([report.newKeyId]);
    expect(deployed[0]).toBe(active()[0]?.reveal());
  });

  test('of a creation where secrets are shown once: that key goes, and another one is created', async () => {
    const { mock, active, rotate } = world('zenvio');
    mock.faults.add({ effect: lost, on: { operationId: 'createApiKey' }, times: 1 });
    const report = await rotate();
    expect(stepsOf(report)).toEqual(['check', 'create!', 'delete', 'create', 'switch', 'verify', 'delete']);
    expect(active().map(({ id }) => id)).toEqual([report.newKeyId]);
  });

  test.each<[PlatformName, string]>([
    ['zenvio', 'deleteApiKey'],
    ['rdstation', 'updateApiKey'],
    ['pingback', 'deleteApiKey'],
  ])('of the end of the old key on %s: the list tells that it took effect', async (platform, operationId) => {
    const { mock, active, rotate } = world(platform);
    mock.faults.add({ effect: lost, on: { operationId }, times: 1 });
    const report = await rotate();
    expect(report.working).toBe('new');
    expect(active().map(({ id }) => id)).toEqual([report.newKeyId]);
  });
});

test(
  'whatever fails, a key works all the time where the policy allows two, and the report tells the truth',
  { timeout: 60_000 },
  async () => {
    const mock = createMock();
    const operations = ['createApiKey', 'updateApiKey', 'deleteApiKey', 'revealApiKey', 'listApiKeys', 'getKeyRules'];
    const fault = fc.record({
      on: fc.constantFrom(...operations),
      effect: fc.constantFrom(down, lost, { kind: 'drop', when: 'before' } as const, { kind: 'malformed' } as const),
      times: fc.integer({ min: 1, max: 4 }),
    });
    const own = fc.constantFrom('works', 'throws');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<[PlatformName, number]>(['zenvio', 1], ['rdstation', 1], ['rdstation', 5], ['pingback', 1]),
        fc.array(fault, { maxLength: 3 }),
        fc.record({ switchTo: own, verify: own, switchBack: fc.constantFrom('works', 'throws', 'none') }),
        async ([platform, count], faults, does) => {
          mock.reset();
          const { account, keys, active, working, rotate, old } = world(platform, count, undefined, mock);
          if (count === 5) keys[2]?.disable();
          for (const { on, ...rest } of faults) mock.faults.add({ ...rest, on: { operationId: on } });
          const act = (how: string) => (how === 'throws' ? throws : () => {});
          const options = { switchTo: act(does.switchTo), verify: act(does.verify) };
          const back = does.switchBack === 'none' ? {} : { switchBack: act(does.switchBack) };
          const result = await rotate({ ...options, ...back }).catch((error: unknown) => error);
          if (platform !== 'pingback') expect(Math.min(...working)).toBeGreaterThan(0);
          const report =
            result instanceof RotationError ? result.report : result instanceof Error ? undefined : (result as RotationReport);
          if (!report) {
            expect(account.keys.list()).toHaveLength(count);
            return;
          }
          const is = (id: string | undefined) => active().some((key) => key.id === id);
          const both: [boolean, boolean] = [is(old.id), is(report.newKeyId)];
          const truth = both[0] ? (both[1] ? 'both' : 'old') : both[1] ? 'new' : 'none';
          if (report.working !== 'unknown') expect(report.working).toBe(truth);
          if (!(result instanceof Error)) expect(truth).toBe('new');
        },
      ),
      { numRuns: 150 },
    );
  },
);
