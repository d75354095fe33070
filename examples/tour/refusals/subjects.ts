/** What differs between the platforms when their keys are tried: the accounts to use, and how the SDK calls. */
import { Pingback, RDStation, Zenvio, type BodyOf, type Fetch } from '@chaveiro/sdk';

export interface Attempt {
  readonly operationId: string;
  /** As the matrix sends it. */
  readonly body: unknown;
  readonly apiKey: string | undefined;
  readonly baseUrl: string;
  readonly fetch: Fetch;
}

export interface Subject {
  readonly title: string;
  readonly scheme: string;
  /** What is tried with every key. */
  readonly operationId: string;
  /** A zero-setup account with room for a key more. */
  readonly accountId: string;
  /** A zero-setup account that has all the keys that it may have. */
  readonly fullAccountId?: string;
  /** Scopes of a key that does everything, and of one that may not do the operation. */
  readonly scopes?: { readonly enough: string[]; readonly tooFew: string[] };
  /** An instance to lock a key to, and an operation whose example is about another one. */
  readonly lock?: { readonly instanceId: string; readonly operationId: string };
  /** Why no endpoint is the wrong one; absent where one is. */
  readonly noWrongEndpoint?: string;
  call(attempt: Attempt): Promise<unknown>;
}

export const SUBJECTS: readonly Subject[] = [
  {
    title: 'Pingback',
    scheme: 'pingbackKey',
    operationId: 'listContacts',
    accountId: 'acc_pingback_deleted',
    fullAccountId: 'acc_pingback_ultra',
    noWrongEndpoint: 'the one key opens every endpoint',
    call: ({ apiKey, baseUrl, fetch }) => new Pingback({ apiKey, baseUrl, fetch, retries: 0, pace: false }).contacts.list(),
  },
  {
    title: 'RD Station',
    scheme: 'rdstationKey',
    operationId: 'createConversion',
    accountId: 'acc_rdstation_basic',
    fullAccountId: 'acc_rdstation_full',
    call({ operationId, body, apiKey, baseUrl, fetch }) {
      const rd = new RDStation({ apiKey, baseUrl, fetch, retries: 0, pace: false });
      if (operationId === 'createEvent') return rd.events.create(body as BodyOf<'createEvent'>);
      return rd.conversions.create((body as BodyOf<'createConversion'>).payload);
    },
  },
  {
    title: 'Zenvio',
    scheme: 'zenvioKey',
    operationId: 'listInstances',
    accountId: 'acc_zenvio_demo',
    scopes: { enough: ['whatsapp:send', 'whatsapp:manage'], tooFew: ['whatsapp:send'] },
    lock: { instanceId: 'inst_farmacia_maria', operationId: 'sendMessage' },
    noWrongEndpoint: 'scopes decide what a key opens',
    call({ operationId, body, apiKey, baseUrl, fetch }) {
      const zenvio = new Zenvio({ apiKey, baseUrl, fetch, retries: 0, pace: false });
      if (operationId === 'sendMessage') return zenvio.messages.send(body as BodyOf<'sendMessage'>);
      return zenvio.instances.list();
    },
  },
];
