/** The journal as a stream, over a real port. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { serveMock, type RunningMock } from '../src/http.ts';
import { createMock, type Mock } from '../src/index.ts';

let mock: Mock;
let running: RunningMock;
beforeEach(async () => {
  mock = createMock();
  running = await serveMock(mock, { port: 0 });
});
afterEach(async () => {
  await running.close();
  vi.useRealTimers();
});

interface ServerEvent {
  readonly id?: string;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

/** Reads a stream until `count` events have come, or it ends. */
async function follow(path: string, headers: Record<string, string> = {}) {
  const abort = new AbortController();
  const response = await fetch(running.url + path, { headers, signal: abort.signal });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = '';
  return {
    abort: () => abort.abort(),
    async next(count: number): Promise<ServerEvent[]> {
      const events: ServerEvent[] = [];
      while (events.length < count) {
        const end = text.indexOf('\n\n');
        if (end >= 0) {
          const block = text.slice(0, end);
          text = text.slice(end + 2);
          if (!block.startsWith(':')) events.push(parsed(block));
          continue;
        }
        const { done, value } = await reader.read();
        if (done) return events;
        text += decoder.decode(value, { stream: true });
      }
      return events;
    },
  };
}

function parsed(block: string): ServerEvent {
  const fields = new Map(block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
  const data = JSON.parse(fields.get('data') ?? 'null') as Record<string, unknown>;
  const id = fields.get('id');
  return { event: fields.get('event') ?? 'message', data, ...(id !== undefined && { id }) };
}

const contacts = (key: string) => fetch(`${running.url}/contacts`, { headers: { 'x-api-key': key } });

test('every request comes as an event, without its secrets', async () => {
  const stream = await follow('/__mock/events');
  await contacts('chaveiro-pingback-disabled');
  await fetch(`${running.url}/platform/conversions?api_key=chaveiro-rdstation-active`, { method: 'POST' });
  const [first, second] = await stream.next(2);
  expect(first).toMatchObject({ event: 'request', data: { operationId: 'listContacts', decision: 'disabled_key' } });
  expect(first?.id).toBe(first?.data['requestId']);
  expect(JSON.stringify(second)).not.toContain('chaveiro-rdstation-active');
  stream.abort();
});

test('filters are those of the journal', async () => {
  const stream = await follow('/__mock/events?status=403');
  await contacts('chaveiro-pingback-active');
  await contacts('chaveiro-pingback-disabled');
  expect((await stream.next(1))[0]?.data).toMatchObject({ status: 403 });
  stream.abort();
});

test('who connects again gets what was missed, in order, and then goes on', async () => {
  await contacts('chaveiro-pingback-active');
  const last = mock.requests.last()?.requestId ?? '';
  await contacts('chaveiro-pingback-disabled');
  await contacts('chaveiro-pingback-free-plan');
  const stream = await follow('/__mock/events', { 'last-event-id': last });
  expect((await stream.next(2)).map(({ data }) => data['keyId'])).toEqual(['key_pingback_disabled', 'key_pingback_free_plan']);
  await contacts('chaveiro-pingback-active');
  expect((await stream.next(1))[0]?.data).toMatchObject({ decision: 'allowed' });
  stream.abort();
});

test('who missed more than the journal has is told so', async () => {
  await contacts('chaveiro-pingback-active');
  const stream = await follow('/__mock/events', { 'last-event-id': 'req_long_gone' });
  expect((await stream.next(2)).map(({ event }) => event)).toEqual(['gap', 'request']);
  stream.abort();
});

test('a reset is an event, and the stream goes on', async () => {
  const stream = await follow('/__mock/events');
  mock.reset();
  await contacts('chaveiro-pingback-active');
  expect((await stream.next(2)).map(({ event }) => event)).toEqual(['cleared', 'request']);
  stream.abort();
});

test('a session has a stream of its own', async () => {
  const stream = await follow('/~mine/__mock/events');
  await contacts('chaveiro-pingback-active');
  await fetch(`${running.url}/~mine/contacts`);
  expect((await stream.next(1))[0]?.data).toMatchObject({ decision: 'missing_key' });
  stream.abort();
});

test('a client that hangs up is forgotten', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const stream = await follow('/__mock/events');
  expect(vi.getTimerCount()).toBe(1);
  stream.abort();
  for (let round = 0; round < 100 && vi.getTimerCount() > 0; round++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(vi.getTimerCount()).toBe(0);
});

test('closing the server ends it', async () => {
  const stream = await follow('/__mock/events');
  const rest = stream.next(1).catch(() => []);
  await running.close();
  expect(await rest).toEqual([]);
});

test('who goes away leaves nothing behind, and silence is broken by a heartbeat', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const response = await mock.fetch('http://localhost/__mock/events');
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const read = async () => new TextDecoder().decode((await reader.read()).value);
  expect(await read()).toMatch(/^: /);
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(15_000);
  expect(await read()).toBe(': still there\n\n');
  await reader.cancel();
  expect(vi.getTimerCount()).toBe(0);
});

test('a reader who does not read is let go', async () => {
  const response = await mock.fetch('http://localhost/__mock/events');
  for (let count = 0; count < 1_100; count++) await mock.fetch('http://localhost/contacts');
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  let pieces = 0;
  while (!(await reader.read()).done) pieces += 1;
  expect(pieces).toBeLessThanOrEqual(1_000);
});

test('a session that is dropped ends its stream', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const response = await mock.fetch('http://localhost/~mine/__mock/events');
  mock.sessions.drop('mine');
  vi.advanceTimersByTime(15_000);
  const text = await response.text();
  expect(text).toMatch(/^: /);
});
