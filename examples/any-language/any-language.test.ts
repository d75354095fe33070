import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMock } from '@chaveiro/mock-server';
import { serveMock } from '@chaveiro/mock-server/http';
import { expect, test } from 'vitest';
import { PATIENCE, runExample } from '../run-example.ts';
import { parseHttpFile } from './http-file.ts';

const ADVICE = 'This test needs sh, curl and python3. On Debian: apt-get install curl python3.';

test('curl: three platforms, and a refusal with its reason', { timeout: PATIENCE }, async () => {
  const { exitCode, output } = await runExample('any-language:curl');
  expect(exitCode, `${ADVICE}\n${output}`).toBe(0);
  const { answers } = sections(output);
  expect(answers).toHaveLength(7);
  const [conversion, contact, message, account, refusal, requests, reset] = answers;
  expect(JSON.parse(conversion ?? '')).toEqual({ event_uuid: expect.stringMatching(/^[0-9a-f-]{36}$/) as string });
  expect(JSON.parse(contact ?? '')).toMatchObject({ message: 'Contact created', data: { email: 'ana@exemplo.com.br' } });
  expect(JSON.parse(message ?? '')).toMatchObject({ status: 'queued' });
  expect(JSON.parse(account ?? '')).toMatchObject({ id: 'acc_pingback_pro', plan: 'free' });
  expect(refusal).toMatch(/^HTTP\/1\.1 403 [^]*\nx-mock-decision: plan_not_allowed\r?\n/);
  expect(JSON.parse(requests ?? '')).toMatchObject({ total: 1, items: [{ decision: 'plan_not_allowed' }] });
  expect(JSON.parse(reset ?? '')).toMatchObject({ requests: 0 });
});

/** What was answered under each of the script's headings. */
function sections(output: string) {
  const [, ...parts] = output.split(/^# /m);
  return { answers: parts.map((part) => part.slice(part.indexOf('\n')).trim()) };
}

test('Python: the same with its standard library alone', { timeout: PATIENCE }, async () => {
  const { exitCode, output } = await runExample('any-language:python');
  expect(exitCode, `${ADVICE}\n${output}`).toBe(0);
  expect(output).toMatch(/^RD Station: [0-9a-f-]{36}$/m);
  expect(output).toMatch(/^Pingback: [0-9a-f-]{36}$/m);
  expect(output).toMatch(/^Zenvio: msg_\w+$/m);
  expect(output).toMatch(/^Pingback, back on Free: 403 plan_not_allowed$/m);
});

test('requests.http: each request is answered as its comment says', async () => {
  const text = await readFile(join(import.meta.dirname, 'requests.http'), 'utf8');
  expect(parseHttpFile(text).every(({ url }) => url.startsWith('http://localhost:4010/'))).toBe(true);
  await using mock = await serveMock(createMock(), { port: 0 });
  const requests = parseHttpFile(text, { mock: mock.url });
  expect(requests.length).toBeGreaterThanOrEqual(10);
  // One after the other: there is an outage in between.
  for (const { title, comment, url, body, ...init } of requests) {
    const response = await fetch(url, { ...init, ...(body !== undefined && { body }) });
    const [status, decision] = comment.split(' ');
    expect(response.status, title).toBe(Number(status));
    if (decision !== undefined) expect(response.headers.get('x-mock-decision'), title).toBe(decision);
  }
});

test('a .http file that does not fit is refused by name', () => {
  expect(() => parseHttpFile('### A\nGET {{nowhere}}/a')).toThrow(/no variable "nowhere"/);
  expect(() => parseHttpFile('### A\nhttp://localhost')).toThrow(/"A" does not begin with a method/);
});
