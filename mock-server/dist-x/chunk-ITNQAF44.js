import { resembles } from './chunk-2UCZPKFE.js';
import { checkFault, KeyRuleError } from './chunk-55AK27VV.js';
import { SeedError } from './chunk-XROCR4F3.js';
import { milliseconds } from './chunk-UHFN4SYM.js';
import createClient from 'openapi-fetch';

var MockControlError = class extends Error {
  name = "MockControlError";
  status;
  /** Stable: `account_not_found`, `control_token_required`, `session_expired`, … */
  code;
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
};
var InvalidBodyError = class extends KeyRuleError {
  issues;
  constructor(message, issues) {
    super({ ok: false, code: "invalid_request", message, facts: {} });
    this.issues = issues;
  }
};
var RULES = {
  key_limit_reached: true,
  key_name_taken: true,
  plan_required: true,
  action_not_allowed: true,
  secret_not_recoverable: true,
  key_not_found: true,
  invalid_request: true
};
function openWire(url, { session, token, fetch: given }) {
  const base = url.replace(/\/+$/, "");
  if (!URL.canParse(base))
    throw new TypeError(`"${url}" is no URL. Give the one that the mock printed, such as http://localhost:4010.`);
  const send = async (request) => {
    try {
      return await (given ?? globalThis.fetch)(request);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw new Error(`No mock answers at ${base}. Start one with "chaveiro mock", or check the URL.`, { cause: error });
    }
  };
  const headers = {
    ...session !== void 0 && { "x-mock-session": session },
    ...token !== void 0 && { "x-mock-control-token": token }
  };
  return { client: createClient({ baseUrl: base, fetch: send, headers }), url: base, session, fetch: send };
}
async function answerOf(asking) {
  const { data, error, response } = await asking;
  if (!response.ok) throw refusal(response.status, error);
  return data;
}
async function done(asking) {
  await answerOf(asking);
}
async function found(asking) {
  const { error, response } = await asking;
  if (!response.ok && response.status !== 404) throw refusal(response.status, error);
  return response.ok;
}
function refusal(status, body) {
  const {
    code,
    detail,
    issues = [],
    facts = {}
  } = typeof body === "object" && body !== null ? body : {};
  if (code === void 0) return new MockControlError(status, "unknown", `The mock answered ${status}, and said no more.`);
  const message = issues.length > 0 ? issues.map((issue) => issue.message).join(" ") : detail ?? code;
  if (code === "invalid_request") return new InvalidBodyError(message, issues);
  if (!Object.hasOwn(RULES, code)) return new MockControlError(status, code, message);
  return new KeyRuleError({ ok: false, code, message, facts });
}

// src/remote/keys.ts
function keyHandle({ client }, first) {
  let row = first;
  const { id, accountId, platform, scheme } = first;
  const params = { path: { accountId, keyId: id } };
  const change = async (body) => {
    row = await answerOf(client.PATCH("/__mock/accounts/{accountId}/keys/{keyId}", { params, body }));
  };
  return {
    id,
    accountId,
    platform,
    scheme,
    get name() {
      return row.name;
    },
    get status() {
      return row.status;
    },
    get disabledReason() {
      return row.disabledReason;
    },
    get masked() {
      return row.masked;
    },
    get scopes() {
      return row.scopes;
    },
    get instances() {
      return row.instances;
    },
    get requests() {
      return row.requests;
    },
    disable: () => change({ status: "disabled" }),
    enable: () => change({ status: "active" }),
    rename: (name) => change({ name }),
    async delete() {
      row = await answerOf(client.DELETE("/__mock/accounts/{accountId}/keys/{keyId}", { params }));
    },
    async expire() {
      row = await answerOf(client.POST("/__mock/accounts/{accountId}/keys/{keyId}/expire", { params }));
    },
    async reveal() {
      return (await answerOf(client.POST("/__mock/accounts/{accountId}/keys/{keyId}/reveal", { params }))).secret;
    }
  };
}
function newKeyHandle(wire, row, secret) {
  return Object.defineProperty(keyHandle(wire, row), "secret", { value: secret, enumerable: false });
}

// src/remote/accounts.ts
function accountHandle(wire, first) {
  let row = first;
  const { client } = wire;
  const { id, platform } = first;
  const params = { path: { accountId: id } };
  const change = async (body) => {
    row = await answerOf(client.PATCH("/__mock/accounts/{accountId}", { params, body }));
  };
  return {
    id,
    platform,
    get name() {
      return row.name;
    },
    get plan() {
      return row.plan;
    },
    keys: {
      async create(options = {}) {
        const body = options;
        const { secret, ...key } = await answerOf(client.POST("/__mock/accounts/{accountId}/keys", { params, body }));
        return newKeyHandle(wire, key, secret);
      },
      async list() {
        return (await keysOf(wire, id)).map((key) => keyHandle(wire, key));
      },
      async get(keyId) {
        const path = { accountId: id, keyId };
        return keyHandle(wire, await answerOf(client.GET("/__mock/accounts/{accountId}/keys/{keyId}", { params: { path } })));
      }
    },
    changePlan: (plan) => change({ plan }),
    limitRate: (rateLimits) => change({ rateLimits }),
    async signIn(role, name = role) {
      const body = { role, name };
      return (await answerOf(client.POST("/__mock/accounts/{accountId}/sign-in", { params, body }))).token;
    }
  };
}
async function keysOf({ client }, accountId) {
  return (await answerOf(client.GET("/__mock/accounts/{accountId}/keys", { params: { path: { accountId } } }))).items;
}
async function accountOf(wire, accountId) {
  const asking = wire.client.GET("/__mock/accounts/{accountId}", { params: { path: { accountId } } });
  return accountHandle(wire, await answerOf(asking));
}

// src/remote/every-page.ts
var LARGEST = 1e3;
async function everyPage(pageOf, idOf) {
  const items = /* @__PURE__ */ new Map();
  for (let page = 1, pages = 1; page <= pages; page++) {
    const read = await pageOf(page, LARGEST);
    for (const item of read.items) items.set(idOf(item), item);
    pages = read.totalPages;
  }
  return [...items.values()];
}

// src/remote/arrivals.ts
function arrivals({ client }, platform, table) {
  const pageOf = (query) => answerOf(client.GET("/__mock/arrivals/{platform}/{table}", { params: { path: { platform, table }, query } }));
  const list = async () => await everyPage(
    (page, limit) => pageOf({ page, limit }),
    ({ id }) => id
  );
  return {
    list,
    where: async (like) => (await list()).filter((row) => resembles(row, like)),
    last: async () => (await pageOf({ limit: 1, order: "newest" })).items[0],
    count: async () => (await pageOf({ limit: 1 })).total
  };
}

// src/remote/clock.ts
var LOOK_MS = 50;
function clockApi({ client }) {
  const instantOf = async (asking) => Date.parse((await answerOf(asking)).now);
  const now = () => instantOf(client.GET("/__mock/clock"));
  return {
    now,
    async advance(by) {
      const length = Math.ceil(milliseconds(by));
      return length === 0 ? now() : instantOf(client.POST("/__mock/clock/advance", { body: { by: `${length}ms` } }));
    },
    async set(instant) {
      await instantOf(client.PUT("/__mock/clock", { body: { now: new Date(instant).toISOString() } }));
    },
    async reset() {
      await instantOf(client.POST("/__mock/clock/reset"));
    },
    async sleep(duration, signal) {
      const length = milliseconds(duration);
      let seen = await now();
      const until = seen + length;
      while (seen < until) {
        signal?.throwIfAborted();
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
        const next = await now();
        if (next < seen) return;
        seen = next;
      }
    }
  };
}

// src/remote/forward.ts
async function forward(wire, platforms, request) {
  const { method, headers, signal } = request;
  const target = wire.url + await pathOf(new URL(request.url), platforms);
  const sent = new Headers(headers);
  if (wire.session !== void 0 && !sent.has("x-mock-session")) sent.set("x-mock-session", wire.session);
  const body = method === "GET" || method === "HEAD" ? {} : { body: await request.arrayBuffer() };
  return wire.fetch(new Request(target, { method, headers: sent, signal, ...body }));
}
async function pathOf({ origin, pathname, search }, platforms) {
  for (const { server } of await platforms()) {
    if (server === null || new URL(server).origin !== origin) continue;
    const base = new URL(server).pathname.replace(/\/$/, "");
    if (pathname.startsWith(`${base}/`)) return pathname.slice(base.length) + search;
  }
  return pathname + search;
}

// src/remote/requests.ts
var FILTERS = [
  "platform",
  "operationId",
  "method",
  "path",
  "status",
  "decision",
  "evidence",
  "scheme",
  "keyId",
  "accountId",
  "instanceId",
  "userAgent"
];
function requestsApi({ client }) {
  const listLike = async (like) => {
    const filters = Object.fromEntries(
      FILTERS.flatMap((name) => like[name] === null || like[name] === void 0 ? [] : [[name, like[name]]])
    );
    const pageOf = (page, limit) => answerOf(client.GET("/__mock/requests", { params: { query: { ...filters, details: true, page, limit } } }));
    const entries = await everyPage(pageOf, ({ requestId }) => requestId);
    return entries.map(entryOf).filter((entry) => resembles(entry, like));
  };
  return {
    list: () => listLike({}),
    where: listLike,
    async get(requestId) {
      const asking = client.GET("/__mock/decisions/{requestId}", { params: { path: { requestId } } });
      return await found(asking) ? entryOf(await answerOf(asking)) : void 0;
    },
    async last() {
      const { items } = await answerOf(client.GET("/__mock/requests", { params: { query: { details: true, limit: 1 } } }));
      return items[0] && entryOf(items[0]);
    },
    async clear() {
      await answerOf(client.DELETE("/__mock/requests"));
    }
  };
}
function entryOf({ at, steps = [], requestBody, responseBody, ...entry }) {
  return {
    ...entry,
    at: Date.parse(at),
    decision: entry.decision,
    requestBody,
    responseBody,
    steps: steps.map(stepOf)
  };
}
function stepOf({ step, outcome, rule, detail, evidence, source }) {
  return {
    step,
    outcome,
    rule: rule ?? "",
    detail: detail ?? "",
    ...evidence !== null && { evidence },
    ...source !== null && { source }
  };
}

// src/remote/scenarios.ts
function scenariosApi(wire) {
  const { client } = wire;
  return {
    async scenario(name, options = {}) {
      const params = { path: { name: String(name) } };
      const body = options;
      return await playedOf(wire, await answerOf(client.POST("/__mock/scenarios/{name}", { params, body })));
    },
    scenarios: async () => (await answerOf(client.GET("/__mock/scenarios"))).items,
    async load(seed) {
      const { accounts, scenarios, faults, now } = await applied(wire, seed);
      return {
        accounts: await Promise.all(
          accounts.map(async ({ id, keys, users }) => ({
            account: await accountOf(wire, id),
            keys: Object.values(await withSecrets(wire, id, Object.fromEntries(keys.map((key) => [key.id, key])))),
            users
          }))
        ),
        scenarios: await Promise.all(scenarios.map((scenario) => playedOf(wire, scenario))),
        faults,
        now: Date.parse(now)
      };
    }
  };
}
async function applied({ client }, seed) {
  try {
    return await answerOf(client.POST("/__mock/seed", { body: { ...seed } }));
  } catch (error) {
    if (!(error instanceof InvalidBodyError)) throw error;
    throw new SeedError(error.issues.map(({ field, message }) => ({ path: pathOf2(field), message })));
  }
}
async function playedOf(wire, { account, keys, users, ...played }) {
  const [handle, handles] = await Promise.all([accountOf(wire, account.id), withSecrets(wire, account.id, keys)]);
  return { ...played, account: handle, keys: handles, users };
}
async function withSecrets(wire, accountId, made) {
  const rows = new Map((await keysOf(wire, accountId)).map((row) => [row.id, row]));
  return Object.fromEntries(
    Object.entries(made).flatMap(([role, { id, secret }]) => {
      const row = rows.get(id);
      return row ? [[role, newKeyHandle(wire, row, secret)]] : [];
    })
  );
}
function pathOf2(pointer) {
  const steps = pointer.split("/").slice(1);
  return steps.map((step) => /^\d+$/.test(step) ? Number(step) : step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

// src/remote/webhooks.ts
function webhooksApi({ client }) {
  return {
    async register(webhook) {
      const { secret, ...registered } = await answerOf(
        client.POST("/__mock/webhooks", { body: webhook })
      );
      const view = registrationOf(registered);
      return Object.defineProperty(view, "secret", { value: secret, enumerable: false });
    },
    list: async () => (await answerOf(client.GET("/__mock/webhooks"))).items.map(registrationOf),
    remove: (webhookId) => found(client.DELETE("/__mock/webhooks/{webhookId}", { params: { path: { webhookId } } })),
    deliveries: async () => (await answerOf(client.GET("/__mock/webhook-deliveries"))).items.map(deliveryOf),
    settle: () => done(client.POST("/__mock/webhook-deliveries/settle"))
  };
}
function registrationOf({ createdAt, ...webhook }) {
  return { ...webhook, createdAt: Date.parse(createdAt) };
}
function deliveryOf({ eventAt, nextAttemptAt, attempts, body, ...delivery }) {
  return {
    ...delivery,
    body,
    eventAt: Date.parse(eventAt),
    nextAttemptAt: nextAttemptAt === null ? null : Date.parse(nextAttemptAt),
    attempts: attempts.map((attempt) => ({ ...attempt, at: Date.parse(attempt.at) }))
  };
}

// src/remote/session.ts
function remoteSession(wire, platforms) {
  const { client } = wire;
  const platform = (id) => remotePlatform(wire, platforms, id);
  return {
    name: wire.session ?? "default",
    fetch: (input, init) => forward(wire, platforms, new Request(input, init)),
    clock: clockApi(wire),
    requests: requestsApi(wire),
    faults: faultsApi(wire),
    webhooks: webhooksApi(wire),
    ...scenariosApi(wire),
    async configure({ propagationDelay, ...changes }) {
      const delay = propagationDelay === void 0 ? {} : { propagationDelay: Math.ceil(milliseconds(propagationDelay)) };
      await answerOf(client.PATCH("/__mock/settings", { body: { ...changes, ...delay } }));
    },
    reset: () => done(client.POST("/__mock/reset")),
    snapshot: async () => ({ id: (await answerOf(client.POST("/__mock/snapshots"))).id }),
    restore: ({ id }) => done(client.POST("/__mock/snapshots/{snapshotId}/restore", { params: { path: { snapshotId: id } } })),
    async platform(id) {
      const known = (await platforms()).map((each) => each.id);
      if (!known.includes(id)) throw new Error(`The document has no platform "${id}". It has: ${known.join(", ")}.`);
      return platform(id);
    },
    pingback: Object.assign(platform("pingback"), {
      contacts: arrivals(wire, "pingback", "contacts"),
      segments: arrivals(wire, "pingback", "segments"),
      deals: arrivals(wire, "pingback", "deals"),
      webhookRuns: arrivals(wire, "pingback", "webhookRuns")
    }),
    rdstation: Object.assign(platform("rdstation"), {
      conversions: arrivals(wire, "rdstation", "conversions"),
      leads: arrivals(wire, "rdstation", "leads"),
      events: arrivals(wire, "rdstation", "events")
    }),
    zenvio: Object.assign(platform("zenvio"), {
      messages: arrivals(wire, "zenvio", "messages"),
      instances: instancesApi(wire)
    })
  };
}
function remotePlatform(wire, platforms, id) {
  const { client } = wire;
  const info = async () => (await platforms()).find((each) => each.id === id);
  return {
    id,
    get title() {
      return info().then((known) => known?.title ?? id);
    },
    get server() {
      return info().then((known) => known?.server ?? "");
    },
    accounts: {
      async create(options = {}) {
        const body = { ...options, platform: id };
        return accountHandle(wire, await answerOf(client.POST("/__mock/accounts", { body })));
      },
      async list() {
        const { items } = await answerOf(client.GET("/__mock/accounts", { params: { query: { platform: id } } }));
        return items.map((row) => accountHandle(wire, row));
      },
      async get(accountId) {
        const row = await answerOf(client.GET("/__mock/accounts/{accountId}", { params: { path: { accountId } } }));
        if (row.platform !== id) throw new MockControlError(404, "account_not_found", `${id} has no account ${accountId}.`);
        return accountHandle(wire, row);
      }
    }
  };
}
function faultsApi({ client }) {
  return {
    async add(fault) {
      checkFault(fault);
      try {
        return await answerOf(client.POST("/__mock/faults", { body: fault }));
      } catch (error) {
        throw error instanceof InvalidBodyError ? new RangeError(error.message, { cause: error }) : error;
      }
    },
    list: async () => (await answerOf(client.GET("/__mock/faults"))).items,
    remove: (faultId) => found(client.DELETE("/__mock/faults/{faultId}", { params: { path: { faultId } } })),
    clear: () => done(client.DELETE("/__mock/faults"))
  };
}
function instancesApi(wire) {
  const { client } = wire;
  const paramsOf = (instanceId) => ({ params: { path: { instanceId } } });
  return {
    ...arrivals(wire, "zenvio", "instances"),
    connect: (id) => answerOf(client.POST("/__mock/instances/{instanceId}/connect", paramsOf(id))),
    disconnect: (id) => answerOf(client.POST("/__mock/instances/{instanceId}/disconnect", paramsOf(id))),
    receive: (id, message) => done(client.POST("/__mock/instances/{instanceId}/messages", { ...paramsOf(id), body: { ...message } }))
  };
}

// src/remote/connect.ts
function connectMock(url, options = {}) {
  const wire = openWire(url, options);
  const { client } = wire;
  let known;
  const platforms = () => known ??= platformsOf();
  async function platformsOf() {
    try {
      return (await answerOf(client.GET("/__mock/state"))).platforms;
    } catch (error) {
      known = void 0;
      throw error;
    }
  }
  return Object.defineProperties(
    Object.assign(remoteSession(wire, platforms), {
      async session(name, start) {
        await answerOf(client.POST("/__mock/sessions", { body: { name, ...startOf(start) } }));
        const session = remoteSession(openWire(url, { ...options, session: name }), platforms);
        return Object.assign(session, { [Symbol.asyncDispose]: async () => void await drop(name) });
      },
      sessions: {
        list: async () => (await answerOf(client.GET("/__mock/sessions"))).items.map(({ name }) => name),
        drop
      }
    }),
    {
      zeroSetupKeys: {
        get: async () => (await answerOf(client.GET("/__mock/zero-setup-keys"))).keys.map(zeroSetupEntry)
      },
      servers: {
        get: async () => Object.fromEntries((await platforms()).flatMap(({ id, server }) => server === null ? [] : [[id, server]]))
      }
    }
  );
  function drop(name) {
    return found(client.DELETE("/__mock/sessions/{name}", { params: { path: { name } } }));
  }
}
function startOf({ now, ...rest } = {}) {
  return { ...rest, ...now !== void 0 && { now: new Date(now).toISOString() } };
}
function zeroSetupEntry(key) {
  const { platform, title, accountId, accountName, plan, keyId, scheme, state, secret, scopes, instances, summary } = key;
  return {
    id: keyId,
    scheme,
    state,
    secret,
    name: keyId,
    scopes,
    ...instances && { instances },
    summary,
    platform,
    title,
    account: { id: accountId, name: accountName, plan }
  };
}

export { MockControlError, connectMock };
