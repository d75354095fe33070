/** The bakery's API is not built yet. Its document is enough to see what a client will meet. */
import { connectMock, KeyRuleError } from '@chaveiro/mock-server/remote';

const url = process.env.CHAVEIRO_URL ?? 'http://localhost:4010';

/** The client, as it will be. */
async function order(key: string, pao: string, quantidade: number): Promise<string> {
  const response = await fetch(`${url}/encomendas`, {
    method: 'POST',
    headers: { 'x-padaria-chave': key, 'content-type': 'application/json' },
    body: JSON.stringify({ pao, quantidade }),
  });
  return `${response.status} ${await response.text()}`;
}

const mock = connectMock(url);
const padaria = await mock.platform('padaria');
const account = await padaria.accounts.create({ name: 'Café da Esquina', plan: 'atacado' });
const key = await account.keys.create({ name: 'Cozinha' });

console.log('A good key:      ', await order(key.secret, 'broa de milho', 20));
console.log('A bad order:     ', await order(key.secret, 'broa de milho', 0));

await key.disable();
console.log('Key disabled:    ', await order(key.secret, 'broa de milho', 20));

await key.enable();
await account.changePlan('balcao');
console.log('Plan without API:', await order(key.secret, 'broa de milho', 20));

await account.changePlan('atacado');
await account.keys.create({ name: 'Balcão' });
try {
  await account.keys.create({ name: 'Entregas' });
} catch (error) {
  if (!(error instanceof KeyRuleError)) throw error;
  console.log('A third key:     ', error.code);
}
