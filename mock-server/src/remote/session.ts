/** One session of a running mock: the same names as in process. */
import type { CustomFieldArrivals } from '../api/custom-fields.ts';
import type { InstanceArrivals, InstanceOwner } from '../api/instance-arrivals.ts';
import type { PlatformHandle } from '../api/platform-handle.ts';
import type { SessionApi } from '../api/session-api.ts';
import { checkFault } from '../core/check-fault.ts';
import { milliseconds } from '../core/clock.ts';
import type { Contact, Deal, Segment, WebhookRun } from '../platforms/pingback/tables.ts';
import type { Conversion, CustomField, Lead, StoredEvent } from '../platforms/rdstation/tables.ts';
import type { Instance, Message } from '../platforms/zenvio/tables.ts';
import { accountHandle } from './accounts.ts';
import { arrivals } from './arrivals.ts';
import { clockApi } from './clock.ts';
import { forward } from './forward.ts';
import { requestsApi } from './requests.ts';
import { scenariosApi } from './scenarios.ts';
import type { Remote, RemotePlatform, RemoteSession } from './shape.ts';
import { webhooksApi } from './webhooks.ts';
import { answerOf, done, found, InvalidBodyError, MockControlError, type Schemas, type Wire } from './wire.ts';

/** What the mock says of its platforms: asked for once, since it never changes. */
export type Platforms = () => Promise<readonly Schemas['MockPlatform'][]>;

export function remoteSession(wire: Wire, platforms: Platforms): RemoteSession {
  const { client } = wire;
  const platform = (id: string) => remotePlatform(wire, platforms, id);
  return {
    name: wire.session ?? 'default',
    fetch: (input, init) => forward(wire, new Request(input, init)),
    clock: clockApi(wire),
    requests: requestsApi(wire),
    faults: faultsApi(wire),
    webhooks: webhooksApi(wire),
    ...scenariosApi(wire),
    async configure({ propagationDelay, ...changes }) {
      const delay = propagationDelay === undefined ? {} : { propagationDelay: Math.ceil(milliseconds(propagationDelay)) };
      await answerOf(client.PATCH('/__mock/settings', { body: { ...changes, ...delay } }));
    },
    reset: () => done(client.POST('/__mock/reset')),
    snapshot: async () => ({ id: (await answerOf(client.POST('/__mock/snapshots'))).id }),
    restore: ({ id }) => done(client.POST('/__mock/snapshots/{snapshotId}/restore', { params: { path: { snapshotId: id } } })),
    async platform(id) {
      const known = (await platforms()).map((each) => each.id);
      if (!known.includes(id)) throw new Error(`The document has no platform "${id}". It has: ${known.join(', ')}.`);
      return platform(id);
    },
    pingback: Object.assign(platform('pingback'), {
      contacts: arrivals<Contact>(wire, 'pingback', 'contacts'),
      segments: arrivals<Segment>(wire, 'pingback', 'segments'),
      deals: arrivals<Deal>(wire, 'pingback', 'deals'),
      webhookRuns: arrivals<WebhookRun>(wire, 'pingback', 'webhookRuns'),
    }),
    rdstation: Object.assign(platform('rdstation'), {
      conversions: arrivals<Conversion>(wire, 'rdstation', 'conversions'),
      leads: arrivals<Lead>(wire, 'rdstation', 'leads'),
      events: arrivals<StoredEvent>(wire, 'rdstation', 'events'),
      customFields: customFieldsApi(wire),
    }),
    zenvio: Object.assign(platform('zenvio'), {
      messages: arrivals<Message>(wire, 'zenvio', 'messages'),
      instances: instancesApi(wire),
    }),
  };
}

function remotePlatform(wire: Wire, platforms: Platforms, id: string): RemotePlatform {
  const { client } = wire;
  const info = async () => (await platforms()).find((each) => each.id === id);
  return {
    id,
    get title() {
      return info().then((known) => known?.title ?? id);
    },
    get server() {
      return info().then((known) => known?.server ?? '');
    },
    accounts: {
      async create(options = {}) {
        const body = { ...options, platform: id };
        return accountHandle(wire, await answerOf(client.POST('/__mock/accounts', { body })));
      },
      async list() {
        const { items } = await answerOf(client.GET('/__mock/accounts', { params: { query: { platform: id } } }));
        return items.map((row) => accountHandle(wire, row));
      },
      async get(accountId) {
        const row = await answerOf(client.GET('/__mock/accounts/{accountId}', { params: { path: { accountId } } }));
        if (row.platform !== id) throw new MockControlError(404, 'account_not_found', `${id} has no account ${accountId}.`);
        return accountHandle(wire, row);
      },
    },
  } satisfies Remote<Pick<PlatformHandle, 'id' | 'accounts'>> & { readonly title: unknown; readonly server: unknown };
}

function faultsApi({ client }: Wire): Remote<SessionApi['faults']> {
  return {
    async add(fault) {
      checkFault(fault);
      try {
        return await answerOf(client.POST('/__mock/faults', { body: fault }));
      } catch (error) {
        // As in process, where a target that does not exist is a value out of range.
        throw error instanceof InvalidBodyError ? new RangeError(error.message, { cause: error }) : error;
      }
    },
    list: async () => (await answerOf(client.GET('/__mock/faults'))).items,
    remove: (faultId) => found(client.DELETE('/__mock/faults/{faultId}', { params: { path: { faultId } } })),
    clear: () => done(client.DELETE('/__mock/faults')),
  };
}

function customFieldsApi(wire: Wire): Remote<CustomFieldArrivals> {
  return {
    ...arrivals<CustomField>(wire, 'rdstation', 'customFields'),
    define(accountId, { valid_options: options, ...field }) {
      const body = { ...field, ...(options && { valid_options: [...options] }) };
      const params = { path: { accountId } };
      return answerOf(wire.client.POST('/__mock/accounts/{accountId}/custom-fields', { params, body }));
    },
  };
}

function instancesApi(wire: Wire): Remote<InstanceArrivals> {
  const { client } = wire;
  const paramsOf = (instanceId: string, query: InstanceOwner = {}) => ({ params: { path: { instanceId }, query } });
  return {
    ...arrivals<Instance>(wire, 'zenvio', 'instances'),
    connect: (id, owner) => answerOf(client.POST('/__mock/instances/{instanceId}/connect', paramsOf(id, owner))),
    disconnect: (id, owner) => answerOf(client.POST('/__mock/instances/{instanceId}/disconnect', paramsOf(id, owner))),
    receive: (id, message, owner) =>
      done(client.POST('/__mock/instances/{instanceId}/messages', { ...paramsOf(id, owner), body: { ...message } })),
  };
}
