/**
 * Runs in the copy: what a mock of the new platform does with keys, and what the SDK says, one line each as JSON.
 * `node try-keys.ts <sources of the mock> <the SDK's entry of the platform>`
 */
import { pathToFileURL } from 'node:url';
import type { Mock, MockOptions } from '../../src/index.ts';

const [mockEntry = '', sdkEntry = ''] = process.argv.slice(2);
const { createMock } = (await import(pathToFileURL(mockEntry).href)) as { createMock: (options?: MockOptions) => Mock };
const { Malote } = (await import(pathToFileURL(sdkEntry).href)) as {
  Malote: new (options: { apiKey?: string; fetch: unknown }) => {
    parcels: { list(): Promise<unknown[]>; create(parcel: { cep: string }): Promise<{ id: string; cep: string }> };
  };
};

const told: Record<string, unknown> = {};
const nameOf = (error: unknown) => {
  const { name, code } = error as { name: string; code: string };
  return `${name} ${code}`;
};
const attempt = async (call: () => unknown) => {
  try {
    return await call();
  } catch (error) {
    return nameOf(error);
  }
};

const mock = createMock({ rateLimits: 'on', now: '2026-02-03T12:00:00Z' });
const account = mock.platform('malote').accounts.create();
const key = account.keys.create({ name: 'Site', scopes: ['parcels:read', 'parcels:write'] });
const malote = new Malote({ apiKey: key.secret, fetch: mock.fetch });

told['created'] = (await malote.parcels.create({ cep: '01310100' })).cep;
told['listed'] = (await malote.parcels.list()).length;
told['does not fit'] = await attempt(() => malote.parcels.create({ cep: 'abc' }));
account.keys.create({ name: 'Painel', scopes: ['parcels:read'] });
told['third key'] = await attempt(() => account.keys.create({ name: 'Terceira' }));
told['deleted'] = await attempt(() => key.delete());
account.limitRate('exhausted');
told['exhausted'] = (
  await mock.fetch('https://api.malote.example/v1/parcels', { headers: { 'x-malote-key': key.secret } })
).status;
account.limitRate('off');
key.disable();
told['disabled'] = await attempt(() => malote.parcels.list());
key.enable();
account.changePlan('free');
told['free'] = await attempt(() => malote.parcels.list());
told['scenario'] = mock.scenario('disabled', { platform: 'malote' }).keys['key']?.status;
told['without a key'] = await attempt(() => new Malote({ fetch: mock.fetch }).parcels.list());
console.log(JSON.stringify(told));
