/** What a fresh session is, read once over HTTP: the zero-setup accounts that the commands go on from. */
import type { Sent, Wire } from '../wire/wire.ts';
import type { PlatformModel } from './platform.ts';
import type { Change, ModelKey, Person, Reason, Role, Start, Status } from './world.ts';

/** All sessions of the proof begin at this instant, and their time stands still. */
export const NOW = '2026-03-02T12:00:00.000Z';

const PEOPLE: readonly Person[] = (['owner', 'manager', 'member'] as Role[]).map((role) => ({
  token: `chaveiro-console-${role}`,
  role,
  accountId: null,
}));

interface KeyRow {
  readonly id: string;
  readonly scheme: string;
  readonly name: string;
  readonly status: Status;
  readonly disabledReason: Reason;
  readonly scopes: string[];
  readonly instances: string[] | null;
}

export async function readStart(wire: Wire, platform: PlatformModel): Promise<Start> {
  const get = async <T>(path: string): Promise<T> => (await wire.send(getting(path))).json as T;
  const { keys: fixed } = await get<{ keys: { keyId: string; secret: string }[] }>('/__mock/zero-setup-keys');
  const now = Date.parse(NOW);
  const accounts = [];
  const keys: ModelKey[] = [];
  const rowsBefore: Record<string, number> = {};
  const instances: Record<string, string[]> = {};
  for (const id of platform.accounts) {
    const { plan } = await get<{ plan: string }>(`/__mock/accounts/${id}`);
    accounts.push({ id, plan, rows: {} });
    const { items } = await get<{ items: KeyRow[] }>(`/__mock/accounts/${id}/keys`);
    for (const row of items) {
      if (row.scheme !== platform.scheme) continue;
      const secret = fixed.find(({ keyId }) => keyId === row.id)!.secret;
      keys.push(keyOf(row, id, secret, now));
    }
    const rows = (table: string) => get<{ items: { id: string }[]; total: number }>(arrivals(platform.platform, table, id));
    if (platform.platform === 'pingback') rowsBefore[id] = (await rows('contacts')).total;
    if (platform.platform === 'zenvio') instances[id] = (await rows('instances')).items.map((row) => row.id);
  }
  const state = { accounts, keys, people: [...PEOPLE], meters: {}, rateLimits: false, delay: 0 };
  return { now, state, rowsBefore, instances };
}

function keyOf({ id, name, status, disabledReason, scopes, instances }: KeyRow, accountId: string, secret: string, now: number) {
  const changes: Change[] = [{ at: now, status: 'active', reason: null }];
  if (status !== 'active') changes.push({ at: now, status, reason: disabledReason });
  return { id, accountId, secret, name, changes, scopes, instances, createdAt: now, requests: 0, lastUsedAt: null };
}

function getting(path: string): Sent {
  return { method: 'GET', path };
}

function arrivals(platform: string, table: string, accountId: string): string {
  return `/__mock/arrivals/${platform}/${table}?accountId=${accountId}`;
}
