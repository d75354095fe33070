/** Where a suite of the test API runs: against the mock in this process, and against one behind a port. */
import { serveMock } from '../src/http.ts';
import { createMock, type MockOptions } from '../src/index.ts';
import { connectMock, type AnyMock } from '../src/remote.ts';

export interface Place {
  readonly mock: AnyMock;
  close(): Promise<void>;
}

const OPTIONS: MockOptions = { seed: 7, now: '2026-02-03T12:00:00.000Z' };

/** The one line that a suite changes. */
export const places: Readonly<Record<string, () => Promise<Place>>> = {
  'createMock()': () => Promise.resolve({ mock: createMock(OPTIONS), close: () => Promise.resolve() }),
  'connectMock(url)': async () => {
    const running = await serveMock(createMock(OPTIONS), { port: 0 });
    return { mock: connectMock(running.url), close: () => running.close() };
  },
};

/** In process a refusal is thrown at once, over HTTP it comes later; `await` makes no difference, and this does neither. */
export async function run<T>(act: () => T | Promise<T>): Promise<T> {
  return act();
}

/** What the SDK would do. */
export function listContacts(mock: Pick<AnyMock, 'fetch'>, secret: string): Promise<Response> {
  return mock.fetch('https://connect.pingback.com/v2/contacts', { headers: { 'x-api-key': secret } });
}
