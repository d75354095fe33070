/** A key from a secret manager: asked once however many calls wait, kept for a while, and asked again when it is refused. */
import { createMock } from '@chaveiro/mock-server';
import { InvalidKeyError, keySource, Zenvio } from '@chaveiro/sdk';

const mock = createMock();
const account = mock.zenvio.accounts.create();
const first = account.keys.create({ name: 'Primeira', scopes: ['whatsapp:manage'] });

/** Stands for a secret manager across the network, which one does not want to ask for every call. */
const manager = {
  secret: first.secret,
  asked: 0,
  read(): Promise<string> {
    manager.asked++;
    return new Promise((answer) => setImmediate(answer, manager.secret));
  },
};

const zenvio = new Zenvio({ apiKey: keySource(() => manager.read(), { timeToLive: 10 * 60_000 }), fetch: mock.fetch });
const hundredCalls = () => Promise.all(Array.from({ length: 100 }, () => zenvio.instances.list().safe()));
const good = (results: Awaited<ReturnType<typeof hundredCalls>>) => results.filter(({ error }) => !error).length;

console.log('good calls:', good(await hundredCalls()), '· asked:', manager.asked);

// Somebody rotates the key: the manager has the new one, the platform refuses the old one.
const second = account.keys.create({ name: 'Segunda', scopes: ['whatsapp:manage'] });
manager.secret = second.secret;
first.delete();
console.log('after the rotation, good calls:', good(await hundredCalls()), '· asked:', manager.asked);

// The manager was not told: then there is nothing better to try.
second.delete();
const { error } = await zenvio.instances.list().safe();
console.log('without a good key:', error instanceof InvalidKeyError && error.code, '· asked:', manager.asked);
