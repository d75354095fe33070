import { document } from '@chaveiro/openapi';
import { expect, test } from 'vitest';
import { answerToRefusal } from './failures.ts';
import { loadDocument } from './load.ts';

const loaded = loadDocument(document);
const operation = loaded.operationById.get('listContacts')!;
const answerTo = (choice: string) =>
  answerToRefusal(loaded, { pingback: { missing_key: choice } }, operation, loaded.schemes.get('pingbackKey'), 'missing_key', {});

test('a choice that the document does not offer, as an old data file may have one, changes nothing', () => {
  const usual = answerTo('nothing-of-the-kind');
  expect(answerTo('gateway_401')).not.toEqual(usual);
  for (const name of ['constructor', 'toString', '__proto__']) expect(answerTo(name)).toEqual(usual);
});
