/** What a tenant does with its own credentials, about what is its own. */
import type { Got, Sent } from '../wire/wire.ts';
import type { Tenant } from './tenants.ts';

export interface Call {
  readonly sent: Sent;
  /** The same about something that nobody has: nothing may tell the two apart but what was asked about. */
  readonly twin?: { readonly sent: Sent; readonly thing: string; readonly nothing: string };
  /** What the tenant has afterwards. */
  readonly then?: (got: Got) => void;
}

type Make = (self: Tenant, n: number) => Call;
/** How many there are of the same name in all tenants: what is looked up by it must not find another's. */
const SHARED = 3;

export const key = ({ platform, secret }: Tenant): Record<string, string> =>
  platform === 'pingback' ? { 'x-api-key': secret } : platform === 'zenvio' ? { authorization: `Bearer ${secret}` } : {};
const owner = ({ token }: Tenant) => ({ authorization: `Bearer ${token}` });
const id = (json: unknown) => (json as { id: string }).id;
/** One of several, or `undefined` where there are none. */
export const pick = <T>(all: readonly T[], n: number): T | undefined => all[n % all.length];

/** A request to the platform, with the tenant's key. */
export function api(
  self: Tenant,
  method: string,
  path: string,
  body?: unknown,
  then?: Call['then'],
  more?: Record<string, string>,
): Call {
  const headers = { ...key(self), 'user-agent': `cliente de ${self.mark}`, ...more };
  const query = self.platform === 'rdstation' ? `${path.includes('?') ? '&' : '?'}api_key=${self.secret}` : '';
  return { sent: { method, path: path + query, headers, ...(body !== undefined && { body }) }, ...(then && { then }) };
}

/** A request to the dashboard, with the tenant's session. */
export function desk(self: Tenant, method: string, path: string, body?: unknown, then?: Call['then']): Call {
  return { sent: { method, path, headers: owner(self), ...(body !== undefined && { body }) }, ...(then && { then }) };
}

export const address = ({ mark }: Tenant, n: number) => `n${n % 2}@${mark}.example`;

const pingback: Make[] = [
  (self, n) =>
    api(
      self,
      'POST',
      '/contacts',
      {
        email: address(self, n),
        origin: { url: `https://${self.mark}.example/` },
        attributes: { name: `Nome ${self.mark}`, cidade: `Cidade ${self.mark}` },
      },
      ({ status, json }) => {
        if (status !== 201) return;
        self.own.contacts.push(id((json as { data: unknown }).data));
        self.addresses.add(address(self, n));
      },
    ),
  (self, n) => api(self, 'PUT', `/contacts/${address(self, n)}`, { cargo: `Cargo ${self.mark} ${n}` }),
  (self, n) =>
    api(self, 'DELETE', `/contacts/${address(self, n)}`, undefined, ({ status }) => {
      if (status === 200) self.addresses.delete(address(self, n));
    }),
  (self, n) => api(self, 'POST', `/segments/add-contact/${address(self, n)}`, { segmentedListsIds: [self.own.segments[0]] }),
  (self, n) =>
    api(self, 'POST', '/deals', {
      contactId: pick(self.own.contacts, n) ?? self.own.segments[0],
      pipelineId: self.own.pipelines[0],
      stageId: self.own.stages[0],
      attributes: { pb_name: `Negócio ${self.mark}` },
    }),
  (self, n) => api(self, 'GET', `/contacts?page=${n % 2}`),
  (self, n) => api(self, 'GET', `/contacts/${address(self, n)}`),
  (self) => api(self, 'GET', '/segments'),
  (self) => api(self, 'POST', '/contacts', { email: `sem-arroba-${self.mark}`, attributes: self.mark }),
  (self) => api(self, 'POST', `/email-verification/x@${self.mark}.example`),
];

const rdstation: Make[] = [
  (self, n) =>
    api(self, 'POST', '/platform/conversions', {
      event_type: 'CONVERSION',
      event_family: 'CDP',
      payload: {
        conversion_identifier: `Conversão ${self.mark}`,
        email: address(self, n),
        name: `Nome ${self.mark}`,
        job_title: `Cargo ${self.mark}`,
        tags: [`tag ${self.mark}`],
      },
    }),
  // The same lead in every account.
  (self, n) =>
    api(self, 'POST', '/platform/conversions', {
      event_type: 'CONVERSION',
      event_family: 'CDP',
      payload: { conversion_identifier: `Conversão ${self.mark}`, email: `lead${n % SHARED}@exemplo.com.br`, name: self.mark },
    }),
  (self) => api(self, 'POST', '/platform/conversions', { event_type: self.mark, payload: { email: self.mark } }),
  (self) =>
    api(self, 'POST', '/platform/events', { event_type: 'CONVERSION', event_family: 'CDP', payload: { name: self.mark } }),
  (self) => api(self, 'GET', `/platform/${self.mark}`),
];

const text = ({ mark }: Tenant, n: number) => `Olá de ${mark}, ${n}`;

const zenvio: Make[] = [
  // The idempotency keys are the same in every workspace.
  (self, n) =>
    api(
      self,
      'POST',
      '/whatsapp/messages',
      {
        instance_id: pick(self.own.instances, n),
        to: [`5511999990${100 + (n % 9)}`],
        type: 'text',
        payload: { message: text(self, n) },
      },
      ({ status, json }) => {
        if (status === 202) self.own.messages.push(...(json as { message_ids: string[] }).message_ids);
      },
      n % 2 === 0 ? { 'idempotency-key': `envio-${n % SHARED}` } : {},
    ),
  (self, n) => api(self, 'GET', `/whatsapp/messages/${pick(self.own.messages, n) ?? 'msg_nada'}`),
  (self, n) => api(self, 'PATCH', `/whatsapp/messages/${pick(self.own.messages, n) ?? 'msg_nada'}/edit`, { text: text(self, n) }),
  (self, n) => api(self, 'POST', `/whatsapp/messages/${pick(self.own.messages, n) ?? 'msg_nada'}/cancel`),
  (self, n) => api(self, 'DELETE', `/whatsapp/messages/${pick(self.own.messages, n) ?? 'msg_nada'}`),
  (self, n) =>
    api(self, 'POST', '/whatsapp/instances', { name: `Número ${self.mark} ${n}` }, ({ status, json }) => {
      if (status === 200) self.own.instances.push((json as { data: { instance: { id: string } } }).data.instance.id);
    }),
  (self) => api(self, 'GET', '/whatsapp/instances?limit=100'),
  (self) => api(self, 'GET', '/whatsapp/instances?search=canario'),
  (self, n) => api(self, 'GET', `/whatsapp/instances/${pick(self.own.instances, n)}`),
  (self) => api(self, 'GET', '/logs?limit=100'),
  (self) => api(self, 'GET', `/logs?limit=100&apiKeyId=${self.own.keys[0]}`),
  (self) => api(self, 'POST', '/whatsapp/messages', { instance_id: self.mark, to: [self.mark], type: 'text', payload: {} }),
];

const dashboard: Make[] = [
  (self) => desk(self, 'GET', `/accounts/${self.accountId}`),
  (self, n) => desk(self, 'PATCH', `/accounts/${self.accountId}`, { name: `Conta ${self.mark} ${n}` }),
  (self) => desk(self, 'GET', `/accounts/${self.accountId}/api-keys`),
  (self, n) => desk(self, 'GET', `/accounts/${self.accountId}/api-keys/${pick(self.own.keys, n)}`),
  (self) => desk(self, 'GET', `/accounts/${self.accountId}/api-logs?limit=100`),
  (self, n) => {
    const name = `Chave ${self.mark} ${n}`;
    const wanted = { name, ...(self.platform === 'zenvio' && { scopes: ['whatsapp:send'] }) };
    return desk(self, 'POST', `/accounts/${self.accountId}/api-keys`, wanted, ({ status, json }) => {
      if (status !== 201) return;
      self.own.keys.push(id(json));
      self.keyNames.push(name);
    });
  },
  (self, n) => desk(self, 'PATCH', `/accounts/${self.accountId}/api-keys/${pick(self.own.keys, n)}`, { status: 'active' }),
];

/** What a tenant does with what is its own. */
export function ownCalls(self: Tenant): Make[] {
  return [...{ pingback, rdstation, zenvio }[self.platform], ...dashboard];
}

/** What whoever runs the mock can ask for in one session. */
export const sessionReads: readonly string[] = [
  '/__mock/state',
  '/__mock/accounts',
  '/__mock/requests?limit=100&details=true',
  '/__mock/webhooks',
  '/__mock/webhook-deliveries',
  '/__mock/snapshots',
  '/__mock/faults',
  '/__mock/arrivals/pingback/contacts?limit=100',
  '/__mock/arrivals/rdstation/leads?limit=100',
  '/__mock/arrivals/rdstation/conversions?limit=100',
  '/__mock/arrivals/zenvio/messages?limit=100',
  '/__mock/arrivals/zenvio/instances?limit=100',
];
