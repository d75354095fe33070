/** What a tenant asks about others' things, and the same about things that nobody has. */
import type { Sent } from '../wire/wire.ts';
import { address, api, desk, key, pick, type Call } from './calls.ts';
import type { Tenant } from './tenants.ts';

/** `undefined`: the other one has nothing that one could ask for yet. */
type Probe = (self: Tenant, other: Tenant, n: number) => Call | undefined;

const NOBODY = 'acc_ninguem_aqui';
const NO_ID = '00000000-0000-4000-8000-000000000000';

/** The same call about another's thing and about nothing. */
function about(make: (thing: string) => Call, thing: string | undefined, nothing: string): Call | undefined {
  return thing === undefined ? undefined : { ...make(thing), twin: { sent: make(nothing).sent, thing, nothing } };
}

const probes: Record<Tenant['platform'], Probe[]> = {
  pingback: [
    (self, other, n) =>
      about((email) => api(self, 'GET', `/contacts/${email}`), address(other, n), `ninguem${n}@ninguem.example`),
    (self, other, n) =>
      about((email) => api(self, 'PUT', `/contacts/${email}`, { cargo: 'x' }), address(other, n), 'ninguem@ninguem.example'),
    (self, other, n) => about((email) => api(self, 'DELETE', `/contacts/${email}`), address(other, n), 'ninguem@ninguem.example'),
    (self, other, n) =>
      about(
        (segment) => api(self, 'POST', `/segments/add-contact/${address(self, n)}`, { segmentedListsIds: [segment] }),
        other.own.segments[0],
        NO_ID,
      ),
    (self, other, n) =>
      about(
        (contactId) => api(self, 'POST', '/deals', { contactId, pipelineId: self.own.pipelines[0], stageId: self.own.stages[0] }),
        pick(other.own.contacts, n),
        NO_ID,
      ),
  ],
  rdstation: [],
  zenvio: [
    ...['GET ', 'DELETE ', 'POST /cancel', 'PATCH /edit'].map((what): Probe => {
      const [method = '', tail = ''] = what.split(' ');
      return (self, other, n) =>
        about(
          (message) => api(self, method, `/whatsapp/messages/${message}${tail}`, tail === '/edit' ? { text: 'x' } : undefined),
          pick(other.own.messages, n),
          'msg_ninguem',
        );
    }),
    ...['GET ', 'DELETE ', 'POST /disconnect'].map((what): Probe => {
      const [method = '', tail = ''] = what.split(' ');
      return (self, other, n) =>
        about(
          (instance) => api(self, method, `/whatsapp/instances/${instance}${tail}`),
          pick(other.own.instances, n),
          'inst_ninguem',
        );
    }),
    (self, other, n) =>
      about(
        (instance_id) =>
          api(self, 'POST', '/whatsapp/messages', {
            instance_id,
            to: ['5511988887777'],
            type: 'text',
            payload: { message: 'x' },
          }),
        pick(other.own.instances, n),
        'inst_ninguem',
      ),
    (self, other, n) =>
      about((apiKeyId) => api(self, 'GET', `/logs?apiKeyId=${apiKeyId}`), pick(other.own.keys, n), 'key_ninguem'),
  ],
};

const anyPlatform: Probe[] = [
  (self, other) => about((account) => desk(self, 'GET', `/accounts/${account}`), other.accountId, NOBODY),
  (self, other) => about((account) => desk(self, 'PATCH', `/accounts/${account}`, { name: 'x' }), other.accountId, NOBODY),
  (self, other) => about((account) => desk(self, 'GET', `/accounts/${account}/api-keys`), other.accountId, NOBODY),
  (self, other) => about((account) => desk(self, 'GET', `/accounts/${account}/api-logs`), other.accountId, NOBODY),
  (self, other) =>
    about((account) => desk(self, 'POST', `/accounts/${account}/api-keys`, { name: 'x' }), other.accountId, NOBODY),
  ...['GET ', 'DELETE ', 'POST /reveal', 'PATCH '].map((what): Probe => {
    const [method = '', tail = ''] = what.split(' ');
    return (self, other, n) =>
      about(
        (keyId) =>
          desk(
            self,
            method,
            `/accounts/${self.accountId}/api-keys/${keyId}${tail}`,
            method === 'PATCH' ? { name: 'x' } : undefined,
          ),
        pick(other.own.keys, n),
        'key_ninguem',
      );
  }),
  (self, other, n) =>
    about(
      (keyId) => desk(self, 'GET', `/accounts/${self.accountId}/api-logs?keyId=${keyId}`),
      pick(other.own.keys, n),
      'key_ninguem',
    ),
];

/** What a tenant can ask about another's things; of the same platform also what only that platform has. */
export function probesOf(self: Tenant, other: Tenant): Probe[] {
  return [...(self.platform === other.platform ? probes[self.platform] : []), ...anyPlatform];
}

/** A call with one's own credentials that says nothing else of oneself, for a session in which nobody knows them. */
export function knock(self: Tenant, other: Tenant, n: number): Sent {
  if (n % 3 === 0) return desk(self, 'GET', `/accounts/${other.accountId}/api-keys`).sent;
  if (self.platform === 'pingback') return { method: 'GET', path: '/contacts', headers: key(self) };
  if (self.platform === 'zenvio') return { method: 'GET', path: '/whatsapp/instances', headers: key(self) };
  const payload = { conversion_identifier: 'visita', email: 'visita@exemplo.com.br' };
  const body = { event_type: 'CONVERSION', event_family: 'CDP', payload };
  return { method: 'POST', path: `/platform/conversions?api_key=${self.secret}`, body };
}
