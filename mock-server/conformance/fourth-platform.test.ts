/** CONTRIBUTING's steps for a new platform, carried out as they stand there, in a copy of the repository. */
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyRepository, type Copy } from './fourth-platform/repository.ts';
import { carryOut, stepsOf, type Step } from './fourth-platform/steps.ts';

const repository = resolve(import.meta.dirname, '../..');
let steps: Step[];
let copy: Copy;
beforeAll(async () => {
  steps = stepsOf(await readFile(join(repository, 'CONTRIBUTING.md'), 'utf8'));
  copy = await copyRepository();
}, 60_000);
afterAll(() => copy[Symbol.asyncDispose]());

const carryOutAll = async (wanted: (step: Step) => boolean) => {
  const chosen = steps.filter(wanted);
  expect(chosen.length).toBeGreaterThan(0);
  for (const step of chosen) await carryOut(copy.folder, step);
};

/** Every cell of the copy's auth matrix, tried on a mock of the copy. */
const verified = (options: { responder?: 'prism' }) => {
  const script = `
    import { createMock } from '@chaveiro/mock-server';
    import { serveMock } from '@chaveiro/mock-server/http';
    import { main } from './mock-server/src/cli.ts';
    const running = await serveMock(createMock(${JSON.stringify(options)}), { port: 0 });
    process.exitCode = await main(['matrix', '--verify', running.url, '--platform', 'malote']);
    await running.close();`;
  return copy.node(['--input-type=module', '-e', script]);
};

describe('a fourth platform, step by step', { timeout: 180_000 }, () => {
  test('the generator names what is missing, with file and line', async () => {
    await carryOutAll(({ path }) => path.startsWith('openapi/'));
    const file = join(copy.folder, 'openapi/malote/responses.yaml');
    const whole = await readFile(file, 'utf8');
    await writeFile(file, whole.replace('plan_not_allowed:', 'plan:'));
    const { code, output } = await copy.node(['openapi/scripts/generate.ts']);
    expect(code).toBe(1);
    expect(output).toMatch(/openapi\/malote\/responses\.yaml:\d+ .*missing example plan_not_allowed/);
    await writeFile(file, whole);
  });

  test('the document alone gives it types, tables, keys that stand ready, and its part of every README', async () => {
    const { code, output } = await copy.node(['openapi/scripts/generate.ts']);
    expect(code, output).toBe(0);
    for (const written of ['sdk/src/generated/operations/malote.ts', 'openapi/generated/types.ts'])
      expect(output).toContain(written);
    for (const readme of ['README.md', 'README.pt-BR.md'])
      expect(await readFile(join(copy.folder, readme), 'utf8')).toContain('`chaveiro-malote-read-only`');
  });

  test('without a line of code the mock refuses as the document says, and Prism answers the rest', async () => {
    const { code, output } = await verified({ responder: 'prism' });
    expect(output).toMatch(/\n13 cells: 13 as expected, 0 different\.\n/);
    expect(code, output).toBe(0);
  });

  test('a request that does not fit is answered with the example for that', async () => {
    const script = `
      import { createMock } from '@chaveiro/mock-server';
      const response = await createMock().fetch('https://api.malote.example/v1/parcels', {
        method: 'POST',
        headers: { 'x-malote-key': 'chaveiro-malote-active', 'content-type': 'application/json' },
        body: '{"cep":1}',
      });
      console.log(response.status, response.headers.get('x-mock-decision'), await response.text());`;
    const { output } = await copy.node(['--input-type=module', '-e', script]);
    expect(output.trim()).toBe('400 invalid_request {"erro":"pedido_invalido","mensagem":"Confira os campos."}');
  });

  test('with its behaviours the same cells hold without Prism', async () => {
    await carryOutAll(({ path }) => path.startsWith('mock-server/'));
    const { code, output } = await verified({});
    expect(output).toMatch(/\n13 cells: 13 as expected, 0 different\.\n/);
    expect(code, output).toBe(0);
  });

  test('its keys follow its policy, and the SDK has its errors', async () => {
    await carryOutAll(({ path }) => path.startsWith('sdk/'));
    const script = join(import.meta.dirname, 'fourth-platform/try-keys.ts');
    const { code, output } = await copy.node([
      script,
      join(copy.folder, 'mock-server/src/index.ts'),
      join(copy.folder, 'sdk/src/malote.ts'),
    ]);
    expect(code, output).toBe(0);
    expect(JSON.parse(output)).toEqual({
      created: '01310100',
      listed: 1,
      'does not fit': 'ValidationError invalid_request',
      'third key': 'KeyRuleError key_limit_reached',
      deleted: 'KeyRuleError action_not_allowed',
      exhausted: 429,
      disabled: 'InvalidKeyError key_refused',
      free: 'PlanRequiredError plan_not_allowed',
      scenario: 'disabled',
      'without a key': 'MissingKeyError missing_key',
    });
  });

  test('what was added fits the generated types', async () => {
    const added = steps.flatMap(({ path }) => (path.endsWith('.ts') ? [path] : []));
    const project = {
      extends: './tsconfig.json',
      compilerOptions: { lib: ['es2024', 'dom', 'dom.iterable'], types: ['node'] },
      include: added,
    };
    await writeFile(join(copy.folder, 'tsconfig.added.json'), JSON.stringify(project));
    const { code, output } = await copy.node(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.added.json']);
    expect(code, output).toBe(0);
  });
});
