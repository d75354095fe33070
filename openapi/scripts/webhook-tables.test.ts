import { expect, test } from 'vitest';
import { document } from '../index.ts';
import { changed, put } from './fixture/change.ts';
import { bundledFixture } from './fixture/load.ts';
import { webhookTables } from './webhook-tables.ts';

test('a signed platform and an unsigned one each have a module of their own', () => {
  const modules = webhookTables(document);
  expect([...modules.keys()]).toEqual([
    'sdk/src/generated/webhooks/webhook-table.ts',
    'sdk/src/generated/webhooks/rdstation.ts',
    'sdk/src/generated/webhooks/zenvio.ts',
  ]);
  expect(modules.get('sdk/src/generated/webhooks/rdstation.ts')).not.toContain('signature');
  expect(modules.get('sdk/src/generated/webhooks/zenvio.ts')).toMatch(/"timestamp": "t",\s+"hash": "v1"/);
});

test('the names of the pairs follow the form of the header, in any order', () => {
  const format = ['x-platforms', 'zenvio', 'webhooks', 'signature', 'format'];
  const modules = webhookTables(changed(document, put(format, 'sha256={hash},at={timestamp}')));
  expect(modules.get('sdk/src/generated/webhooks/zenvio.ts')).toMatch(/"timestamp": "at",\s+"hash": "sha256"/);
});

test('events that are named in different fields are told, since one reader could not read them', () => {
  const body = ['webhooks', 'message.read', 'post', 'requestBody', 'content', 'application/json', 'examples'];
  const other = changed(
    document,
    put([...body, 'messageRead', 'value', 'event'], ''),
    put([...body, 'messageRead', 'value', 'type'], 'message.read'),
  );
  expect(() => webhookTables(other)).toThrow('The webhooks of zenvio name their events in different fields.');
});

test('a document without webhooks makes no modules', async () => {
  expect([...webhookTables(await bundledFixture())]).toEqual([]);
});
