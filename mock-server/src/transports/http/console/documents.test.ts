import { document } from '@chaveiro/openapi';
import { expect, test } from 'vitest';
import { createMock } from '../../../mock.ts';
import { serveMock } from '../serve.ts';

test('the document is written out once, however often it is asked for', async () => {
  let times = 0;
  const counted = { ...document, toJSON: () => (times++, document) };
  await using server = await serveMock({ ...createMock(), document: counted }, { port: 0 });
  const ask = async () => (await fetch(`${server.url}/__mock/console/document.json`)).text();
  const [one, other] = await Promise.all([ask(), ask()]);
  expect(JSON.parse(one)).toEqual(document);
  expect(other).toBe(one);
  expect(times).toBe(1);
});
