/**
 * A data file under SIGKILL: every change that was acknowledged is there afterwards, and files that cannot be used are
 * refused and left alone. `CHAVEIRO_KILLS=100` kills a hundred times; without it a few, so that every run sees it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder, type TemporaryFolder } from '../src/durable/data-file.fixture.ts';
import { startMock, type MockProcess } from './durable/mock-process.ts';
import { Witness } from './durable/witness.ts';

const KILLS = Number(process.env['CHAVEIRO_KILLS'] ?? 5);
/** How much of what earlier rounds did is looked at after each kill; at the end all of it is. */
const NEWEST = 30;

let folder: TemporaryFolder;
let running: MockProcess[];
beforeEach(() => {
  folder = temporaryFolder();
  running = [];
});
afterEach(async () => {
  for (const mock of running) await mock.end('SIGKILL');
  folder[Symbol.dispose]();
});

function start(file = folder.file()): MockProcess {
  const mock = startMock(file);
  running.push(mock);
  return mock;
}

/** Looks with all witnesses at once, as they worked. */
async function missing(witnesses: readonly Witness[], url: string, newest?: number): Promise<string[]> {
  return (await Promise.all(witnesses.map((witness) => witness.missing(url, newest)))).flat();
}

test(`killed ${KILLS} times under load, nothing acknowledged is lost`, { timeout: 60_000 + KILLS * 20_000 }, async () => {
  const witnesses = ['one', 'two', 'three', 'four'].map((name, index) => new Witness(name, index % 2 === 1));
  for (let kill = 0; kill < KILLS; kill++) {
    const mock = start();
    // Now and then before it is up: the file is being opened, and on the first occasion made.
    if (kill % 5 === 0) {
      await wait(Math.random() * 500);
      await mock.end('SIGKILL');
      continue;
    }
    const url = await mock.ready;
    expect(await missing(witnesses, url, NEWEST)).toEqual([]);
    const work = Promise.all(witnesses.map((witness) => witness.work(url)));
    await Promise.race([work, wait(20 + Math.random() * 600)]);
    await mock.end('SIGKILL');
    await work;
  }
  const mock = start();
  const url = await mock.ready;
  expect(mock.output()).toMatch(/recovered 3 sessions, \d+ accounts, \d+ keys, \d+ requests\..*whatever it had answered is here/);
  expect(await missing(witnesses, url)).toEqual([]);
  const acknowledged = witnesses.reduce((sum, witness) => sum + witness.acknowledged, 0);
  expect(acknowledged).toBeGreaterThan(KILLS * 4);
  console.log(
    `${KILLS} kills, ${acknowledged} acknowledged changes, none lost: ${/recovered .*? requests/.exec(mock.output())?.[0]}`,
  );
});

describe('chaveiro mock --data', { timeout: 30_000 }, () => {
  test('makes the file, says so, and after Ctrl-C says what it recovered', async () => {
    const first = start();
    const url = await first.ready;
    expect(first.output()).toMatch(/Data file .*mock\.db: new\./);
    const headers = { 'x-api-key': 'chaveiro-pingback-active', 'content-type': 'application/json' };
    const body = JSON.stringify({ email: 'bia@exemplo.com.br' });
    expect((await fetch(`${url}/contacts`, { method: 'POST', headers, body })).status).toBe(201);
    await first.end('SIGINT');
    expect(await first.ended).toBe(0);
    expect(Object.keys(folder.contents())).toEqual(['mock.db']);

    const second = start();
    expect((await fetch(`${await second.ready}/contacts/bia@exemplo.com.br`, { headers })).status).toBe(200);
    expect(second.output()).toMatch(/mock\.db: recovered 1 session, \d+ accounts, \d+ keys, 1 request\.\n/);
  });

  test('has a second mock on the same file refused, while the first lives', async () => {
    const first = start();
    const url = await first.ready;
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(
      `The data file ${folder.file()} is in use by a mock that is running (process ${first.pid}, since 20`,
    );
    expect(second.output()).not.toMatch(/\n\s+at /);
    expect((await fetch(`${url}/__mock/state`)).status).toBe(200);
    await first.end('SIGKILL');
    await start().ready;
  });

  test.each([
    ['no data file', 'my notes\n'.repeat(1000)],
    ['damaged', undefined],
  ])('ends with 1 on a file that is %s, and leaves it alone', async (complaint, text) => {
    if (text === undefined) {
      const mock = start();
      await mock.ready;
      await mock.end('SIGTERM');
    }
    const bytes = text ?? readFileSync(folder.file()).subarray(0, -10_000);
    writeFileSync(folder.file(), bytes);
    const mock = start();
    expect(await mock.ended).toBe(1);
    expect(mock.output()).toMatch(new RegExp(`mock\\.db is ${complaint}.*left as it is`));
    expect(mock.output()).not.toMatch(/\n\s+at /);
    expect(readFileSync(folder.file()).equals(Buffer.from(bytes))).toBe(true);
  });
});
