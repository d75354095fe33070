/**
 * Zenvio, from its page on keys (shared seed `zenvio-api-keys`): any number of keys, each shown exactly once, with
 * scopes chosen at creation and, if one likes, locked to instances; Revogar is at once; api_logs tells which key
 * made which request. A blocked workspace gets 402. A send is remembered by its Idempotency-Key for 24 hours.
 */
import { equal } from './expect.ts';
import type { Expected, PlatformModel, Use } from './platform.ts';
import type { LogLine, ModelKey, World } from './world.ts';

const UNAUTHORIZED = {
  success: false,
  error: 'Unauthorized',
  message: 'Invalid or missing API Key',
  code: 'UNAUTHORIZED',
};
const BLOCKED = {
  success: false,
  error: 'Payment Required',
  message: 'Trial ended or plan expired. Choose a plan to continue.',
  code: 'WORKSPACE_BLOCKED',
};
const LOCKED_OUT = {
  success: false,
  error: 'Forbidden',
  message: 'This API key is not allowed to access this WhatsApp instance.',
  code: 'INSTANCE_NOT_ALLOWED',
};
const DAY = 86_400_000;
const SCOPES = ['whatsapp:send', 'whatsapp:manage', 'logs:read'];
const SCOPE_OF: Readonly<Record<string, string>> = {
  send: 'whatsapp:send',
  'list instances': 'whatsapp:manage',
  'get instance': 'whatsapp:manage',
  'read logs': 'logs:read',
};

export const zenvio: PlatformModel = {
  platform: 'zenvio',
  scheme: 'zenvioKey',
  accounts: ['acc_zenvio_demo', 'acc_zenvio_blocked'],
  plans: ['active', 'blocked'],
  keyLimit: null,
  wayOut: 'delete_a_key',
  scopes: SCOPES,
  uses: ['send', 'send', 'list instances', 'get instance', 'read logs'],
  can: { switch: false, delete: true, reveal: false },
  hasApi: (plan) => plan === 'active',
  fits: ({ name, scopes, instances }, own) =>
    !!name?.trim() &&
    !!scopes?.length &&
    scopes.every((scope) => SCOPES.includes(scope)) &&
    (instances ?? []).every((id) => own.includes(id)),
  nameTaken: () => false,
  // The workspace is refused, its keys stay as they are.
  planChanged: () => undefined,

  request(use, secret, world) {
    const headers = secret === undefined ? {} : { authorization: `Bearer ${secret}` };
    const instance = instanceOf(use, world);
    switch (use.kind) {
      case 'list instances':
        return { method: 'GET', path: '/whatsapp/instances', headers };
      case 'get instance':
        return { method: 'GET', path: `/whatsapp/instances/${instance}`, headers };
      case 'read logs':
        return { method: 'GET', path: '/logs?limit=100', headers };
      default: {
        const idempotency = idempotencyOf(use);
        return {
          method: 'POST',
          path: '/whatsapp/messages',
          headers: { ...headers, ...(idempotency && { 'idempotency-key': idempotency }) },
          body: { instance_id: instance, to: ['5511988887777'], type: 'text', payload: { message: `modelo ${use.n}` } },
        };
      }
    }
  },

  answer(use, secret, world) {
    const key = secret === undefined ? undefined : world.keyWithSecret(secret);
    const refused = (status: number, decision: string, body: unknown): Expected => ({ status, decision, body, key });
    if (secret === undefined) return refused(401, 'missing_key', UNAUTHORIZED);
    if (!key) return refused(401, 'unknown_key', UNAUTHORIZED);
    if (world.arrived(key).status === 'deleted') return refused(401, 'deleted_key', UNAUTHORIZED);
    if (world.account(key.accountId).plan === 'blocked') return refused(402, 'plan_not_allowed', BLOCKED);
    const scope = SCOPE_OF[use.kind]!;
    if (!key.scopes.includes(scope)) {
      const body = { success: false, error: 'Forbidden', message: `Missing scope: ${scope}`, code: 'FORBIDDEN' };
      return refused(403, 'scope_missing', body);
    }
    const instanceId = use.kind === 'send' || use.kind === 'get instance' ? instanceOf(use, world) : undefined;
    if (instanceId !== undefined && key.instances && !key.instances.includes(instanceId))
      return { ...refused(403, 'instance_not_allowed', LOCKED_OUT), instanceId };
    return { ...withinLock(use, key, world, instanceId), decision: 'allowed', key, instanceId };
  },
};

function withinLock(use: Use, key: ModelKey, world: World, instanceId: string | undefined): Omit<Expected, 'decision'> {
  const own = world.start.instances[key.accountId] ?? [];
  if (use.kind === 'list instances') {
    const visible = own.filter((id) => key.instances?.includes(id) ?? true);
    return { status: 200, check: ({ json }) => equal('instances', idsIn(json), visible) };
  }
  if (use.kind === 'get instance') {
    if (!own.includes(instanceId!)) return { status: 404 };
    const check = ({ json }: { json: unknown }) => equal('data.id', (json as { data?: { id?: string } }).data?.id, instanceId);
    return { status: 200, check };
  }
  if (use.kind === 'read logs') return { status: 200, check: ({ json }) => wrongLogs(json, logsOpenTo(key, world)) };

  const { rows } = world.account(key.accountId);
  const idempotency = idempotencyOf(use);
  const first = idempotency === undefined ? undefined : rows[idempotency];
  if (first && world.now < first.at + DAY) return { status: 200, body: first.body };
  if (!own.includes(instanceId!)) return { status: 400, body: { error: 'Invalid instance' } };
  const check = ({ json }: { json: unknown }) => {
    const { message_ids, status } = json as { message_ids?: string[]; status?: string };
    return equal('message_ids', message_ids?.length, 1) ?? equal('status', status, 'queued');
  };
  if (idempotency === undefined) return { status: 202, check };
  const row: { at: number; body?: unknown } = { at: world.now };
  rows[idempotency] = row;
  return { status: 202, check, then: ({ json }) => void (row.body = json) };
}

/** One of the workspace's instances, or one that nobody has. */
function instanceOf({ n }: Use, world: World): string {
  const known = Object.values(world.start.instances).flat();
  return known[n % (known.length + 1)] ?? 'inst_de_ninguem';
}

function idempotencyOf({ kind, n }: Use): string | undefined {
  return kind === 'send' && n % 4 === 0 ? `envio-${n % 3}` : undefined;
}

function idsIn(json: unknown): string[] | undefined {
  return (json as { data?: { id: string }[] }).data?.map(({ id }) => id);
}

/** Requests of the key's own workspace; for a locked key, those about its instances. */
function logsOpenTo(key: ModelKey, { log }: World): Map<string, LogLine> {
  const open = [...log].filter(
    ([, { accountId, instanceId }]) =>
      accountId === key.accountId && (!key.instances || (instanceId !== null && key.instances.includes(instanceId))),
  );
  return new Map(open);
}

function wrongLogs(json: unknown, open: Map<string, LogLine>): string | undefined {
  interface Row {
    id: string;
    apiKeyId: string;
    status: number;
    method: string;
    instanceId: string | null;
  }
  const { data = [], pagination } = json as { data?: Row[]; pagination?: { total?: number } };
  const missing = equal('pagination.total', pagination?.total, open.size) ?? equal('rows', data.length, Math.min(100, open.size));
  if (missing) return missing;
  for (const { id, apiKeyId, status, method, instanceId } of data) {
    const line = open.get(id);
    const wrong = equal(
      `log ${id}`,
      { apiKeyId, status, method, instanceId },
      line && { apiKeyId: line.keyId, status: line.status, method: line.method, instanceId: line.instanceId },
    );
    if (wrong) return wrong;
  }
  return undefined;
}
