/** Replaces the key of an integration that is at work all the time, on each platform the way that its rules allow. */
import { Console, keySource, Pingback, RDStation, Zenvio } from '@chaveiro/sdk';

const baseUrl = process.env.CHAVEIRO_URL ?? 'http://localhost:4010';
const dashboard = new Console({ session: 'chaveiro-console-owner', baseUrl });

/** Where the integrations read their keys: your secret manager. */
const vault = new Map<string, string>();
const from = (name: string) => keySource(() => vault.get(name) ?? 'none-yet', { timeToLive: 0 });
const options = { baseUrl, pace: false, retries: 0 };

const integrations = [
  {
    name: 'zenvio',
    accountId: 'acc_zenvio_demo',
    scopes: ['whatsapp:manage'],
    call: () => new Zenvio({ apiKey: from('zenvio'), ...options }).instances.list(),
  },
  {
    name: 'rdstation',
    accountId: 'acc_rdstation_basic',
    call: () =>
      new RDStation({ apiKey: from('rdstation'), ...options }).conversions.create({
        conversion_identifier: 'ebook',
        email: 'ana@exemplo.com.br',
      }),
  },
  {
    name: 'pingback',
    accountId: 'acc_pingback_pro',
    call: () => new Pingback({ apiKey: from('pingback'), ...options }).contacts.list(),
  },
];

for (const { name, accountId, scopes, call } of integrations) {
  // The key that is in use. Pingback has room for one only, so there it is the one that is there.
  const { items } = await dashboard.keys.list(accountId);
  const { keyLimit } = await dashboard.accounts.get(accountId);
  const old =
    keyLimit === 1 && items[0]
      ? { ...items[0], ...(await dashboard.keys.reveal(accountId, items[0].id)) }
      : await dashboard.keys.create(accountId, { name: 'Em uso', ...(scopes && { scopes }) });
  vault.set(name, old.secret);

  // The integration goes on calling meanwhile.
  let rotating = true;
  const calls = { sent: 0, refused: 0 };
  const traffic = (async () => {
    while (rotating) {
      const { error } = await call().safe();
      calls.sent++;
      if (error) calls.refused++;
    }
  })();

  const report = await dashboard.keys.rotate(accountId, old.id, {
    name: 'Nova',
    switchTo: (secret) => vault.set(name, secret),
    verify: async () => void (await call()),
  });
  rotating = false;
  await traffic;

  const steps = report.steps.map(({ step }) => step).join(' → ');
  const gap = report.gap ? `a gap of ${report.gap} ms in which calls are refused` : 'no gap';
  console.log(`${name}: ${report.way} (${steps}); ${gap}; ${report.working} key works`);
  if (!report.gap) console.log(`  ${calls.refused} calls refused meanwhile`);
}
