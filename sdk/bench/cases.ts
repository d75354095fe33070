/** The same call, a POST with a key and a JSON body, made with each library over a `fetch` that answers at once. */

/** What a library is asked to do. */
export interface Case {
  readonly name: string;
  /** What a bundle of an application imports. */
  readonly bundle: string;
  /** The module whose import is timed. */
  readonly module: string;
  /** @returns a function that makes one call and reads its answer */
  readonly prepare?: (fetch: typeof globalThis.fetch) => Promise<() => Promise<unknown>>;
}

const URL = 'http://localhost:4010/platform/conversions';
const lead = { conversion_identifier: 'ebook', email: 'ana@exemplo.com.br', name: 'Ana Souza' };
const event = { event_type: 'CONVERSION', event_family: 'CDP', payload: lead } as const;
const key = 'a-key';

/** What ratios are to: `fetch` with a `Request`, as the web's own way of saying all of a call, and its JSON read. */
export const BASELINE = 'raw fetch(Request) + JSON';

export const CASES: readonly Case[] = [
  {
    name: BASELINE,
    bundle: '',
    module: '',
    prepare: (fetch) =>
      Promise.resolve(async () => {
        const headers = { 'content-type': 'application/json' };
        const request = new Request(`${URL}?api_key=${key}`, { method: 'POST', headers, body: JSON.stringify(event) });
        return (await fetch(request)).json() as Promise<unknown>;
      }),
  },
  {
    name: 'raw fetch(url, init) + JSON',
    bundle: '',
    module: '',
    prepare: (fetch) =>
      Promise.resolve(async () => {
        const headers = { 'content-type': 'application/json' };
        const response = await fetch(`${URL}?api_key=${key}`, { method: 'POST', headers, body: JSON.stringify(event) });
        return response.json() as Promise<unknown>;
      }),
  },
  {
    name: '@chaveiro/sdk/rdstation',
    bundle: `export { RDStation } from '@chaveiro/sdk/rdstation'`,
    module: '@chaveiro/sdk/rdstation',
    async prepare(fetch) {
      const { RDStation } = await import('@chaveiro/sdk/rdstation');
      const rd = new RDStation({ apiKey: key, baseUrl: 'http://localhost:4010', fetch, pace: false });
      return () => rd.conversions.create(lead);
    },
  },
  {
    name: '@chaveiro/sdk createClient',
    bundle: `export { createClient } from '@chaveiro/sdk'`,
    module: '@chaveiro/sdk',
    async prepare(fetch) {
      const { createClient } = await import('@chaveiro/sdk');
      const client = createClient({ keys: { rdstation: key }, baseUrl: 'http://localhost:4010', fetch, pace: false });
      return () => client.POST('/platform/conversions', { body: event });
    },
  },
  {
    name: 'openapi-fetch',
    bundle: `export { default } from 'openapi-fetch'`,
    module: 'openapi-fetch',
    async prepare(fetch) {
      const { default: create } = await load<{ default: (options: object) => Record<'POST', PathCall> }>('openapi-fetch');
      const client = create({ baseUrl: 'http://localhost:4010', fetch });
      return () => client.POST('/platform/conversions', { body: event, params: { query: { api_key: key } } });
    },
  },
  {
    name: 'ky',
    bundle: `export { default } from 'ky'`,
    module: 'ky',
    async prepare(fetch) {
      const { default: ky } = await load<{ default: { post: (url: string, options: object) => { json(): Promise<unknown> } } }>(
        'ky',
      );
      return () => ky.post(`${URL}?api_key=${key}`, { json: event, fetch }).json();
    },
  },
  {
    name: '@octokit/core',
    bundle: `export { Octokit } from '@octokit/core'`,
    module: '@octokit/core',
    async prepare(fetch) {
      const { Octokit } = await load<{ Octokit: new (options: object) => { request: PathCall } }>('@octokit/core');
      const octokit = new Octokit({ auth: key, baseUrl: 'http://localhost:4010', request: { fetch } });
      return () => octokit.request('POST /platform/conversions', event);
    },
  },
  {
    name: 'resend',
    bundle: `export { Resend } from 'resend'`,
    module: 'resend',
    async prepare(fetch) {
      const { Resend } = await load<{ Resend: new (key: string) => { emails: { send: (mail: object) => Promise<unknown> } } }>(
        'resend',
      );
      // It takes no fetch of one's own.
      globalThis.fetch = fetch;
      const resend = new Resend(key);
      return () => resend.emails.send({ from: 'a@b.c', to: 'd@e.f', subject: 'Oi', html: '<p>Oi</p>' });
    },
  },
  {
    name: 'stripe',
    bundle: `export { default } from 'stripe'`,
    module: 'stripe',
    async prepare(fetch) {
      const { default: Stripe } = await load<{ default: StripeClass }>('stripe');
      const stripe = new Stripe(key, { httpClient: Stripe.createFetchHttpClient(fetch) });
      return () => stripe.customers.create({ email: lead.email, name: lead.name });
    },
  },
  {
    name: 'openai',
    bundle: `export { default } from 'openai'`,
    module: 'openai',
    async prepare(fetch) {
      const { default: OpenAI } = await load<{ default: new (options: object) => { post: PathCall } }>('openai');
      const openai = new OpenAI({ apiKey: key, baseURL: 'http://localhost:4010', fetch });
      return () => openai.post('/platform/conversions', { body: event });
    },
  },
];

type PathCall = (path: string, options: object) => Promise<unknown>;

interface StripeClass {
  new (key: string, options: object): { customers: { create: (customer: object) => Promise<unknown> } };
  createFetchHttpClient(fetch: typeof globalThis.fetch): object;
}

/** Peers are not of this workspace: they are imported from their own folder. */
async function load<T>(name: string): Promise<T> {
  const { importPeer } = await import('./peers/import-peer.ts');
  return (await importPeer(name)) as T;
}
