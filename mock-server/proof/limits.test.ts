/** However many ask at the same moment, an account gets as many keys as its platform allows. */
import { afterAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createMock } from '@chaveiro/mock-server';
import { openStore } from '@chaveiro/mock-server/durable';
import { serveMock } from '@chaveiro/mock-server/http';
import { chaveiro, killAll } from '../conformance/run-chaveiro.ts';
import { temporaryFolder, type TemporaryFolder } from '../src/durable/data-file.fixture.ts';
import { outcomeOf, prepare, race, races } from './limits.ts';
import { serveHere, serveProcess } from './wire/servers.ts';

const CREATES = 100;
let folder: TemporaryFolder;
beforeEach(() => {
  folder = temporaryFolder();
  onTestFinished(() => folder[Symbol.dispose]());
});
afterAll(killAll);

describe.each(races)(`${CREATES} creates at once against a limit of $limit ($platform)`, { timeout: 60_000 }, (one) => {
  const exactly = {
    answers: { '201': one.limit, '409 key_limit_reached': CREATES - one.limit },
    keys: one.limit,
    working: one.limit,
  };

  test('as many come through as the limit says', async () => {
    await using server = await serveHere();
    await prepare(server.url, one);
    expect(await outcomeOf(server.url, one, await race([server.url], CREATES))).toEqual(exactly);
  });

  test('also in a process with a data file, where they still are after a kill, and no more than they', async () => {
    await using server = await serveProcess(folder.file());
    await prepare(server.url, one);
    const answers = await race([server.url], CREATES);
    expect(await outcomeOf(server.url, one, answers)).toEqual(exactly);
    await server.restart!();
    expect(await outcomeOf(server.url, one, answers)).toMatchObject({ keys: one.limit, working: one.limit });
    const late = await outcomeOf(server.url, one, await race([server.url], 10));
    expect(late).toEqual({ answers: { '409 key_limit_reached': 10 }, keys: one.limit, working: 0 });
  });

  test('two mocks over one store never have more between them: the later one to write is told that it may not', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const store = openStore(folder.file());
    const servers = await Promise.all([1, 2].map((seed) => serveMock(createMock({ store, seed }), { port: 0 })));
    onTestFinished(() => Promise.all(servers.map((server) => server.close())).then(() => undefined));
    const urls = servers.map(({ url }) => url);
    for (const url of urls) await prepare(url, one);
    const answers = await race(urls, CREATES);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(one.limit);
    expect(new Set(answers.map(({ decision }) => decision))).toEqual(new Set(['allowed', 'key_limit_reached', 'not_kept']));
    expect(String(told.mock.calls)).toContain('was changed by another mock');
    expect(() => store.close()).toThrow('was changed by another mock');
  });
});

test('a second process is refused the data file by name, and the first goes on', { timeout: 60_000 }, async () => {
  const [one] = races;
  await using server = await serveProcess(folder.file());
  await prepare(server.url, one!);
  const second = chaveiro(['mock', '--port', '0', '--data', folder.file()]);
  const answers = await race([server.url], CREATES);
  expect(await second.ended).toBe(1);
  expect(second.stderr() + second.stdout()).toContain(`${folder.file()} is in use by a mock that is running (process `);
  expect(await outcomeOf(server.url, one!, answers)).toMatchObject({ answers: { '201': 1 }, keys: 1, working: 1 });
});
