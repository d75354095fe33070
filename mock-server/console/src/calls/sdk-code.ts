/** A request as code with `@chaveiro/sdk`. The client finds the key in the environment by itself. */
import { decoded, type Exchange } from './exchange.ts';
import { sourceOf } from './source.ts';

interface Client {
  readonly name: string;
  readonly entry: string;
  readonly variable: string;
  /** Members of its options besides the base URL, as source. */
  readonly options?: readonly string[];
}

const CLIENTS: Readonly<Record<string, Client>> = {
  pingback: { name: 'Pingback', entry: 'pingback', variable: 'pingback' },
  rdstation: { name: 'RDStation', entry: 'rdstation', variable: 'rd' },
  zenvio: { name: 'Zenvio', entry: 'zenvio', variable: 'zenvio' },
  // `console` is taken.
  console: { name: 'Console', entry: 'console', variable: 'dashboard', options: ['session: process.env.CHAVEIRO_SESSION!'] },
};

/** Its method, and what the method takes after the parameters of the path. */
const METHODS: Readonly<Record<string, readonly [method: string, takes?: 'query' | 'body' | 'payload' | 'event' | 'events']>> = {
  listContacts: ['contacts.list', 'query'],
  createContact: ['contacts.create', 'body'],
  getContact: ['contacts.get'],
  updateContact: ['contacts.update', 'body'],
  deleteContact: ['contacts.delete'],
  listSegments: ['segments.list', 'query'],
  addContactToSegments: ['segments.addContact', 'body'],
  createDeal: ['deals.create', 'body'],
  updateDeal: ['deals.update', 'body'],
  verifyEmail: ['emails.verify', 'body'],
  triggerWebhook: ['webhooks.trigger', 'body'],
  createConversion: ['conversions.create', 'payload'],
  createEvent: ['events.create', 'event'],
  createEventBatch: ['events.createBatch', 'events'],
  sendMessage: ['messages.send', 'body'],
  getMessage: ['messages.get'],
  editMessage: ['messages.edit', 'body'],
  cancelMessage: ['messages.cancel'],
  deleteMessage: ['messages.delete'],
  listInstances: ['instances.list', 'query'],
  getInstance: ['instances.get'],
  createInstance: ['instances.create', 'body'],
  disconnectInstance: ['instances.disconnect'],
  deleteInstance: ['instances.delete'],
  listLogs: ['logs.list', 'query'],
  listAccounts: ['accounts.list', 'query'],
  getAccount: ['accounts.get'],
  updateAccount: ['accounts.update', 'body'],
  getKeyRules: ['accounts.keyRules'],
  listApiKeys: ['keys.list'],
  createApiKey: ['keys.create', 'body'],
  getApiKey: ['keys.get'],
  updateApiKey: ['keys.update', 'body'],
  deleteApiKey: ['keys.delete'],
  revealApiKey: ['keys.reveal'],
  listApiLogs: ['logs.list', 'query'],
};

/**
 * @param base address of the mock, without a slash at its end
 * @returns undefined where the SDK has no method for it: a path that nobody has, or a document of somebody's own
 */
export function sdkCodeOf(exchange: Exchange, base: string): string | undefined {
  const { platform, placed, parameters } = exchange;
  const client = CLIENTS[platform ?? ''];
  const [method, takes] = METHODS[placed?.operation.operationId ?? ''] ?? [];
  if (!client || method === undefined) return undefined;
  const values = [...Object.values(parameters).map((value) => sourceOf(value)), given(exchange, takes)];
  const options = [`baseUrl: ${sourceOf(base)}`, ...(client.options ?? [])];
  return [
    `import { ${client.name} } from '@chaveiro/sdk/${client.entry}';`,
    '',
    `const ${client.variable} = new ${client.name}({ ${options.join(', ')} });`,
    `const answer = await ${client.variable}.${method}(${values.filter((value) => value !== undefined).join(', ')});`,
    'console.log(answer);',
  ].join('\n');
}

function given({ query, body, placed }: Exchange, takes: 'query' | 'body' | 'payload' | 'event' | 'events' | undefined) {
  const value = body?.value;
  switch (takes) {
    case undefined:
      return undefined;
    case 'query': {
      const typed = query.map(([name, text]) => [decoded(name), ofType(typeOf(placed, decoded(name)), decoded(text))]);
      return typed.length > 0 ? sourceOf(Object.fromEntries(typed)) : undefined;
    }
    case 'body':
      return value === undefined ? undefined : sourceOf(value);
    case 'payload':
      return sourceOf(isObject(value) && 'payload' in value ? value['payload'] : value);
    case 'event':
      return sourceOf(withoutFamily(value));
    case 'events':
      return sourceOf(Array.isArray(value) ? value.map(withoutFamily) : value);
  }
}

/** The SDK adds it by itself. */
function withoutFamily(event: unknown): unknown {
  if (!isObject(event)) return event;
  const { event_family: _family, ...rest } = event;
  return rest;
}

function typeOf(placed: Exchange['placed'], name: string): string {
  const type = placed?.operation.parameters?.find((each) => each.in === 'query' && each.name === name)?.schema?.type;
  return typeof type === 'string' ? type : 'string';
}

function ofType(type: string, text: string): unknown {
  const isNumber = (type === 'integer' || type === 'number') && text.trim() !== '' && Number.isFinite(Number(text));
  if (isNumber) return Number(text);
  return type === 'boolean' && /^(true|false)$/.test(text) ? text === 'true' : text;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
