/** A small suite in a process of its own: works in its session of a running mock, and fails when it sees anything of others. */
import assert from 'node:assert/strict';

const [url = '', name = '', via = 'path'] = process.argv.slice(2);
const [base, named] = via === 'path' ? [`${url}/~${name}`, {}] : [url, { 'x-mock-session': name }];

async function send(method: string, path: string, headers: Record<string, string>, body?: unknown): Promise<Response> {
  return fetch(base + path, {
    method,
    headers: { ...named, ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

const owner = { authorization: 'Bearer chaveiro-console-owner' };
const pingback = { 'x-api-key': 'chaveiro-pingback-active' };

interface ContactPage {
  readonly data: { readonly total: number; readonly data: readonly { readonly email: string }[] };
}

async function addresses(): Promise<string[]> {
  const found: string[] = [];
  for (let page = 0; ; page++) {
    const response = await send('GET', `/contacts?page=${page}`, pingback);
    const { data } = (await response.json()) as ContactPage;
    found.push(...data.data.map(({ email }) => email));
    if (data.data.length === 0 || found.length >= data.total) return found;
  }
}

/** Every process uses the same zero-setup accounts: adds contacts, has a key made, disables a key. */
async function run(): Promise<void> {
  const before = await addresses();
  for (let i = 0; i < 25; i++) {
    const created = await send('POST', '/contacts', pingback, { email: `${i}@${name}.example` });
    assert.ok(created.ok, await created.text());
  }
  const after = await addresses();
  assert.equal(after.length, before.length + 25);
  assert.deepEqual(
    after.filter((email) => email.endsWith('.example') && !email.endsWith(`@${name}.example`)),
    [],
    'contacts of other processes',
  );

  const made = await send('POST', '/accounts/acc_zenvio_demo/api-keys', owner, { name, scopes: ['whatsapp:manage'] });
  const { secret } = (await made.json()) as { secret: string };
  // Without a name: the key alone says which session this is.
  const instances = await fetch(`${url}/whatsapp/instances`, { headers: { authorization: `Bearer ${secret}` } });
  assert.equal(instances.headers.get('x-mock-decision'), 'allowed');

  const change = await send('PATCH', '/accounts/acc_pingback_pro/api-keys/key_pingback_active', owner, { status: 'disabled' });
  assert.ok(change.ok, await change.text());
  assert.equal((await send('GET', '/contacts', pingback)).headers.get('x-mock-decision'), 'disabled_key');
}

await run();
