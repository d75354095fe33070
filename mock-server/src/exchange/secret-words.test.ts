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

  test('in the path and the user agent of a request with a good key is masked in the journal', async () => {
    const headers = { 'x-api-key': 'chaveiro-pingback-active', 'user-agent': `curl (${secret})` };
    await mock.fetch(`http://localhost/contacts/${secret}?q=${secret}`, { headers });
    expect(mock.requests.last()).toMatchObject({ path: '/contacts/••••?q=••••', userAgent: 'curl (••••)' });
  });
});
