/** A key that came in the wrong place is not repeated: not in the answer, and not in what is written down. */
import { describe, expect, test } from 'vitest';
import { createMock } from '../mock.ts';

const TOKEN = 'abre-te-sesamo';
const SECRETS = {
  'a key that is kept as it is': 'chaveiro-pingback-active',
  'a key of which the hash is kept': 'sk_live_chaveiro_active',
  'a session of the console': 'chaveiro-console-owner',
  'the control token': TOKEN,
};

describe.each(Object.entries(SECRETS))('%s', (_, secret) => {
  const mock = createMock({ controlToken: TOKEN });

  test.each(['/accounts', '/__mock/state', '/nowhere'])('in a path below %s is masked in the answer', async (path) => {
    const response = await mock.fetch(`http://localhost${path}/${secret}/`);
    expect(response.status).toBe(404);
    const text = await response.text();
    expect(text).not.toContain(secret);
    expect(text).toContain(`${path}/••••/`);
  });

  test('as a value that cannot be is masked in the complaint', async () => {
    const headers = { authorization: 'Bearer chaveiro-console-owner', 'content-type': 'application/json' };
    const body = JSON.stringify({ plan: secret });
    const response = await mock.fetch('http://localhost/accounts/acc_pingback_pro', { method: 'PATCH', headers, body });
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(text).not.toContain(secret);
    expect(text).toContain('••••');
  });

  test('in the path and the user agent of a request with a good key is masked in the journal', async () => {
    const headers = { 'x-api-key': 'chaveiro-pingback-active', 'user-agent': `curl (${secret})` };
    await mock.fetch(`http://localhost/contacts/${secret}?q=${secret}`, { headers });
    expect(mock.requests.last()).toMatchObject({ path: '/contacts/••••?q=••••', userAgent: 'curl (••••)' });
  });

  test('in a body is masked in the journal, in names too', async () => {
    const headers = { 'x-api-key': 'chaveiro-pingback-active', 'content-type': 'application/json' };
    const body = JSON.stringify({ email: 'a@exemplo.com.br', attributes: { note: `with ${secret}`, [secret]: 1 } });
    await mock.fetch('http://localhost/contacts', { method: 'POST', headers, body });
    const attributes = { note: 'with ••••', '••••': 1 };
    expect(mock.requests.last()).toMatchObject({ status: 201, requestBody: { attributes } });
  });

  test('in the place of an instance is masked in the journal, and in what the steps say of it', async () => {
    const [locked] = mock.zeroSetupKeys.filter(({ state }) => state === 'locked_to_instance');
    const headers = { authorization: `Bearer ${locked!.secret}` };
    await mock.fetch(`http://localhost/whatsapp/instances/${secret}`, { headers });
    const entry = mock.requests.last();
    expect(entry).toMatchObject({ decision: 'instance_not_allowed', instanceId: '••••' });
    expect(JSON.stringify(entry)).not.toContain(secret);
  });
});
