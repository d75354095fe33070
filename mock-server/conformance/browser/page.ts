/** What runs in the browser: an app that uses the SDK against the real base URLs, and a mock that answers it. */
import { createMock, type MockOptions } from '@chaveiro/mock-server';
import { setupMockWorker } from '@chaveiro/mock-server/browser';
import { InvalidKeyError, NotFoundError, Pingback, RDStation, Zenvio } from '@chaveiro/sdk';
import { answersTo, type HostRequest, type Seen } from './answers.ts';

/** The test freezes time through the page's address, so that its own mock can give the same bytes. */
const options = JSON.parse(new URL(location.href).searchParams.get('mock') ?? '{}') as MockOptions;
const mock = createMock(options);
const worker = setupMockWorker(mock);

/** Everything that a caller can tell of a refusal; the error itself cannot leave the page. */
async function refusalOf(call: Promise<unknown>) {
  try {
    await call;
    return undefined;
  } catch (error) {
    if (!(error instanceof InvalidKeyError)) throw error;
    return { status: error.status, platform: error.platform, decision: mock.requests.list()[0]?.decision };
  }
}

/** Creates, reads, changes and deletes one contact. */
async function keepState() {
  const { contacts } = new Pingback({ apiKey: 'chaveiro-pingback-active' });
  const email = 'bia@exemplo.com.br';
  await contacts.create({ email, attributes: { name: 'Bia' } });
  const created = await contacts.get(email);
  await contacts.update(email, { name: 'Beatriz' });
  const updated = await contacts.get(email);
  await contacts.delete(email);
  const deleted = await contacts.get(email).catch((error: unknown) => error instanceof NotFoundError && error.status);
  return { names: [created, updated].map(({ data }) => data?.attributes?.name), deleted };
}

/** What a call without a key comes to. */
async function fetchOutcome(url: string): Promise<string> {
  try {
    const response = await fetch(url);
    await response.text();
    return `answered ${response.status}`;
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

const app = {
  async start(): Promise<void> {
    await worker.start({ quiet: true, onUnhandledFrame: 'error' });
  },

  async stop(): Promise<void> {
    await worker.stop();
  },

  reset: () => mock.reset(),

  /** One call on each platform. */
  async callWithActiveKeys() {
    const pingback = new Pingback({ apiKey: 'chaveiro-pingback-active' });
    const rdstation = new RDStation({ apiKey: 'chaveiro-rdstation-active' });
    const zenvio = new Zenvio({ apiKey: 'sk_live_chaveiro_active' });
    const segments = await pingback.segments.list();
    const conversion = await rdstation.conversions.create({ conversion_identifier: 'ebook', email: 'ana@exemplo.com.br' });
    const instances = await zenvio.instances.list();
    return { segments, conversion, instances, decisions: mock.requests.list().map(({ decision }) => decision) };
  },

  async callWithDisabledKeys() {
    const pingback = new Pingback({ apiKey: 'chaveiro-pingback-disabled' });
    const rdstation = new RDStation({ apiKey: 'chaveiro-rdstation-disabled' });
    return [
      await refusalOf(pingback.contacts.list()),
      await refusalOf(rdstation.conversions.create({ conversion_identifier: 'ebook', email: 'ana@exemplo.com.br' })),
    ];
  },

  /** A person switches the key off, and on again, while the app uses it. */
  async disableMidway() {
    const key = mock.pingback.accounts.create({ plan: 'pro' }).keys.create({ name: 'CRM' });
    const pingback = new Pingback({ apiKey: key.secret });
    const attempt = () => refusalOf(pingback.contacts.list());
    const before = await attempt();
    key.disable();
    const disabled = await attempt();
    key.enable();
    return { before, disabled, after: await attempt(), requests: key.requests };
  },

  keepState,

  /** The same in a browser that cannot stream a request's body, as Firefox cannot. */
  async keepStateWithoutRequestBody() {
    const body = Object.getOwnPropertyDescriptor(Request.prototype, 'body') ?? {};
    Reflect.deleteProperty(Request.prototype, 'body');
    try {
      return await keepState();
    } finally {
      Object.defineProperty(Request.prototype, 'body', body);
    }
  },

  /** As `fetch` sends them. */
  answersTo: (requests: readonly HostRequest[]): Promise<Seen[]> => answersTo(requests, mock, (url, init) => fetch(url, init)),

  /** As `XMLHttpRequest` gets it, which older clients still use. */
  xhrStatus(url: string, headers: Readonly<Record<string, string>>): Promise<number> {
    return new Promise((done, fail) => {
      const request = new XMLHttpRequest();
      request.open('GET', url);
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
      request.onload = () => done(request.status);
      request.onerror = () => fail(new Error('network error'));
      request.send();
    });
  },

  fetchOutcome,

  /** The same with a fault that the mock makes on purpose. */
  async faultOutcome(kind: 'drop' | 'truncate', url: string): Promise<string> {
    mock.faults.add({ effect: { kind } });
    return fetchOutcome(url);
  },
};

export type App = typeof app;

Object.assign(globalThis, { app });
