/** Who must not see each other: accounts of every platform in two sessions, each with a mark on all that is its own. */
import type { Got, Wire } from '../wire/wire.ts';

export interface Tenant {
  readonly session: string;
  readonly platform: 'pingback' | 'rdstation' | 'zenvio';
  /** A word that stands in everything of this tenant, and nowhere else: `canarioab`. */
  readonly mark: string;
  readonly accountId: string;
  /** Secret of its first key. */
  readonly secret: string;
  /** Session of its owner at the dashboard, good for this account alone. */
  readonly token: string;
  /** What it has, by kind: ids that no other tenant has. */
  readonly own: Record<
    'keys' | 'contacts' | 'segments' | 'pipelines' | 'stages' | 'instances' | 'messages' | 'requests',
    string[]
  >;
  /** Names of keys, and addresses of contacts, that are there now; a name twice where a platform lets names repeat. */
  readonly keyNames: string[];
  readonly addresses: Set<string>;
}

export const SESSIONS = ['um', 'dois'] as const;
const PLATFORMS = ['pingback', 'rdstation', 'zenvio'] as const;
const MARK = /canario[a-z]{2}/g;

/** Every tenant's mark in a text. */
export function marksIn(text: string): Set<string> {
  return new Set(text.toLowerCase().match(MARK));
}

/** Two accounts of each platform in each of two sessions. `hooks`: where their events are sent, each to a path of its own. */
export async function settleIn(wire: Wire, prefix: string, hooks: string): Promise<Tenant[]> {
  const tenants: Tenant[] = [];
  for (const name of SESSIONS) {
    const session = `${prefix}-${name}`;
    for (const platform of PLATFORMS) {
      for (let i = 0; i < 2; i++) tenants.push(await settle(wire, session, platform, tenants.length, hooks));
    }
  }
  return tenants;
}

async function settle(wire: Wire, session: string, platform: Tenant['platform'], index: number, hooks: string): Promise<Tenant> {
  const mark = `canario${String.fromCharCode(97 + Math.floor(index / 26))}${String.fromCharCode(97 + (index % 26))}`;
  const accountId = `acc_${mark}`;
  const headers = { 'x-mock-session': session };
  const token = `sessao-${mark}`;
  const account = {
    platform,
    id: accountId,
    name: `Conta ${mark}`,
    keys: [{ name: `Chave ${mark}` }],
    users: [{ role: 'owner', name: `Dona ${mark}`, token }],
    ...(RESOURCES[platform] && { resources: RESOURCES[platform](mark) }),
  };
  const seeded = await wire.send({ method: 'POST', path: '/__mock/seed', headers, body: { accounts: [account] } });
  const { accounts } = asked<{ accounts: { keys: { id: string; secret: string }[] }[] }>(seeded, 201);
  const [key] = accounts[0]!.keys;
  const webhook = { platform, accountId, url: `${hooks}/${mark}` };
  if (platform !== 'pingback') asked(await wire.send({ method: 'POST', path: '/__mock/webhooks', headers, body: webhook }), 201);
  const instances = platform === 'zenvio' ? await idsOf(wire, session, accountId) : [];
  return {
    session,
    platform,
    mark,
    accountId,
    secret: key!.secret,
    token,
    own: {
      keys: [key!.id],
      contacts: [],
      segments: platform === 'pingback' ? [uuid(mark, 1)] : [],
      pipelines: platform === 'pingback' ? [uuid(mark, 2)] : [],
      stages: platform === 'pingback' ? [uuid(mark, 3)] : [],
      instances,
      messages: [],
      requests: [],
    },
    keyNames: [`Chave ${mark}`],
    addresses: new Set(),
  };
}

const RESOURCES: Partial<Record<Tenant['platform'], (mark: string) => object>> = {
  pingback: (mark) => ({
    segments: [{ id: uuid(mark, 1), name: `Segmento ${mark}` }],
    pipelines: [{ id: uuid(mark, 2), name: `Funil ${mark}`, stages: [{ id: uuid(mark, 3), name: `Etapa ${mark}` }] }],
  }),
  zenvio: (mark) => ({ instances: [{ name: `Balcão ${mark}` }] }),
};

async function idsOf(wire: Wire, session: string, accountId: string): Promise<string[]> {
  const path = `/__mock/arrivals/zenvio/instances?accountId=${accountId}`;
  const got = await wire.send({ method: 'GET', path, headers: { 'x-mock-session': session } });
  return asked<{ items: { id: string }[] }>(got, 200).items.map(({ id }) => id);
}

/** An id that follows from the mark and shows nothing of it. */
function uuid(mark: string, n: number): string {
  const digits = [...mark.slice(-2)].map((letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  return `${digits}${String(n).padStart(4, '0')}-5e6d-4a1b-8c2d-${digits}${String(n).padStart(8, 'a')}`;
}

/** @throws {Error} for an answer that the proof cannot go on with. */
export function asked<T>(got: Got, status: number): T {
  if (got.status !== status) throw new Error(`The proof is set up wrongly: ${got.status}, not ${status}: ${got.text}`);
  return got.json as T;
}
