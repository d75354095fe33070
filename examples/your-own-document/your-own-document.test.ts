import { expect, test } from 'vitest';
import { PATIENCE, runExample } from '../run-example.ts';

test('the document’s own bodies, in each state of a key', { timeout: PATIENCE }, async () => {
  const { exitCode, output } = await runExample('your-own-document');
  expect(exitCode, output).toBe(0);
  const lines = output.split('\n').flatMap((line) => /^([A-Z][\w ]+): +(.+)$/.exec(line)?.slice(1, 3).join(' -> ') ?? []);
  expect(lines).toEqual([
    'A good key -> 201 {"numero":118,"pronta":"amanhã às 6h"}',
    'A bad order -> 422 {"erro":"encomenda inválida"}',
    'Key disabled -> 401 {"erro":"chave desativada"}',
    'Plan without API -> 403 {"erro":"a API é do plano atacado"}',
    'A third key -> key_limit_reached',
  ]);
});
