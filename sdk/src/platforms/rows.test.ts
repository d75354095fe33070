// Every row of a list comes once, with as few requests as that takes.
import { createMock } from '@chaveiro/mock-server';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { answering, json, observedFetch, thrown } from '../../test/observed-fetch.ts';
import { ParseError } from '../errors/index.ts';
import { Console } from './console/index.ts';
import { Pingback } from './pingback/index.ts';
import { Rows } from './rows.ts';
import { Zenvio } from './zenvio/index.ts';

vi.setConfig({ testTimeout: 60_000 });

const key = { apiKey: 'chaveiro-pingback-active', pace: false };

async function all<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const found = [];
  for await (const row of rows) found.push(row);
  return found;
}

/** A list of so many contacts, and what was asked of it. */
function contacts(total: number, size = 10) {
  const asked: number[] = [];
  const rows = Array.from({ length: total }, (_, id) => ({ id: `c${id}`, email: `c${id}@exemplo.com.br` }));
  const fetch = answering((request) => {
    const page = Number(new URL(request.url).searchParams.get('page') ?? 0);
    asked.push(page);
    return json({ message: 'ok', data: { page, total, data: rows.slice(page * size, (page + 1) * size) } });
  });
  return { asked, pingback: new Pingback({ ...key, fetch }) };
}

describe('on the mock, every list', () => {
  const mock = createMock();
  const { secret } = mock.pingback.accounts.create({ id: 'acc_many', plan: 'pro' }).keys.create({ name: 'CRM' });
  const pingback = new Pingback({ apiKey: secret, pace: false, fetch: mock.fetch });
  const zenvio = new Zenvio({ apiKey: 'sk_live_chaveiro_active', fetch: mock.fetch });
  const console = new Console({ session: 'chaveiro-console-owner', baseUrl: 'http://localhost:4010', fetch: mock.fetch });

  test('contacts, ten a page', async () => {
    const emails = Array.from({ length: 25 }, (_, number) => `lead-${number}@exemplo.com.br`);
    for (const email of emails) await pingback.contacts.create({ email });
    expect((await all(pingback.contacts.all())).map(({ email }) => email).sort()).toEqual(emails.sort());
    const pages = await all(pingback.contacts.all().pages());
    expect(pages.map(({ data }) => [data.page, data.data.length])).toEqual([
      [0, 10],
      [1, 10],
      [2, 5],
    ]);
    expect((await all(pingback.contacts.all({ page: 2 }))).length).toBe(5);
  });

  test('segments', async () => {
    const { data } = await new Pingback({ ...key, fetch: mock.fetch }).segments.list();
    expect(await all(new Pingback({ ...key, fetch: mock.fetch }).segments.all())).toEqual(data.data);
    expect(data.total).toBeGreaterThan(0);
  });

  test('instances, with page and limit as text', async () => {
    for (let number = 0; number < 12; number++) await zenvio.instances.create({ name: `Loja ${number}` });
    const { pagination } = await zenvio.instances.list();
    const found = await all(zenvio.instances.all({ limit: '3' }));
    expect(new Set(found.map(({ id }) => id)).size).toBe(pagination.total);
    expect(found.length).toBe(pagination.total);
  });

  test("Zenvio's log, which grows by being read", async () => {
    const { pagination } = await zenvio.logs.list();
    const found = await all(zenvio.logs.all({ limit: 4 }));
    const ids = found.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(pagination.total);
  });

  test("the console's log", async () => {
    const { total } = await console.logs.list('acc_many');
    const found = await all(console.logs.all('acc_many', { limit: 7 }));
    expect(found.map(({ keyName }) => keyName)).toEqual(Array.from({ length: total }, () => 'CRM'));
  });
});

describe('requests', () => {
  test('begin with the first row, and each page is asked for when its first row is', async () => {
    const { asked, pingback } = contacts(25);
    const rows = pingback.contacts.all()[Symbol.asyncIterator]();
    expect(asked).toEqual([]);
    for (let row = 0; row < 10; row++) await rows.next();
    expect(asked).toEqual([0]);
    await rows.next();
    expect(asked).toEqual([0, 1]);
    await rows.return?.(undefined);
    expect(asked).toEqual([0, 1]);
  });

  test.each([
    [0, [0]],
    [1, [0]],
    [10, [0]],
    [11, [0, 1]],
    [20, [0, 1]],
  ])('for %j rows are for the pages %j', async (total, pages) => {
    const { asked, pingback } = contacts(total);
    expect(await all(pingback.contacts.all())).toHaveLength(total);
    expect(asked).toEqual(pages);
  });

  test('each loop begins anew', async () => {
    const { asked, pingback } = contacts(11);
    const list = pingback.contacts.all();
    expect(await all(list)).toEqual(await all(list));
    expect(asked).toEqual([0, 1, 0, 1]);
  });

  test('carry the query and the options', async () => {
    const { fetch, requests } = observedFetch(json({ success: true, data: [], pagination: { total: 0 } }));
    await all(new Zenvio({ ...key, fetch }).logs.all({ status: '403', limit: 50 }, { headers: { 'x-mine': '1' } }));
    expect(requests.map(({ url, headers }) => [new URL(url).search, headers.get('x-mine')])).toEqual([
      ['?status=403&limit=50&page=1', '1'],
    ]);
  });

  test('end with an abort, also between two rows of a page', async () => {
    const { asked, pingback } = contacts(25);
    const stop = new AbortController();
    const seen: string[] = [];
    const reason = new Error('enough');
    const failure = await thrown(
      (async () => {
        for await (const { email } of pingback.contacts.all({}, { signal: stop.signal })) {
          if (seen.push(email) === 3) stop.abort(reason);
        }
      })(),
    );
    expect([failure, seen.length, asked]).toEqual([reason, 3, [0]]);
  });
});

describe('a platform that is not as documented', () => {
  test('gives the same page for ever: the loop ends with a typed error', async () => {
    const page = { message: 'ok', data: { page: 0, total: 1_000_000, data: [{ id: 'c1', email: 'a@b.c' }] } };
    const { fetch, requests } = observedFetch(json(page));
    const seen: unknown[] = [];
    const failure = await thrown(
      (async () => {
        for await (const contact of new Pingback({ ...key, fetch }).contacts.all()) seen.push(contact);
      })(),
    );
    expect(failure).toBeInstanceOf(ParseError);
    expect(seen).toHaveLength(1);
    expect(requests.length).toBeLessThan(6);
  });

  test.each([undefined, null])('says that there are %s rows: the empty page is the end', async (total) => {
    const { fetch, requests } = observedFetch((request) => {
      const page = Number(new URL(request.url).searchParams.get('page'));
      return json({ message: 'ok', data: { total, data: page < 3 ? [{ id: `c${page}` }] : [] } });
    });
    expect(await all(new Pingback({ ...key, fetch }).contacts.all())).toHaveLength(3);
    expect(requests).toHaveLength(4);
  });

  test.each([[{}], [{ data: null }], [{ data: { total: 3, data: 'rows' } }]])('answers %j', async (body) => {
    const failure = await thrown(all(new Pingback({ ...key, fetch: answering(json(body)) }).contacts.all()));
    expect(failure).toBeInstanceOf(ParseError);
  });
});

test('rows come once and in order, whatever the sizes, also while the list grows at its head', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: 60 }),
      fc.integer({ min: 2, max: 12 }),
      fc.array(fc.nat({ max: 1 }), { maxLength: 40 }),
      async (count, size, growth) => {
        // As in a log: what is new comes first, and moves the rest on.
        const rows = Array.from({ length: count }, (_, id) => id);
        let fresh = -1;
        let asked = 0;
        const load = (page: number): Promise<{ rows: number[]; total: number }> => {
          const answer = { rows: rows.slice(page * size, (page + 1) * size), total: rows.length };
          for (let more = growth[asked++] ?? 0; more > 0; more--) rows.unshift(fresh--);
          return Promise.resolve(answer);
        };
        const found = await all(new Rows({ start: 0, first: 0, load, read: ({ rows, total }) => [rows, total] }));
        expect(found.filter((id) => id >= 0)).toEqual(Array.from({ length: count }, (_, id) => id));
        expect(new Set(found).size).toBe(found.length);
      },
    ),
  );
});
