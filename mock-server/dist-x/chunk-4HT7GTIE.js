import { createIds } from './chunk-G5JZZHNQ.js';
import { slipsOf, seedSchema, spelledOut } from './chunk-VO7X6NOS.js';
import { schemesOf } from './chunk-NRJFHYBT.js';
import { roles, didYouMean, lines, resolve, problemsOf } from './chunk-OX5GNH2G.js';
import { email, iso_exports, record, string, unknown, _enum, uuid, exactOptional, number, boolean, array, preprocess } from './chunk-OSGOXWAO.js';
import { broken, done, valueOf, checkFault, KeyRuleError } from './chunk-55AK27VV.js';
import { SeedError } from './chunk-XROCR4F3.js';
import { milliseconds } from './chunk-UHFN4SYM.js';

// src/api/setting-changes.ts
function changedSettings(settings, changes) {
  return { ...settings, ...settingsIn(changes) };
}
function settingsIn({ rateLimits, propagationDelay, failures }) {
  return {
    ...rateLimits !== void 0 && { rateLimits },
    ...propagationDelay !== void 0 && { propagationDelay: milliseconds(propagationDelay) },
    ...failures !== void 0 && { failures }
  };
}

// src/core/dashboard.ts
function signIn(session, token, user) {
  return session.users.insert({ ...user, id: session.vault.fingerprint(token) });
}
function authorizeDashboard(attempt) {
  const token = /^bearer +(\S+)\s*$/i.exec(attempt.credentials.header("authorization") ?? "")?.[1];
  const user = token === void 0 ? void 0 : attempt.session.users.get(attempt.session.vault.fingerprint(token));
  const detail = token === void 0 ? "no session token in the Authorization header (Bearer)" : "nobody is signed in with this token";
  if (!user) return { decision: "session_required", facts: {}, steps: [step("session", "refused", detail)] };
  const steps = [step("session", "passed", `${user.name} is signed in as ${user.role}`)];
  const problem = attempt.checkRequest();
  steps.push(
    step(
      "request",
      problem ? "refused" : "passed",
      problem ? `the request does not fit the document: ${problem.replaceAll("_", " ")}` : "the request fits the document"
    )
  );
  return { decision: problem ?? "allowed", facts: {}, steps, user };
}
function step(name2, outcome, detail) {
  return { step: name2, outcome, rule: name2 === "session" ? "security" : "schema", detail };
}

// src/core/account.ts
function planHasApiAccess(policy, plan) {
  return policy.plans.withApiAccess.includes(plan);
}

// src/core/key.ts
function currentState(key) {
  return key.history[key.history.length - 1] ?? key.history[0];
}
function effectiveState(key, now, delay) {
  let state = key.history[0];
  for (const change2 of key.history) if (change2.at + delay <= now) state = change2;
  return state;
}
function mask(secret, start, revealable) {
  const end = revealable && secret.length >= 12 ? secret.slice(-4) : "";
  return `${revealable ? start.slice(0, 4) : start}\u2022\u2022\u2022\u2022${end}`;
}

// src/core/key-lifecycle.ts
function keysInUse(session, scheme, accountId) {
  return session.keysOf(accountId).filter((key) => key.scheme === scheme.name && currentState(key).status !== "deleted");
}
function createKey(session, scheme, account, wanted) {
  const { policy } = scheme;
  const others = keysInUse(session, scheme, account.id);
  if (!planHasApiAccess(policy, account.plan)) return planRequired(scheme, account);
  if (policy.keysPerAccount !== null && others.length >= policy.keysPerAccount)
    return limitReached(scheme, policy.keysPerAccount);
  const name2 = wanted.name?.trim() || (policy.names.required ? "" : freeName(others));
  const refusedName = checkName(scheme, others, name2);
  if (refusedName) return refusedName;
  const strangers = (wanted.scopes ?? []).filter((scope) => !policy.scopes.includes(scope));
  if (strangers.length > 0) {
    return broken(
      "invalid_request",
      `There is no scope "${strangers[0]}". Choose from: ${policy.scopes.join(", ") || "none, this platform has no scopes"}.`
    );
  }
  if (wanted.instances && policy.lockTo === null) {
    return broken("invalid_request", 'Keys of this platform cannot be locked to an instance. Leave "instances" out.');
  }
  const now = session.clock.now();
  const secret = wanted.secret ?? policy.format.prefix + session.ids.text(policy.format.alphabet, policy.format.length);
  const sealed = session.vault.seal(secret, policy.storage, wanted.published);
  const key = {
    id: wanted.id ?? session.ids.id("key"),
    accountId: account.id,
    platform: scheme.platform,
    scheme: scheme.name,
    name: name2,
    sealed,
    masked: mask(secret, sealed.start, policy.secret === "revealable"),
    history: [{ at: now, status: "active", reason: null }],
    scopes: wanted.scopes ?? policy.scopes,
    instances: wanted.instances?.length ? wanted.instances : null,
    createdAt: now,
    expiresAt: policy.expires === "never" ? null : now + milliseconds(policy.expires)
  };
  return done({ key: session.keys.insert(key), secret });
}
function renameKey(session, scheme, keyId, name2) {
  const key = liveKey(session, keyId);
  if (!key) return notFound(keyId);
  if (!scheme.policy.actions.rename) return forbidden("rename");
  const others = keysInUse(session, scheme, key.accountId).filter((other) => other.id !== keyId);
  const wanted = name2.trim();
  if (!wanted) return broken("invalid_request", "A key needs a name. Give one of at least one character.");
  return checkName(scheme, others, wanted) ?? done(session.keys.update(keyId, { name: wanted }));
}
function disableKey(session, scheme, keyId, reason = "by_user") {
  const key = liveKey(session, keyId);
  if (!key) return notFound(keyId);
  if (!scheme.policy.actions.disable && reason === "by_user") return forbidden("disable");
  return done(currentState(key).status === "disabled" ? key : change(session, key, "disabled", reason));
}
function enableKey(session, scheme, account, keyId) {
  const key = liveKey(session, keyId);
  if (!key) return notFound(keyId);
  if (!scheme.policy.actions.disable) return forbidden("enable");
  if (!planHasApiAccess(scheme.policy, account.plan)) return planRequired(scheme, account);
  return done(currentState(key).status === "active" ? key : change(session, key, "active", null));
}
function deleteKey(session, scheme, keyId) {
  const key = liveKey(session, keyId);
  if (!key) return notFound(keyId);
  if (!scheme.policy.actions.delete) return forbidden("delete");
  return done(change(session, key, "deleted", null));
}
function expireKey(session, scheme, keyId) {
  const key = liveKey(session, keyId);
  if (!key) return notFound(keyId);
  if (scheme.policy.expires === "never")
    return broken("action_not_allowed", "Keys of this kind never expire.", { action: "expire" });
  return done(session.keys.update(keyId, { expiresAt: session.clock.now() - 1 }));
}
function revealKey(session, scheme, keyId) {
  const key = liveKey(session, keyId);
  if (!key) return notFound(keyId);
  const secret = scheme.policy.secret === "revealable" ? session.vault.open(key.sealed) : void 0;
  if (secret !== void 0) return done(secret);
  return broken(
    "secret_not_recoverable",
    "Keys of this platform are shown once, when they are created, and nobody can show this one again. Create a new key, move your integrations to it, then revoke this one."
  );
}
function liveKey(session, keyId) {
  const key = session.keys.get(keyId);
  return key && currentState(key).status !== "deleted" ? key : void 0;
}
function change(session, key, status, reason) {
  return session.keys.update(key.id, { history: [...key.history, { at: session.clock.now(), status, reason }] });
}
function checkName(scheme, others, name2) {
  const { names } = scheme.policy;
  if (!name2 && names.required)
    return broken("invalid_request", "A key of this platform needs a name. Give one that says where it is used.");
  if (names.unique && others.some((other) => other.name === name2)) {
    return broken("key_name_taken", `Another key of this account is named "${name2}". Choose a different name.`, {
      keyName: name2
    });
  }
  return void 0;
}
function freeName(others) {
  const taken = new Set(others.map((key) => key.name));
  let number2 = others.length + 1;
  while (taken.has(`Chave ${number2}`)) number2 += 1;
  return `Chave ${number2}`;
}
function wayOut(scheme) {
  const { actions } = scheme.policy;
  if (actions.delete) return "Delete a key first; the integrations that use it stop at once.";
  if (actions.disable)
    return "Keys here are never deleted, and disabling one does not free its place: rename and reuse an existing key.";
  return "Reuse an existing key.";
}
function limitReached(scheme, limit) {
  const keys = limit === 1 ? "1 key" : `${limit} keys`;
  return broken("key_limit_reached", `This account has ${keys}, as many as it may have. ${wayOut(scheme)}`, {
    keyLimit: limit,
    wayOut: wayOut(scheme)
  });
}
function planRequired(scheme, account) {
  const plans = scheme.policy.plans.withApiAccess;
  return broken("plan_required", `The plan "${account.plan}" has no API access. Move the account to: ${plans.join(", ")}.`, {
    plan: account.plan,
    plans: plans.join(", ")
  });
}
function forbidden(action) {
  return broken("action_not_allowed", `This platform does not let anybody ${action} a key.`, { action });
}
function notFound(keyId) {
  return broken("key_not_found", `There is no key "${keyId}" in this account. List the keys to see their ids.`, { keyId });
}

// src/core/plan.ts
function changePlan(session, schemes, account, plan) {
  const known = schemes[0]?.policy.plans.all ?? [];
  if (!known.includes(plan)) {
    return broken("invalid_request", `There is no plan "${plan}" on this platform. Choose from: ${known.join(", ")}.`, { plan });
  }
  for (const scheme of schemes) {
    if (planHasApiAccess(scheme.policy, plan) || scheme.policy.plans.onLosingAccess !== "disable") continue;
    for (const key of keysInUse(session, scheme, account.id)) {
      if (currentState(key).status === "active") disableKey(session, scheme, key.id, "plan_downgraded");
    }
  }
  return done(session.accounts.update(account.id, { plan }));
}

// src/api/key-handle.ts
function keyHandle(session, scheme, id) {
  const row = () => {
    const key = session.keys.get(id);
    if (!key) throw new Error(`The key ${id} is gone: the mock was reset since. Create it again after the reset.`);
    return key;
  };
  const accountOf = () => {
    const account = session.accounts.get(row().accountId);
    if (!account) throw new Error(`The account of key ${id} is gone.`);
    return account;
  };
  return {
    id,
    scheme: scheme.name,
    platform: scheme.platform,
    get accountId() {
      return row().accountId;
    },
    get name() {
      return row().name;
    },
    get status() {
      return currentState(row()).status;
    },
    get disabledReason() {
      return currentState(row()).reason;
    },
    get masked() {
      return row().masked;
    },
    get scopes() {
      return row().scopes;
    },
    get instances() {
      return row().instances;
    },
    get requests() {
      return session.useOf(id).requests;
    },
    disable: () => void valueOf(disableKey(session, scheme, id)),
    enable: () => void valueOf(enableKey(session, scheme, accountOf(), id)),
    rename: (name2) => void valueOf(renameKey(session, scheme, id, name2)),
    delete: () => void valueOf(deleteKey(session, scheme, id)),
    expire: () => void valueOf(expireKey(session, scheme, id)),
    reveal: () => valueOf(revealKey(session, scheme, id))
  };
}
function withSecret(handle, secret) {
  return Object.defineProperty(handle, "secret", { value: secret, enumerable: false });
}

// src/api/account-handle.ts
function accountHandle(session, schemes, id) {
  const row = () => {
    const account = session.accounts.get(id);
    if (!account) throw new Error(`The account ${id} is gone: the mock was reset since. Create it again after the reset.`);
    return account;
  };
  const schemeNamed = (name2) => {
    const scheme = name2 === void 0 ? schemes[0] : schemes.find((candidate) => candidate.name === name2);
    if (!scheme) throw new Error(`There is no key scheme "${name2}" here. Choose from: ${schemes.map((s) => s.name).join(", ")}.`);
    return scheme;
  };
  const handleOf = (keyId) => {
    const key = session.keys.get(keyId);
    if (key?.accountId !== id) throw new Error(`The account ${id} has no key ${keyId}.`);
    return keyHandle(session, schemeNamed(key.scheme), keyId);
  };
  return {
    id,
    get platform() {
      return row().platform;
    },
    get name() {
      return row().name;
    },
    get plan() {
      return row().plan;
    },
    keys: {
      create({ scheme: name2, ...wanted } = {}) {
        const scheme = schemeNamed(name2);
        if (wanted.secret !== void 0 && session.findKey(wanted.secret)) {
          valueOf(broken("invalid_request", 'Another key has this secret. Leave "secret" out to get a new one.'));
        }
        const named = { ...wanted, name: wanted.name ?? (scheme.policy.names.required ? "Test key" : void 0) };
        const { key, secret } = valueOf(createKey(session, scheme, row(), named));
        return withSecret(keyHandle(session, scheme, key.id), secret);
      },
      list: () => session.keysOf(id).map((key) => handleOf(key.id)),
      get: handleOf
    },
    changePlan: (plan) => void valueOf(changePlan(session, schemes, row(), plan)),
    limitRate: (rateLimits) => void session.accounts.update(id, { rateLimits }),
    signIn(role, name2 = role) {
      const token = `session-${session.ids.text("base62", 24)}`;
      signIn(session, token, { role, name: name2, accountId: id });
      return token;
    }
  };
}

// src/api/platform-handle.ts
function platformHandle(session, document, info) {
  const schemes = schemesOf(document, info.id);
  const policy = schemes[0]?.policy;
  return {
    id: info.id,
    title: info.title,
    server: info.server ?? "",
    accounts: {
      create(options = {}) {
        if (!policy) throw new Error(`${info.title} has no accounts.`);
        const plan = options.plan ?? policy.plans.default;
        if (!policy.plans.all.includes(plan)) {
          valueOf(broken("invalid_request", `${info.title} has no plan "${plan}". Choose from: ${policy.plans.all.join(", ")}.`));
        }
        const { id } = session.accounts.insert({
          id: options.id ?? session.ids.id("acc"),
          platform: info.id,
          name: options.name ?? `${info.title} account`,
          plan,
          product: options.product ?? policy.products?.default ?? null,
          rateLimits: options.rateLimits ?? null,
          createdAt: session.clock.now()
        });
        return accountHandle(session, schemes, id);
      },
      list: () => session.accounts.find("platform", info.id).map(({ id }) => accountHandle(session, schemes, id)),
      get(id) {
        if (session.accounts.get(id)?.platform !== info.id) throw new Error(`${info.title} has no account ${id}.`);
        return accountHandle(session, schemes, id);
      }
    }
  };
}

// src/core/fault.ts
function addFault(faults, ids, wanted) {
  checkFault(wanted);
  const { effect, on = {}, times, probability = 1 } = wanted;
  const id = ids.id("fault");
  const seed = wanted.seed ?? Math.floor(ids.random() * 4294967296);
  return faults.insert({ id, effect, on, left: times ?? null, probability, seed, seen: 0, hits: 0 });
}
function takeFaults(faults, subject) {
  const taken = [];
  for (const fault of faults.values()) {
    if (fault.left === 0 || !matches(fault.on, subject)) continue;
    if (fault.effect.kind !== "latency" && taken.some(({ effect }) => effect.kind !== "latency")) continue;
    const seen = fault.seen + 1;
    const hit = fault.probability === 1 || draw(fault.seed, 2 * seen) < fault.probability;
    const left = fault.left !== null && hit ? fault.left - 1 : fault.left;
    const counted = faults.update(fault.id, { seen, hits: fault.hits + (hit ? 1 : 0), left });
    if (hit) taken.push(counted);
  }
  return taken;
}
function delayOf({ effect, seed, seen }) {
  if (effect.kind !== "latency") return 0;
  return milliseconds(effect.delay) + draw(seed, 2 * seen + 1) * milliseconds(effect.jitter ?? 0);
}
function draw(seed, index) {
  return createIds(seed + Math.imul(index, 2654435761)).random();
}
function matches(on, subject) {
  if (on.platform !== void 0 && on.platform !== subject.platform) return false;
  if (on.operationId !== void 0 && on.operationId !== subject.operationId) return false;
  if (on.method !== void 0 && on.method.toUpperCase() !== subject.method) return false;
  if (on.keyId === void 0 && on.accountId === void 0) return true;
  const key = subject.key();
  return (on.keyId === void 0 || key?.id === on.keyId) && (on.accountId === void 0 || key?.accountId === on.accountId);
}

// src/core/table.ts
function defineTable(name2, indexes = {}) {
  return { name: name2, indexes };
}
var NONE = [];
var Table = class {
  #rows = /* @__PURE__ */ new Map();
  #indexes;
  #listener;
  #lookups = /* @__PURE__ */ new Map();
  constructor(indexes = {}) {
    this.#indexes = indexes;
  }
  /** Names the indexes; a table filled from a snapshot learns them when it is first used. */
  declare(indexes) {
    this.#indexes = indexes;
    return this;
  }
  /** Tells `listener`, and nobody else, of what changes from now on; `undefined`: nobody. */
  listen(listener) {
    this.#listener = listener;
  }
  get size() {
    return this.#rows.size;
  }
  get(id) {
    return this.#rows.get(id);
  }
  ids() {
    return this.#rows.keys();
  }
  /** Rows in the order they were inserted. */
  values() {
    return [...this.#rows.values()];
  }
  /** @throws {Error} when a row with this id exists. */
  insert(row) {
    if (this.#rows.has(row.id)) throw new Error(`a row with the id ${row.id} exists`);
    this.#rows.set(row.id, row);
    this.#addToLookups(row);
    this.#listener?.inserted(row.id);
    return row;
  }
  /** Inserts the row, or replaces the one with its id. */
  put(row) {
    const old = this.#rows.get(row.id);
    if (!old) return this.insert(row);
    this.#rows.set(row.id, row);
    this.#moveInLookups(old, row);
    this.#listener?.updated(row.id);
    return row;
  }
  /** Puts `changes` over the row and returns the new one. @throws {Error} when there is no such row. */
  update(id, changes) {
    const old = this.#rows.get(id);
    if (!old) throw new Error(`no row with the id ${id}`);
    return this.put({ ...old, ...changes, id });
  }
  delete(id) {
    const old = this.#rows.get(id);
    if (!old) return false;
    this.#removeFromLookups(old);
    this.#listener?.deleted(id);
    return this.#rows.delete(id);
  }
  /** Rows whose index has this value, in constant time. @throws {Error} for an index that was not declared. */
  find(index, value) {
    const found = [];
    const ids = this.#lookup(index).get(value);
    if (!ids) return found;
    for (const id of ids) {
      const row = this.#rows.get(id);
      if (row) found.push(row);
    }
    return found;
  }
  /** The first of those that {@link find} finds. */
  first(index, value) {
    for (const id of this.#lookup(index).get(value) ?? NONE) return this.#rows.get(id);
    return void 0;
  }
  /** Whether {@link find} finds any. */
  has(index, value) {
    return this.#lookup(index).has(value);
  }
  /** The rows as they are now; valid for ever, since rows never change in place. */
  snapshot() {
    return new Map(this.#rows);
  }
  restore(rows) {
    const old = this.#rows;
    this.#rows = new Map(rows);
    this.#lookups.clear();
    if (this.#listener) tellDifference(this.#listener, old, this.#rows);
  }
  /** Built when first asked for, so that a restored table pays only for the indexes it uses. */
  #lookup(index) {
    const built = this.#lookups.get(index);
    if (built) return built;
    const valueOf2 = this.#indexes[index];
    if (!valueOf2) throw new Error(`no index named ${index}`);
    const lookup = /* @__PURE__ */ new Map();
    this.#lookups.set(index, lookup);
    for (const row of this.#rows.values()) addTo(lookup, valueOf2(row), row.id);
    return lookup;
  }
  #addToLookups(row) {
    for (const [index, lookup] of this.#lookups) addTo(lookup, this.#indexes[index]?.(row), row.id);
  }
  /** A row whose value stays keeps its place, so that rows are found in the order they were inserted. */
  #moveInLookups(old, row) {
    for (const [index, lookup] of this.#lookups) {
      const before = this.#indexes[index]?.(old);
      const after = this.#indexes[index]?.(row);
      if (before === after) continue;
      removeFrom(lookup, before, row.id);
      addTo(lookup, after, row.id);
    }
  }
  #removeFromLookups(row) {
    for (const [index, lookup] of this.#lookups) removeFrom(lookup, this.#indexes[index]?.(row), row.id);
  }
};
function tellDifference(listener, before, after) {
  const [old, wanted] = [[...before.values()], [...after.values()]];
  let same = 0;
  while (same < old.length && old[same] === wanted[same]) same += 1;
  for (const { id } of old.slice(same)) listener.deleted(id);
  for (const { id } of wanted.slice(same)) listener.inserted(id);
}
function addTo(lookup, value, id) {
  if (value === void 0) return;
  const ids = lookup.get(value);
  if (ids) ids.add(id);
  else lookup.set(value, /* @__PURE__ */ new Set([id]));
}
function removeFrom(lookup, value, id) {
  if (value === void 0) return;
  const ids = lookup.get(value);
  ids?.delete(id);
  if (ids?.size === 0) lookup.delete(value);
}

// src/scenarios/definition.ts
function scenario(definition) {
  return { keys: [], ...definition };
}
function onKeyScreen({ policy }) {
  return policy.managedBy.length > 0;
}
function planWithoutAccess({ plans }) {
  return plans.all.find((plan) => !plans.withApiAccess.includes(plan));
}

// src/scenarios/key-numbers.ts
var keyNumbers = {
  "key-limit-reached": scenario({
    summary: {
      en: "As many keys as the account may have: creating another one is refused.",
      pt: "A conta j\xE1 tem todas as chaves que pode ter: criar outra \xE9 recusado."
    },
    keys: ["key"],
    fits: (scheme) => onKeyScreen(scheme) && scheme.policy.keysPerAccount !== null,
    play(stage) {
      for (let number2 = 1; number2 <= (stage.policy.keysPerAccount ?? 0); number2++) {
        stage.key(number2 === 1 ? "key" : `key${number2}`, { name: `Chave ${number2}` });
      }
    }
  }),
  rotation: scenario({
    summary: {
      en: "In the middle of a rotation: `next` works; `old` works too, unless the platform has room for one key only, so that it had to go first.",
      pt: "No meio de uma troca de chave: `next` funciona; `old` tamb\xE9m, a n\xE3o ser que a plataforma s\xF3 aceite uma chave e ela tenha sa\xEDdo antes."
    },
    keys: ["old", "next"],
    fits: (scheme) => onKeyScreen(scheme) && (scheme.policy.keysPerAccount !== 1 || scheme.policy.actions.delete),
    play(stage) {
      const old = stage.key("old", { name: "Chave antiga" });
      if (stage.policy.keysPerAccount === 1) old.delete();
      stage.key("next", { name: "Chave nova" });
    }
  }),
  rotated: scenario({
    summary: {
      en: "After a rotation: `next` works, and `old` is deleted, or disabled where keys cannot be deleted.",
      pt: "Depois de uma troca de chave: `next` funciona, e `old` foi exclu\xEDda, ou desativada onde n\xE3o se exclui."
    },
    keys: ["old", "next"],
    fits: (scheme) => onKeyScreen(scheme) && (scheme.policy.actions.delete || scheme.policy.actions.disable),
    play(stage) {
      const old = stage.key("old", { name: "Chave antiga" });
      if (stage.policy.actions.delete) old.delete();
      else old.disable();
      stage.key("next", { name: "Chave nova" });
    }
  })
};

// src/scenarios/key-rights.ts
function only(scope, en, pt) {
  return scenario({
    summary: { en, pt },
    keys: ["key"],
    fits: ({ policy }) => policy.scopes.includes(scope),
    play: (stage) => void stage.key("key", { scopes: [scope] })
  });
}
var keyRights = {
  "send-only": only("whatsapp:send", "May send messages and nothing else.", "S\xF3 pode enviar mensagens."),
  "manage-only": only("whatsapp:manage", "May manage instances and nothing else.", "S\xF3 pode gerenciar inst\xE2ncias."),
  "logs-only": only("logs:read", "May read the logs and nothing else.", "S\xF3 pode ler os logs."),
  "locked-instance": scenario({
    summary: {
      en: "A key locked to the first instance of its account; another account-wide key for comparison.",
      pt: "Uma chave presa \xE0 primeira inst\xE2ncia da conta; outra, sem essa trava, para comparar."
    },
    keys: ["locked", "open"],
    fits: ({ policy }) => policy.lockTo === "instance",
    play(stage) {
      stage.key("locked", { name: "Uma inst\xE2ncia", instances: stage.idsOf("instances").slice(0, 1) });
      stage.key("open", { name: "Todas as inst\xE2ncias" });
    }
  })
};

// src/scenarios/key-states.ts
function losePlan({ account, policy }) {
  const plan = planWithoutAccess(policy);
  if (plan !== void 0) account.changePlan(plan);
}
var keyStates = {
  active: scenario({
    summary: { en: "A key that works everywhere.", pt: "Uma chave que funciona em tudo." },
    keys: ["key"],
    fits: onKeyScreen,
    play: (stage) => void stage.key("key")
  }),
  "no-key": scenario({
    summary: { en: "An account without any key.", pt: "Uma conta sem nenhuma chave." },
    fits: onKeyScreen,
    play: () => void 0
  }),
  disabled: scenario({
    summary: { en: "A key that was switched off.", pt: "Uma chave desativada." },
    keys: ["key"],
    fits: (scheme) => onKeyScreen(scheme) && scheme.policy.actions.disable,
    play: (stage) => stage.key("key").disable()
  }),
  "re-enabled": scenario({
    summary: { en: "A key that was switched off and on again.", pt: "Uma chave desativada e ativada de novo." },
    keys: ["key"],
    fits: (scheme) => onKeyScreen(scheme) && scheme.policy.actions.disable,
    play(stage) {
      const key = stage.key("key");
      key.disable();
      key.enable();
    }
  }),
  deleted: scenario({
    summary: { en: "A key that was deleted (revoked) for good.", pt: "Uma chave exclu\xEDda (revogada) para sempre." },
    keys: ["key"],
    fits: (scheme) => onKeyScreen(scheme) && scheme.policy.actions.delete,
    play: (stage) => stage.key("key").delete()
  }),
  "free-plan": scenario({
    summary: {
      en: "A downgrade to a plan without API access has disabled the key.",
      pt: "A mudan\xE7a para um plano sem acesso \xE0 API desativou a chave."
    },
    keys: ["key"],
    fits: ({ policy }) => planWithoutAccess(policy) !== void 0 && policy.plans.onLosingAccess === "disable",
    play(stage) {
      stage.key("key");
      losePlan(stage);
    }
  }),
  "plan-restored": scenario({
    summary: {
      en: "Downgraded and upgraded again: the key stays disabled until somebody enables it.",
      pt: "O plano caiu e voltou: a chave continua desativada at\xE9 algu\xE9m ativ\xE1-la."
    },
    keys: ["key"],
    fits: ({ policy }) => planWithoutAccess(policy) !== void 0 && policy.plans.onLosingAccess === "disable",
    play(stage) {
      stage.key("key");
      const { plan } = stage.account;
      losePlan(stage);
      stage.account.changePlan(plan);
    }
  }),
  "blocked-workspace": scenario({
    summary: {
      en: "The plan has expired: the key is active, and every request is refused.",
      pt: "O plano venceu: a chave est\xE1 ativa, e toda requisi\xE7\xE3o \xE9 recusada."
    },
    keys: ["key"],
    fits: ({ policy }) => planWithoutAccess(policy) !== void 0 && policy.plans.onLosingAccess === "refuse",
    play(stage) {
      stage.key("key");
      losePlan(stage);
    }
  }),
  "wrong-product": scenario({
    summary: { en: "The key of an account of another product.", pt: "A chave de uma conta de outro produto." },
    keys: ["key"],
    fits: ({ policy: { products } }) => products !== null && products.all.some((product) => !products.accepted.includes(product)),
    product: ({ products }) => products?.all.find((product) => !products.accepted.includes(product)),
    play: (stage) => void stage.key("key")
  }),
  "access-token": scenario({
    summary: { en: "An OAuth access token that works.", pt: "Um token de acesso OAuth que funciona." },
    keys: ["token"],
    fits: (scheme) => !onKeyScreen(scheme),
    play: (stage) => void stage.key("token")
  }),
  "revoked-token": scenario({
    summary: { en: "An OAuth access token that was revoked.", pt: "Um token de acesso OAuth revogado." },
    keys: ["token"],
    fits: (scheme) => !onKeyScreen(scheme) && scheme.policy.actions.delete,
    play: (stage) => stage.key("token").delete()
  }),
  expired: scenario({
    summary: { en: "A key or token past its time.", pt: "Uma chave ou um token vencido." },
    keys: ["key"],
    fits: ({ policy }) => policy.expires !== "never",
    play: (stage) => stage.key("key").expire()
  })
};

// src/scenarios/traffic.ts
var traffic = {
  "rate-limited": scenario({
    summary: { en: "The account has used up its rate limit.", pt: "A conta esgotou o limite de requisi\xE7\xF5es." },
    keys: ["key"],
    fits: (scheme) => onKeyScreen(scheme) && scheme.failures.rate_limited !== void 0,
    play(stage) {
      stage.key("key");
      stage.account.limitRate("exhausted");
    }
  }),
  "rate-limits": scenario({
    summary: { en: "The platform's rate limits count for this account.", pt: "Os limites da plataforma valem para esta conta." },
    keys: ["key"],
    fits: (scheme) => onKeyScreen(scheme) && scheme.policy.rateLimits.length > 0,
    play(stage) {
      stage.key("key");
      stage.account.limitRate("on");
    }
  }),
  "slow-propagation": scenario({
    summary: {
      en: "The key was just switched off, and it takes a minute until the API knows.",
      pt: "A chave acabou de sair do ar, e a API leva um minuto para saber."
    },
    keys: ["key"],
    fits: (scheme) => onKeyScreen(scheme) && (scheme.policy.actions.disable || scheme.policy.actions.delete),
    play(stage) {
      stage.configure({ propagationDelay: "1m" });
      const key = stage.key("key");
      if (stage.policy.actions.disable) key.disable();
      else key.delete();
    }
  }),
  outage: scenario({
    summary: {
      en: "The platform is down: its gateway answers 503 with an HTML page.",
      pt: "A plataforma est\xE1 fora do ar: o gateway responde 503 com uma p\xE1gina HTML."
    },
    keys: ["key"],
    fits: onKeyScreen,
    play(stage) {
      stage.key("key");
      stage.fault({ kind: "html", status: 503 });
    }
  }),
  "server-errors": scenario({
    summary: {
      en: "Every request ends in the platform's own server error.",
      pt: "Toda requisi\xE7\xE3o termina no erro interno da plataforma."
    },
    keys: ["key"],
    fits: onKeyScreen,
    play(stage) {
      stage.key("key");
      stage.fault({ kind: "status", ...stage.serverError() });
    }
  }),
  slow: scenario({
    summary: { en: "Every answer takes two to four seconds.", pt: "Toda resposta leva de dois a quatro segundos." },
    keys: ["key"],
    fits: onKeyScreen,
    play(stage) {
      stage.key("key");
      stage.fault({ kind: "latency", delay: "2s", jitter: "2s" });
    }
  }),
  flaky: scenario({
    summary: { en: "One connection in three is dropped.", pt: "Uma em cada tr\xEAs conex\xF5es cai." },
    keys: ["key"],
    fits: onKeyScreen,
    play(stage) {
      stage.key("key");
      stage.fault({ kind: "drop" }, { probability: 1 / 3 });
    }
  })
};

// src/scenarios/registry.ts
var registry = { ...keyStates, ...keyNumbers, ...keyRights, ...traffic };
var scenarios = new Map(
  Object.entries(registry)
);

// src/scenarios/stage.ts
function setStage(world, scheme, definition, options) {
  const { session, document } = world;
  const { policy } = scheme;
  const platform = document.platforms.get(scheme.platform);
  if (!platform) throw new Error(`The document has no platform ${scheme.platform}.`);
  const product = options.account?.product ?? definition.product?.(policy);
  const account = platformHandle(session, document, platform).accounts.create({
    name: "Loja Ip\xEA",
    plan: planWithAccess(policy),
    ...options.account,
    ...product !== void 0 && { product }
  });
  if (options.rows !== "none") plantExampleRows(world, account.id, platform);
  const keys = {};
  const faults = [];
  const stage = {
    policy,
    account,
    key(role, wanted = {}) {
      const secret = options.secrets?.[role];
      const name2 = wanted.name ?? "Integra\xE7\xE3o";
      return keys[role] = account.keys.create({
        scheme: scheme.name,
        name: name2,
        ...wanted,
        ...secret !== void 0 && { secret }
      });
    },
    idsOf: (collection) => session.table(account.id, defineTable(collection)).values().map(({ id }) => id),
    fault(effect, limits = {}) {
      const fault = addFault(session.faults, session.ids, { effect, on: { platform: platform.id }, ...limits });
      faults.push(fault);
      return fault;
    },
    serverError: () => serverErrorOf(document, platform),
    configure: (changes) => void (session.settings = changedSettings(session.settings, changes))
  };
  return { stage, account, keys, faults };
}
function planWithAccess({ plans }) {
  return plans.withApiAccess.includes(plans.default) ? plans.default : plans.withApiAccess[0] ?? plans.default;
}
function plantExampleRows({ session }, accountId, { zeroSetup }) {
  const example = zeroSetup?.accounts.find(({ resources }) => resources !== void 0);
  for (const [name2, rows] of Object.entries(example?.resources ?? {})) {
    for (const row of rows) session.table(accountId, defineTable(name2)).insert(row);
  }
}
function serverErrorOf({ source }, { requestFailures }) {
  const { status, response, example } = requestFailures.server_error;
  const { content } = resolve(source, { $ref: `#/components/responses/${response}` });
  const found = Object.values(content ?? {})[0]?.examples?.[example];
  return { status, body: found && resolve(source, found).value };
}

// src/scenarios/index.ts
function listScenarios(document) {
  return [...scenarios].map(([name2, definition]) => ({
    name: name2,
    summary: definition.summary,
    platforms: [...new Set(fitting(document, definition).map(({ platform }) => platform))],
    keys: definition.keys
  }));
}
function playScenario(world, name2, options = {}) {
  const { scheme, definition } = findScenario(world.document, name2, options);
  const strange = Object.keys(options.secrets ?? {}).find((role) => !definition.keys.includes(role) && !/^key\d+$/.test(role));
  if (strange !== void 0)
    refuse(`The scenario "${name2}" has no key "${strange}". It has: ${definition.keys.join(", ") || "none"}.`);
  const id = options.account?.id;
  if (id !== void 0 && world.session.accounts.get(id))
    refuse(`There is an account "${id}" already. Choose another id, or leave it out.`);
  const before = world.session.snapshot();
  try {
    const { stage, account, keys, faults } = setStage(world, scheme, definition, options);
    definition.play(stage);
    const users = Object.fromEntries(roles.map((role) => [role, account.signIn(role)]));
    return { scenario: name2, platform: scheme.platform, account, keys, users, faults };
  } catch (error) {
    world.session.restore(before);
    throw error;
  }
}
function findScenario(document, name2, { platform, scheme: wanted }) {
  const definition = scenarios.get(name2) ?? refuse(
    `There is no scenario "${name2}"${didYouMean(name2, scenarios.keys()) || "."} There are: ${[...scenarios.keys()].join(", ")}.`
  );
  if (platform !== void 0 && !document.platforms.has(platform)) {
    refuse(`There is no platform "${platform}". There are: ${[...document.platforms.keys()].join(", ")}.`);
  }
  const all = fitting(document, definition);
  const platforms = [...new Set(all.map((scheme2) => scheme2.platform))];
  const candidates = all.filter(
    (scheme2) => [void 0, scheme2.platform].includes(platform) && [void 0, scheme2.name].includes(wanted)
  );
  const [scheme] = candidates;
  if (!scheme) {
    const where = platforms.length > 0 ? `It exists on: ${platforms.join(", ")}.` : "No platform of this document has it.";
    return refuse(`The rules of ${wanted ?? platform ?? "every platform"} allow no scenario "${name2}". ${where}`);
  }
  if (candidates.some((other) => other.platform !== scheme.platform)) {
    refuse(`Several platforms have the scenario "${name2}". Say which: ${platforms.join(", ")}.`);
  }
  return { scheme, definition };
}
function fitting(document, definition) {
  return [...document.schemes.values()].filter((scheme) => definition.fits(scheme));
}
function refuse(message) {
  return valueOf(broken("invalid_request", message));
}

// src/platforms/rows.ts
var email2 = email("expected an e-mail address");
var moment = iso_exports.datetime({ offset: true, error: "expected an instant such as 2026-01-31T12:00:00Z" });
var fields = record(string(), unknown());
var name = string().min(1, "expected at least one character");

// src/platforms/pingback/rows.ts
function pingbackRows({ uuid: uuid2, now }) {
  const id = uuid("expected a UUID").default(uuid2);
  const created = moment.default(now);
  return {
    contacts: lines({
      id,
      email: email2,
      status: string().default("active"),
      source: string().default("PublicApi"),
      origin: fields.nullable().default(null),
      segmentedListsIds: array(uuid("expected the UUID of a segment")).default([]),
      createdAt: created,
      attributes: fields.default({})
    }),
    segments: lines({ id, name, createdAt: created }),
    pipelines: lines({ id, name, stages: array(lines({ id, name })).default([]) }),
    deals: lines({
      id,
      contactId: string(),
      pipelineId: string(),
      stageId: string(),
      attributes: fields.default({}),
      createdAt: created,
      updatedAt: created
    }),
    webhooks: lines({ id, channelUid: name, workflowId: uuid("expected a UUID").default(uuid2) }),
    customFields: preprocess(
      // A field is its name; the id follows from it.
      (row) => typeof row === "object" && row !== null && "name" in row && !("id" in row) ? { id: row.name, ...row } : row,
      lines({ id: name, name })
    )
  };
}

// src/platforms/rdstation/rows.ts
function rdstationRows({ uuid: uuid2, now }) {
  const id = uuid("expected a UUID").default(uuid2);
  const created = moment.default(now);
  const funnel = lines({
    name,
    stage: _enum(["opportunity", "sale", "opportunity_lost"]),
    value: exactOptional(number()),
    reason: exactOptional(string()),
    at: created
  });
  return {
    leads: lines({
      id,
      email: email2,
      fields: fields.default({}),
      tags: array(string().regex(/^[^A-Z]*$/, "expected lower case")).default([]),
      legal_bases: array(fields).default([]),
      funnel: funnel.nullable().default(null),
      createdAt: created,
      updatedAt: created
    }),
    customFields: lines({
      id,
      api_identifier: string().startsWith("cf_", "expected an identifier that begins with cf_"),
      data_type: _enum(["STRING", "INTEGER", "BOOLEAN", "STRING[]"]).default("STRING"),
      valid_options: exactOptional(array(string()))
    }),
    conversions: lines({ id, leadId: string(), identifier: name, payload: fields.default({}), at: created }),
    events: lines({
      id,
      event_type: name,
      email: email2,
      leadId: string().nullable().default(null),
      processed: boolean().default(true),
      payload: fields.default({}),
      at: created
    })
  };
}

// src/platforms/zenvio/rows.ts
function zenvioRows({ id, now }) {
  const created = moment.default(now);
  const later = moment.nullable().default(null);
  const number2 = string().regex(/^\d{8,15}$/, "expected a phone number in digits alone, with its country code");
  return {
    instances: lines({
      id: name.default(() => id("inst")),
      name,
      phoneNumber: number2.nullable().default(null),
      status: _enum(["PENDING", "ACTIVE", "DISCONNECTED", "SUSPENDED", "CANCELLED"]).default("ACTIVE"),
      createdAt: created,
      updatedAt: created
    }),
    messages: lines({
      id: name.default(() => id("msg")),
      instance_id: name,
      to: number2,
      type: _enum(["text", "image", "video", "audio", "document", "location", "contact"]).default("text"),
      status: string().default("queued"),
      payload: fields,
      scheduled_at: later,
      sent_at: later,
      delivered_at: later,
      read_at: later,
      failed_at: later,
      error_message: string().nullable().default(null),
      external_id: string().nullable().default(null),
      created_at: created
    })
  };
}

// src/seed/rows.ts
var ROWS = {
  pingback: pingbackRows,
  rdstation: rdstationRows,
  zenvio: zenvioRows
};
function rowSchemasOf({ session }, platform) {
  const { ids, clock } = session;
  return ROWS[platform]?.({
    uuid: () => ids.uuid(),
    id: (prefix) => ids.id(prefix),
    now: () => new Date(clock.now()).toISOString()
  }) ?? {};
}

// src/seed/check.ts
function checkedSeed(world, seed) {
  const slips = slipsOf(seed);
  if (slips.length > 0) throw new SeedError(slips);
  const checked = seedSchema.parse(spelledOut(seed));
  const problems = [];
  const note = (path, message) => void problems.push({ path, message });
  checkFailures(world.document, checked, note);
  checked.accounts?.forEach((account, index) => checkAccount(world, account, ["accounts", index], note));
  checkScenarios(world.document, checked, note);
  checkFaults(world.document, checked, note);
  if (problems.length > 0) throw new SeedError(problems);
  return checked;
}
function checkAccount(world, account, path, note) {
  const { platform, plan, product, keys = [], resources = {} } = account;
  const withKeys = new Set([...world.document.schemes.values()].map((scheme) => scheme.platform));
  if (!isOne(platform, withKeys, "no platform with accounts", [...path, "platform"], note)) return;
  const schemes = schemesOf(world.document, platform);
  const policy = schemes[0]?.policy;
  if (!policy) return;
  if (plan !== void 0) isOne(plan, policy.plans.all, `no plan of ${platform}`, [...path, "plan"], note);
  if (product !== void 0) isOne(product, policy.products?.all ?? [], `no product of ${platform}`, [...path, "product"], note);
  if (account.id !== void 0 && world.session.accounts.get(account.id)) {
    note([...path, "id"], `the account ${account.id} exists already; reset the mock first, or choose another id`);
  }
  checkRows(world, platform, resources, [...path, "resources"], note);
  const instances = (resources["instances"] ?? []).map(({ id }) => id).filter((id) => typeof id === "string");
  keys.forEach((key, index) => checkKey(key, schemes, instances, [...path, "keys", index], note));
}
function checkKey(key, schemes, instances, path, note) {
  const names = schemes.map(({ name: name2 }) => name2);
  if (key.scheme !== void 0 && !isOne(key.scheme, names, "no kind of key here", [...path, "scheme"], note)) return;
  const scheme = schemes.find(({ name: name2 }) => key.scheme === void 0 || key.scheme === name2);
  if (!scheme) return;
  const { policy } = scheme;
  key.scopes?.forEach((scope, at2) => isOne(scope, policy.scopes, `no scope of ${scheme.name}`, [...path, "scopes", at2], note));
  if (policy.names.required && key.name === void 0) note([...path, "name"], "missing line: keys of this platform have a name");
  const possible = ["active", ...statesOf(scheme)];
  if (key.state !== void 0 && !possible.includes(key.state)) {
    note([...path, "state"], `${scheme.name} keys are never ${key.state}; they can be: ${possible.join(", ")}`);
  }
  if (key.instances && policy.lockTo === null)
    note([...path, "instances"], "keys of this platform open everything; leave the line out");
  else
    key.instances?.forEach((id, at2) => isOne(id, instances, "none of the account's instances", [...path, "instances", at2], note));
}
function statesOf({ policy }) {
  const { actions, expires } = policy;
  return [
    ...actions.disable ? ["disabled"] : [],
    ...actions.delete ? ["deleted"] : [],
    ...expires === "never" ? [] : ["expired"]
  ];
}
function checkRows(world, platform, resources, path, note) {
  const schemas = rowSchemasOf(world, platform);
  for (const [collection, rows] of Object.entries(resources ?? {})) {
    if (!isOne(collection, Object.keys(schemas), `no collection of ${platform}`, [...path, collection], note)) continue;
    const ids = /* @__PURE__ */ new Set();
    rows.forEach((row, index) => {
      const schema = schemas[collection];
      if (schema) problemsOf(schema, row, [...path, collection, index]).forEach((each) => note(each.path, each.message));
      const { id } = row;
      if (id !== void 0 && ids.has(id)) note([...path, collection, index, "id"], "another row has this id");
      ids.add(id);
    });
  }
}
function checkScenarios(document, { scenarios: scenarios2 = [] }, note) {
  scenarios2.forEach(({ name: name2, ...options }, index) => {
    try {
      findScenario(document, name2, options);
    } catch (error) {
      if (!(error instanceof KeyRuleError)) throw error;
      note(["scenarios", index], error.message);
    }
  });
}
function checkFailures(document, { settings }, note) {
  const platforms = [...document.platforms.keys()].filter((id) => Object.keys(otherAnswers(document, id)).length > 0);
  for (const [platform, chosen] of Object.entries(settings?.failures ?? {})) {
    const path = ["settings", "failures", platform];
    if (!isOne(platform, platforms, "no platform with other answers", path, note)) continue;
    const known = otherAnswers(document, platform);
    for (const [situation, answer] of Object.entries(chosen)) {
      if (!isOne(situation, Object.keys(known), "nothing that has other answers here", [...path, situation], note)) continue;
      isOne(answer, known[situation] ?? [], `no other answer to ${situation}`, [...path, situation], note);
    }
  }
}
function otherAnswers(document, platform) {
  const known = {};
  const add = (situation, answers = {}) => {
    const names = Object.keys(answers);
    if (names.length > 0) known[situation] = [...known[situation] ?? [], ...names];
  };
  for (const { failures } of schemesOf(document, platform)) {
    for (const [state, failure] of Object.entries(failures)) add(state, failure?.alternatives);
  }
  for (const [situation, answers] of Object.entries(document.platforms.get(platform)?.choices ?? {})) add(situation, answers);
  return known;
}
function checkFaults({ platforms, operationById }, { faults = [] }, note) {
  faults.forEach(({ on }, index) => {
    const path = ["faults", index, "on"];
    if (on?.platform !== void 0) isOne(on.platform, platforms.keys(), "no platform", [...path, "platform"], note);
    if (on?.operationId !== void 0)
      isOne(on.operationId, operationById.keys(), "no operation", [...path, "operationId"], note, false);
  });
}
function isOne(value, known, what, path, note, list = true) {
  const names = [...new Set(known)];
  if (names.includes(value)) return true;
  const guess = didYouMean(value, names);
  const choice = guess || !list ? "" : names.length > 0 ? `; choose from: ${names.join(", ")}` : "; there are none";
  note(path, `"${value}" is ${what}${guess}${choice}`);
  return false;
}

// src/seed/apply.ts
function applySeed(world, seed) {
  const { session } = world;
  const [before, instant] = [session.snapshot(), session.clock.now()];
  try {
    const { clock, settings, accounts = [], scenarios: scenarios2 = [], faults = [] } = checkedSeed(world, seed);
    if (clock) session.clock.set(Date.parse(clock.now));
    if (settings) session.settings = changedSettings(session.settings, settings);
    return {
      accounts: accounts.map((account, index) => openAccount(world, account, ["accounts", index])),
      scenarios: scenarios2.map(
        ({ name: name2, ...options }, index) => at(["scenarios", index], () => playScenario(world, name2, options))
      ),
      faults: faults.map((fault, index) => at(["faults", index], () => addFault(session.faults, session.ids, fault))),
      now: session.clock.now()
    };
  } catch (error) {
    session.restore(before);
    session.clock.set(instant);
    throw error;
  }
}
function openAccount(world, seed, path) {
  const { session, document } = world;
  const { platform, plan, keys = [], users = [], resources = {} } = seed;
  const info = document.platforms.get(platform);
  const plans = schemesOf(document, platform)[0]?.policy.plans;
  if (!info || !plans) throw new Error(`The check let an unknown platform through: ${platform}.`);
  const wanted = plan ?? plans.default;
  const first = plans.withApiAccess.includes(wanted) ? wanted : plans.withApiAccess[0] ?? wanted;
  const account = at(path, () => {
    const { id, name: name2, product, rateLimits } = seed;
    const given = { ...id && { id }, ...name2 && { name: name2 }, ...product && { product }, ...rateLimits && { rateLimits } };
    return platformHandle(session, document, info).accounts.create({ ...given, plan: first });
  });
  const schemas = rowSchemasOf(world, platform);
  for (const [collection, rows] of Object.entries(resources)) {
    const table = session.table(account.id, defineTable(collection));
    rows.forEach(
      (row, index) => at(
        [...path, "resources", collection, index],
        () => table.insert(schemas[collection]?.parse(row) ?? row)
      )
    );
  }
  const created = keys.map((key, index) => at([...path, "keys", index], () => createKey2(account, key)));
  if (wanted !== first) account.changePlan(wanted);
  const people = users.map(({ role, name: name2 = role, token = `session-${session.ids.text("base62", 24)}` }, index) => {
    at([...path, "users", index, "token"], () => signIn(session, token, { role, name: name2, accountId: account.id }));
    return { role, name: name2, token };
  });
  return { account, keys: created, users: people };
}
function createKey2(account, { state, ...wanted }) {
  const key = account.keys.create(wanted);
  if (state === "disabled") key.disable();
  if (state === "deleted") key.delete();
  if (state === "expired") key.expire();
  return key;
}
function at(path, make) {
  try {
    return make();
  } catch (error) {
    throw new SeedError([{ path, message: error instanceof Error ? error.message : String(error) }]);
  }
}

export { Table, addFault, applySeed, authorizeDashboard, changePlan, changedSettings, createKey, currentState, defineTable, delayOf, deleteKey, disableKey, effectiveState, enableKey, keysInUse, listScenarios, liveKey, planHasApiAccess, platformHandle, playScenario, renameKey, revealKey, settingsIn, signIn, takeFaults };
