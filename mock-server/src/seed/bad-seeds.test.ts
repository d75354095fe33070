/** What is wrong with a seed is told by line, column and name, and then nothing of it is applied. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createMock, SeedError, type Mock } from '../index.ts';
import { parseSeed } from './parse.ts';
import { YAML } from './seed.fixture.ts';

let mock: Mock;
beforeEach(() => void (mock = createMock({ seed: 3, now: '2026-03-02T12:00:00.000Z' })));

const load = (text: string) => mock.load(parseSeed(text, 'seed.yaml').seed);

/** Found when half of it has been made, a long time ahead. */
const LATE_MISTAKE = {
  clock: { now: '2030-01-01T00:00:00Z' },
  accounts: [
    { platform: 'zenvio', id: 'acc_twice', keys: [{ name: 'a' }] },
    { platform: 'zenvio', id: 'acc_twice' },
  ],
};

describe('a bad seed is told by line, column and name', () => {
  test.each([
    [
      'accounts:\n  - platform: pingbak',
      'seed.yaml:2:5 accounts[0].platform: "pingbak" is no platform with accounts; did you mean pingback?',
    ],
    [
      'accounts:\n  - platform: console',
      'seed.yaml:2:5 accounts[0].platform: "console" is no platform with accounts; choose from: ',
    ],
    ['acounts: []', 'seed.yaml:1:1 acounts: unknown line; did you mean accounts?'],
    ['accounts:\n  - platform: pingback\n    paln: pro', 'seed.yaml:3:5 accounts[0].paln: unknown line; did you mean plan?'],
    ['accounts:\n  - name: x', 'seed.yaml:2:5 accounts[0].platform: missing line'],
    ['accounts:\n  platform: pingback', 'seed.yaml:1:1 accounts: expected array'],
    [
      'accounts:\n  - platform: pingback\n    plan: por',
      'seed.yaml:3:5 accounts[0].plan: "por" is no plan of pingback; did you mean pro?',
    ],
    [
      'accounts:\n  - platform: zenvio\n    product: crm',
      'seed.yaml:3:5 accounts[0].product: "crm" is no product of zenvio; there are none',
    ],
    [
      'accounts:\n  - platform: rdstation\n    keys:\n      - { name: a }\n      - name: b\n        state: deleted',
      'seed.yaml:6:9 accounts[0].keys[1].state: rdstationKey keys are never deleted; they can be: active, disabled',
    ],
    [
      "accounts:\n  - platform: zenvio\n    keys:\n      - name: a\n        scopes: ['whatsapp:sned']",
      'seed.yaml:5:18 accounts[0].keys[0].scopes[0]: "whatsapp:sned" is no scope of zenvioKey; did you mean whatsapp:send?',
    ],
    [
      'accounts:\n  - platform: zenvio\n    keys:\n      - name: a\n        instances: [inst_x]',
      `seed.yaml:5:21 accounts[0].keys[0].instances[0]: "inst_x" is none of the account's instances; there are none`,
    ],
    [
      'accounts:\n  - platform: pingback\n    keys:\n      - name: a\n        instances: [x]',
      'seed.yaml:5:9 accounts[0].keys[0].instances: keys of this platform open everything; leave the line out',
    ],
    [
      'accounts:\n  - platform: pingback\n    keys: [{ secret: abcdefgh }]',
      'seed.yaml:3:12 accounts[0].keys[0].name: missing line',
    ],
    [
      'accounts:\n  - platform: pingback\n    keys: [{ name: a, secret: "a b" }]',
      'seed.yaml:3:23 accounts[0].keys[0].secret: expected 8 to 72 visible ASCII',
    ],
    [
      'accounts:\n  - platform: pingback\n    keys: [{ name: a }, { name: b }]',
      'seed.yaml:3:25 accounts[0].keys[1]: This account has 1 key, as many as it may have.',
    ],
    [
      'accounts:\n  - { platform: pingback, id: acc_pingback_pro }',
      'seed.yaml:2:27 accounts[0].id: the account acc_pingback_pro exists already; reset the mock first',
    ],
    [
      'accounts:\n  - platform: pingback\n    users: [{ role: dono }]',
      'seed.yaml:3:15 accounts[0].users[0].role: "dono" is not one of owner, manager, member',
    ],
    [
      'accounts:\n  - platform: pingback\n    resources: { contact: [] }',
      'seed.yaml:3:18 accounts[0].resources.contact: "contact" is no collection of pingback; did you mean contacts?',
    ],
    [
      'accounts:\n  - platform: pingback\n    resources:\n      contacts:\n        - email: ana',
      'seed.yaml:5:11 accounts[0].resources.contacts[0].email: expected an e-mail address',
    ],
    [
      'accounts:\n  - platform: pingback\n    resources:\n      contacts:\n        - name: Ana',
      'resources.contacts[0].name: unknown line',
    ],
    [
      'accounts:\n  - platform: zenvio\n    resources:\n      instances: [{ id: a, name: b }, { id: a, name: c }]',
      'accounts[0].resources.instances[1].id: another row has this id',
    ],
    ['scenarios: [rotaton]', 'seed.yaml:1:13 scenarios[0]: There is no scenario "rotaton"; did you mean rotation?'],
    [
      'scenarios:\n  - name: free-plan\n    platform: zenvio',
      'seed.yaml:2:5 scenarios[0]: The rules of zenvio allow no scenario "free-plan". It exists on: pingback.',
    ],
    ['settings: { rateLimits: yes }', 'seed.yaml:1:13 settings.rateLimits: "yes" is not one of off, on'],
    [
      'settings: { propagationDelay: 1 minute }',
      'settings.propagationDelay: expected a duration such as 250ms, 61s, 15m, 24h or 30d',
    ],
    [
      'settings: { failures: { pingback: { missing_key: gateway_402 } } }',
      '"gateway_402" is no other answer to missing_key; did you mean gateway_401?',
    ],
    [
      'settings: { failures: { pingback: { mising_key: gateway_401 } } }',
      '"mising_key" is nothing that has other answers here; did you mean missing_key?',
    ],
    ['clock: { now: yesterday }', 'seed.yaml:1:10 clock.now: expected an instant such as 2026-01-31T12:00:00Z'],
    ['faults: [{ effect: { kind: explode } }]', 'faults[0].effect.kind: expected one of: status, latency, drop'],
    ['faults: [{ effect: { kind: drop }, on: { platform: zenvi } }]', '"zenvi" is no platform; did you mean zenvio?'],
    [
      'faults: [{ effect: { kind: drop }, on: { operationId: sendMesage } }]',
      '"sendMesage" is no operation; did you mean sendMessage?',
    ],
    ['faults: [{ effect: { kind: drop }, probability: 2 }]', 'faults[0].probability: '],
    ['accounts: [', 'seed.yaml:1:'],
    ['a: 1\na: 2', 'seed.yaml:2:1: Map keys must be unique'],
    ['a: &a [*a]', 'seed.yaml:1:8: *a stands inside of &a itself'],
    [
      'accounts:\n  - &x { platform: pingback, keys: [*x] }',
      'seed.yaml:2:37: *x stands inside of &x itself, which then has no end; write out what belongs here',
    ],
    ['accounts: *z', 'seed.yaml:1:11: *z stands for nothing: there is no &z before it'],
    ['scenarios: []\n---\nfaults: []', 'seed.yaml:2:1: a second YAML document begins here, and only one is read'],
    ['- platform: pingback', 'seed.yaml:1:1 the seed: expected object'],
    ['just words', 'the seed: expected object, not "just words"'],
  ])('%j', (text, message) => {
    const before = mock.snapshot();
    const now = mock.clock.now();
    let caught: unknown;
    const file = (() => {
      try {
        return parseSeed(text, 'seed.yaml');
      } catch (error) {
        return void (caught = error);
      }
    })();
    try {
      if (file) mock.load(file.seed);
    } catch (error) {
      caught = file?.located(error as SeedError);
    }
    expect(caught).toBeInstanceOf(SeedError);
    expect((caught as SeedError).message).toContain(message);
    expect(mock.snapshot()).toEqual(before);
    expect(mock.clock.now()).toBe(now);
  });

  test('a wrong secret is not repeated', () => {
    const text = 'accounts: [{ platform: pingback, keys: [{ name: a, secret: 123456789 }] }]';
    expect(() => load(text)).toThrow(/secret: expected string$/);
  });

  test('all problems come at once', () => {
    const text = 'accounts:\n  - { platform: pingbak }\n  - { platform: zenvio, plan: gold }\nscenarios: [nope]';
    expect(() => load(text)).toThrow(/3 problems.*pingbak.*gold.*nope/s);
  });

  test('a failure at the very end takes everything back, the clock and the settings too', () => {
    const before = mock.snapshot();
    const text = `${YAML}  - effect: { kind: drop }\n    on: { operationId: nope }\n`;
    expect(() => load(text)).toThrow(SeedError);
    const clash = YAML.replace('loja-next-secret', 'loja-crm-secret');
    expect(() => load(clash)).toThrow(/scenarios\[1\]: Another key has this secret/);
    expect(mock.snapshot()).toEqual(before);
    expect(mock.clock.now()).toBe(Date.parse('2026-03-02T12:00:00Z'));
  });

  test('the clock of a mock that follows real time has not lost a moment', () => {
    let real = Date.parse('2026-03-02T12:00:00Z');
    vi.spyOn(Date, 'now').mockImplementation(() => real++);
    try {
      mock = createMock();
      mock.clock.advance('1h');
      const ahead = () => mock.clock.now() - (real - 1);
      const before = ahead();
      for (let refused = 0; refused < 5; refused++) {
        expect(() => load('accounts: [{ platform: pingbak }]')).toThrow(SeedError);
        expect(() => mock.load(LATE_MISTAKE)).toThrow(SeedError);
      }
      expect(ahead()).toBe(before);
    } finally {
      vi.restoreAllMocks();
    }
  });

  test('whoever waits for the clock goes on waiting, until a seed that is applied gets there', async () => {
    mock.faults.add({ effect: { kind: 'latency', delay: '1h' } });
    let answered = false;
    const waiting = mock.fetch('https://connect.pingback.com/v2/contacts').then(() => (answered = true));
    // Long enough for whatever would answer at once.
    const settled = () => new Promise((resolve) => setImmediate(resolve));
    await settled();
    expect(mock.requests.list()).toHaveLength(1);
    expect(() => mock.load(LATE_MISTAKE)).toThrow(SeedError);
    await settled();
    expect(answered).toBe(false);
    mock.load({ clock: LATE_MISTAKE.clock });
    await waiting;
  });

  test('aliases that would blow it up are refused', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'.split('').map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[index]}`).join(',')}]`),
    ];
    expect(() => parseSeed(bomb.join('\n'), 'bomb.yaml')).toThrow(/bomb.yaml:8:11: up to here, aliases repeat more than 16 MB/);
  });

  test('in code a seed that contains itself is told by its path', () => {
    const account: Record<string, unknown> = { platform: 'pingback' };
    account['keys'] = [account];
    expect(() => mock.load({ accounts: [account] } as never)).toThrow(SeedError);
    expect(() => mock.load({ accounts: [account] } as never)).toThrow('accounts[0].keys[0]: contains itself here');
  });
});
