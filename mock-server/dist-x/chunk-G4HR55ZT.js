import { defineTable, Table, settingsIn, changedSettings, applySeed, listScenarios, platformHandle, currentState, keysInUse, planHasApiAccess, playScenario, signIn, addFault, changePlan, takeFaults, authorizeDashboard, createKey, disableKey, deleteKey, delayOf, effectiveState, revealKey, renameKey, enableKey, liveKey } from './chunk-4HT7GTIE.js';
import { toOutgoing, findRoute, NEUTRAL, answerToProblem, decodePathParameters, readParameters, answerToRefusal, unimplemented } from './chunk-CFO2XY6P.js';
import { createIds } from './chunk-G5JZZHNQ.js';
import { mockProblem } from './chunk-LLOIATAR.js';
import { withoutSecrets, redactedBody, redactedPath, redactedJson } from './chunk-RREXESEU.js';
import { formFields, readBody } from './chunk-RSEDY5BX.js';
import { setUp } from './chunk-CG3EQCOC.js';
import { schemesOf } from './chunk-NRJFHYBT.js';
import { appliedSeedView, scenarioView } from './chunk-ZYRKKOXL.js';
import { DEFAULT } from './chunk-AGIGHK7M.js';
import { checkedToken, readRequest, controlRefusal } from './chunk-Z4DP6547.js';
import { answerFromExample } from './chunk-HVDHYAHN.js';
import { version } from './chunk-XRMKHRUA.js';
import { roles, didYouMean, atPointer, examplesOf } from './chunk-OX5GNH2G.js';
import { delivered } from './chunk-N7M6TZGL.js';
import { arrivals, resembles } from './chunk-2UCZPKFE.js';
import { KeyRuleError, valueOf, done } from './chunk-55AK27VV.js';
import { SeedError } from './chunk-XROCR4F3.js';
import { milliseconds, iso, createClock } from './chunk-UHFN4SYM.js';
import { document } from '@chaveiro/openapi';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex as bytesToHex$1 } from '@noble/hashes/utils.js';
import { gcm } from '@noble/ciphers/aes.js';
import { randomBytes, bytesToHex, hexToBytes } from '@noble/ciphers/utils.js';
import { compareSync, hashSync } from 'bcryptjs';

// src/core/journal.ts
function entryOf({ requestJson, responseJson, ...head }) {
  return { ...head, requestBody: parsed(requestJson), responseBody: parsed(responseJson) };
}
function recordOf({ requestBody, responseBody, ...head }) {
  return { ...head, requestJson: JSON.stringify(requestBody), responseJson: JSON.stringify(responseBody) };
}
function parsed(json) {
  return json === void 0 ? void 0 : JSON.parse(json);
}
var LIGHT = 4096;
var MOST_BYTES = 32 * 1024 * 1024;
function createJournal(capacity = 1e4, mostBytes = MOST_BYTES) {
  let entries = [];
  let first = 0;
  const heavy = /* @__PURE__ */ new Map();
  let bytes = 0;
  let count = 0;
  let byId;
  let repeats = false;
  let listener;
  const watchers = /* @__PURE__ */ new Set();
  function kept() {
    return entries.slice(first);
  }
  function find(requestId) {
    byId ??= new Map(kept().map((entry) => [entry.requestId, entry]));
    return byId.get(requestId);
  }
  function forgotten(id) {
    byId?.delete(id);
    bytes -= heavy.get(id) ?? 0;
    heavy.delete(id);
    listener?.deleted(id);
  }
  function dropOldest2() {
    const oldest = entries[first];
    entries[first] = void 0;
    first += 1;
    if (oldest) forgotten(oldest.requestId);
    if (first < capacity) return;
    entries = entries.slice(first);
    first = 0;
  }
  function tell(entry) {
    for (const { added } of [...watchers]) added(entry);
  }
  return {
    get count() {
      return count;
    },
    get size() {
      return entries.length - first;
    },
    add(entry, size = 0) {
      const { requestId } = entry;
      count += 1;
      const earlier = repeats ? find(requestId) : void 0;
      if (earlier) {
        entries.splice(entries.indexOf(earlier, first), 1);
        forgotten(requestId);
      }
      entries.push(entry);
      byId?.set(requestId, entry);
      if (size > LIGHT) {
        heavy.set(requestId, size);
        bytes += size;
      }
      listener?.inserted(requestId);
      if (watchers.size > 0) tell(entryOf(entry));
      while (this.size > capacity || bytes > mostBytes && this.size > 1) dropOldest2();
    },
    expectRepeats() {
      repeats = this.size > 0;
    },
    list: () => kept().reverse(),
    get(requestId) {
      const found = find(requestId);
      return found && entryOf(found);
    },
    clear() {
      if (listener) for (const { requestId } of kept()) listener.deleted(requestId);
      entries = [];
      heavy.clear();
      byId = void 0;
      repeats = false;
      [first, bytes, count] = [0, 0, 0];
      for (const { cleared } of [...watchers]) cleared();
    },
    ids: () => kept().map(({ requestId }) => requestId),
    restore(saved, itsCount) {
      entries = saved.map(recordOf);
      [first, count] = [0, itsCount];
      byId = void 0;
    },
    listen(wanted) {
      listener = wanted;
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    }
  };
}

// src/core/authorize/progress.ts
function passed(rule, detail) {
  return { outcome: "passed", rule, detail };
}
function skipped(rule, detail) {
  return { outcome: "skipped", rule, detail };
}
function refused(as, rule, detail) {
  return { outcome: "refused", as, rule, detail };
}

// src/core/authorize/account-state.ts
function planGrantsAccess(progress) {
  const { account, scheme } = progress;
  if (!account || !scheme) return skipped("x-key-policy.plans", "no plan is needed");
  if (planHasApiAccess(scheme.policy, account.plan)) return passed("x-key-policy.plans", `plan ${account.plan} has API access`);
  progress.facts = { ...progress.facts, plan: account.plan };
  return refused(
    "plan_not_allowed",
    "x-key-policy.plans",
    `plan ${account.plan} has no API access; ${scheme.policy.plans.withApiAccess.join(", ")} have`
  );
}
function productAccepted({ account, scheme }) {
  const products = scheme?.policy.products;
  if (!products) return skipped("x-key-policy.products", "the platform has one product");
  if (account?.product && products.accepted.includes(account.product))
    return passed("x-key-policy.products", `an account of ${account.product}`);
  return refused(
    "wrong_product",
    "x-key-policy.products",
    `an account of ${account?.product ?? "no product"}; keys of ${products.accepted.join(", ")} are accepted`
  );
}

// src/core/authorize/credential.ts
function waysTaken({ security }, credentials) {
  return security.filter((way) => requirementsOf(way).every(({ scheme }) => credentialAt(scheme.placement, credentials)));
}
function bringsCredential({ security }, credentials) {
  return security.flatMap(requirementsOf).some(({ scheme }) => credentialAt(scheme.placement, credentials));
}
function locate(progress) {
  const { operation, credentials, way } = progress;
  if (way) {
    progress.scheme = way.scheme;
    progress.scopes = way.scopes;
    progress.secret = credentialAt(way.scheme.placement, credentials);
    return passed("security", `a credential came in ${placesOf(way)}`);
  }
  const elsewhere = operation.otherSchemes.find((scheme) => credentialAt(scheme.placement, credentials));
  const expected = operation.security.map(
    (each) => requirementsOf(each).map(({ scheme }) => placeName(scheme.placement)).join(" and ")
  ).join(" or ");
  if (elsewhere) {
    return refused(
      "wrong_endpoint",
      "security",
      `the credential came in ${placeName(elsewhere.placement)}, which this operation does not read; it takes ${expected}`
    );
  }
  return refused("missing_key", "security", `no credential in ${expected}`);
}
var places = /* @__PURE__ */ new WeakMap();
function placesOf(way) {
  const known = places.get(way);
  if (known !== void 0) return known;
  const named = requirementsOf(way).map(({ scheme }) => placeName(scheme.placement)).join(" and in ");
  places.set(way, named);
  return named;
}
function identify(progress) {
  const { session, scheme } = progress;
  const key = session.findKey(progress.secret ?? "");
  if (!key || key.platform !== scheme?.platform) {
    return refused("unknown_key", "security", key ? "the key belongs to another platform" : "no account has this key");
  }
  const account = session.accounts.get(key.accountId);
  if (!account) return refused("unknown_key", "security", "the account of this key no longer exists");
  progress.key = key;
  progress.account = account;
  return passed("security", `key ${key.id} of account ${account.id}`);
}
function requirementsOf(way) {
  return way.also ? [way, ...way.also] : [way];
}
function credentialAt(placement, credentials) {
  switch (placement.in) {
    case "query":
      return credentials.query(placement.name) ?? void 0;
    case "header":
      return inHeader(placement.name, credentials.header(placement.name)?.trim());
    case "cookie":
      return inCookie(placement.name, credentials.header("cookie") ?? "");
    case "basic":
      return inBasic(afterWord("basic", credentials.header("authorization")));
    case "bearer":
      return afterWord(placement.word ?? "bearer", credentials.header(placement.name));
  }
}
function inHeader(name, value) {
  return (name === "authorization" ? /^[\w-]+ +(\S+)$/.exec(value ?? "")?.[1] : void 0) ?? (value || void 0);
}
function afterWord(word, value) {
  const [, said, credential] = /^([\w-]+) +(\S+)\s*$/.exec(value ?? "") ?? [];
  return said?.toLowerCase() === word ? credential : void 0;
}
function inCookie(name, header) {
  for (const pair of header.split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || void 0;
  }
  return void 0;
}
function inBasic(encoded) {
  try {
    const [, user, password] = /^([^:]*):?(.*)$/s.exec(atob(encoded ?? "")) ?? [];
    return password || user || void 0;
  } catch {
    return void 0;
  }
}
function placeName({ in: where, name, word = "bearer" }) {
  switch (where) {
    case "query":
      return `the query parameter ${name}`;
    case "header":
      return `the header ${name}`;
    case "cookie":
      return `the cookie ${name}`;
    case "basic":
      return "the Authorization header (Basic)";
    case "bearer":
      return `the Authorization header (${word[0]?.toUpperCase()}${word.slice(1)})`;
  }
}

// src/core/authorize/key-state.ts
function notDeleted(progress) {
  const state2 = stateOf(progress);
  if (state2?.status !== "deleted") return passed("x-key-policy.actions", "the key has not been deleted");
  return refused("deleted_key", "x-key-policy.actions", `deleted at ${iso(state2.at)}; a deleted key never comes back`);
}
function notDisabled(progress) {
  const state2 = stateOf(progress);
  if (state2?.status !== "disabled") return passed("x-key-policy.actions", "the key is active");
  if (state2.reason === "plan_downgraded" && !hasPlan(progress)) {
    return skipped("x-key-policy.plans", `disabled at ${iso(state2.at)} by a downgrade; the plan decides`);
  }
  const why = state2.reason === "plan_downgraded" ? "by a downgrade; an upgrade does not enable it by itself" : "in the dashboard";
  return refused("disabled_key", "x-key-policy.actions", `disabled at ${iso(state2.at)} ${why}`);
}
function notExpired({ key, now }) {
  if (!key || key.expiresAt === null) return skipped("x-key-policy.expires", "keys of this kind do not expire");
  if (now < key.expiresAt) return passed("x-key-policy.expires", `valid until ${iso(key.expiresAt)}`);
  return refused("expired_key", "x-key-policy.expires", `expired at ${iso(key.expiresAt)}`);
}
function stateOf({ key, now, session }) {
  return key && effectiveState(key, now, session.settings.propagationDelay);
}
function hasPlan({ account, scheme }) {
  return !account || !scheme || planHasApiAccess(scheme.policy, account.plan);
}

// src/core/authorize/permission.ts
function sameAccount({ account }, first) {
  if (account?.id === first?.id) return passed("security", "both keys are of one account");
  return refused("unknown_key", "security", `the keys are of different accounts: ${first?.id} and ${account?.id}`);
}
function keyOpensEndpoint({ key, scheme }) {
  if (key && (key.scheme === scheme?.name || scheme?.alsoKeysOf?.includes(key.scheme)))
    return passed("security", `${key.scheme} opens this operation`);
  return refused(
    "wrong_endpoint",
    "security",
    `this is a ${key?.scheme ?? "different"} credential; the operation takes ${scheme?.name ?? "another"}`
  );
}
function scopeGranted(progress) {
  const { key, scopes } = progress;
  if (scopes.length === 0) return skipped("x-key-policy.scopes", "the operation asks for no scope");
  const missing = scopes.find((scope) => !key?.scopes.includes(scope));
  if (missing === void 0) return passed("x-key-policy.scopes", `the key has ${scopes.join(", ")}`);
  progress.facts = { ...progress.facts, scope: missing };
  return refused(
    "scope_missing",
    "x-key-policy.scopes",
    `the key lacks ${missing}; it has ${key?.scopes.join(", ") || "no scope"}`
  );
}
function instanceAllowed(progress) {
  const { key, operation, account } = progress;
  if (!operation.instance || !account) return skipped("x-instance", "the operation is about no single instance");
  const instanceId = progress.instanceOf(account);
  progress.instanceId = instanceId;
  if (!key?.instances) return passed("x-key-policy.lockTo", "the key opens every instance");
  if (instanceId === void 0) return skipped("x-instance", "the request names no instance");
  if (key.instances.includes(instanceId)) return passed("x-key-policy.lockTo", `the key opens ${instanceId}`);
  progress.facts = { ...progress.facts, instanceId };
  return refused(
    "instance_not_allowed",
    "x-key-policy.lockTo",
    `the key is locked to ${key.instances.join(", ")}; the request is about ${instanceId}`
  );
}

// src/core/rate-limit.ts
function takeFromAll(meters, counted, now) {
  const taken = [];
  for (const { limit, subject } of counted) {
    const id = `${limit.id} ${subject}`;
    const result = limit.burst ? takeToken(meters.get(id), limit, limit.burst, now) : takeSlot(meters.get(id), limit, now);
    if ("usage" in result) return result;
    taken.push({ id, ...result });
  }
  for (const meter of taken) meters.put(meter);
  return void 0;
}
function takeToken(meter, limit, burst, now) {
  const perMs = limit.requests / milliseconds(limit.window);
  const tokens = meter ? Math.min(burst, meter.amount + Math.max(0, now - meter.at) * perMs) : burst;
  if (tokens < 1 - 1e-9) {
    return { limit, usage: limit.requests + 1, remainingSeconds: Math.ceil((1 - tokens) / perMs / 1e3) };
  }
  return { at: now, amount: tokens - 1 };
}
function takeSlot(meter, limit, now) {
  const window = milliseconds(limit.window);
  if (!meter || now < meter.at || now >= meter.at + window) return { at: now, amount: 1 };
  if (meter.amount >= limit.requests) {
    return { limit, usage: meter.amount + 1, remainingSeconds: Math.ceil((meter.at + window - now) / 1e3) };
  }
  return { at: meter.at, amount: meter.amount + 1 };
}

// src/core/authorize/rate-limits.ts
function withinRateLimits(progress) {
  const { account, scheme, session, now } = progress;
  const rule = "x-key-policy.rateLimits";
  if (!account || !scheme) return skipped(rule, "no account");
  const limits = scheme.policy.rateLimits.filter((limit) => !limit.plans || limit.plans.includes(account.plan));
  const mode = account.rateLimits ?? session.settings.rateLimits;
  if (mode === "off") return skipped(rule, "rate limits are off in this session");
  if (mode === "exhausted") {
    const limit = limits[0];
    progress.facts = { ...progress.facts, ...limit && limitFacts(limit, limit.requests + 1, 1) };
    return refused(
      limit?.state ?? "rate_limited",
      rule,
      "the quota of this account is used up for ever: it is a fixture for 429"
    );
  }
  const hit = takeFromAll(session.meters, countedBy(progress, limits, account), now);
  if (!hit) return passed(rule, limits.length > 0 ? "within every limit" : "the platform states no limit");
  progress.facts = { ...progress.facts, ...limitFacts(hit.limit, hit.usage, hit.remainingSeconds) };
  return refused(
    hit.limit.state,
    rule,
    `${hit.limit.requests} requests per ${hit.limit.window} and ${hit.limit.per} are used up; ${hit.remainingSeconds} s to wait`
  );
}
function countedBy(progress, limits, account) {
  const counted = [];
  for (const limit of limits) {
    if (limit.per === "account") counted.push({ limit, subject: account.id });
    const value = limit.subject === void 0 ? void 0 : progress.bodyValue(limit.subject);
    if (limit.per === "account" || typeof value !== "string") continue;
    progress.facts = { ...progress.facts, lead: value };
    counted.push({ limit, subject: `${account.id} ${value.toLowerCase()}` });
  }
  return counted;
}
function limitFacts(limit, usage, remainingSeconds) {
  return { limit: limit.requests, max: limit.requests, usage, remainingSeconds };
}

// src/core/authorize/request.ts
function requestValid({ checkRequest }) {
  const problem2 = checkRequest();
  if (!problem2) return passed("schema", "the request fits the document");
  return refused(problem2, "schema", `the request does not fit the document: ${problem2.replaceAll("_", " ")}`);
}

// src/core/authorize/standing.ts
var standings = /* @__PURE__ */ new WeakMap();
function remember(way, { key, account, now, session }, steps) {
  if (!key || !account) return;
  const { propagationDelay } = session.settings;
  const ofWay = standings.get(way) ?? /* @__PURE__ */ new WeakMap();
  standings.set(way, ofWay);
  ofWay.set(key, { steps: [...steps], account, propagationDelay, ...sameUntil(key, propagationDelay, now) });
}
function recall(way, { key, account, now, session }) {
  const standing = key && standings.get(way)?.get(key);
  if (!standing || standing.account !== account || standing.propagationDelay !== session.settings.propagationDelay) return void 0;
  return now >= standing.from && now < standing.until ? standing : void 0;
}
function sameUntil({ history, expiresAt }, delay, now) {
  let [from, until] = [-Infinity, expiresAt ?? Infinity];
  for (const { at } of history) {
    const arrives = at + delay;
    if (arrives <= now) from = Math.max(from, arrives);
    else until = Math.min(until, arrives);
  }
  return { from, until };
}

// src/core/authorize/index.ts
var KEY_STEPS = [
  ["identify", identify],
  ["deleted", notDeleted],
  ["disabled", notDisabled],
  ["expired", notExpired],
  ["plan", planGrantsAccess],
  ["product", productAccepted],
  ["endpoint", keyOpensEndpoint],
  ["scope", scopeGranted]
];
var FIRST_KEY_STEPS = [["locate", locate], ...KEY_STEPS];
var REQUEST_STEPS = [
  ["rate_limit", withinRateLimits],
  ["request", requestValid],
  ["instance", instanceAllowed]
];
var PUBLIC_STEPS = [["request", requestValid]];
function keyOf(session, operation, credentials) {
  for (const { scheme } of operation.security) {
    const secret = credentialAt(scheme.placement, credentials);
    if (secret) return session.findKey(secret);
  }
  return void 0;
}
function authorize(attempt) {
  const { operation, session, credentials } = attempt;
  const isPublic = operation.security.length === 0 || operation.anonymous === true && !bringsCredential(operation, credentials);
  const walk = isPublic ? take(start(attempt, void 0), PUBLIC_STEPS) : take(throughKeys(attempt), REQUEST_STEPS);
  const { progress, steps, refusedAs, keys: keys2 } = walk;
  for (const id of keys2) session.countUse(id, progress.now);
  const { scheme, key, account, instanceId, facts } = progress;
  return {
    decision: refusedAs ?? (isPublic ? "public" : "allowed"),
    steps,
    facts,
    scheme: isPublic ? void 0 : scheme,
    key,
    account,
    instanceId
  };
}
function throughKeys(attempt) {
  const [first, ...others] = waysTaken(attempt.operation, attempt.credentials);
  const walk = withKeys(attempt, first);
  if (!walk.refusedAs) return walk;
  return others.map((way) => withKeys(attempt, way)).find(({ refusedAs }) => !refusedAs) ?? walk;
}
function withKeys(attempt, way) {
  const walk = start(attempt, way);
  const { progress } = walk;
  const known = way && standingOf(progress, way);
  if (known) noteKey(walk, known.steps);
  else take(walk, FIRST_KEY_STEPS);
  if (way && !known && !walk.refusedAs) remember(way, progress, walk.steps);
  for (const { scheme, scopes } of way?.also ?? []) {
    if (walk.refusedAs) return walk;
    const { key, account } = progress;
    Object.assign(progress, { scheme, scopes, secret: credentialAt(scheme.placement, attempt.credentials) });
    take(walk, KEY_STEPS);
    if (!walk.refusedAs) take(walk, [["identify", (companion) => sameAccount(companion, account)]]);
    if (!walk.refusedAs) Object.assign(progress, { key, account, scheme: way?.scheme, scopes: way?.scopes });
  }
  return walk;
}
function standingOf(progress, way) {
  if (locate(progress).outcome !== "passed" || identify(progress).outcome !== "passed") return void 0;
  return recall(way, progress);
}
function start(attempt, way) {
  const progress = {
    ...attempt,
    way,
    now: attempt.session.clock.now(),
    scheme: attempt.operation.security[0]?.scheme,
    scopes: [],
    secret: void 0,
    key: void 0,
    account: void 0,
    instanceId: void 0,
    facts: {}
  };
  return { progress, steps: [], keys: [], refusedAs: void 0 };
}
function take(walk, steps) {
  for (const [name, run] of steps) {
    if (walk.refusedAs) break;
    const finding = run(walk.progress);
    walk.steps.push(traceOf(name, finding, walk.progress.scheme?.policy));
    if (finding.outcome === "refused") walk.refusedAs = finding.as;
  }
  return noteKey(walk, []);
}
function noteKey(walk, found) {
  const { key } = walk.progress;
  for (const trace of found) walk.steps.push(trace);
  if (key && !walk.keys.includes(key.id)) walk.keys.push(key.id);
  return walk;
}
var POLICY = "x-key-policy.";
var told = /* @__PURE__ */ new Map();
var MOST_TOLD = 1e3;
var LONG = 500;
function traceOf(step, { outcome, rule, detail }, policy) {
  const known = told.get(detail);
  if (known?.policy === policy && known?.trace.step === step && known.trace.outcome === outcome && known.trace.rule === rule)
    return known.trace;
  const line = rule.startsWith(POLICY) ? policy?.evidence[rule.slice(POLICY.length)] : void 0;
  const trace = { step, outcome, rule, detail, ...line && { evidence: line.level, source: line.source } };
  if (detail.length > LONG) return trace;
  if (told.size >= MOST_TOLD) told.clear();
  told.set(detail, { trace, policy });
  return trace;
}

// src/exchange/apply-fault.ts
function answerInstead(effect, struck) {
  switch (effect.kind) {
    case "status":
      return statusAnswer(effect, struck);
    case "html":
      return neutral(effect.status ?? 502, void 0);
    case "rate_limited":
      return tooManyRequests(effect.example, struck);
    case "drop":
      return effect.when === "after" ? void 0 : neutral(503, void 0);
    default:
      return void 0;
  }
}
function withFaults(outgoing, faults2, clock2) {
  const named = { ...outgoing, headers: { ...outgoing.headers, "x-mock-fault": faults2.map(({ id }) => id).join(", ") } };
  const faulty = faults2.reduce(withEffect, named);
  const delay = faults2.reduce((sum, fault) => sum + delayOf(fault), 0);
  return delay === 0 ? faulty : { ...faulty, wait: (signal) => clock2.sleep(delay, signal) };
}
function withEffect(outgoing, { effect }) {
  const { body } = outgoing;
  if (effect.kind === "drop") return { ...outgoing, breakage: { kind: "drop" } };
  if (effect.kind === "html") return withBody(outgoing, "text/html", htmlPage(outgoing.status));
  if (body === void 0) return outgoing;
  switch (effect.kind) {
    case "stall":
    case "truncate": {
      const length = new TextEncoder().encode(body).length;
      const after = Math.min(effect.after ?? length >> 1, Math.max(0, length - 1));
      return { ...outgoing, breakage: { kind: effect.kind, after } };
    }
    case "malformed":
      return { ...outgoing, body: body.slice(0, Math.max(1, body.length >> 1)) };
    case "content_type":
      return withBody(outgoing, effect.contentType, body);
    default:
      return outgoing;
  }
}
function withBody(outgoing, contentType, body) {
  return { ...outgoing, headers: { ...outgoing.headers, "content-type": contentType }, body };
}
function statusAnswer(effect, struck) {
  const { status, headers = {} } = effect;
  const fallback = effect.body === void 0 ? documentedAnswer(status, struck) : void 0;
  const answer = fallback ?? neutral(status, effect.body ?? { message: `Fault injected by the mock: ${status}` });
  return { ...answer, headers: { ...answer.headers, ...headers } };
}
function documentedAnswer(status, { document: document2, operation, requestId }) {
  const response = operation.responses[String(status)];
  const name = Object.values(response?.content ?? {}).flatMap(({ examples }) => Object.keys(examples ?? {}))[0];
  return name === void 0 ? void 0 : answerFromExample(document2.source, status, response, name, { requestId });
}
function tooManyRequests(example, struck) {
  const { document: document2, requestId, failures } = struck;
  const limited = (candidate) => candidate.platform === struck.operation.platform && candidate.responses["429"] !== void 0;
  const operation = limited(struck.operation) ? struck.operation : document2.operations.find(limited);
  const scheme = operation?.security[0]?.scheme;
  if (!operation || !scheme)
    return mockProblem(429, "rate_limited", "Too many requests", "A fault says so; the document has no words of its own for it.");
  const facts = { requestId, ...limitFacts2(example ?? "rate_limited", scheme.policy.rateLimits, struck) };
  const response = operation.responses["429"];
  const has = Object.values(response?.content ?? {}).some(({ examples }) => examples?.[example ?? ""] !== void 0);
  return example !== void 0 && has ? answerFromExample(document2.source, 429, response, example, facts) : answerToRefusal(document2, failures, operation, scheme, "rate_limited", facts);
}
function limitFacts2(state2, limits, struck) {
  const limit = limits.find((candidate) => candidate.state === state2) ?? limits[0];
  if (!limit) return {};
  const lead = limit.subject === void 0 ? void 0 : struck.bodyValue(limit.subject);
  const remainingSeconds = Math.ceil(milliseconds(limit.window) / 1e3);
  return {
    limit: limit.requests,
    max: limit.requests,
    usage: limit.requests + 1,
    remainingSeconds,
    ...typeof lead === "string" && { lead }
  };
}
function neutral(status, body) {
  return { status, body, headers: {}, contentType: "application/json", evidence: null, source: null };
}
function htmlPage(status) {
  return `<html>\r
<head><title>${status}</title></head>\r
<body>\r
<center><h1>${status}</h1></center>\r
</body>\r
</html>\r
`;
}

// src/exchange/check-request.ts
var CheckedRequest = class {
  #validators;
  #platform;
  #operation;
  #rawParams;
  #request;
  /** `null`: not valid percent-encoded UTF-8. */
  #path;
  #query;
  #header;
  #sent;
  #issues;
  constructor(validators, platform, operation, rawParams, request) {
    this.#validators = validators;
    this.#platform = platform;
    this.#operation = operation;
    this.#rawParams = rawParams;
    this.#request = request;
  }
  get path() {
    return this.#decodedPath() ?? {};
  }
  get query() {
    return this.#query ??= this.#declared("query", (name) => this.#request.url.searchParams.get(name));
  }
  get header() {
    return this.#header ??= this.#declared("header", (name) => this.#request.headers.get(name));
  }
  /** The parsed body (JSON, or the fields of a form), or `undefined` when there is none or it cannot be parsed. */
  body() {
    const read = this.#read();
    if (read.kind === "json") return read.value;
    return read.kind === "text" ? formFields(read.text, this.#request.headers.get("content-type")) : void 0;
  }
  /** The body as it was sent, where it is JSON. */
  json() {
    const read = this.#read();
    return read.kind === "json" ? read.text : void 0;
  }
  bodyValue(pointer) {
    return atPointer(this.body(), pointer);
  }
  /** The first thing wrong, in the order in which a server would notice it. */
  problem() {
    if (!this.#decodedPath()) return "bad_encoding";
    if (this.#isTooLarge()) return "payload_too_large";
    const { kind } = this.#read();
    if (kind === "malformed_json" || kind === "unsupported_media_type") return kind;
    if (kind === "none" && this.#operation.requestBody?.required) return "missing_body";
    return this.issues().length > 0 ? "invalid_request" : void 0;
  }
  /** What the schema says, when the problem is `invalid_request`. */
  issues() {
    return this.#issues ??= this.#found();
  }
  #found() {
    const parameters = this.#check("path", this.path).concat(this.#check("query", this.query), this.#check("header", this.header));
    return this.#read().kind === "json" ? parameters.concat(this.#check("body", this.body())) : parameters;
  }
  #decodedPath() {
    if (this.#path !== void 0) return this.#path;
    const decoded = decodePathParameters(this.#rawParams);
    return this.#path = decoded ? this.#declared("path", (name) => decoded[name] ?? null) : null;
  }
  #declared(place, valueOf2) {
    return readParameters(this.#validators.parameterSchema(this.#operation.id, place), valueOf2);
  }
  #check(place, value) {
    return this.#validators.check(this.#operation.id, place, value);
  }
  #isTooLarge() {
    const { tooLarge, body } = this.#request;
    return tooLarge || (body?.length ?? 0) > this.#platform.limits.bodyBytes.value;
  }
  /** What is too large is not taken apart: it is refused whatever it says. */
  #read() {
    const { requestBody } = this.#operation;
    const { body, headers } = this.#request;
    return this.#sent ??= requestBody && !this.#isTooLarge() ? readBody(body, headers.get("content-type"), Object.keys(requestBody.content)) : { kind: "none" };
  }
};

// src/exchange/secret-words.ts
function secretWords({ session, controlToken }, { door }) {
  const token = door?.controlToken ?? controlToken;
  return (word) => word === token || session.isSecret(word) || session.users.get(session.vault.fingerprint(word)) !== void 0;
}

// src/exchange/context.ts
function createContext(engine, operation, verdict, checked, requestId) {
  return new RequestContext(engine, operation, verdict, checked, requestId);
}
var RequestContext = class {
  engine;
  document;
  session;
  operation;
  requestId;
  now;
  path;
  query;
  header;
  body;
  key;
  user;
  choices;
  #verdict;
  constructor(engine, operation, verdict, checked, requestId) {
    this.engine = engine;
    this.document = engine.document;
    this.session = engine.session;
    this.operation = operation;
    this.requestId = requestId;
    this.now = engine.session.clock.now();
    this.path = checked.path;
    this.query = checked.query;
    this.header = checked.header;
    this.body = checked.body();
    this.key = verdict.key;
    this.user = verdict.user;
    this.choices = engine.session.settings.failures[operation.platform] ?? {};
    this.#verdict = verdict;
  }
  get account() {
    const { account } = this.#verdict;
    if (!account) throw new Error(`${this.operation.id} takes no key, so it has no account.`);
    return account;
  }
  // Behaviours take these out of the context, so each is a function that does not depend on how it is called; most
  // requests need one or two of them.
  get table() {
    return (definition) => this.session.table(this.account.id, definition);
  }
  get example() {
    return (status, name, facts = {}) => this.#example(status, name, facts);
  }
  get reply() {
    return (status, body) => this.#reply(status, body);
  }
  get invalid() {
    return (found) => this.#invalid(found);
  }
  get schemesOf() {
    return (platform) => schemesOf(this.document, platform);
  }
  #example(status, name, facts) {
    const known = { requestId: this.requestId, ...this.#verdict.facts, ...facts };
    return answerFromExample(this.document.source, status, this.operation.responses[String(status)], name, known);
  }
  #reply(status, body) {
    const response = this.operation.responses[String(status)];
    return {
      status,
      body,
      contentType: response ? contentTypeOf(response) : JSON_TYPE,
      headers: NO_HEADERS,
      evidence: response?.["x-evidence"] ?? null,
      source: response?.["x-source"] ?? null
    };
  }
  #invalid(found) {
    const { operation, requestId, choices, example, reply } = this;
    const isSecret = secretWords(this.engine, {});
    const issues = found.map((issue3) => ({ ...issue3, message: withoutSecrets(issue3.message, isSecret) }));
    const module = this.engine.modules[operation.platform];
    if (module?.invalidRequest) return module.invalidRequest(issues, { operation, requestId, choices, example, reply });
    const shown2 = [400, 422].find((status) => examplesOf(this.document.source, operation.responses[status])["invalid_request"]);
    return shown2 === void 0 ? unimplemented(operation.id) : example(shown2, "invalid_request");
  }
};
var JSON_TYPE = "application/json";
var NO_HEADERS = {};
function contentTypeOf({ content }) {
  for (const type in content) return type;
  return JSON_TYPE;
}

// src/exchange/cors.ts
function corsOf(route) {
  return route.kind === "unknown" ? void 0 : route.operation.cors;
}
function preflight(cors, allowed) {
  return {
    status: 204,
    headers: {
      "access-control-allow-methods": allowed.join(", "),
      "access-control-allow-headers": cors.headers.join(", "),
      ...cors.maxAge !== void 0 && { "access-control-max-age": String(cors.maxAge) }
    },
    contentType: "application/json",
    body: void 0,
    evidence: cors.evidence,
    source: cors.source
  };
}
function corsHeaders(cors) {
  return { "access-control-allow-origin": cors.origin };
}

// src/exchange/instance.ts
function instanceOf(session, account, operation, request) {
  const reference = operation.instance;
  switch (reference?.in) {
    case "body":
      return textOrNothing(request.bodyValue(reference.pointer));
    case "path":
      return textOrNothing(request.path[reference.name]);
    case "resource": {
      const id = textOrNothing(request.path[reference.by]);
      const row = id === void 0 ? void 0 : session.rowOf(account.id, reference.collection, id);
      return textOrNothing(row && row[reference.field]);
    }
    default:
      return void 0;
  }
}
function textOrNothing(value) {
  return typeof value === "string" ? value : void 0;
}

// src/exchange/open-session.ts
var SESSION_HEADER = "x-mock-session";
function openSession(sessions2, document2, request) {
  const { pathname } = request.url;
  const inPath = pathname.startsWith("/~") ? /^\/~([^/]*)(\/.*)?$/.exec(pathname) : null;
  const name = inPath?.[1] ?? request.headers.get(SESSION_HEADER);
  const opened = name === null ? sessionOfCredential(sessions2, document2, request) : sessions2.open(name);
  if (!opened.ok) {
    const { status, title, detail } = explainProblem(opened.problem, name ?? "", sessions2);
    return { ok: false, decision: opened.problem, answer: mockProblem(status, opened.problem, title, detail) };
  }
  if (!inPath) return { ok: true, session: opened.session, request };
  const url = new URL(request.url.href);
  url.pathname = inPath[2] ?? "/";
  return { ok: true, session: opened.session, request: { ...request, url } };
}
function sessionOfCredential(sessions2, document2, request) {
  const byDefault = { ok: true, session: sessions2.default };
  if (sessions2.count === 0) return byDefault;
  const secrets = credentialsIn(document2, request).map((secret) => ({
    secret,
    print: sessions2.default.vault.fingerprint(secret)
  }));
  const has = (session) => secrets.some(({ secret, print }) => session.findKey(secret, print) !== void 0 || session.users.get(print) !== void 0);
  return secrets.length > 0 && sessions2.owning(has) || byDefault;
}
function credentialsIn(document2, { headers, url }) {
  const credentials = {
    header: (name) => headers.get(name),
    query: (name) => url.searchParams.get(name)
  };
  const placements = [
    { in: "bearer", name: "authorization" },
    ...[...document2.schemes.values()].map((scheme) => scheme.placement)
  ];
  return [...new Set(placements.flatMap((placement) => credentialAt(placement, credentials) ?? []))];
}
function explainProblem(problem2, name, { limits }) {
  switch (problem2) {
    case "session_name_invalid":
      return {
        status: 400,
        title: "Not a session name",
        detail: "A session name has 1 to 100 letters, digits, dots, dashes and underscores, and begins with a letter or digit."
      };
    case "session_expired":
      return {
        status: 410,
        title: "Session expired",
        detail: `The session "${name}" had no request for ${inWords(limits.idle)} and was dropped with all it held. Create it again with mock.session("${name}") or POST /__mock/sessions, or use another name.`
      };
    case "session_limit_reached":
      return {
        status: 429,
        title: "Too many sessions",
        detail: `There are ${limits.count} sessions, as many as this mock keeps. Drop some with mock.sessions.drop(name) or DELETE /__mock/sessions/{name}, or allow more of them: createMock({ sessions: { count } }), --session-limit.`
      };
    case "session_ambiguous":
      return {
        status: 409,
        title: "More than one session has this key",
        detail: `The key was chosen, or made from one seed, in more than one session. Say which one is meant with the header ${SESSION_HEADER} or a base URL with /~name, or let the mock make the secret.`
      };
  }
}
function inWords(duration) {
  return duration >= 6e4 ? `${duration / 6e4} min` : `${duration / 1e3} s`;
}

// src/exchange/responder.ts
async function respond(engine, responder, platform, letIn, verdict, requestId) {
  try {
    const { answer, wrong } = await responder(letIn);
    return wrong.length === 0 ? { answer } : { answer, decision: "invalid_request", verdict: refusedBy(verdict, wrong) };
  } catch (error) {
    engine.onBug(error, letIn.operation.id);
    return { answer: answerToProblem(engine.document, platform, "server_error", { requestId }), decision: "server_error" };
  }
}
function refusedBy(verdict, wrong) {
  const detail = `the request does not fit the document: ${wrong.join("; ")}`;
  const steps = verdict.steps.filter(({ step }) => step !== "request");
  return {
    ...verdict,
    decision: "invalid_request",
    steps: [...steps, { step: "request", outcome: "refused", rule: "schema", detail }]
  };
}
function exchangeOf({ document: document2, session }, request, requestId, { operation, decision, faults: faults2 }, outgoing) {
  if (!operation || operation.platform === NEUTRAL || faults2.length > 0) return void 0;
  const { route } = findRoute(document2, request.url, request.method);
  const rawParams = route.kind === "found" ? route.rawParams : {};
  return { operation, request, rawParams, requestId, session: session.name, decision, outgoing };
}

// src/exchange/looking.ts
var JOURNAL_HEADER = "x-mock-journal";
var CONSOLE = "console";
function isLooking(platform, { method, headers }) {
  if (platform === NEUTRAL) return true;
  return platform === CONSOLE && method === "GET" && headers.get(JOURNAL_HEADER) === "skip";
}

// src/exchange/once-kept.ts
function onceKept(keeper, session, outgoing) {
  try {
    keeper.commit(session);
    return outgoing;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const answer = mockProblem(
      503,
      "not_kept",
      "Not kept",
      `What this request did could not be written down, and a restart may forget it: ${reason}`
    );
    return toOutgoing(answer, "not_kept", outgoing.headers["x-mock-request-id"] ?? "");
  }
}

// src/exchange/record.ts
var MOST_WRITTEN = 262144;
var TOO_LONG = JSON.stringify("(too long to be written down)");
var NO_STEPS = [];
var NO_FAULTS = [];
function record(engine, request, requestId, handled, outgoing, durationMs) {
  const { session, document: document2 } = engine;
  const { answer, verdict, operation, checked } = handled;
  const isSecret = secretWords(engine, request);
  const instanceId = verdict?.instanceId ?? null;
  const shownInstance = instanceId === null ? null : withoutSecrets(instanceId, isSecret);
  const steps = verdict?.steps ?? NO_STEPS;
  const requestLength = request.body?.length ?? 0;
  const answerLength = outgoing.body?.length ?? 0;
  const entry = {
    requestId,
    at: session.clock.now(),
    method: request.method,
    path: withoutSecrets(redactedPath(request.url, document2.secretParameters), isSecret),
    platform: handled.platform,
    operationId: operation?.id ?? null,
    status: answer.status,
    decision: handled.decision,
    evidence: answer.evidence,
    source: answer.source,
    scheme: verdict?.scheme?.name ?? null,
    keyId: verdict?.key?.id ?? null,
    accountId: verdict?.account?.id ?? null,
    instanceId: shownInstance,
    userAgent: withoutSecrets(request.headers.get("user-agent"), isSecret),
    requestJson: written(session, checked?.body(), checked?.json(), requestLength),
    responseJson: written(session, answer.body, typeof answer.body === "string" ? void 0 : outgoing.body, answerLength),
    faults: handled.faults.length > 0 ? handled.faults.map(({ id }) => id) : NO_FAULTS,
    durationMs,
    steps: shownInstance === instanceId ? steps : withoutSecrets(steps, isSecret),
    ...handled.violations && { violations: handled.violations }
  };
  session.journal.add(entry, Math.min(requestLength, MOST_WRITTEN) + Math.min(answerLength, MOST_WRITTEN));
}
function written(session, body, json, length) {
  return length > MOST_WRITTEN ? TOO_LONG : redactedJson(body, json, session.isSecret);
}

// src/exchange/send.ts
function send(engine, request, requestId, handled, started) {
  const { cors } = handled;
  const answer = cors ? { ...handled.answer, headers: { ...corsHeaders(cors), ...handled.answer.headers } } : handled.answer;
  const outgoing = toOutgoing(answer, handled.decision, requestId);
  const exchange = engine.inspector && exchangeOf(engine, request, requestId, handled, outgoing);
  if (!exchange) return conclude(engine, request, requestId, handled, outgoing, started);
  return engine.inspector(exchange).then((violations) => conclude(engine, request, requestId, { ...handled, violations }, outgoing, started));
}
function conclude(engine, request, requestId, handled, outgoing, started) {
  const { session } = engine;
  if (!isLooking(handled.platform, request))
    record(engine, request, requestId, handled, outgoing, engine.stopwatch() - started);
  session.runDueTasks();
  const sent = handled.faults.length > 0 ? withFaults(outgoing, handled.faults, session.clock) : outgoing;
  return engine.keeper ? onceKept(engine.keeper, session, sent) : sent;
}

// src/exchange/handle.ts
function handle(engine, request) {
  const opened = openSession(engine.sessions, engine.document, request);
  if (opened.ok) return handleIn(inSession(engine, opened.session), opened.request);
  return toOutgoing(opened.answer, opened.decision, engine.sessions.ids.id("req"));
}
var engines = /* @__PURE__ */ new WeakMap();
function inSession(engine, session) {
  let own = engines.get(session);
  if (!own) engines.set(session, own = { ...engine, session });
  return own;
}
function handleIn(engine, request) {
  const started = engine.stopwatch();
  engine.session.runDueTasks();
  const requestId = engine.session.ids.id("req");
  const handled = answerTo(engine, request, requestId);
  if (!(handled instanceof Promise)) return send(engine, request, requestId, handled, started);
  return handled.then((done2) => send(engine, request, requestId, done2, started));
}
function answerTo(engine, request, requestId) {
  const { document: document2, session } = engine;
  const { platform, route } = findRoute(document2, request.url, request.method);
  const cors = corsOf(route);
  const early = (problem2, facts = {}) => ({
    answer: answerToProblem(document2, platform, problem2, { requestId, ...facts }),
    decision: problem2,
    verdict: void 0,
    platform: platform.id,
    operation: void 0,
    checked: void 0,
    faults: NO_FAULTS2,
    cors
  });
  if (request.url.pathname.length + request.url.search.length > platform.limits.urlBytes.value) return early("uri_too_long");
  if (route.kind === "unknown")
    return early("unknown_path", { path: withoutSecrets(request.url.pathname, secretWords(engine, request)) });
  if (route.kind === "wrong_method" && cors && request.method === "OPTIONS")
    return { ...early("method_not_allowed"), answer: preflight(cors, route.allowed), decision: "preflight" };
  if (route.kind === "wrong_method") return early("method_not_allowed", { allowedMethods: route.allowed.join(", ") });
  const { operation } = route;
  const closed = operation.platform === NEUTRAL ? controlRefusal(engine, operation, request, requestId) : void 0;
  const found = { platform: platform.id, operation, cors };
  if (closed) return { ...found, ...closed, verdict: void 0, checked: void 0, faults: NO_FAULTS2 };
  const checked = new CheckedRequest(engine.validators, platform, operation, route.rawParams, request);
  const faults2 = faultsFor(session, operation, request);
  for (const { effect } of faults2) {
    const { failures } = session.settings;
    const struck = { document: document2, operation, requestId, failures, bodyValue: (pointer) => checked.bodyValue(pointer) };
    const answer = answerInstead(effect, struck);
    if (answer) return { ...found, answer, decision: "fault", verdict: void 0, checked, faults: faults2 };
  }
  const verdict = operation.dashboard ? dashboardVerdict(engine, operation, request, checked) : keyVerdict(session, operation, request, checked);
  const handled = ({ answer, decision = verdict.decision, verdict: last = verdict }) => {
    return { answer, decision, verdict: last, platform: platform.id, operation, checked, faults: faults2, cors };
  };
  if (verdict.decision !== "allowed" && verdict.decision !== "public")
    return handled({ answer: refusal(engine, platform, operation, verdict, checked, requestId) });
  if (engine.responder && !engine.modules[platform.id]?.behaviours[operation.id]) {
    const letIn = { operation, request, rawParams: route.rawParams, seed: `${session.seed} ${requestId}` };
    return respond(engine, engine.responder, platform, letIn, verdict, requestId).then(handled);
  }
  return handled(behave(engine, platform, operation, verdict, checked, requestId));
}
var NO_FAULTS2 = [];
function faultsFor(session, operation, request) {
  if (session.faults.size === 0 || operation.platform === NEUTRAL) return NO_FAULTS2;
  return takeFaults(session.faults, {
    platform: operation.platform,
    operationId: operation.id,
    method: operation.method,
    key: () => keyOf(session, operation, credentialsOf(request))
  });
}
function keyVerdict(session, operation, request, checked) {
  return authorize({
    session,
    operation,
    credentials: credentialsOf(request),
    checkRequest: () => checked.problem(),
    bodyValue: (pointer) => checked.bodyValue(pointer),
    instanceOf: (account) => instanceOf(session, account, operation, checked)
  });
}
function dashboardVerdict(engine, operation, request, checked) {
  return authorizeDashboard({
    session: engine.session,
    operation,
    credentials: credentialsOf(request),
    checkRequest: () => checked.problem()
  });
}
function credentialsOf(request) {
  return {
    header: (name) => request.headers.get(name),
    query: (name) => request.url.searchParams.get(name)
  };
}
function refusal(engine, platform, operation, verdict, checked, requestId) {
  const { decision, scheme } = verdict;
  const facts = { requestId, ...verdict.facts };
  if (decision === "invalid_request") {
    const context = createContext(engine, operation, verdict, checked, requestId);
    const partly = engine.modules[platform.id]?.partial?.[operation.id]?.(checked.issues(), context);
    return partly ?? context.invalid(checked.issues());
  }
  if (decision === "session_required") {
    return answerFromExample(engine.document.source, 401, operation.responses["401"], decision, facts);
  }
  if (isRequestFailure(platform, decision)) return answerToProblem(engine.document, platform, decision, facts);
  return answerToRefusal(engine.document, engine.session.settings.failures, operation, scheme, decision, facts);
}
function isRequestFailure(platform, decision) {
  return decision in platform.requestFailures;
}
function behave(engine, platform, operation, verdict, checked, requestId) {
  const behaviour = engine.modules[platform.id]?.behaviours[operation.id];
  if (!behaviour) return { answer: unimplemented(operation.id), decision: "unimplemented" };
  try {
    const answer = behaviour(createContext(engine, operation, verdict, checked, requestId));
    return { answer, ...answer.decision && { decision: answer.decision } };
  } catch (error) {
    engine.onBug(error, operation.id);
    return { answer: answerToProblem(engine.document, platform, "server_error", { requestId }), decision: "server_error" };
  }
}

// src/exchange/inject-fault.ts
function injectFault(session, document2, fault) {
  const { platform, operationId } = fault.on ?? {};
  if (platform !== void 0) mustKnow("platform", platform, document2.platforms);
  if (operationId !== void 0) mustKnow("operation", operationId, document2.operationById);
  return addFault(session.faults, session.ids, fault);
}
function mustKnow(what, name, known) {
  if (!known.has(name)) throw new RangeError(`The document has no ${what} "${name}"${didYouMean(name, known.keys())}`);
}

// src/platforms/pingback/tables.ts
function mailbox(email) {
  return email.toLowerCase();
}
var contactTable = defineTable("contacts", { email: (contact) => mailbox(contact.email) });
var segmentTable = defineTable("segments");
var pipelineTable = defineTable("pipelines");
var dealTable = defineTable("deals", { contact: (deal) => deal.contactId });
var webhookTable = defineTable("webhooks");
var webhookRunTable = defineTable("webhookRuns", { webhook: (run) => run.webhookId });
var customFieldTable = defineTable("customFields", { name: (field) => field.name });

// src/platforms/rdstation/tables.ts
function mailbox2(email) {
  return email.toLowerCase();
}
var leadTable = defineTable("leads", { email: (lead) => mailbox2(lead.email) });
var conversionTable = defineTable("conversions", { lead: (conversion) => conversion.leadId });
var customFieldTable2 = defineTable("customFields", { api_identifier: (field) => field.api_identifier });
var eventTable = defineTable("events", { type: (event) => event.event_type });

// src/platforms/zenvio/tables.ts
var instanceTable = defineTable("instances");
var messageTable = defineTable("messages");
var senderTable = defineTable("senders");
var rememberedSendTable = defineTable("rememberedSends");

// src/api/custom-fields.ts
function customFieldArrivals(session) {
  return {
    ...arrivals(session, "rdstation", customFieldTable2),
    define(accountId, field) {
      if (session.accounts.get(accountId)?.platform !== "rdstation") throw new Error(`RD Station has no account ${accountId}.`);
      return session.table(accountId, customFieldTable2).insert({ id: session.ids.uuid(), ...field });
    }
  };
}

// src/platforms/zenvio/test-numbers.ts
var ORDINARY = { failures: 0, delivered: true, read: true, responded: false };
function fateOf(recipient) {
  switch (recipient.slice(-4)) {
    case "0001":
      return { ...ORDINARY, read: false };
    case "0002":
      return { ...ORDINARY, failures: Infinity };
    case "0003":
      return { ...ORDINARY, delivered: false };
    case "0004":
      return { ...ORDINARY, failures: 1 };
    case "0005":
      return { ...ORDINARY, responded: true };
    default:
      return ORDINARY;
  }
}

// src/webhooks/delivery.ts
var WEBHOOKS = "webhooks";
var deliveryTable = defineTable("deliveries", {
  pending: ({ status, webhookId }) => status === "pending" ? webhookId : void 0
});
function deliveriesOf(session) {
  return session.table(WEBHOOKS, deliveryTable);
}
function deliveryViews(session) {
  return deliveriesOf(session).values().map(({ payload, ...delivery }) => ({ ...delivery, url: redactedUrl(delivery.url), body: redactedBody(payload) }));
}
function redactedUrl(text) {
  const url = new URL(text);
  return url.origin + redactedPath(url);
}

// src/webhooks/target.ts
function checkedTarget(text, allowedHosts) {
  const url = URL.canParse(text) ? new URL(text) : void 0;
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error("A webhook needs a URL that begins with http:// or https://.");
  if (url.username || url.password)
    throw new Error("The URL of a webhook cannot carry a user name or password. Put a token into its path or query.");
  if (!isLoopback(url.hostname) && !allowedHosts.includes(url.hostname)) {
    throw new Error(
      `The mock calls nothing but this machine, and the webhook is at "${url.hostname}". Allow the host with createMock({ webhooks: { allowHosts: ['${url.hostname}'] } }) if it is yours.`
    );
  }
  return url;
}
function isLoopback(hostname) {
  return hostname === "localhost" || hostname.endsWith(".localhost") || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
}

// src/webhooks/registration.ts
var registrationTable = defineTable("registrations", { platform: (webhook) => webhook.platform });
function registrationsOf(session) {
  return session.table(WEBHOOKS, registrationTable);
}
function registerWebhook(session, style, allowedHosts, wanted) {
  const { platform, accountId = null, events: events3, identifiers = null } = wanted;
  if (!style) throw new Error(`The platform "${platform}" sends no webhooks.`);
  const unknown = events3?.find((event) => !style.events.includes(event));
  if (unknown !== void 0) throw new Error(`${platform} has no event "${unknown}". Choose from: ${style.events.join(", ")}.`);
  if (accountId !== null && session.accounts.get(accountId)?.platform !== platform)
    throw new Error(`${platform} has no account ${accountId}.`);
  const url = checkedTarget(wanted.url, allowedHosts);
  const secret = style.secretPrefix === void 0 ? null : wanted.secret ?? style.secretPrefix + session.ids.text("base62", 32);
  const stored = registrationsOf(session).insert({
    id: session.ids.id("wh"),
    platform,
    accountId,
    url: url.href,
    events: events3 ?? style.events,
    identifiers,
    createdAt: session.clock.now(),
    sealed: secret === null ? null : session.vault.seal(secret, "aes-256-gcm")
  });
  return Object.defineProperty(viewOf(stored), "secret", { value: secret, enumerable: false });
}
function registrations(session) {
  return registrationsOf(session).values().map(viewOf);
}
function removeWebhook(session, id) {
  const deliveries = session.table(WEBHOOKS, deliveryTable);
  for (const delivery of deliveries.find("pending", id)) {
    deliveries.update(delivery.id, { status: "failed", nextAttemptAt: null });
  }
  return registrationsOf(session).delete(id);
}
function viewOf({ sealed: _, ...registration }) {
  return registration;
}

// src/webhooks/outbox.ts
var COURIER_TASK = "webhooks.deliver";
var KEPT = 1e4;
var LOOKED_AFTER_EVERY = 1e3;
function somebodyListens(session, platform) {
  const registrations2 = registrationsOf(session);
  return registrations2.size > 0 && registrations2.find("platform", platform).length > 0;
}
function emitWebhook(session, { identifier, at, payload, ...happened }) {
  const { platform, accountId, event } = happened;
  for (const webhook of registrationsOf(session).find("platform", platform)) {
    if (webhook.accountId !== null && webhook.accountId !== accountId) continue;
    if (!webhook.events.includes(event)) continue;
    if (webhook.identifiers && (identifier === void 0 || !webhook.identifiers.includes(identifier))) continue;
    const { id } = deliveriesOf(session).insert({
      id: session.ids.id("dlv"),
      webhookId: webhook.id,
      ...happened,
      url: webhook.url,
      payload,
      eventAt: at,
      status: "pending",
      attempts: [],
      nextAttemptAt: at
    });
    session.plan({ at, kind: COURIER_TASK, accountId, subject: id });
  }
  dropOldest(session);
}
function dropOldest(session) {
  const deliveries = deliveriesOf(session);
  if (deliveries.size <= KEPT || deliveries.size % LOOKED_AFTER_EVERY !== 0) return;
  const over = deliveries.values().filter(({ status }) => status !== "pending");
  for (const { id } of over.slice(0, deliveries.size - KEPT)) deliveries.delete(id);
}

// src/webhooks/courier.ts
var Courier = class {
  allowedHosts;
  #options;
  #styleOf;
  #rounds = /* @__PURE__ */ new WeakMap();
  constructor(styleOf, options = {}) {
    this.#styleOf = styleOf;
    this.#options = options;
    this.allowedHosts = options.allowHosts ?? [];
  }
  /** What a task says: this delivery is due. */
  wake(session, deliveryId) {
    const webhookId = deliveriesOf(session).get(deliveryId)?.webhookId;
    const webhook = webhookId === void 0 ? void 0 : registrationsOf(session).get(webhookId);
    if (webhook) this.#start(session, webhook);
  }
  /** Starts every attempt that is due and not on its way. */
  poke(session) {
    for (const webhook of registrationsOf(session).values()) this.#start(session, webhook);
  }
  #start(session, webhook) {
    const rounds = this.#roundsOf(session);
    if (rounds.has(webhook)) return;
    const [first, ...others] = dueFor(session, webhook);
    if (!first) return;
    const round = { delivery: first, over: Promise.resolve() };
    rounds.set(webhook, round);
    round.over = this.#deliver(session, webhook, round, [first, ...others]).finally(() => rounds.delete(webhook));
  }
  /** Everything that is due, and what falls due meanwhile, as long as the registration is there. */
  async #deliver(session, webhook, round, due) {
    while (due.length > 0 && registrationsOf(session).get(webhook.id) === webhook) {
      for (const delivery of due) {
        if (!isCurrent(session, delivery)) continue;
        round.delivery = delivery;
        this.#record(session, delivery, await this.#attempt(session, delivery, webhook));
      }
      due = dueFor(session, webhook);
    }
  }
  /** Resolves when nothing is on its way and nothing is due; a retry that is planned for later is not waited for. */
  async settle(session) {
    for (; ; ) {
      session.runDueTasks();
      this.poke(session);
      const current = [...this.#roundsOf(session).values()].filter(({ delivery }) => isCurrent(session, delivery));
      if (current.length === 0) return;
      await Promise.race(current.map(({ over }) => over));
    }
  }
  async #attempt(session, delivery, webhook) {
    const at = session.clock.now();
    const style = this.#styleOf(delivery.platform);
    const timeout = milliseconds(this.#options.timeout ?? style?.timeout ?? "5s");
    const started = performance.now();
    const abort = new AbortController();
    await Promise.resolve();
    const timer = setTimeout(() => abort.abort(), timeout);
    const over = (status, error) => ({
      at,
      status,
      error,
      durationMs: performance.now() - started
    });
    try {
      const url = checkedTarget(delivery.url, this.allowedHosts);
      const body = JSON.stringify(delivery.payload);
      const secret = webhook.sealed && session.vault.open(webhook.sealed);
      const { accountId, eventAt } = delivery;
      const signed = secret ? style?.headers?.({ body, secret, accountId, eventAt, attemptAt: at }) : void 0;
      const send2 = this.#options.fetch ?? ((to, init) => globalThis.fetch(to, init));
      const response = await send2(url, {
        method: "POST",
        headers: { "content-type": "application/json", ...signed },
        body,
        redirect: "manual",
        signal: abort.signal
      });
      await response.body?.cancel();
      return over(response.status, null);
    } catch (error) {
      return over(null, abort.signal.aborted ? `no answer within ${timeout} ms` : reasonOf(error));
    } finally {
      clearTimeout(timer);
    }
  }
  #record(session, delivery, attempt) {
    if (!isCurrent(session, delivery)) return;
    const attempts = [...delivery.attempts, attempt];
    const deliveries = deliveriesOf(session);
    if (attempt.status !== null && attempt.status >= 200 && attempt.status < 300) {
      deliveries.update(delivery.id, { attempts, status: "delivered", nextAttemptAt: null });
      return;
    }
    const wait = this.#styleOf(delivery.platform)?.retries[attempts.length - 1];
    if (wait === void 0) {
      deliveries.update(delivery.id, { attempts, status: "failed", nextAttemptAt: null });
      return;
    }
    const nextAttemptAt = attempt.at + milliseconds(wait);
    deliveries.update(delivery.id, { attempts, nextAttemptAt });
    session.plan({ at: nextAttemptAt, kind: COURIER_TASK, accountId: delivery.accountId, subject: delivery.id });
  }
  #roundsOf(session) {
    let rounds = this.#rounds.get(session);
    if (!rounds) this.#rounds.set(session, rounds = /* @__PURE__ */ new Map());
    return rounds;
  }
};
function dueFor(session, webhook) {
  const now = session.clock.now();
  return deliveriesOf(session).find("pending", webhook.id).filter(({ nextAttemptAt }) => nextAttemptAt !== null && nextAttemptAt <= now).sort((one, other) => (one.nextAttemptAt ?? 0) - (other.nextAttemptAt ?? 0));
}
function isCurrent(session, delivery) {
  return deliveriesOf(session).get(delivery.id) === delivery;
}
function reasonOf(error) {
  const cause = error instanceof Error && error.cause !== void 0 ? error.cause : error;
  if (typeof cause === "object" && cause !== null && "code" in cause && typeof cause.code === "string") return cause.code;
  return cause instanceof Error ? cause.message : "no answer";
}
function signatureValue({ format, signed, timestamp }, secret, at, body) {
  const time = String(timestamp === "seconds" ? Math.floor(at / 1e3) : at);
  const [text = ""] = signed;
  const hash2 = hmacHex(
    secret,
    text.replace("{timestamp}", time).replace("{body}", () => body)
  );
  return format.replace("{timestamp}", time).replace("{hash}", hash2);
}
function hmacHex(secret, text) {
  const encoder = new TextEncoder();
  return bytesToHex$1(hmac(sha256, encoder.encode(secret), encoder.encode(text)));
}

// src/platforms/zenvio/webhooks.ts
var EVENTS = [
  "message.sent",
  "message.delivered",
  "message.read",
  "message.failed",
  "message.received",
  "message.responded",
  "message.deleted",
  "message.edited",
  "instance.connected",
  "instance.disconnected",
  "instance.qrcode"
];
var signature = document["x-platforms"]["zenvio"]?.webhooks?.signature;
var zenvioWebhooks = {
  events: EVENTS,
  timeout: "10s",
  retries: ["10s", "1m", "5m", "30m", "2h"],
  secretPrefix: signature.secretPrefix,
  headers({ body, secret, accountId, eventAt, attemptAt }) {
    return {
      [signature.header]: signatureValue(signature, secret, attemptAt, body),
      "X-Zenvio-Timestamp": String(Math.floor(eventAt / 1e3)),
      "X-Workspace-Id": accountId
    };
  }
};
function emit(session, { event, accountId, instanceId, messageId, at, data }) {
  const payload = {
    event,
    workspace_id: accountId,
    instance_id: instanceId,
    ...messageId !== void 0 && { message_id: messageId },
    timestamp: iso(at),
    data
  };
  emitWebhook(session, { platform: "zenvio", accountId, event, identifier: instanceId, at, payload });
}
function emitMessage(session, accountId, event, message, at) {
  const { to, status, external_id: externalId, error_message: error } = message;
  const data = { to, status: status.toUpperCase(), externalId, ...error !== null && { error } };
  emit(session, { event, accountId, instanceId: message.instance_id, messageId: message.id, at, data });
}

// src/platforms/zenvio/life-cycle.ts
var MESSAGE_TASK = "zenvio.message";
var PACE = 1e3;
var PROCESSING = 500;
var DEFAULT_RETRIES = 3;
var WAITING = /* @__PURE__ */ new Set(["queued", "scheduled", "processing"]);
function startMessage(session, accountId, message, now) {
  if (message.scheduled_at !== null) {
    planStep(session, accountId, message.id, Date.parse(message.scheduled_at) - PROCESSING, {});
  } else if (isConnected(session, accountId, message.instance_id)) {
    planStep(session, accountId, message.id, nextTurn(session, accountId, message.instance_id, now) - PROCESSING, {});
  }
}
function resumeMessages(session, accountId, instanceId, now) {
  for (const message of messagesOf(session, accountId, instanceId)) {
    if (message.status === "queued" && typeof message.dueAt !== "number") startMessage(session, accountId, message, now);
  }
}
function abandonMessages(session, accountId, instanceId, now) {
  for (const message of messagesOf(session, accountId, instanceId)) {
    if (WAITING.has(message.status)) fail(session, accountId, message, now, "Instance removed.");
  }
}
function takeStep(session, { accountId, subject, at }) {
  const message = session.table(accountId, messageTable).get(subject);
  if (message?.dueAt !== at) return;
  if (message.status === "processing") attemptToSend(session, accountId, message, at);
  else if (WAITING.has(message.status)) startProcessing(session, accountId, message, at);
  else moveOn(session, accountId, message, at);
}
function startProcessing(session, accountId, message, at) {
  if (isConnected(session, accountId, message.instance_id)) {
    planStep(session, accountId, message.id, at + PROCESSING, { status: "processing" });
  } else change(session, accountId, message.id, { status: "queued", dueAt: null });
}
function attemptToSend(session, accountId, message, at) {
  if (!isConnected(session, accountId, message.instance_id)) {
    change(session, accountId, message.id, { status: "queued", dueAt: null });
    return;
  }
  const { failures, delivered: delivered2 } = fateOf(message.to);
  const failedAttempts = message.failedAttempts ?? 0;
  if (failedAttempts >= failures) {
    const external_id = `wamid.HBgN${session.ids.text("base62", 22)}`;
    const sent = { status: "sent", sent_at: iso(at), external_id };
    const row = delivered2 ? planStep(session, accountId, message.id, at + PACE, sent) : change(session, accountId, message.id, { ...sent, dueAt: null });
    emitMessage(session, accountId, "message.sent", row, at);
  } else if (failedAttempts < (message.maxRetries ?? DEFAULT_RETRIES)) {
    planStep(session, accountId, message.id, at + PACE, { failedAttempts: failedAttempts + 1 });
  } else fail(session, accountId, message, at, "The number is not on WhatsApp.");
}
function moveOn(session, accountId, message, at) {
  const { read, responded } = fateOf(message.to);
  const status = (next) => message.status === "edited" ? message.status : next;
  const goOn = (more, changes) => more ? planStep(session, accountId, message.id, at + PACE, changes) : change(session, accountId, message.id, { ...changes, dueAt: null });
  if (message.delivered_at === null) {
    const row = goOn(read, { status: status("delivered"), delivered_at: iso(at) });
    emitMessage(session, accountId, "message.delivered", row, at);
  } else if (message.read_at === null) {
    const row = goOn(responded, { status: status("read"), read_at: iso(at) });
    emitMessage(session, accountId, "message.read", row, at);
  } else {
    const row = goOn(false, { status: status("responded") });
    emitMessage(session, accountId, "message.responded", row, at);
    receiveMessage(session, accountId, { instanceId: row.instance_id, from: row.to, text: "Ok, obrigado!" }, at);
  }
}
function receiveMessage(session, accountId, { instanceId, from, text }, at) {
  const messageId = session.ids.id("msg");
  const externalId = `wamid.HBgN${session.ids.text("base62", 22)}`;
  const data = { from, type: "text", message: text, externalId };
  emit(session, { event: "message.received", accountId, instanceId, messageId, at, data });
}
function fail(session, accountId, message, at, error_message) {
  const failed = change(session, accountId, message.id, { status: "failed", failed_at: iso(at), error_message, dueAt: null });
  emitMessage(session, accountId, "message.failed", failed, at);
}
function planStep(session, accountId, id, at, changes) {
  session.plan({ at, kind: MESSAGE_TASK, accountId, subject: id });
  return change(session, accountId, id, { ...changes, dueAt: at });
}
function nextTurn(session, accountId, instanceId, now) {
  const senders = session.table(accountId, senderTable);
  const last = senders.get(instanceId);
  const lastAt = Math.max(now, last?.lastAt ?? 0) + PACE;
  if (last) senders.update(instanceId, { lastAt });
  else senders.insert({ id: instanceId, lastAt });
  return lastAt;
}
function messagesOf(session, accountId, instanceId) {
  return session.table(accountId, messageTable).values().filter((message) => message.instance_id === instanceId);
}
function isConnected(session, accountId, instanceId) {
  return session.table(accountId, instanceTable).get(instanceId)?.status === "ACTIVE";
}
function change(session, accountId, id, changes) {
  return session.table(accountId, messageTable).update(id, changes);
}

// src/platforms/zenvio/connection.ts
var QR_TASK = "zenvio.qr_code";
var UNTIL_READ = 15e3;
function showQrCode(session, accountId, instance, base64, at) {
  const data = { status: instance.status, base64 };
  emit(session, { event: "instance.qrcode", accountId, instanceId: instance.id, at, data });
  session.plan({ at: at + UNTIL_READ, kind: QR_TASK, accountId, subject: instance.id });
}
function readQrCode(session, { accountId, subject, at }) {
  const instance = session.table(accountId, instanceTable).get(subject);
  if (instance?.status === "PENDING") connect(session, accountId, instance, at);
}
function connect(session, accountId, instance, at) {
  if (instance.status === "ACTIVE") return instance;
  const phoneNumber = instance.phoneNumber ?? `55119${String(Math.floor(session.ids.random() * 1e8)).padStart(8, "0")}`;
  const row = session.table(accountId, instanceTable).update(instance.id, { status: "ACTIVE", phoneNumber, updatedAt: iso(at) });
  const data = { status: row.status, phoneNumber };
  emit(session, { event: "instance.connected", accountId, instanceId: row.id, at, data });
  resumeMessages(session, accountId, row.id, at);
  return row;
}
function disconnect(session, accountId, instance, at) {
  if (instance.status === "DISCONNECTED") return instance;
  const row = session.table(accountId, instanceTable).update(instance.id, { status: "DISCONNECTED", updatedAt: iso(at) });
  emit(session, { event: "instance.disconnected", accountId, instanceId: row.id, at, data: { status: row.status } });
  return row;
}

// src/api/instance-arrivals.ts
function instanceArrivals(session) {
  const find = (id) => {
    for (const account of session.accounts.find("platform", "zenvio")) {
      const instance = session.table(account.id, instanceTable).get(id);
      if (instance) return { accountId: account.id, instance };
    }
    throw new Error(`Zenvio has no instance ${id}.`);
  };
  return {
    ...arrivals(session, "zenvio", instanceTable),
    connect(id) {
      const { accountId, instance } = find(id);
      const connected = connect(session, accountId, instance, session.clock.now());
      session.runDueTasks();
      return connected;
    },
    disconnect(id) {
      const { accountId, instance } = find(id);
      const disconnected = disconnect(session, accountId, instance, session.clock.now());
      session.runDueTasks();
      return disconnected;
    },
    receive(id, message) {
      receiveMessage(session, find(id).accountId, { ...message, instanceId: id }, session.clock.now());
      session.runDueTasks();
    }
  };
}

// src/api/platform-handles.ts
function platformHandles(session, document2) {
  const platform = (id) => {
    const info = document2.platforms.get(id);
    if (!info) throw new Error(`The document has no platform "${id}". It has: ${[...document2.platforms.keys()].join(", ")}.`);
    return platformHandle(session, document2, info);
  };
  return {
    platform,
    get pingback() {
      return {
        ...platform("pingback"),
        contacts: arrivals(session, "pingback", contactTable),
        segments: arrivals(session, "pingback", segmentTable),
        deals: arrivals(session, "pingback", dealTable),
        webhookRuns: arrivals(session, "pingback", webhookRunTable)
      };
    },
    get rdstation() {
      return {
        ...platform("rdstation"),
        conversions: arrivals(session, "rdstation", conversionTable),
        leads: arrivals(session, "rdstation", leadTable),
        events: arrivals(session, "rdstation", eventTable),
        customFields: customFieldArrivals(session)
      };
    },
    get zenvio() {
      return {
        ...platform("zenvio"),
        messages: arrivals(session, "zenvio", messageTable),
        instances: instanceArrivals(session)
      };
    }
  };
}

// src/api/webhooks-api.ts
function webhooksApi(session, courier, modules2) {
  return {
    register: (wanted) => registerWebhook(session, modules2[wanted.platform]?.webhooks, courier.allowedHosts, wanted),
    list: () => registrations(session),
    remove: (id) => removeWebhook(session, id),
    deliveries: () => deliveryViews(session),
    settle: () => courier.settle(session)
  };
}

// src/api/session-api.ts
function sessionApi(engine, session) {
  const bound = inSession(engine, session);
  const api = {
    name: session.name,
    async fetch(input, init) {
      const request = asRequest(input, init);
      engine.sessions.touch(session);
      return delivered(request, async () => handleIn(bound, await readRequest(request)));
    },
    clock: session.clock,
    requests: {
      list: () => session.journal.list().map(entryOf),
      get: (id) => session.journal.get(id),
      where: (like) => session.journal.list().map(entryOf).filter((entry) => resembles(entry, like)),
      last: () => session.journal.list().slice(0, 1).map(entryOf)[0],
      clear: () => session.journal.clear()
    },
    faults: {
      add: (fault) => injectFault(session, engine.document, fault),
      list: () => session.faults.values(),
      remove: (id) => session.faults.delete(id),
      clear: () => session.faults.restore(/* @__PURE__ */ new Map())
    },
    webhooks: webhooksApi(session, engine.courier, engine.modules),
    scenario: (name, options) => playScenario({ session, document: engine.document }, name, options),
    scenarios: () => listScenarios(engine.document),
    load: (seed) => applySeed({ session, document: engine.document }, seed),
    configure: (changes) => void (session.settings = changedSettings(session.settings, changes)),
    reset: () => session.reset(),
    snapshot: () => session.snapshot(),
    restore: (snapshot) => session.restore(snapshot)
  };
  return Object.assign(platformHandles(session, engine.document), api);
}
function asRequest(input, init) {
  return typeof input === "object" && "headers" in input && !init ? input : new Request(input, init);
}

// src/core/changes.ts
var ChangeLog = class {
  #onChange;
  #followed = /* @__PURE__ */ new Map();
  #changed = /* @__PURE__ */ new Set();
  /** @param onChange called at every change, also at the first of many. */
  constructor(onChange) {
    this.#onChange = onChange;
  }
  /** Notes what changes in a table from now on; what it has already counts as a change, unless it is `known`. */
  follow(account, table, source, known) {
    const log = new TableLog(account, table, source, () => {
      this.#changed.add(log);
      this.#onChange();
    });
    this.#followed.set(source, log);
    if (!known) for (const id of source.ids()) log.inserted(id);
    source.listen(log);
  }
  /** Notes nothing more of a table that is given up; what it told before stays noted. */
  unfollow(source) {
    source.listen(void 0);
    this.#followed.delete(source);
  }
  /** Something that is in no table changed. */
  touch() {
    this.#onChange();
  }
  /** What is not written yet. */
  pending() {
    return [...this.#changed].map((log) => log.pending());
  }
  /** Everything that {@link pending} told is written. */
  settle() {
    for (const log of this.#changed) log.settle();
    this.#changed.clear();
  }
  /** Notes nothing from now on. */
  end() {
    for (const source of this.#followed.keys()) this.unfollow(source);
    this.settle();
  }
};
var TableLog = class {
  source;
  #account;
  #table;
  #onChange;
  /** Changed ids, new ones in the order of insertion, each with whether it was deleted on the way. */
  #ids = /* @__PURE__ */ new Map();
  constructor(account, table, source, onChange) {
    this.#account = account;
    this.#table = table;
    this.source = source;
    this.#onChange = onChange;
  }
  inserted(id) {
    const wasDeleted = this.#ids.get(id) ?? false;
    this.#ids.delete(id);
    this.#ids.set(id, wasDeleted);
    this.#onChange();
  }
  updated(id) {
    if (!this.#ids.has(id)) this.#ids.set(id, false);
    this.#onChange();
  }
  deleted(id) {
    this.#ids.set(id, true);
    this.#onChange();
  }
  pending() {
    const deleted = [];
    const put = [];
    for (const [id, wasDeleted] of this.#ids) {
      if (wasDeleted) deleted.push(id);
      const value = this.source.get(id);
      if (value) put.push([id, value]);
    }
    return { account: this.#account, table: this.#table, deleted, put };
  }
  settle() {
    this.#ids.clear();
  }
};

// src/core/keeper.ts
var Keeper = class {
  #store;
  #onFailure;
  #kept = /* @__PURE__ */ new Map();
  #changed = /* @__PURE__ */ new Set();
  /** Names of dropped sessions, and whether each is to be remembered as that of an idle one. */
  #dropped = /* @__PURE__ */ new Map();
  #scheduled = false;
  /** @param onFailure told when a change outside of requests could not be written; it is tried again with the next one. */
  constructor(store, onFailure) {
    this.#store = store;
    this.#onFailure = onFailure;
    store.onClose(() => this.commit());
  }
  /**
   * What an earlier process left.
   *
   * @param settings win over those that it left.
   */
  load(settings2) {
    const { sessions: sessions2, expired } = this.#store.load();
    return {
      seed: sessions2.find(({ name }) => name === DEFAULT)?.head.seed,
      sessions: sessions2.map((saved) => {
        const head = { ...saved.head, settings: { ...saved.head.settings, ...settings2 } };
        return { ...saved, head };
      }),
      expired
    };
  }
  /** Follows a session from now on. `saved`: what the store has of it; without, all of it is new. */
  keep(session, start2, saved) {
    const log = new ChangeLog(() => this.#noteChange(session.name));
    const kept = {
      session,
      start: start2,
      log,
      end: session.record(log, saved !== void 0),
      version: saved?.version ?? 0,
      head: JSON.stringify(saved?.head)
    };
    this.#kept.set(session.name, kept);
    this.#noteChange(session.name);
  }
  /** Ends a session for good, and forgets its name unless that has `expired`. */
  drop(name, expired) {
    const kept = this.#kept.get(name);
    kept?.end();
    this.#kept.delete(name);
    if (kept) this.#changed.delete(kept);
    this.#dropped.set(name, expired);
    this.#schedule();
  }
  /**
   * Writes everything that is not written yet, and looks at `session` whether or not it told of a change.
   * @throws whatever the store does; nothing is lost then, and the next call tries again.
   */
  commit(session) {
    const current = session && this.#kept.get(session.name);
    if (current && current.session === session) this.#changed.add(current);
    for (const [name, expired] of this.#dropped) {
      this.#store.drop(name, expired);
      this.#dropped.delete(name);
    }
    const failures = [];
    for (const kept of this.#changed) {
      try {
        this.#write(kept);
        this.#changed.delete(kept);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
  #write(kept) {
    const { session, log } = kept;
    const tables = log.pending();
    const head = headOf(kept);
    const text = JSON.stringify(head);
    if (tables.length === 0 && text === kept.head) return;
    kept.version = this.#store.commit(session.name, kept.version, { head, tables });
    kept.head = text;
    log.settle();
  }
  #noteChange(name) {
    const kept = this.#kept.get(name);
    if (!kept) return;
    this.#changed.add(kept);
    this.#schedule();
  }
  /** A microtask: what one piece of code changes goes together, and is written before anything else happens. */
  #schedule() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      try {
        this.commit();
      } catch (error) {
        this.#onFailure(error);
      }
    });
  }
};
function headOf({ session, start: start2 }) {
  return {
    seed: session.seed,
    start: start2,
    settings: session.settings,
    ids: session.ids.state(),
    clockOffset: session.clockOffset,
    requests: session.journal.count
  };
}
function resume(session, { head, tables }) {
  const own = /* @__PURE__ */ new Map();
  const resources = /* @__PURE__ */ new Map();
  let entries = [];
  for (const { account, table, rows } of tables) {
    if (account === null && table === "journal") entries = rows.map(([, entry]) => entry);
    else if (account === null) own.set(table, new Map(rows));
    else {
      const ofAccount = resources.get(account) ?? /* @__PURE__ */ new Map();
      resources.set(account, ofAccount.set(table, new Map(rows)));
    }
  }
  const snapshot = { own, resources, settings: head.settings, ids: head.ids };
  session.resume(snapshot, head.clockOffset, { entries, count: head.requests });
}

// src/core/account-tables.ts
var AccountTables = class {
  /** By account, then by the table's name. */
  #tables = /* @__PURE__ */ new Map();
  #log;
  /** The table of one account; an empty one when first asked for. */
  table(accountId, definition) {
    let tables = this.#tables.get(accountId);
    if (!tables) this.#tables.set(accountId, tables = /* @__PURE__ */ new Map());
    let table = tables.get(definition.name);
    if (!table) {
      table = new Table();
      tables.set(definition.name, table);
      this.#log?.follow(accountId, definition.name, table, false);
    }
    return table.declare(definition.indexes);
  }
  row(accountId, table, id) {
    return this.#tables.get(accountId)?.get(table)?.get(id);
  }
  rows(accountId, table) {
    return this.#tables.get(accountId)?.get(table)?.values() ?? [];
  }
  snapshot() {
    return new Map([...this.#tables].map(([accountId, tables]) => [accountId, rowsOf(tables)]));
  }
  /** Puts every table back, and gives up those of accounts that the snapshot does not have. */
  restore(snapshot) {
    for (const [accountId, tables] of this.#tables) {
      if (snapshot.has(accountId)) continue;
      for (const table of tables.values()) {
        table.restore(/* @__PURE__ */ new Map());
        this.#log?.unfollow(table);
      }
      this.#tables.delete(accountId);
    }
    for (const [accountId, saved] of snapshot) {
      for (const name of /* @__PURE__ */ new Set([...saved.keys(), ...this.#tables.get(accountId)?.keys() ?? []]))
        this.table(accountId, defineTable(name)).restore(saved.get(name) ?? /* @__PURE__ */ new Map());
    }
  }
  /** Lets `log` follow every table, those that come later too; `undefined`: none. */
  record(log, known) {
    this.#log = log;
    for (const [accountId, tables] of this.#tables) {
      for (const [name, table] of tables) log?.follow(accountId, name, table, known);
    }
  }
};
function rowsOf(tables) {
  return new Map([...tables].map(([name, table]) => [name, table.snapshot()]));
}

// src/core/tasks.ts
var Tasks = class extends Table {
  #heap;
  #planned = 0;
  insert(task) {
    const inserted = super.insert(task);
    if (this.#heap) push(this.#heap, { task: inserted, order: this.#planned++ });
    return inserted;
  }
  update(id, changes) {
    const task = super.update(id, changes);
    if (this.#heap) push(this.#heap, { task, order: this.#planned++ });
    return task;
  }
  restore(rows) {
    super.restore(rows);
    this.#heap = void 0;
  }
  /** The task that is due first, at or before `until`. */
  next(until) {
    const heap = this.#heap ??= this.#built();
    while (heap[0] && this.get(heap[0].task.id) !== heap[0].task) pop(heap);
    const first = heap[0]?.task;
    return first && first.at <= until ? first : void 0;
  }
  #built() {
    const heap = [];
    for (const task of this.values()) push(heap, { task, order: this.#planned++ });
    return heap;
  }
};
function isBefore(one, other) {
  return one.task.at < other.task.at || one.task.at === other.task.at && one.order < other.order;
}
function push(heap, entry) {
  let index = heap.length;
  heap.push(entry);
  while (index > 0) {
    const above = index - 1 >> 1;
    const parent = heap[above];
    if (!parent || !isBefore(entry, parent)) break;
    heap[index] = parent;
    index = above;
  }
  heap[index] = entry;
}
function pop(heap) {
  const last = heap.pop();
  if (!last || heap.length === 0) return;
  let index = 0;
  for (; ; ) {
    const left = 2 * index + 1;
    const right = left + 1;
    const [leftChild, rightChild] = [heap[left], heap[right]];
    const child = rightChild && leftChild && isBefore(rightChild, leftChild) ? right : left;
    const smaller = heap[child];
    if (!smaller || !isBefore(smaller, last)) break;
    heap[index] = smaller;
    index = child;
  }
  heap[index] = last;
}
var REMEMBERED = 1e3;
var LONG2 = 512;
function createFingerprint(key) {
  const encoder = new TextEncoder();
  const keyed = hmac.create(sha256, key);
  const scratch = keyed.clone();
  const known = /* @__PURE__ */ new Map();
  return (secret) => {
    const remembered = known.get(secret);
    if (remembered !== void 0) return remembered;
    const digest = bytesToHex(keyed._cloneInto(scratch).update(encoder.encode(secret)).digest());
    if (known.size >= REMEMBERED) known.clear();
    if (secret.length <= LONG2) known.set(secret, digest);
    return digest;
  };
}
function sameFingerprint(one, other) {
  let difference = one.length ^ other.length;
  for (let i = 0; i < one.length; i++) difference |= one.charCodeAt(i) ^ other.charCodeAt(i);
  return difference === 0;
}

// src/core/vault.ts
var BCRYPT_COST = 4;
var BCRYPT_MAX_BYTES = 72;
var NONCE_BYTES = 12;
var REMEMBERED2 = 1e4;
var NOBODYS_HASH = "$2b$04$btIvkm9irmP7RtqHrwPmS.ZKF5EiwdotJAvkrP7FOOMq2qkxxTume";
function startOf(secret) {
  return secret.slice(0, Math.min(12, secret.length >> 1));
}
function createVault(kept) {
  const key = kept ?? randomBytes(32);
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const fingerprint = createFingerprint(key);
  const nobodysPrint = fingerprint("");
  const sealedHere = /* @__PURE__ */ new WeakMap();
  const known = /* @__PURE__ */ new Map();
  const remember3 = (print, hash2, matches) => {
    if (known.size >= REMEMBERED2) known.clear();
    known.set(`${print} ${hash2}`, matches);
    return matches;
  };
  function bcryptMatches(hash2, secret, print) {
    const remembered = known.get(`${print} ${hash2}`);
    if (remembered !== void 0) return remembered;
    return remember3(print, hash2, encoder.encode(secret).length <= BCRYPT_MAX_BYTES && compareSync(secret, hash2));
  }
  function open(sealed) {
    if (sealed.kind === "bcrypt") return void 0;
    const bytes = hexToBytes(sealed.box);
    const nonce = bytes.subarray(0, NONCE_BYTES);
    return decoder.decode(gcm(key, nonce).decrypt(bytes.subarray(NONCE_BYTES)));
  }
  function hashed(secret) {
    if (encoder.encode(secret).length > BCRYPT_MAX_BYTES) {
      throw new RangeError(`A secret kept with bcrypt has at most ${BCRYPT_MAX_BYTES} bytes. Choose a shorter one.`);
    }
    const hash2 = once(() => hashSync(secret, BCRYPT_COST));
    return {
      kind: "bcrypt",
      start: startOf(secret),
      get hash() {
        return hash2();
      }
    };
  }
  function encrypted(secret) {
    const box = once(() => {
      const nonce = randomBytes(NONCE_BYTES);
      return bytesToHex(nonce) + bytesToHex(gcm(key, nonce).encrypt(encoder.encode(secret)));
    });
    return {
      kind: "aes-256-gcm",
      start: startOf(secret),
      get box() {
        return box();
      },
      fingerprint: fingerprint(secret)
    };
  }
  return {
    fingerprint,
    open,
    seal(secret, storage, published = false) {
      const whenAsked = storage === "bcrypt" ? hashed(secret) : encrypted(secret);
      const sealed = published ? whenAsked : { ...whenAsked };
      if (sealed.kind === "bcrypt") sealedHere.set(sealed, fingerprint(secret));
      return sealed;
    },
    matches(sealed, secret, print = fingerprint(secret)) {
      const own = sealed.kind === "bcrypt" ? sealedHere.get(sealed) : sealed.fingerprint;
      if (own !== void 0) return sameFingerprint(own, print);
      return sealed.kind === "bcrypt" && bcryptMatches(sealed.hash, secret, print);
    },
    compareInVain(secret, print, compared) {
      if (compared.length === 0) sameFingerprint(nobodysPrint, print);
      if (kept && compared.every((sealed) => sealedHere.has(sealed))) bcryptMatches(NOBODYS_HASH, secret, print);
    }
  };
}
function once(make) {
  let made;
  return () => (made ??= { value: make() }).value;
}

// src/core/session.ts
var Session = class {
  accounts = new Table({ platform: (account) => account.platform });
  keys = new Table({
    account: (key) => key.accountId,
    fingerprint: (key) => key.sealed.kind === "bcrypt" ? void 0 : key.sealed.fingerprint,
    hashedStart: (key) => key.sealed.kind === "bcrypt" ? key.sealed.start : void 0,
    start: (key) => key.sealed.start
  });
  users = new Table({ account: (user) => user.accountId ?? void 0 });
  faults = new Table();
  tasks = new Tasks();
  meters = new Table();
  journal = createJournal();
  #uses = new Table();
  /** By the names under which they are saved: a table that is not here is in no snapshot and in no store. */
  #own = new Map(
    Object.entries({
      accounts: this.accounts,
      keys: this.keys,
      users: this.users,
      uses: this.#uses,
      meters: this.meters,
      faults: this.faults,
      tasks: this.tasks
    })
  );
  #initial;
  /** How far the clock was moved by then. */
  #initialOffset = 0;
  #log;
  #settings;
  #resources = new AccountTables();
  name;
  /** Ids and generated secrets follow from it. */
  seed;
  /** Its `advance` also runs what falls due on the way. */
  clock;
  ids;
  vault;
  #clock;
  #run;
  constructor(parts) {
    this.name = parts.name;
    this.seed = parts.seed;
    this.#clock = parts.clock;
    this.clock = {
      ...parts.clock,
      advance: (by) => this.#advance(parts.clock, milliseconds(by)),
      set: (instant2) => {
        parts.clock.set(instant2);
        this.#log?.touch();
      },
      reset: () => {
        parts.clock.reset();
        if (this.#initialOffset !== 0) parts.clock.moveTo(this.#initialOffset);
        this.#log?.touch();
      }
    };
    this.#run = parts.run ?? (() => void 0);
    this.ids = createIds(parts.seed, parts.stream);
    this.vault = parts.vault;
    this.#settings = parts.settings;
  }
  get settings() {
    return this.#settings;
  }
  set settings(settings2) {
    this.#settings = settings2;
    this.#log?.touch();
  }
  /** A platform's table of one account: no behaviour can reach another account's rows through it. */
  table(accountId, definition) {
    return this.#resources.table(accountId, definition);
  }
  /** A row by the name of its table, for references that the document makes. */
  rowOf(accountId, table, id) {
    return this.#resources.row(accountId, table, id);
  }
  /** All rows of an account's table by its name; none where the platform keeps no such table. */
  rowsOf(accountId, table) {
    return this.#resources.rows(accountId, table);
  }
  /**
   * The key with this secret, whatever its status.
   * @param print the secret's fingerprint, from who has it already
   */
  findKey(secret, print = this.vault.fingerprint(secret)) {
    const sealed = this.keys.first("fingerprint", print);
    if (sealed && this.vault.matches(sealed.sealed, secret, print)) return sealed;
    const isIt = (key) => this.vault.matches(key.sealed, secret, print);
    const alike = this.keys.find("hashedStart", startOf(secret));
    const hashed = alike.find(isIt);
    if (!hashed) {
      const compared = alike.map((key) => key.sealed);
      this.vault.compareInVain(secret, print, compared);
    }
    return hashed;
  }
  /** Whether a word is the secret of a key, or begins like one of which only the hash is kept. */
  isSecret = (word) => {
    const start2 = startOf(word);
    if (!this.keys.has("start", start2)) return false;
    const alike = this.keys.find("start", start2);
    return alike.some(({ sealed }) => sealed.kind === "bcrypt" || sealed.fingerprint === this.vault.fingerprint(word));
  };
  keysOf(accountId) {
    return this.keys.find("account", accountId);
  }
  useOf(keyId) {
    return this.#uses.get(keyId) ?? { id: keyId, lastUsedAt: null, requests: 0 };
  }
  countUse(keyId, now) {
    this.#uses.put({ id: keyId, lastUsedAt: now, requests: this.useOf(keyId).requests + 1 });
  }
  snapshot() {
    const resources = this.#resources.snapshot();
    return { own: rowsOf(this.#own), resources, settings: this.settings, ids: this.ids.state() };
  }
  /** From now on {@link reset} comes back to this moment. */
  markInitial() {
    this.#initial = this.snapshot();
    this.#initialOffset = this.#clock.offset();
  }
  /** Starts as another session started, with ids of its own, and these settings. */
  startAs(other, own = {}) {
    if (!other.#initial) throw new Error(`The session ${other.name} has no initial state yet.`);
    this.restore({ ...other.#initial, ids: this.ids.state(), settings: { ...other.#initial.settings, ...own } });
    this.#clock.moveTo(other.#initialOffset);
    this.markInitial();
  }
  /** Plans a task; it runs when the clock gets there. */
  plan(task) {
    return this.tasks.insert({ ...task, id: this.ids.id("task") });
  }
  /** Runs what has fallen due by itself, because real time went by. */
  runDueTasks() {
    if (this.tasks.size === 0) return;
    for (let task = this.tasks.next(this.clock.now()); task; task = this.tasks.next(this.clock.now())) {
      this.tasks.delete(task.id);
      this.#run(this, task);
    }
  }
  /** Goes from task to task, so that each sees its own moment on the clock. */
  #advance(clock2, by) {
    const target = clock2.now() + by;
    for (let task = this.tasks.next(target); task; task = this.tasks.next(target)) {
      this.tasks.delete(task.id);
      if (task.at > clock2.now()) clock2.advance(task.at - clock2.now());
      this.#run(this, task);
    }
    this.#log?.touch();
    return clock2.advance(Math.max(0, target - clock2.now()));
  }
  /** As new: state, limits, ids, journal and clock. */
  reset() {
    if (this.#initial) this.restore(this.#initial);
    this.journal.clear();
    this.clock.reset();
  }
  /** Puts the session back to a snapshot. The journal and the clock stay as they are. */
  restore(snapshot) {
    for (const [name, table] of this.#own) table.restore(snapshot.own.get(name) ?? /* @__PURE__ */ new Map());
    this.settings = snapshot.settings;
    this.ids.restore(snapshot.ids);
    this.journal.expectRepeats();
    this.#resources.restore(snapshot.resources);
  }
  /** Milliseconds that the clock was moved forward. */
  get clockOffset() {
    return this.#clock.offset();
  }
  /** Goes on where a session of an earlier process was. */
  resume(snapshot, clockOffset, requests2) {
    this.restore(snapshot);
    this.#clock.moveTo(clockOffset);
    this.journal.restore(requests2.entries, requests2.count);
  }
  /** Lets `log` follow everything that is to be kept, `known` if it is kept already. @returns how to end it. */
  record(log, known) {
    this.#log = log;
    for (const [name, table] of this.#own) log.follow(null, name, table, known);
    this.#resources.record(log, known);
    log.follow(null, "journal", this.journal, known);
    return () => {
      this.#log = void 0;
      this.#resources.record(void 0, known);
      log.end();
    };
  }
};

// src/core/sessions.ts
var NAME = /^[A-Za-z0-9][\w.-]{0,99}$/;
var REMEMBERED_NAMES = 1e4;
var Sessions = class {
  default;
  limits;
  /** For answers that belong to no session, so that none of them moves the ids of one. */
  ids = createIds(1582633173);
  #make;
  #now;
  #keeper;
  /** The longest unused one first. */
  #kept = /* @__PURE__ */ new Map();
  /** Names whose session went idle: using one again must not quietly start from nothing. */
  #expired = /* @__PURE__ */ new Set();
  /**
   * `now`: real time; sessions have clocks of their own, and idleness is not on them. `keeper`: follows every session,
   * and `saved` is what it has from an earlier process.
   */
  constructor(parts) {
    this.#make = parts.make;
    this.#now = parts.now;
    this.limits = parts.limits;
    this.#keeper = parts.keeper;
    const { sessions: sessions2 = [], expired = [] } = parts.saved ?? {};
    const saved = sessions2.find(({ name }) => name === DEFAULT);
    this.default = this.#begin(DEFAULT, {}, saved);
    for (const other of sessions2) {
      if (other !== saved)
        this.#kept.set(other.name, { session: this.#begin(other.name, other.head.start, other), usedAt: this.#now() });
    }
    for (const name of expired) this.#expired.add(name);
  }
  /** How many there are besides the default one. */
  get count() {
    return this.#kept.size;
  }
  /** The session of this name; a new one when there is none. */
  open(name, start2 = {}) {
    if (name === this.default.name) return { ok: true, session: this.default };
    if (!NAME.test(name)) return { ok: false, problem: "session_name_invalid" };
    this.#dropIdle();
    const kept = this.#kept.get(name);
    if (kept) return { ok: true, session: this.#used(name, kept) };
    if (this.#expired.has(name)) return { ok: false, problem: "session_expired" };
    if (this.#kept.size >= this.limits.count) return { ok: false, problem: "session_limit_reached" };
    const session = this.#begin(name, start2);
    this.#kept.set(name, { session, usedAt: this.#now() });
    return { ok: true, session };
  }
  /** As {@link open}, and a session that went idle starts anew. `start` is for a new one only. */
  create(name, start2 = {}) {
    this.#dropIdle();
    this.#expired.delete(name);
    return this.open(name, start2);
  }
  has(name) {
    this.#dropIdle();
    return name === this.default.name || this.#kept.has(name);
  }
  /** Says that a session is in use by somebody who holds it and need not open it. */
  touch(session) {
    const kept = this.#kept.get(session.name);
    if (kept?.session === session) this.#used(session.name, kept);
  }
  /** What waits in it goes on at once. The default session cannot be dropped, only reset. @returns whether there was one. */
  drop(name) {
    if (this.#expired.delete(name) || this.#kept.has(name)) this.#keeper?.drop(name, false);
    this.#kept.get(name)?.session.reset();
    return this.#kept.delete(name);
  }
  /** The default one, then the others by name. */
  list() {
    this.#dropIdle();
    const named = [...this.#kept.values()].map(({ session }) => session);
    return [this.default, ...named.sort((one, other) => one.name < other.name ? -1 : 1)];
  }
  /**
   * The session that has a credential; the default one before others, since every session has the zero-setup keys.
   * A secret that somebody chose may be in several, and then nobody can tell which one is meant.
   */
  owning(has) {
    this.#dropIdle();
    if (has(this.default)) return { ok: true, session: this.default };
    const owners = [...this.#kept.entries()].filter(([, { session }]) => has(session));
    const [owner, ...others] = owners;
    if (others.length > 0) return { ok: false, problem: "session_ambiguous" };
    return owner && { ok: true, session: this.#used(...owner) };
  }
  /** Makes a session, or takes up one that was saved. */
  #begin(name, start2, saved) {
    const session = this.#make(name, start2);
    if (saved) resume(session, saved);
    this.#keeper?.keep(session, start2, saved);
    return session;
  }
  #used(name, kept) {
    kept.usedAt = this.#now();
    this.#kept.delete(name);
    this.#kept.set(name, kept);
    return kept.session;
  }
  #dropIdle() {
    const limit = this.#now() - this.limits.idle;
    for (const [name, { session, usedAt }] of this.#kept) {
      if (usedAt > limit) return;
      this.#keeper?.drop(name, true);
      session.reset();
      this.#kept.delete(name);
      if (this.#expired.size >= REMEMBERED_NAMES) this.#expired.clear();
      this.#expired.add(name);
    }
  }
};

// src/platforms/console/problem.ts
function problem(ctx, name, facts = {}, example = name) {
  return { ...ctx.example(statusOfExample(ctx.operation, example), example, facts), decision: name };
}
function brokenRule(ctx, policy, rule, field) {
  if (rule.code === "invalid_request") {
    return ctx.invalid([{ in: "body", path: field === void 0 ? [] : [field], rule: "other", message: rule.message }]);
  }
  const stuck = rule.code === "key_limit_reached" && !policy.actions.delete;
  return problem(ctx, rule.code, rule.facts, stuck ? "key_limit_reached_no_delete" : rule.code);
}
function statusOfExample(operation, name) {
  for (const [status, response] of Object.entries(operation.responses)) {
    if (Object.values(response.content ?? {}).some((media) => media.examples?.[name])) return Number(status);
  }
  throw new Error(`No answer of ${operation.id} has an example "${name}". Add it to the document.`);
}

// src/platforms/console/access.ts
var LOCKABLE = { instance: "instances" };
function forEveryRole(behave2) {
  return (ctx) => {
    const screen = screenOf(ctx);
    return screen ? behave2(ctx, screen) : problem(ctx, "account_not_found");
  };
}
function forManagers(behave2) {
  return forEveryRole((ctx, screen) => {
    const { managedBy } = screen.scheme.policy;
    if (ctx.user && managedBy.includes(ctx.user.role)) return behave2(ctx, screen);
    return problem(ctx, "role_required", { role: leastOf(managedBy) });
  });
}
function screensOf(ctx) {
  return ctx.session.accounts.values().flatMap((account) => screenFor(ctx, account) ?? []);
}
function screenOf(ctx) {
  const account = ctx.session.accounts.get(ctx.path.accountId ?? "");
  return account && screenFor(ctx, account);
}
function screenFor(ctx, account) {
  const { user } = ctx;
  if (!user || user.accountId !== null && user.accountId !== account.id) return void 0;
  const schemes = ctx.schemesOf(account.platform);
  const scheme = schemes.find(({ policy }) => policy.managedBy.length > 0) ?? schemes[0];
  return scheme && { account, scheme };
}
function leastOf(managing) {
  return roles.findLast((role) => managing.includes(role)) ?? "owner";
}

// src/platforms/console/key-request.ts
function issuesOfNewKey(wanted, policy, isInstance) {
  const { name, scopes = [], instances: instances3 } = wanted;
  return [
    ...policy.names.required || name !== void 0 ? issuesOfName(name ?? "") : [],
    ...issuesOfScopes(scopes, policy),
    ...issuesOfInstances(instances3 ?? [], policy, isInstance)
  ];
}
function issuesOfName(name) {
  return isBlank(name) ? [issue(["name"], "missing", "is required")] : [];
}
function nothingToChange(...fields) {
  return [issue([], "other", `must have at least one of: ${fields.join(", ")}`)];
}
function isBlank(name) {
  return name.trim() === "";
}
function issuesOfScopes(scopes, { scopes: known }) {
  if (known.length === 0)
    return scopes.length > 0 ? [issue(["scopes"], "other", "are not known on this platform; leave them out")] : [];
  if (scopes.length === 0) return [issue(["scopes"], "missing", `must have at least one of: ${known.join(", ")}`)];
  return scopes.flatMap(
    (scope, at) => known.includes(scope) ? [] : [issue(["scopes", at], "enum", `must be one of: ${known.join(", ")}`)]
  );
}
function issuesOfInstances(ids, { lockTo }, isInstance) {
  if (lockTo === null)
    return ids.length > 0 ? [issue(["instances"], "other", "cannot be chosen: keys of this platform open everything")] : [];
  return ids.flatMap(
    (id, at) => isInstance(id) ? [] : [issue(["instances", at], "other", "must be an instance of this account")]
  );
}
function issue(path, rule, message) {
  return { in: "body", path, rule, message };
}

// src/platforms/console/views.ts
function accountView(session, account, scheme) {
  const { policy } = scheme;
  const { id, platform, name, plan, product, createdAt } = account;
  return {
    id,
    platform,
    name,
    plan,
    product,
    plans: policy.plans.all.map((each) => ({ name: each, apiAccess: planHasApiAccess(policy, each) })),
    keyLimit: policy.keysPerAccount,
    keysInUse: keysInUse(session, scheme, id).length,
    users: userViews(session, id),
    createdAt: iso(createdAt)
  };
}
function userViews(session, accountId) {
  const counts = /* @__PURE__ */ new Map();
  return session.users.values().filter((user) => user.accountId === null || user.accountId === accountId).map(({ name, role }) => {
    const count = (counts.get(role) ?? 0) + 1;
    counts.set(role, count);
    return { id: count === 1 ? `user_${role}` : `user_${role}_${count}`, name, role };
  });
}
function keyView(session, key) {
  const { status, reason } = currentState(key);
  const { lastUsedAt, requests: requests2 } = session.useOf(key.id);
  return {
    id: key.id,
    accountId: key.accountId,
    platform: key.platform,
    scheme: key.scheme,
    name: key.name,
    status: status === "active" ? "active" : "disabled",
    disabledReason: reason,
    masked: key.masked,
    scopes: [...key.scopes],
    instances: key.instances && [...key.instances],
    createdAt: iso(key.createdAt),
    lastUsedAt: isoOrNull(lastUsedAt),
    requestCount: requests2,
    expiresAt: isoOrNull(key.expiresAt)
  };
}
function isoOrNull(at) {
  return at === null ? null : iso(at);
}

// src/platforms/console/accounts.ts
var accounts = {
  listAccounts: (ctx) => {
    const { platform } = ctx.query;
    const items = screensOf(ctx).filter(({ account }) => platform === void 0 || account.platform === platform).map(({ account, scheme }) => accountView(ctx.session, account, scheme));
    return ctx.reply(200, { items, total: items.length });
  },
  getAccount: forEveryRole((ctx, { account, scheme }) => {
    return ctx.reply(200, accountView(ctx.session, account, scheme));
  }),
  /** Changes everything that was asked for, or nothing. */
  updateAccount: forManagers((ctx, { account, scheme }) => {
    const { name, plan } = ctx.body;
    if (name === void 0 && plan === void 0) return ctx.invalid(nothingToChange("name", "plan"));
    const issues = name === void 0 ? [] : issuesOfName(name);
    if (issues.length > 0) return ctx.invalid(issues);
    if (plan !== void 0) {
      const moved = changePlan(ctx.session, ctx.schemesOf(account.platform), account, plan);
      if (!moved.ok) return brokenRule(ctx, scheme.policy, moved, "plan");
    }
    const changed = ctx.session.accounts.update(account.id, name === void 0 ? {} : { name: name.trim() });
    return ctx.reply(200, accountView(ctx.session, changed, scheme));
  })
};

// src/platforms/console/api-keys.ts
var apiKeys = {
  /** Oldest first, without the deleted ones and without keys of schemes that no key screen manages. */
  listApiKeys: forManagers((ctx, { account, scheme }) => {
    const items = ctx.session.keys.values().filter((key) => key.accountId === account.id && key.scheme === scheme.name && currentState(key).status !== "deleted").map((key) => keyView(ctx.session, key));
    return ctx.reply(200, { items, total: items.length });
  }),
  createApiKey: forManagers((ctx, { account, scheme }) => {
    const { session, body } = ctx;
    const { lockTo } = scheme.policy;
    const isInstance = (id) => lockTo !== null && session.rowOf(account.id, LOCKABLE[lockTo], id) !== void 0;
    const issues = issuesOfNewKey(body, scheme.policy, isInstance);
    if (issues.length > 0) return ctx.invalid(issues);
    const { name, scopes, instances: instances3 } = body;
    const created = createKey(session, scheme, account, { name, scopes, instances: instances3 });
    if (!created.ok) return brokenRule(ctx, scheme.policy, created);
    const { key, secret } = created.value;
    return ctx.reply(201, { ...keyView(session, key), secret });
  }),
  getApiKey: forManagers((ctx, screen) => {
    const key = keyOnScreen(ctx, screen);
    return key ? ctx.reply(200, keyView(ctx.session, key)) : problem(ctx, "key_not_found");
  }),
  /** Changes everything that was asked for, or nothing. */
  updateApiKey: forManagers((ctx, screen) => {
    const { session, body } = ctx;
    const { account, scheme } = screen;
    const key = keyOnScreen(ctx, screen);
    if (!key) return problem(ctx, "key_not_found");
    const { name, status } = body;
    if (name === void 0 && status === void 0) return ctx.invalid(nothingToChange("name", "status"));
    const issues = name === void 0 ? [] : issuesOfName(name);
    if (issues.length > 0) return ctx.invalid(issues);
    const renamed = name === void 0 ? done(key) : renameKey(session, scheme, key.id, name);
    if (!renamed.ok) return brokenRule(ctx, scheme.policy, renamed, "name");
    const switched = status === void 0 ? renamed : status === "disabled" ? disableKey(session, scheme, key.id) : enableKey(session, scheme, account, key.id);
    if (switched.ok) return ctx.reply(200, keyView(session, switched.value));
    session.keys.update(key.id, key);
    return brokenRule(ctx, scheme.policy, switched, "status");
  }),
  deleteApiKey: forManagers((ctx, screen) => {
    const key = keyOnScreen(ctx, screen);
    if (!key) return problem(ctx, "key_not_found");
    const deleted = deleteKey(ctx.session, screen.scheme, key.id);
    return deleted.ok ? ctx.reply(204, void 0) : brokenRule(ctx, screen.scheme.policy, deleted);
  }),
  revealApiKey: forManagers((ctx, screen) => {
    const key = keyOnScreen(ctx, screen);
    if (!key) return problem(ctx, "key_not_found");
    const secret = revealKey(ctx.session, screen.scheme, key.id);
    return secret.ok ? ctx.reply(200, { id: key.id, secret: secret.value }) : brokenRule(ctx, screen.scheme.policy, secret);
  })
};
function keyOnScreen(ctx, { account, scheme }) {
  const key = liveKey(ctx.session, ctx.path.keyId);
  return key?.accountId === account.id && key.scheme === scheme.name ? key : void 0;
}

// src/platforms/console/api-logs.ts
var apiLogs = {
  /** Newest first. A key of another account finds nothing. */
  listApiLogs: forManagers((ctx, { account }) => {
    const { page = 1, limit = 20, keyId, status, from, to } = ctx.query;
    const start2 = from === void 0 ? -Infinity : Date.parse(from);
    const end = to === void 0 ? Infinity : Date.parse(to);
    const entries = ctx.session.journal.list().filter((entry) => entry.accountId === account.id).filter((entry) => keyId === void 0 || entry.keyId === keyId).filter((entry) => status === void 0 || entry.status === status).filter(({ at }) => at >= start2 && at <= end);
    const items = entries.slice((page - 1) * limit, page * limit).map((entry) => logView(ctx.session, entry));
    return ctx.reply(200, { items, page, limit, total: entries.length, totalPages: Math.ceil(entries.length / limit) });
  })
};
function logView(session, entry) {
  const { requestId, at, keyId, method, path, status, decision, durationMs } = entry;
  const keyName = keyId === null ? null : session.keys.get(keyId)?.name ?? null;
  return { id: requestId, at: iso(at), keyId, keyName, method, path, status, decision, durationMs };
}

// src/platforms/console/invalid-request.ts
function invalidRequest(issues, ctx) {
  const answer = ctx.example(400, "invalid_request");
  const body = answer.body;
  const documented = new Map(body.issues?.map(({ field, message }) => [field, message]));
  const described = issues.map((issue3) => {
    const field = fieldOf(issue3);
    const absent = issue3.rule === "missing" || issue3.rule === "min_length";
    return { field, message: (absent ? documented.get(field) : void 0) ?? sentence(issue3) };
  });
  return { ...answer, body: { ...body, issues: described } };
}
function fieldOf(issue3) {
  if (issue3.in !== "body") return issue3.path.join(".");
  return issue3.path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
function sentence({ path, message }) {
  if (!/^[a-z]/.test(message)) return message;
  const subject = path.findLast((part) => typeof part === "string") ?? "The body";
  return `${subject} ${message}.`;
}

// src/platforms/console/key-rules.ts
var ROTATE_AFTER_MONTHS = 6;
var keyRules = {
  getKeyRules: forEveryRole((ctx, { account, scheme }) => {
    const { placement, policy } = scheme;
    return ctx.reply(200, {
      scheme: scheme.name,
      travelsIn: { in: placement.in, name: placement.name },
      secret: policy.secret,
      keyLimit: policy.keysPerAccount,
      names: { ...policy.names },
      actions: { ...policy.actions },
      managedBy: [...policy.managedBy],
      onLosingAccess: policy.plans.onLosingAccess,
      scopes: [...policy.scopes],
      lockTo: policy.lockTo,
      instances: policy.lockTo === null ? null : lockable(ctx.session, account, LOCKABLE[policy.lockTo]),
      rotation: rotation(ctx.session, account, scheme),
      now: iso(ctx.session.clock.now())
    });
  })
};
function lockable(session, account, table) {
  return session.rowsOf(account.id, table).map((row) => ({ id: row.id, name: nameOf(row) }));
}
function nameOf(row) {
  return "name" in row && typeof row.name === "string" ? row.name : row.id;
}
function rotation(session, account, scheme) {
  const { keysPerAccount } = scheme.policy;
  const full = keysPerAccount !== null && keysInUse(session, scheme, account.id).length >= keysPerAccount;
  return { afterMonths: ROTATE_AFTER_MONTHS, ...waysToRotate(scheme.policy, full) };
}
function waysToRotate({ keysPerAccount, actions }, full) {
  const swap = ["update_integrations", "test"];
  const alone = keysPerAccount === 1;
  if (alone) return { gap: true, steps: actions.delete ? ["delete_key", "create_key", ...swap] : [] };
  const begin = full ? actions.delete ? ["delete_key", "create_key"] : ["reuse_key"] : ["create_key"];
  const end = actions.delete ? ["delete_key"] : actions.disable ? ["disable_key"] : [];
  return { gap: false, steps: [...begin, ...swap, ...end] };
}

// src/platforms/console/index.ts
var consoleModule = {
  behaviours: { ...accounts, ...apiKeys, ...apiLogs, ...keyRules },
  invalidRequest
};

// src/platforms/control/rules.ts
function underRules(ctx, act2) {
  try {
    return act2();
  } catch (error) {
    if (error instanceof KeyRuleError) return ruleProblem(ctx, error);
    if (error instanceof RangeError) return ctx.invalid([issue2([], error.message)]);
    throw error;
  }
}
function controlProblem(ctx, code, detail) {
  const answer = ctx.example(statusOfExample(ctx.operation, code), code);
  return detail === void 0 ? answer : { ...answer, body: { ...answer.body, detail } };
}
function issue2(path, message) {
  return { in: "body", path, rule: "other", message };
}
function ruleProblem(ctx, { code, message, facts }) {
  if (code === "invalid_request") return ctx.invalid([issue2([], message)]);
  const answer = problem(ctx, code, facts);
  return { ...answer, body: { ...answer.body, detail: message, facts } };
}

// src/platforms/control/views.ts
function accountView2(session, account) {
  const { id, platform, name, plan, product, rateLimits, createdAt } = account;
  const keys2 = session.keysOf(id).filter((key) => currentState(key).status !== "deleted").length;
  return { id, platform, name, plan, product, rateLimits, keys: keys2, createdAt: iso(createdAt) };
}
function keyView2(session, key) {
  const { id, accountId, platform, scheme, name, masked, scopes, instances: instances3, createdAt, expiresAt } = key;
  const { status, reason } = currentState(key);
  return {
    id,
    accountId,
    platform,
    scheme,
    name,
    status,
    disabledReason: reason,
    masked,
    scopes: [...scopes],
    instances: instances3 && [...instances3],
    requests: session.useOf(id).requests,
    createdAt: iso(createdAt),
    expiresAt: expiresAt === null ? null : iso(expiresAt)
  };
}
function sessionView(session) {
  return { name: session.name, now: iso(session.clock.now()), requests: session.journal.size };
}
function listView(items) {
  return { items, total: items.length };
}

// src/platforms/control/accounts.ts
var accounts2 = {
  listMockAccounts: (ctx) => {
    const { platform } = ctx.query;
    const { accounts: all } = ctx.session;
    const rows = platform === void 0 ? all.values() : all.find("platform", platform);
    return ctx.reply(200, listView(rows.map((row) => accountView2(ctx.session, row))));
  },
  createMockAccount: (ctx) => {
    const { platform, rateLimits, ...wanted } = ctx.body;
    const info = ctx.document.platforms.get(platform);
    if (!info || ctx.schemesOf(platform).length === 0) return ctx.invalid([issue2(["platform"], unknownPlatform(ctx))]);
    if (wanted.id !== void 0 && ctx.session.accounts.get(wanted.id)) return controlProblem(ctx, "id_taken");
    return underRules(ctx, () => {
      const options = { ...wanted, ...rateLimits !== null && rateLimits !== void 0 && { rateLimits } };
      const { id } = platformHandle(ctx.session, ctx.document, info).accounts.create(options);
      return ctx.reply(201, accountView2(ctx.session, accountRow(ctx, id)));
    });
  },
  getMockAccount: (ctx) => onAccount(ctx, (account) => ctx.reply(200, accountView2(ctx.session, account))),
  updateMockAccount: (ctx) => onAccount(ctx, (account, handle2) => {
    const { plan, rateLimits } = ctx.body;
    if (plan === void 0 && rateLimits === void 0) return ctx.invalid(nothingToChange("plan", "rateLimits"));
    if (plan !== void 0) handle2.changePlan(plan);
    if (rateLimits !== void 0) handle2.limitRate(rateLimits);
    return ctx.reply(200, accountView2(ctx.session, accountRow(ctx, account.id)));
  }),
  signInToMock: (ctx) => onAccount(ctx, (_, handle2) => {
    const { role, name = role } = ctx.body;
    return ctx.reply(201, { token: handle2.signIn(role, name), role, name });
  })
};
function onAccount(ctx, act2) {
  const account = ctx.session.accounts.get(ctx.path.accountId);
  const info = account && ctx.document.platforms.get(account.platform);
  if (!info) return problem(ctx, "account_not_found");
  return underRules(ctx, () => act2(account, platformHandle(ctx.session, ctx.document, info).accounts.get(account.id)));
}
function accountRow({ session }, id) {
  const row = session.accounts.get(id);
  if (!row) throw new Error(`The account ${id} is gone within its own request.`);
  return row;
}
function unknownPlatform(ctx) {
  const known = [...ctx.document.platforms.keys()].filter((id) => ctx.schemesOf(id).length > 0);
  return `must be one of: ${known.join(", ")}`;
}

// src/platforms/control/arrivals.ts
var TABLES = {
  pingback: {
    contacts: rowsOf2(contactTable),
    segments: rowsOf2(segmentTable),
    deals: rowsOf2(dealTable),
    webhookRuns: rowsOf2(webhookRunTable)
  },
  rdstation: {
    conversions: rowsOf2(conversionTable),
    leads: rowsOf2(leadTable),
    events: rowsOf2(eventTable)
  },
  zenvio: { messages: rowsOf2(messageTable), instances: rowsOf2(instanceTable) }
};
var arrivals2 = {
  listMockArrivals: (ctx) => {
    const { page = 1, limit = 50, order = "oldest", accountId } = ctx.query;
    const { platform, table } = ctx.path;
    const tables = Object.hasOwn(TABLES, platform) ? TABLES[platform] : void 0;
    const rowsIn = tables && Object.hasOwn(tables, table) ? tables[table] : void 0;
    if (!rowsIn) return controlProblem(ctx, "table_not_found");
    const rows = ctx.session.accounts.find("platform", platform).filter(({ id }) => accountId === void 0 || id === accountId).flatMap(({ id }) => rowsIn(ctx.session, id));
    if (order === "newest") rows.reverse();
    const items = rows.slice((page - 1) * limit, page * limit);
    const total = rows.length;
    return ctx.reply(200, { items: items.map((row) => ({ ...row })), page, limit, total, totalPages: Math.ceil(total / limit) });
  }
};
function rowsOf2(definition) {
  return (session, accountId) => session.table(accountId, definition).values();
}

// src/platforms/control/clock.ts
var LAST_INSTANT = Date.UTC(9999, 11, 31);
var TOO_LATE = "must not take the clock past the year 9999";
var clock = {
  getMockClock: (ctx) => ctx.reply(200, { now: iso(ctx.now) }),
  setMockClock: (ctx) => {
    const instant2 = Date.parse(ctx.body.now);
    if (instant2 > LAST_INSTANT) return ctx.invalid([{ ...issue2(["now"], TOO_LATE), rule: "maximum" }]);
    ctx.session.clock.set(instant2);
    return ctx.reply(200, { now: iso(ctx.session.clock.now()) });
  },
  advanceMockClock: (ctx) => {
    const by = milliseconds(ctx.body.by);
    if (ctx.now + by > LAST_INSTANT) return ctx.invalid([{ ...issue2(["by"], TOO_LATE), rule: "maximum" }]);
    return ctx.reply(200, { now: iso(ctx.session.clock.advance(by)) });
  },
  resetMockClock: (ctx) => {
    ctx.session.clock.reset();
    return ctx.reply(200, { now: iso(ctx.session.clock.now()) });
  }
};

// src/platforms/control/requests.ts
var requests = {
  /** Newest first. */
  listMockRequests: (ctx) => {
    const { page = 1, limit = 50, details = false, ...filters } = ctx.query;
    const entries = ctx.session.journal.list().filter(matcherOf(filters));
    const items = entries.slice((page - 1) * limit, page * limit).map((entry) => details ? detailedView(entryOf(entry)) : requestView(entry));
    return ctx.reply(200, { items, page, limit, total: entries.length, totalPages: Math.ceil(entries.length / limit) });
  },
  clearMockRequests: (ctx) => {
    ctx.session.journal.clear();
    return ctx.reply(204, void 0);
  },
  getMockDecision: (ctx) => {
    const entry = ctx.session.journal.get(ctx.path.requestId);
    return entry ? ctx.reply(200, detailedView(entry)) : ctx.example(404, "request_not_found");
  }
};
function matcherOf(filters) {
  const wanted = Object.entries(filters);
  return (entry) => wanted.every(([name, value]) => entry[name] === value);
}
function requestView(entry) {
  return {
    requestId: entry.requestId,
    at: iso(entry.at),
    method: entry.method,
    path: entry.path,
    platform: entry.platform,
    operationId: entry.operationId,
    status: entry.status,
    decision: entry.decision,
    evidence: entry.evidence,
    source: entry.source,
    scheme: entry.scheme,
    keyId: entry.keyId,
    accountId: entry.accountId,
    instanceId: entry.instanceId,
    userAgent: entry.userAgent,
    faults: [...entry.faults],
    durationMs: entry.durationMs,
    ...entry.violations && { violations: [...entry.violations] }
  };
}
function detailedView(entry) {
  const { requestBody, responseBody, steps } = entry;
  return { ...requestView(entry), requestBody, responseBody, steps: steps.map(stepView) };
}
function stepView({ step, outcome, rule, detail, evidence, source }) {
  return { step, outcome, rule, detail, evidence: evidence ?? null, source: source ?? null };
}

// src/platforms/control/events.ts
var HEARTBEAT_MS = 15e3;
var events = {
  streamMockEvents: (ctx) => {
    const answer = ctx.reply(200, void 0);
    return { ...answer, headers: { "cache-control": "no-store" }, stream: journalStream(ctx) };
  }
};
function journalStream({ session, engine, query, header }) {
  const matches = matcherOf(query);
  const lastId = header["last-event-id"];
  return ({ write, end }) => {
    write(": the journal of the mock, as it grows\n\n");
    if (lastId !== void 0) {
      const { missed, gap } = entriesAfter(session.journal.list(), lastId);
      if (gap) write(eventText("gap", { lastEventId: lastId }));
      for (const entry of missed.filter(matches)) write(requestEvent(entry));
    }
    const unwatch = session.journal.watch({
      added: (entry) => void (matches(entry) && write(requestEvent(entry))),
      cleared: () => void write(eventText("cleared", {}))
    });
    const heartbeat = setInterval(() => {
      if (engine.sessions.list().includes(session)) engine.sessions.touch(session);
      else end();
      write(": still there\n\n");
    }, HEARTBEAT_MS);
    return () => {
      unwatch();
      clearInterval(heartbeat);
    };
  };
}
function entriesAfter(newestFirst, lastId) {
  const at = newestFirst.findIndex(({ requestId }) => requestId === lastId);
  return { missed: newestFirst.slice(0, at < 0 ? void 0 : at).reverse(), gap: at < 0 };
}
function requestEvent(entry) {
  return `id: ${entry.requestId}
${eventText("request", requestView(entry))}`;
}
function eventText(event, data) {
  return `event: ${event}
data: ${JSON.stringify(data)}

`;
}

// src/platforms/control/faults.ts
var faults = {
  listMockFaults: (ctx) => ctx.reply(200, listView(ctx.session.faults.values().map(faultView))),
  addMockFault: (ctx) => underRules(ctx, () => ctx.reply(201, faultView(injectFault(ctx.session, ctx.document, ctx.body)))),
  removeMockFault: (ctx) => ctx.session.faults.delete(ctx.path.faultId) ? ctx.reply(204, void 0) : controlProblem(ctx, "fault_not_found"),
  clearMockFaults: (ctx) => {
    ctx.session.faults.restore(/* @__PURE__ */ new Map());
    return ctx.reply(204, void 0);
  }
};
function faultView(fault) {
  const { id, effect, on, left, probability, seed, seen, hits } = fault;
  return { id, effect, on, left, probability, seed, seen, hits };
}

// src/platforms/control/instances.ts
var instances = {
  connectMockInstance: (ctx) => onInstance(ctx, (phone, id) => ctx.reply(200, { ...phone.connect(id) })),
  disconnectMockInstance: (ctx) => onInstance(ctx, (phone, id) => ctx.reply(200, { ...phone.disconnect(id) })),
  receiveMockMessage: (ctx) => onInstance(ctx, (phone, id) => {
    phone.receive(id, ctx.body);
    return ctx.reply(204, void 0);
  })
};
function onInstance(ctx, act2) {
  const phone = instanceArrivals(ctx.session);
  const { instanceId } = ctx.path;
  const exists = phone.list().some(({ id }) => id === instanceId);
  return exists ? act2(phone, instanceId) : controlProblem(ctx, "instance_not_found");
}

// src/platforms/control/keys.ts
var keys = {
  /** Oldest first; also disabled and deleted ones. */
  listMockKeys: (ctx) => onAccount(ctx, ({ id }) => ctx.reply(200, listView(ctx.session.keysOf(id).map((key) => keyView2(ctx.session, key))))),
  createMockKey: (ctx) => onAccount(ctx, (account, handle2) => {
    const { id, scheme } = ctx.body;
    const schemes = ctx.schemesOf(account.platform).map(({ name }) => name);
    if (scheme !== void 0 && !schemes.includes(scheme))
      return ctx.invalid([issue2(["scheme"], `must be one of: ${schemes.join(", ")}`)]);
    if (id !== void 0 && ctx.session.keys.get(id)) return controlProblem(ctx, "id_taken");
    const key = handle2.keys.create(ctx.body);
    return ctx.reply(201, { ...viewOf2(ctx, key), secret: key.secret });
  }),
  getMockKey: (ctx) => onKey(ctx, (key) => ctx.reply(200, viewOf2(ctx, key))),
  /** Changes everything that was asked for, or nothing. */
  updateMockKey: (ctx) => onKey(ctx, (key) => {
    const { name, status } = ctx.body;
    if (name === void 0 && status === void 0) return ctx.invalid(nothingToChange("name", "status"));
    const before = ctx.session.keys.get(key.id);
    try {
      if (name !== void 0) key.rename(name);
      if (status === "active") key.enable();
      if (status === "disabled") key.disable();
    } catch (error) {
      if (before) ctx.session.keys.update(key.id, before);
      throw error;
    }
    return ctx.reply(200, viewOf2(ctx, key));
  }),
  deleteMockKey: (ctx) => onKey(ctx, (key) => {
    key.delete();
    return ctx.reply(200, viewOf2(ctx, key));
  }),
  expireMockKey: (ctx) => onKey(ctx, (key) => {
    key.expire();
    return ctx.reply(200, viewOf2(ctx, key));
  }),
  revealMockKey: (ctx) => onKey(ctx, (key) => ctx.reply(200, { id: key.id, secret: key.reveal() }))
};
function onKey(ctx, act2) {
  return onAccount(ctx, (account, handle2) => {
    const key = ctx.session.keys.get(ctx.path.keyId);
    return key?.accountId === account.id ? act2(handle2.keys.get(key.id)) : problem(ctx, "key_not_found");
  });
}
function viewOf2({ session }, { id }) {
  const key = session.keys.get(id);
  if (!key) throw new Error(`The key ${id} is gone within its own request.`);
  return keyView2(session, key);
}

// src/platforms/control/scenarios.ts
var scenarios = {
  listMockScenarios: (ctx) => {
    const all = listScenarios(ctx.document).map(({ name, summary, platforms, keys: keys2 }) => ({
      name,
      summary: { ...summary },
      platforms: [...platforms],
      keys: [...keys2]
    }));
    return ctx.reply(200, listView(all));
  },
  playMockScenario: (ctx) => underRules(ctx, () => ctx.reply(201, playedView(scenarioView(playScenario(ctx, ctx.path.name, ctx.body))))),
  /** All of it or nothing, with everything that is wrong. */
  applyMockSeed: (ctx) => {
    try {
      const { accounts: accounts3, scenarios: played, faults: faults2, now } = appliedSeedView(applySeed(ctx, ctx.body));
      return ctx.reply(201, {
        accounts: accounts3.map(({ keys: keys2, users, ...account }) => ({ ...account, keys: [...keys2], users: [...users] })),
        scenarios: played.map(playedView),
        faults: faults2.map(faultView),
        now
      });
    } catch (error) {
      if (!(error instanceof SeedError)) throw error;
      return ctx.invalid(error.problems.map(({ path, message }) => issue2([...path], message)));
    }
  }
};
function playedView({ faults: faults2, ...played }) {
  return { ...played, faults: faults2.map(faultView) };
}

// src/platforms/control/sessions.ts
var sessions = {
  listMockSessions: (ctx) => {
    const { sessions: all } = ctx.engine;
    return ctx.reply(200, { items: all.list().map(sessionView), limits: { ...all.limits } });
  },
  createMockSession: (ctx) => {
    const { sessions: all } = ctx.engine;
    const { name, ...options } = ctx.body;
    const exists = all.has(name);
    if (exists && Object.keys(options).length > 0) return controlProblem(ctx, "session_exists", explainExists(name));
    const opened = all.create(name, startOf2(options));
    if (!opened.ok) {
      const { status, title, detail } = explainProblem(opened.problem, name, all);
      return mockProblem(status, opened.problem, title, detail);
    }
    return ctx.reply(exists ? 200 : 201, sessionView(opened.session));
  },
  dropMockSession: (ctx) => ctx.engine.sessions.drop(ctx.path.name) ? ctx.reply(204, void 0) : controlProblem(ctx, "session_not_found")
};
function explainExists(name) {
  return `The session "${name}" exists already, so it cannot start with options. Drop it first with DELETE /__mock/sessions/{name}, or take another name.`;
}
function startOf2({ now, propagationDelay, ...rest }) {
  return {
    ...rest,
    ...now !== void 0 && { now: Date.parse(now) },
    ...propagationDelay !== void 0 && { propagationDelay: milliseconds(propagationDelay) }
  };
}

// src/platforms/control/settings.ts
var settings = {
  getMockSettings: (ctx) => ctx.reply(200, settingsView(ctx.session.settings)),
  updateMockSettings: (ctx) => {
    ctx.session.settings = changedSettings(ctx.session.settings, ctx.body);
    return ctx.reply(200, settingsView(ctx.session.settings));
  }
};
function settingsView({ rateLimits, propagationDelay, failures }) {
  return { rateLimits, propagationDelay, failures };
}

// src/platforms/control/snapshots.ts
var CAPACITY = 100;
var albums = /* @__PURE__ */ new WeakMap();
var snapshots = {
  listMockSnapshots: (ctx) => {
    const all = [...albumOf(ctx.session).kept.values()].sort((one, other) => one.at - other.at);
    return ctx.reply(200, listView(all.map(snapshotView)));
  },
  takeMockSnapshot: (ctx) => {
    const album = albumOf(ctx.session);
    const snapshot = { id: `snapshot_${album.taken += 1}`, at: ctx.now, state: ctx.session.snapshot() };
    album.kept.set(snapshot.id, snapshot);
    const oldest = album.kept.keys().next();
    if (album.kept.size > CAPACITY && !oldest.done) album.kept.delete(oldest.value);
    return ctx.reply(201, snapshotView(snapshot));
  },
  restoreMockSnapshot: (ctx) => onSnapshot(ctx, (snapshot, { kept }) => {
    kept.delete(snapshot.id);
    kept.set(snapshot.id, snapshot);
    ctx.session.restore(snapshot.state);
    return ctx.reply(200, snapshotView(snapshot));
  }),
  deleteMockSnapshot: (ctx) => onSnapshot(ctx, ({ id }, { kept }) => {
    kept.delete(id);
    return ctx.reply(204, void 0);
  })
};
function onSnapshot(ctx, act2) {
  const album = albumOf(ctx.session);
  const snapshot = album.kept.get(ctx.path.snapshotId);
  return snapshot ? act2(snapshot, album) : controlProblem(ctx, "snapshot_not_found");
}
function albumOf(session) {
  let album = albums.get(session);
  if (!album) albums.set(session, album = { kept: /* @__PURE__ */ new Map(), taken: 0 });
  return album;
}
function snapshotView({ id, at }) {
  return { id, at: iso(at) };
}

// src/zero-setup.ts
var AFTERMATH = {
  disabled: "disable",
  deleted: "delete",
  revoked: "delete",
  expired: "expire"
};
function plantZeroSetup(session, document2) {
  for (const scheme of Object.values(document2.source.components.securitySchemes)) {
    for (const { token, role, name } of scheme["x-zero-setup-sessions"] ?? [])
      signIn(session, token, { role, name, accountId: null });
  }
  for (const [id, platform] of document2.platforms) {
    for (const account of platform.zeroSetup?.accounts ?? []) plantAccount(session, document2, id, account);
  }
  session.markInitial();
}
function plantAccount(session, document2, platform, wanted) {
  const schemes = schemesOf(document2, platform);
  const policy = schemes[0]?.policy;
  if (!policy) throw new Error(`${platform} has accounts but no key scheme.`);
  const account = session.accounts.insert({
    id: wanted.id,
    platform,
    name: wanted.name,
    plan: policy.plans.withApiAccess.includes(wanted.plan) ? wanted.plan : policy.plans.withApiAccess[0] ?? wanted.plan,
    product: wanted.product ?? policy.products?.default ?? null,
    rateLimits: wanted.rateLimits ?? null,
    createdAt: session.clock.now()
  });
  for (const key of wanted.keys) plantKey(session, document2, account, key);
  if (account.plan !== wanted.plan) valueOf(changePlan(session, schemes, account, wanted.plan));
  for (const [table, rows] of Object.entries(wanted.resources ?? {})) {
    for (const row of rows) session.table(account.id, defineTable(table)).insert(row);
  }
}
function plantKey(session, document2, account, wanted) {
  const scheme = document2.schemes.get(wanted.scheme);
  if (!scheme) throw new Error(`The zero-setup key ${wanted.id} names no scheme of the document: ${wanted.scheme}.`);
  const { id, name, secret, scopes, instances: instances3 } = wanted;
  const { key } = valueOf(createKey(session, scheme, account, { id, name, secret, scopes, instances: instances3, published: true }));
  const aftermath = AFTERMATH[wanted.state];
  const expiresAt = aftermath === "expire" ? session.clock.now() - 1 : null;
  if (key.expiresAt !== expiresAt) session.keys.update(key.id, { expiresAt });
  if (aftermath === "disable") valueOf(disableKey(session, scheme, key.id));
  if (aftermath === "delete") valueOf(deleteKey(session, scheme, key.id));
}
function zeroSetupKeys(platforms) {
  return [...platforms].flatMap(
    ([platform, { title, zeroSetup }]) => (zeroSetup?.accounts ?? []).flatMap(
      ({ id, name, plan, keys: keys2 }) => keys2.map((key) => ({ ...key, platform, title, account: { id, name, plan } }))
    )
  );
}

// src/platforms/control/state.ts
var state = {
  getMockState: (ctx) => ctx.reply(200, stateOf2(ctx)),
  resetMock: (ctx) => {
    ctx.session.reset();
    return ctx.reply(200, stateOf2(ctx));
  },
  /** Their secrets may be shown: they are public fixtures. */
  listZeroSetupKeys: (ctx) => {
    const keys2 = zeroSetupKeys(ctx.document.platforms).map(
      ({ platform, title, account, id, scheme, state: purpose, secret, scopes = [], instances: instances3 = null, summary }) => ({
        platform,
        title,
        accountId: account.id,
        accountName: account.name,
        plan: account.plan,
        keyId: id,
        scheme,
        state: purpose,
        secret,
        scopes,
        instances: instances3,
        summary
      })
    );
    return ctx.reply(200, { keys: keys2 });
  }
};
function stateOf2({ session, document: document2 }) {
  const keys2 = session.keys.values().filter((key) => currentState(key).status !== "deleted");
  return {
    name: "chaveiro",
    version,
    platforms: [...document2.platforms.values()].map(({ id, title, tag, server }) => ({
      id,
      title,
      tag,
      server: server ?? null,
      accounts: session.accounts.find("platform", id).length,
      keys: keys2.filter(({ platform }) => platform === id).length
    })),
    accounts: session.accounts.size,
    keys: keys2.length,
    requests: session.journal.size,
    seed: session.seed,
    now: new Date(session.clock.now()).toISOString()
  };
}

// src/platforms/control/webhooks.ts
var webhooks = {
  listMockWebhooks: (ctx) => ctx.reply(200, listView(apiOf(ctx).list().map(webhookView))),
  registerMockWebhook: (ctx) => {
    let registered;
    try {
      registered = apiOf(ctx).register(ctx.body);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return ctx.invalid([issue2([], error.message)]);
    }
    return ctx.reply(201, { ...webhookView(registered), secret: registered.secret });
  },
  removeMockWebhook: (ctx) => apiOf(ctx).remove(ctx.path.webhookId) ? ctx.reply(204, void 0) : controlProblem(ctx, "webhook_not_found"),
  listMockDeliveries: (ctx) => ctx.reply(200, listView(apiOf(ctx).deliveries().map(deliveryView))),
  settleMockDeliveries: (ctx) => ({ ...ctx.reply(204, void 0), wait: () => apiOf(ctx).settle() })
};
function apiOf({ session, engine }) {
  return webhooksApi(session, engine.courier, engine.modules);
}
function webhookView(webhook) {
  const { id, platform, accountId, url, events: events3, identifiers, createdAt } = webhook;
  return {
    id,
    platform,
    accountId,
    url,
    events: [...events3],
    identifiers: identifiers && [...identifiers],
    createdAt: iso(createdAt)
  };
}
function deliveryView({ eventAt, attempts, nextAttemptAt, ...delivery }) {
  return {
    ...delivery,
    eventAt: iso(eventAt),
    attempts: attempts.map((attempt) => ({ ...attempt, at: iso(attempt.at) })),
    nextAttemptAt: nextAttemptAt === null ? null : iso(nextAttemptAt)
  };
}

// src/platforms/control/index.ts
var controlModule = {
  behaviours: {
    ...state,
    ...sessions,
    ...accounts2,
    ...keys,
    ...arrivals2,
    ...requests,
    ...events,
    ...clock,
    ...faults,
    ...settings,
    ...snapshots,
    ...scenarios,
    ...webhooks,
    ...instances
  },
  invalidRequest
};

// src/platforms/pingback/attributes.ts
function mergeAttributes(old, given = {}) {
  return Object.fromEntries(Object.entries({ ...old, ...given }).filter(([, value]) => value !== null));
}

// src/platforms/pingback/page.ts
var PAGE_SIZE = 10;
function pageOf(rows, page = 0) {
  return { page, total: rows.length, data: rows.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE) };
}

// src/platforms/pingback/contacts.ts
function findContact(contacts2, email) {
  return contacts2.find("email", mailbox(email))[0];
}
var contacts = {
  /** In the order of their creation (inferred), so that a page stays the same while contacts are added. */
  listContacts: (ctx) => {
    return ctx.reply(200, { message: "Contacts found", data: pageOf(ctx.table(contactTable).values(), ctx.query.page) });
  },
  /** Any attribute is taken, whether the account has such a custom field or not (inferred). */
  createContact: (ctx) => {
    const { email, origin, attributes } = ctx.body;
    const table = ctx.table(contactTable);
    if (findContact(table, email)) return ctx.example(409, "contact_already_exists");
    const contact = table.insert({
      id: ctx.session.ids.uuid(),
      email,
      status: "active",
      source: "PublicApi",
      origin: origin ?? null,
      segmentedListsIds: [],
      createdAt: iso(ctx.now),
      attributes: mergeAttributes({}, attributes)
    });
    return ctx.reply(201, { message: "Contact created", data: referenceTo(contact) });
  },
  getContact: (ctx) => {
    const contact = findContact(ctx.table(contactTable), ctx.path.email);
    if (!contact) return ctx.example(404, "contact_not_found");
    return ctx.reply(200, { message: "Contact found", data: contact });
  },
  /** `email` is the contact's identity and no attribute: sent in the body it is ignored (inferred). */
  updateContact: (ctx) => {
    const table = ctx.table(contactTable);
    const contact = findContact(table, ctx.path.email);
    if (!contact) return ctx.example(404, "contact_not_found");
    const { email: _, ...given } = ctx.body;
    table.update(contact.id, { attributes: mergeAttributes(contact.attributes, given) });
    return ctx.reply(200, { message: "Contact updated", data: referenceTo(contact) });
  },
  /** The contact leaves its segments; a deal of it stays, and may be given to another contact (inferred). */
  deleteContact: (ctx) => {
    const table = ctx.table(contactTable);
    const contact = findContact(table, ctx.path.email);
    if (!contact) return ctx.example(404, "contact_not_found");
    table.delete(contact.id);
    return ctx.reply(200, { message: "Contact deleted", data: referenceTo(contact) });
  }
};
function referenceTo({ id, email }) {
  return { id, email };
}

// src/platforms/pingback/deals.ts
var deals = {
  /** What does not exist is told in the order contact, pipeline, stage, and before the conflict (inferred). */
  createDeal: (ctx) => {
    const { contactId, pipelineId, stageId, attributes } = ctx.body;
    const table = ctx.table(dealTable);
    const contact = ctx.table(contactTable).get(contactId);
    if (!contact) return ctx.example(404, "contact_not_found");
    const pipeline = ctx.table(pipelineTable).get(pipelineId);
    if (!pipeline) return ctx.example(404, "pipeline_not_found");
    if (!hasStage(pipeline, stageId)) return ctx.example(404, "stage_not_found");
    if (table.find("contact", contactId).length > 0) return ctx.example(409, "contact_associated_with_a_deal");
    const at = iso(ctx.now);
    const deal = table.insert({
      id: ctx.session.ids.uuid(),
      contactId,
      pipelineId,
      stageId,
      attributes: mergeAttributes({}, attributes),
      createdAt: at,
      updatedAt: at
    });
    return ctx.reply(201, { message: "Deal created", data: { id: deal.id, contactId, email: contact.email } });
  },
  /** A deal moves between the stages of its own pipeline; there is no field for another one. */
  updateDeal: (ctx) => {
    const { contactId, stageId, attributes } = ctx.body;
    const table = ctx.table(dealTable);
    const deal = table.get(ctx.path.dealId);
    if (!deal) return ctx.example(404, "deal_not_found");
    if (contactId !== void 0 && !ctx.table(contactTable).get(contactId)) return ctx.example(404, "contact_not_found");
    if (stageId !== void 0 && !hasStage(ctx.table(pipelineTable).get(deal.pipelineId), stageId)) {
      return ctx.example(404, "stage_not_found");
    }
    if (contactId !== void 0 && table.find("contact", contactId).some((other) => other.id !== deal.id)) {
      return ctx.example(409, "contact_associated_with_a_deal");
    }
    table.update(deal.id, {
      ...contactId !== void 0 && { contactId },
      ...stageId !== void 0 && { stageId },
      attributes: mergeAttributes(deal.attributes, attributes),
      updatedAt: iso(ctx.now)
    });
    return ctx.reply(200, { message: "Deal updated", data: { id: deal.id } });
  }
};
function hasStage(pipeline, stageId) {
  return pipeline?.stages.some((stage) => stage.id === stageId) ?? false;
}

// src/platforms/pingback/developer-mode.ts
function withDeveloperMode(behaviours) {
  const wrapped = Object.entries(behaviours).map(([id, behaviour]) => [
    id,
    (ctx) => behaviour(isDeveloperMode(ctx) ? onCopies(ctx) : ctx)
  ]);
  return Object.fromEntries(wrapped);
}
function isDeveloperMode(ctx) {
  return ctx.header["x-developer-mode"] === true;
}
function onCopies(ctx) {
  const copies = /* @__PURE__ */ new Map();
  const table = (definition) => {
    let copy = copies.get(definition.name);
    if (!copy) {
      copy = new Table(definition.indexes);
      copy.restore(ctx.table(definition).snapshot());
      copies.set(definition.name, copy);
    }
    return copy;
  };
  return Object.create(ctx, { table: { value: table } });
}

// src/platforms/pingback/email-verification.ts
var DISPOSABLE = /* @__PURE__ */ new Set([
  "10minutemail.com",
  "guerrillamail.com",
  "mailinator.com",
  "maildrop.cc",
  "sharklasers.com",
  "temp-mail.org",
  "tempemail.com",
  "throwawaymail.com",
  "trashmail.com",
  "yopmail.com"
]);
var NEVER_RESOLVES = /\.(invalid|test|example|localhost)$/;
var WITHOUT_MX = /^(sem-mx\..+|(.+\.)?example\.(com|net|org))$/;
var SLOW = /^timeout\./;
var NO_SUCH_MAILBOX = /* @__PURE__ */ new Set(["inexistente", "unknown"]);
function verdictOn(email, ignoreSmtp) {
  if (!/^[^\s@<>()[\]\\,;:"]+@([a-z0-9-]+\.)+[a-z]{2,}$/i.test(email)) return rejected("Invalid email syntax");
  const [mailbox3 = "", domain = ""] = email.toLowerCase().split("@");
  if (DISPOSABLE.has(domain)) return rejected("Disposable email is not allowed");
  if (NEVER_RESOLVES.test(domain)) return rejected("Domain verification failed");
  if (WITHOUT_MX.test(domain)) return rejected("No MX records found");
  if (ignoreSmtp) return { valid: true, success: true, message: "Valid email (ignored SMTP verification)" };
  if (SLOW.test(domain)) return { valid: false, success: false, message: "Connection timeout" };
  if (NO_SUCH_MAILBOX.has(mailbox3)) return rejected("Invalid email");
  return { valid: true, success: true, message: "Valid email" };
}
function rejected(message) {
  return { valid: false, success: true, message };
}
var emailVerification = {
  verifyEmail: (ctx) => {
    const { email } = ctx.path;
    return ctx.reply(200, {
      message: "Email verified",
      data: { email, ...verdictOn(email, ctx.body?.ignoreSMTPVerify === true) }
    });
  }
};

// src/platforms/pingback/invalid-request.ts
function invalidRequest2(issues, ctx) {
  const answer = ctx.example(422, issues[0]?.in === "body" ? "invalid_input" : "invalid_params");
  const error = issues.map((issue3) => `"${nameOf2(issue3.path)}" ${complaint(issue3)}`).join(". ");
  return { ...answer, body: { ...answer.body, error } };
}
function nameOf2(path) {
  const name = path.reduce(
    (before, part) => typeof part === "number" ? `${before}[${part}]` : before ? `${before}.${part}` : part,
    ""
  );
  return name || "value";
}
function complaint({ rule, expected, options, limit }) {
  switch (rule) {
    case "missing":
      return "is required";
    case "type":
      return `must be ${withArticle(expected)}`;
    case "enum":
      return `must be one of [${(options ?? []).join(", ")}]`;
    case "format":
      return FORMATS[expected ?? ""] ?? "contains an invalid value";
    case "min_length":
      return `length must be at least ${limit} characters long`;
    case "max_length":
      return `length must be less than or equal to ${limit} characters long`;
    case "minimum":
      return `must be greater than or equal to ${limit}`;
    case "maximum":
      return `must be less than or equal to ${limit}`;
    case "min_items":
      return `must contain at least ${limit} items`;
    case "max_items":
      return `must contain less than or equal to ${limit} items`;
    case "unknown_property":
      return "is not allowed";
    default:
      return "contains an invalid value";
  }
}
var FORMATS = {
  email: "must be a valid email",
  uuid: "must be a valid GUID",
  datetime: "must be in ISO 8601 date format"
};
function withArticle(type = "value") {
  if (type === "object") return "of type object";
  if (type === "int" || type === "integer") return "an integer";
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

// src/platforms/pingback/segments.ts
var segments = {
  listSegments: (ctx) => {
    return ctx.reply(200, { message: "Segments found", data: pageOf(ctx.table(segmentTable).values(), ctx.query.page) });
  },
  /** All or nothing: with one unknown segment the contact is added to none (inferred). A segment it is in already is no error. */
  addContactToSegments: (ctx) => {
    const contacts2 = ctx.table(contactTable);
    const contact = findContact(contacts2, ctx.path.email);
    if (!contact) return ctx.example(404, "contact_not_found");
    const known = ctx.table(segmentTable);
    const wanted = ctx.body.segmentedListsIds;
    if (wanted.some((id) => !known.get(id))) return ctx.example(404, "segmentation_list_not_found");
    const segmentedListsIds = [.../* @__PURE__ */ new Set([...contact.segmentedListsIds, ...wanted])];
    contacts2.update(contact.id, { segmentedListsIds });
    return ctx.reply(200, {
      message: "Contact added to segments",
      data: { id: contact.id, email: contact.email, segmentedListsIds }
    });
  }
};

// src/platforms/pingback/webhooks.ts
var webhooks2 = {
  /**
   * Starts the automation, and updates the contact with the custom fields or creates it with them; a contact that
   * came in this way has the source `Webhook` (inferred). A field that the account has not refuses the whole request
   * (the rule is documented, the answer inferred). The state of the account's key plays no part (inferred).
   *
   * @see https://pingback.com/docs/pt-BR/knowledge-base/workflows/como-configurar-e-utilizar-webhook
   */
  triggerWebhook: (ctx) => {
    const account = accountOfUrl(ctx);
    if (!account) return ctx.example(404, "webhook_not_found");
    const { email, customFields = [] } = ctx.body;
    const unknown = unknownFields(customFields, ctx.session.table(account.id, customFieldTable));
    if (unknown.length > 0) return ctx.invalid(unknown);
    const contact = storeContact(ctx, account, email, customFields);
    ctx.session.table(account.id, webhookRunTable).insert({
      id: ctx.session.ids.uuid(),
      webhookId: ctx.path.webhookId,
      workflowId: ctx.path.workflowId,
      contactId: contact.id,
      email: contact.email,
      at: iso(ctx.now)
    });
    return ctx.reply(200, { message: "Webhook received" });
  }
};
function accountOfUrl({ session, operation, path }) {
  return session.accounts.find("platform", operation.platform).find((account) => {
    const webhook = session.table(account.id, webhookTable).get(path.webhookId);
    return webhook?.channelUid === path.channelUid && webhook.workflowId === path.workflowId;
  });
}
function unknownFields(fields, known) {
  return fields.flatMap(
    (field, index) => known.find("name", field.fieldName).length > 0 ? [] : [
      {
        in: "body",
        path: ["customFields", index, "fieldName"],
        rule: "other",
        message: "names no custom field of the account"
      }
    ]
  );
}
function storeContact(ctx, account, email, fields) {
  const given = Object.fromEntries(fields.map((field) => [field.fieldName, field.fieldValue]));
  const contacts2 = ctx.session.table(account.id, contactTable);
  const contact = findContact(contacts2, email);
  if (contact) return contacts2.update(contact.id, { attributes: mergeAttributes(contact.attributes, given) });
  return contacts2.insert({
    id: ctx.session.ids.uuid(),
    email,
    status: "active",
    source: "Webhook",
    origin: null,
    segmentedListsIds: [],
    createdAt: iso(ctx.now),
    attributes: mergeAttributes({}, given)
  });
}

// src/platforms/pingback/index.ts
var pingbackModule = {
  behaviours: withDeveloperMode({ ...contacts, ...segments, ...deals, ...emailVerification, ...webhooks2 }),
  invalidRequest: invalidRequest2
};

// src/platforms/rdstation/custom-fields.ts
var EXPECTED = {
  STRING: "string",
  INTEGER: "integer",
  BOOLEAN: "boolean",
  "STRING[]": "array"
};
function isKnownField({ table }, name) {
  const fields = table(customFieldTable2);
  return fields.size === 0 || fields.find("api_identifier", name).length > 0;
}
function customFieldIssues({ table }, payload, base) {
  const fields = table(customFieldTable2);
  if (fields.size === 0) return [];
  return Object.entries(payload).flatMap(([name, value]) => {
    const [field] = name.startsWith("cf_") ? fields.find("api_identifier", name) : [];
    if (!field || value === null || value === "") return [];
    return issuesOfValue(field, value, [...base, name]);
  });
}
function issuesOfValue({ data_type, valid_options }, value, path) {
  if (!hasType(data_type, value)) {
    const expected = EXPECTED[data_type];
    return [{ in: "body", path, rule: "type", expected, message: `must be of type ${data_type}` }];
  }
  const chosen = Array.isArray(value) ? value : [value];
  if (!valid_options || chosen.every((option) => valid_options.includes(String(option)))) return [];
  return [{ in: "body", path, rule: "enum", options: valid_options, message: "must be one of the options of the field" }];
}
function hasType(type, value) {
  switch (type) {
    case "STRING":
      return typeof value === "string";
    case "INTEGER":
      return Number.isInteger(value);
    case "BOOLEAN":
      return typeof value === "boolean";
    case "STRING[]":
      return Array.isArray(value) && value.every((item) => typeof item === "string");
  }
}

// src/platforms/rdstation/webhooks.ts
var CONVERTED = "WEBHOOK.CONVERTED";
var MARKED_OPPORTUNITY = "WEBHOOK.MARKED_OPPORTUNITY";
var rdstationWebhooks = {
  events: [CONVERTED, MARKED_OPPORTUNITY],
  timeout: "5s",
  retries: ["1m", "5m", "30m"]
};
function emitConversion(storage, lead, { identifier }) {
  emit2(storage, CONVERTED, identifier, lead);
}
function emitOpportunity(storage, lead) {
  emit2(storage, MARKED_OPPORTUNITY, "default", lead);
}
function emit2({ session, now, account }, event, identifier, lead) {
  if (!somebodyListens(session, "rdstation")) return;
  const at = iso(now);
  const payload = {
    event_type: event,
    entity_type: "CONTACT",
    event_identifier: identifier,
    timestamp: at,
    event_timestamp: at,
    contact: contactOf(lead)
  };
  emitWebhook(session, { platform: "rdstation", accountId: account.id, event, identifier, at: now, payload });
}
var CONTACT_FIELDS = [
  "name",
  "job_title",
  "bio",
  "website",
  "personal_phone",
  "mobile_phone",
  "city",
  "facebook",
  "linkedin",
  "twitter"
];
function contactOf({ id, email, fields, tags, legal_bases, funnel }) {
  const isWorthShowing = ([name, value]) => name.startsWith("cf_") && value !== "" && value !== null;
  return {
    uuid: id,
    email,
    ...Object.fromEntries(CONTACT_FIELDS.map((name) => [name, fields[name] ?? null])),
    tags,
    // Empty custom fields are left out (documented).
    ...Object.fromEntries(Object.entries(fields).filter(isWorthShowing)),
    legal_bases,
    company: { name: fields.company_name ?? null },
    funnel: {
      name: funnel?.name ?? "default",
      lifecycle_stage: funnel?.stage === "sale" ? "Client" : funnel ? "Qualified Lead" : "Lead",
      opportunity: funnel?.stage === "opportunity",
      contact_owner_email: null,
      interest: 0,
      fit: "d",
      origin: "Desconhecido"
    }
  };
}

// src/platforms/rdstation/leads.ts
var LEAD_FIELDS = /* @__PURE__ */ new Set([
  "name",
  "job_title",
  "state",
  "city",
  "country",
  "personal_phone",
  "mobile_phone",
  "twitter",
  "facebook",
  "linkedin",
  "website",
  "company_name",
  "company_site",
  "company_address",
  "available_for_mailing"
]);
var CONVERSION_FIELDS = /* @__PURE__ */ new Set([
  "conversion_identifier",
  "email",
  "client_tracking_id",
  "traffic_source",
  "traffic_medium",
  "traffic_campaign",
  "traffic_value",
  "tags",
  "legal_bases"
]);
function findLead(leads, email) {
  return leads.first("email", mailbox2(email));
}
function recordConversion(storage, sent) {
  const payload = keptPayload(storage, sent);
  const lead = storeLead(storage, payload);
  const conversion = storage.table(conversionTable).insert({
    id: storage.session.ids.uuid(),
    leadId: lead.id,
    identifier: payload.conversion_identifier,
    payload,
    at: iso(storage.now)
  });
  emitConversion(storage, lead, conversion);
  return conversion;
}
function hasCapitals(tags) {
  return tags?.some((tag) => tag !== tag.toLowerCase()) ?? false;
}
function keptPayload(storage, sent) {
  const isKept = (name) => CONVERSION_FIELDS.has(name) || (name.startsWith("cf_") ? isKnownField(storage, name) : LEAD_FIELDS.has(name));
  const payload = membersWhere(sent, isKept);
  if (payload.tags) payload.tags = payload.tags.map((tag) => tag.toLowerCase());
  return payload;
}
function storeLead({ session, now, table }, payload) {
  const leads = table(leadTable);
  const at = iso(now);
  const lead = findLead(leads, payload.email);
  const tags = payload.tags ? [.../* @__PURE__ */ new Set([...lead?.tags ?? [], ...payload.tags])] : lead?.tags ?? [];
  const legal_bases = payload.legal_bases ?? lead?.legal_bases ?? [];
  const fields = { ...lead?.fields, ...membersWhere(payload, isGivenField) };
  if (lead) return leads.update(lead.id, { fields, tags, legal_bases, updatedAt: at });
  const { email } = payload;
  return leads.insert({ id: session.ids.uuid(), email, fields, tags, legal_bases, funnel: null, createdAt: at, updatedAt: at });
}
function isGivenField(name, value) {
  return value !== null && value !== "" && (LEAD_FIELDS.has(name) || name.startsWith("cf_"));
}
function membersWhere(object, isWanted) {
  const members = {};
  for (const name of Object.keys(object)) {
    const value = object[name];
    if (isWanted(name, value)) members[name] = value;
  }
  return members;
}

// src/platforms/rdstation/traffic-source.ts
var ELSEWHERE = ["traffic_medium", "traffic_campaign", "traffic_value"];
function trafficIssues(payload, base) {
  if (!isTrackingCookie(payload.traffic_source)) return [];
  return ELSEWHERE.filter((name) => Boolean(payload[name])).map((name) => ({
    in: "body",
    path: [...base, name],
    rule: "other",
    message: "must be empty when traffic_source is the __trf.src cookie"
  }));
}
function isTrackingCookie(source) {
  return typeof source === "string" && /^\s*(encoded_|eyJ|\{|%7B)|__trf/i.test(source);
}

// src/platforms/rdstation/conversions.ts
var conversions = {
  /** The lead is there at once; the platform takes some minutes. */
  createConversion: (ctx) => {
    const { payload } = ctx.body;
    const issues = [...customFieldIssues(ctx, payload, ["payload"]), ...trafficIssues(payload, ["payload"])];
    if (issues.length > 0) return ctx.invalid(issues);
    if (ctx.choices.uppercase_tags === "refused" && hasCapitals(payload.tags)) return ctx.example(400, "tags_not_lowercase");
    return ctx.reply(200, { event_uuid: recordConversion(ctx, payload).id });
  }
};

// src/platforms/rdstation/invalid-request.ts
function invalidRequest3(issues, ctx) {
  const errors = errorsOf(issues, ctx.choices);
  const isBare = ctx.choices.invalid_event_type === "bare_array" && issues.some(isEventType);
  return ctx.reply(400, isBare ? errors : { errors });
}
function errorsOf(issues, choices) {
  return issues.map((issue3) => {
    const entry = entryOf2(issue3);
    if (isEventType(issue3) && choices.invalid_event_type === "body_path") {
      return { ...entry, path: entry.path.replace(".event_type", ".body.event_type") };
    }
    if (isMissingEmail(issue3) && choices.missing_email === "at_least_one_required") {
      return {
        error_type: "AT_LEAST_ONE_REQUIRED",
        error_message: "At least one of the fields must be present.",
        validation_rules: { fields: ["email", "phone"] },
        path: jsonPath(issue3.path.slice(0, -1))
      };
    }
    return entry;
  });
}
function isEventType({ rule, path }) {
  return rule === "enum" && path.at(-1) === "event_type";
}
function isMissingEmail({ rule, path }) {
  return rule === "missing" && path.at(-1) === "email";
}
function entryOf2(issue3) {
  const path = jsonPath(issue3.path);
  switch (issue3.rule) {
    case "missing":
      return { error_type: "MISSING", error_message: "Is missing.", path };
    case "enum":
      return {
        error_type: "INVALID_OPTION",
        error_message: "Must be one of the valid options.",
        validation_rules: { valid_options: issue3.options ?? [] },
        path
      };
    case "type": {
      const type = dataType(issue3.expected);
      return {
        error_type: "INVALID_DATA_TYPE",
        error_message: `Must be of type '${type}'.`,
        validation_rules: { data_type: type },
        path
      };
    }
    case "format":
    case "pattern":
      return { error_type: "INVALID_FORMAT", error_message: "It is not valid", path };
    case "min_length":
      return issue3.limit === 1 ? { error_type: "CANNOT_BE_BLANK", error_message: "Can not be blank", path } : { error_type: "TOO_SHORT", error_message: `Is too short (minimum ${issue3.limit} characters)`, path };
    case "max_length":
      return { error_type: "TOO_LONG", error_message: `Is too long (maximum ${issue3.limit} characters)`, path };
    default:
      return { error_type: "INVALID", error_message: "It is not valid", path };
  }
}
function jsonPath(path) {
  return path.reduce((before, part) => before + (typeof part === "number" ? `[${part}]` : `.${part}`), "$");
}
function dataType(type = "string") {
  return DATA_TYPES[type] ?? type.toUpperCase();
}
var DATA_TYPES = { array: "SET", int: "INTEGER", number: "FLOAT" };

// src/platforms/rdstation/events.ts
var events2 = {
  createEvent: (ctx) => {
    const event = ctx.body;
    const issues = issuesOf(ctx, event, []);
    if (issues.length > 0) return ctx.invalid(issues);
    if (refusesTags(ctx.choices) && hasCapitalTags(event)) return ctx.example(400, "tags_not_lowercase");
    return ctx.reply(200, { event_uuid: recordEvent(ctx, event) });
  },
  /**
   * In the order sent. With one event that does not fit none is stored, unless the session chose `per_item` (inferred:
   * partial failure is not documented).
   */
  createEventBatch: (ctx) => {
    const batch = ctx.body;
    const issues = batch.flatMap((event, index) => issuesOf(ctx, event, [index]));
    if (issues.length > 0) return partialBatch(issues, ctx) ?? ctx.invalid(issues);
    if (refusesTags(ctx.choices) && batch.some(hasCapitalTags)) return ctx.example(400, "tags_not_lowercase");
    const event_batch_uuid = ctx.session.ids.uuid();
    return ctx.reply(200, { event_batch_uuid, events: batch.map((event) => ({ event_uuid: recordEvent(ctx, event) })) });
  }
};
function partialBatch(issues, ctx) {
  const sent = ctx.body;
  if (ctx.choices.invalid_batch_item !== "per_item" || !Array.isArray(sent)) return void 0;
  const batch = sent;
  const event_batch_uuid = ctx.session.ids.uuid();
  const events3 = batch.map((event, index) => {
    const ofSchema = issues.filter(({ path }) => path[0] === index).map((issue3) => ({ ...issue3, path: issue3.path.slice(1) }));
    const own = ofSchema.length > 0 ? ofSchema : issuesOf(ctx, event, []);
    return own.length > 0 ? { errors: errorsOf(own, ctx.choices) } : { event_uuid: recordEvent(ctx, event) };
  });
  return ctx.reply(207, { event_batch_uuid, events: events3 });
}
function refusesTags(choices) {
  return choices.uppercase_tags === "refused";
}
function hasCapitalTags(event) {
  return event.event_type === "CONVERSION" && hasCapitals(event.payload.tags);
}
function issuesOf(ctx, event, base) {
  if (event.event_type !== "CONVERSION") return [];
  const at = [...base, "payload"];
  return [...customFieldIssues(ctx, event.payload, at), ...trafficIssues(event.payload, at)];
}
function recordEvent(storage, event) {
  switch (event.event_type) {
    case "CONVERSION":
      return recordConversion(storage, event.payload).id;
    case "OPPORTUNITY":
    case "SALE":
    case "OPPORTUNITY_LOST":
      return storeEvent(storage, event, qualify(storage, event));
    default:
      return storeEvent(storage, event, true);
  }
}
function qualify(storage, event) {
  const { table, now } = storage;
  const lead = findLead(table(leadTable), event.payload.email);
  if (!lead) return false;
  const at = iso(now);
  const moved = table(leadTable).update(lead.id, { funnel: { ...funnelAfter(event), at }, updatedAt: at });
  if (event.event_type === "OPPORTUNITY") emitOpportunity(storage, moved);
  return true;
}
function funnelAfter(event) {
  const name = event.payload.funnel_name;
  switch (event.event_type) {
    case "OPPORTUNITY":
      return { name, stage: "opportunity" };
    case "SALE":
      return { name, stage: "sale", ...event.payload.value !== void 0 && { value: event.payload.value } };
    case "OPPORTUNITY_LOST":
      return { name, stage: "opportunity_lost", ...event.payload.reason !== void 0 && { reason: event.payload.reason } };
  }
}
function storeEvent({ session, table, now }, { event_type, payload }, processed) {
  const leadId = findLead(table(leadTable), payload.email)?.id ?? null;
  const at = iso(now);
  return table(eventTable).insert({ id: session.ids.uuid(), event_type, email: payload.email, leadId, processed, payload, at }).id;
}

// src/platforms/rdstation/index.ts
var rdstationModule = {
  behaviours: { ...conversions, ...events2 },
  partial: { createEventBatch: partialBatch },
  webhooks: rdstationWebhooks,
  invalidRequest: invalidRequest3
};

// src/platforms/zenvio/page.ts
function pageOf2(rows, page, limit) {
  const total = rows.length;
  return {
    data: rows.slice((page - 1) * limit, page * limit),
    pagination: { total, page, limit, totalPages: Math.ceil(total / limit) }
  };
}

// src/platforms/zenvio/instances.ts
var PAGE_SIZE2 = 10;
var instances2 = {
  /** A key that is locked to instances sees its own only (inferred). */
  listInstances: (ctx) => {
    const { page = "1", limit = String(PAGE_SIZE2), status, search = "" } = ctx.query;
    const wanted = fold(search);
    const rows = ctx.table(instanceTable).values().filter(({ id }) => ctx.key?.instances?.includes(id) ?? true).filter((instance) => status === void 0 || instance.status === status).filter(({ name, phoneNumber }) => fold(name).includes(wanted) || phoneNumber?.includes(wanted));
    return ctx.reply(200, { success: true, ...pageOf2(rows, pageNumber(page), Number(limit)) });
  },
  getInstance: (ctx) => {
    const instance = instanceOf2(ctx);
    return instance ? ctx.reply(200, { success: true, data: instance }) : ctx.example(404, "instance_not_found");
  },
  /** Any key with the scope may create one, a locked key too; the lock does not open the new one to it. */
  createInstance: (ctx) => {
    const at = iso(ctx.now);
    const instance = ctx.table(instanceTable).insert({
      id: ctx.session.ids.id("inst"),
      name: ctx.body.name,
      phoneNumber: null,
      status: "PENDING",
      createdAt: at,
      updatedAt: at
    });
    const { id, name, status, phoneNumber, createdAt } = instance;
    const { evolution } = ctx.example(200, "pending").body.data;
    showQrCode(ctx.session, ctx.account.id, instance, evolution.base64 ?? "", ctx.now);
    return ctx.reply(200, { success: true, data: { instance: { id, name, status, phoneNumber, createdAt }, evolution } });
  },
  /** Only an `ACTIVE` instance has a connection; one that waits for its QR code has none yet (inferred). */
  disconnectInstance: (ctx) => {
    const instance = instanceOf2(ctx);
    if (!instance) return ctx.example(404, "instance_not_found");
    if (instance.status !== "ACTIVE") return ctx.example(400, "instance_not_connected");
    const { id, status } = disconnect(ctx.session, ctx.account.id, instance, ctx.now);
    return ctx.reply(200, { success: true, data: { instance_id: id, status } });
  },
  /** Its messages stay, so that their status can still be asked for; those that have not left fail (inferred). */
  deleteInstance: (ctx) => {
    const instance = instanceOf2(ctx);
    if (!instance) return ctx.example(404, "instance_not_found");
    if (instance.status === "ACTIVE") return ctx.example(400, "instance_active");
    ctx.table(instanceTable).delete(instance.id);
    abandonMessages(ctx.session, ctx.account.id, instance.id, ctx.now);
    return ctx.reply(200, { success: true, data: { instance_id: instance.id, status: "deleted" }, message: "Instance removed." });
  }
};
function instanceOf2(ctx) {
  return ctx.table(instanceTable).get(ctx.path.instanceId);
}
function pageNumber(digits) {
  return Math.min(Number(digits), Number.MAX_SAFE_INTEGER);
}
function fold(text) {
  return text.normalize("NFD").replace(new RegExp("\\p{Mn}", "gu"), "").toLowerCase();
}

// src/platforms/zenvio/invalid-request.ts
function invalidRequest4(issues, ctx) {
  const answer = ctx.example(400, "validation_error");
  const body = answer.body;
  const documented = new Map(body.details?.map(({ field, message }) => [field, message]));
  const details = issues.map((issue3) => {
    const field = issue3.path.join(".") || "body";
    return { field, message: documented.get(field) ?? `${field} ${issue3.message}` };
  });
  return { ...answer, body: { ...body, details } };
}

// src/platforms/zenvio/logs.ts
var PAGE_SIZE3 = 20;
var logs = {
  /**
   * Newest first (inferred). Requests whose key is unknown belong to no workspace and so stand in no log; those of a
   * revoked key do. A key that is locked to instances sees the requests about its own only (inferred).
   */
  listLogs: (ctx) => {
    const { page = 1, limit = PAGE_SIZE3, apiKeyId } = ctx.query;
    if (apiKeyId !== void 0 && ctx.session.keys.get(apiKeyId)?.accountId !== ctx.account.id) {
      return ctx.example(400, "key_not_in_workspace");
    }
    const matches = filterOf(ctx.query);
    const entries = ctx.session.journal.list().filter((entry) => entry.accountId === ctx.account.id && isOpenTo(ctx, entry) && matches(entry));
    const base = basePathOf(ctx);
    const { data, pagination } = pageOf2(entries, page, limit);
    return ctx.reply(200, { success: true, data: data.map((entry) => toLog(entryOf(entry), base)), pagination });
  }
};
function isOpenTo({ key }, { instanceId }) {
  return !key?.instances || instanceId !== null && key.instances.includes(instanceId);
}
function filterOf({ status, method, startDate, endDate, apiKeyId }) {
  const statuses = status?.split(",").map(Number);
  const methods = method?.split(",");
  const from = startDate === void 0 ? -Infinity : Date.parse(startDate);
  const until = endDate === void 0 ? Infinity : Date.parse(endDate);
  return (entry) => (statuses?.includes(entry.status) ?? true) && (methods?.includes(entry.method) ?? true) && entry.at >= from && entry.at <= until && (apiKeyId === void 0 || entry.keyId === apiKeyId);
}
function toLog(entry, base) {
  const [path = "", query] = entry.path.split("?", 2);
  return {
    id: entry.requestId,
    apiKeyId: entry.keyId,
    instanceId: entry.instanceId,
    endpoint: path.startsWith(`${base}/`) ? path : base + path,
    method: entry.method,
    status: entry.status,
    userAgent: entry.userAgent,
    // The mock does not look at where a request comes from.
    ip: null,
    requestQuery: query === void 0 ? null : Object.fromEntries(new URLSearchParams(query)),
    requestBody: withoutRecipients(entry.requestBody),
    responseBody: objectOrNull(entry.responseBody),
    duration: entry.durationMs,
    createdAt: iso(entry.at)
  };
}
function withoutRecipients(body) {
  const object = objectOrNull(body);
  return object && "to" in object ? { ...object, to: "[REDACTED]" } : object;
}
function objectOrNull(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
}
function basePathOf({ document: document2, operation }) {
  const server = document2.platforms.get(operation.platform)?.server;
  return server === void 0 ? "" : new URL(server).pathname.replace(/\/$/, "");
}

// src/platforms/zenvio/idempotency.ts
var WINDOW = milliseconds("24h");
function idempotencyKeyOf(header) {
  return header["idempotency-key"] ?? header["x-idempotency-key"];
}
function rememberedBody(sends, key, now) {
  const send2 = sends.get(key);
  return send2 && now < send2.at + WINDOW ? send2.body : void 0;
}
function remember2(sends, send2) {
  sends.delete(send2.id);
  sends.insert(send2);
}

// src/platforms/zenvio/schedule.ts
var EARLIEST = milliseconds("5m");
var LATEST = milliseconds("30d");
function scheduleOf(schedule, now) {
  if (!schedule) return { status: "queued", scheduled_at: null };
  const at = Date.parse(schedule.sendAt);
  if (!(at >= now + EARLIEST && at <= now + LATEST)) return "out_of_window";
  return { status: "scheduled", scheduled_at: iso(at) };
}

// src/platforms/zenvio/messages.ts
var SENT = /* @__PURE__ */ new Set(["sent", "delivered", "read", "responded", "edited"]);
var WAITING2 = /* @__PURE__ */ new Set(["queued", "scheduled"]);
var UNTOUCHED = { sent_at: null, delivered_at: null, read_at: null, failed_at: null, error_message: null, external_id: null };
var messages = {
  /** Takes a send for any existing instance, connected or not: what is not on its way yet is queued (inferred). */
  sendMessage: (ctx) => {
    const sends = ctx.table(rememberedSendTable);
    const idempotencyKey = idempotencyKeyOf(ctx.header);
    const first = idempotencyKey === void 0 ? void 0 : rememberedBody(sends, idempotencyKey, ctx.now);
    if (first) return ctx.reply(200, first);
    const { instance_id, to, type, payload, schedule, options } = ctx.body;
    const instance = ctx.table(instanceTable).get(instance_id);
    if (!instance) return ctx.example(400, "invalid_instance");
    if (to.some((number) => number === instance.phoneNumber)) return ctx.example(400, "cannot_send_to_self");
    const time = scheduleOf(schedule, ctx.now);
    if (time === "out_of_window") return ctx.example(400, "schedule_out_of_window");
    const table = ctx.table(messageTable);
    const created_at = iso(ctx.now);
    const message_ids = to.map((recipient) => {
      const id = ctx.session.ids.id("msg");
      const maxRetries = options?.maxRetries ?? DEFAULT_RETRIES;
      const row = { id, instance_id, to: recipient, type, payload, ...time, ...UNTOUCHED, created_at, maxRetries };
      startMessage(ctx.session, ctx.account.id, table.insert(row), ctx.now);
      return id;
    });
    const body = time.scheduled_at === null ? { message_ids, status: time.status } : { message_ids, ...time };
    if (idempotencyKey !== void 0) remember2(sends, { id: idempotencyKey, at: ctx.now, body });
    return ctx.reply(202, body);
  },
  getMessage: (ctx) => {
    const message = messageOf(ctx);
    if (!message) return ctx.example(404, "message_not_found");
    return ctx.reply(200, shown(message));
  },
  editMessage: (ctx) => {
    const message = messageOf(ctx);
    if (!message) return ctx.example(404, "message_not_found");
    if (message.type !== "text" || !SENT.has(message.status)) return ctx.example(400, "cannot_edit");
    return act(ctx, { status: "edited", payload: { message: ctx.body.text } }, "message.edited");
  },
  cancelMessage: (ctx) => {
    const message = messageOf(ctx);
    if (!message) return ctx.example(404, "message_not_found");
    if (message.status === "processing") return ctx.example(400, "cannot_cancel_processing");
    if (!WAITING2.has(message.status)) return ctx.example(400, "cannot_cancel_status");
    return act(ctx, { status: "cancelled", dueAt: null });
  },
  /** For everyone, so through the phone: its instance has to be connected. */
  deleteMessage: (ctx) => {
    const message = messageOf(ctx);
    if (!message) return ctx.example(404, "message_not_found");
    const connected = ctx.table(instanceTable).get(message.instance_id)?.status === "ACTIVE";
    if (!connected || !SENT.has(message.status)) return ctx.example(400, "cannot_delete");
    return act(ctx, { status: "deleted", dueAt: null }, "message.deleted");
  }
};
function messageOf(ctx) {
  return ctx.table(messageTable).get(ctx.path.messageId);
}
function shown(message) {
  const { id, instance_id: _instance, payload: _payload, dueAt: _due, ...rest } = message;
  const { failedAttempts: _failed, maxRetries: _retries, ...wire } = rest;
  return { message_id: id, ...wire };
}
function act(ctx, change2, event) {
  const message = ctx.table(messageTable).update(ctx.path.messageId, change2);
  if (event) emitMessage(ctx.session, ctx.account.id, event, message, ctx.now);
  return ctx.reply(200, { success: true, message_ids: [message.id], status: change2.status });
}

// src/platforms/zenvio/index.ts
var zenvioModule = {
  behaviours: { ...messages, ...instances2, ...logs },
  tasks: { [MESSAGE_TASK]: takeStep, [QR_TASK]: readQrCode },
  webhooks: zenvioWebhooks,
  invalidRequest: invalidRequest4
};

// src/platforms/index.ts
var modules = {
  pingback: pingbackModule,
  rdstation: rdstationModule,
  zenvio: zenvioModule,
  console: consoleModule,
  control: controlModule
};

// src/mock.ts
function createMock(options = {}) {
  const own = setUp(options);
  const { document: document2, validators } = own;
  const courier = new Courier((platform) => modules[platform]?.webhooks, options.webhooks);
  const keeper = options.store && new Keeper(options.store, onUnkept);
  let started;
  const plant = (session) => {
    plantZeroSetup(session, document2);
    if (!options.start) return;
    const applied = applySeed({ session, document: document2 }, options.start);
    session.markInitial();
    started ??= applied;
  };
  const engine = {
    document: document2,
    validators,
    modules: own.modules(modules),
    responder: own.responder,
    inspector: own.inspector,
    courier,
    keeper,
    controlToken: checkedToken(options.controlToken),
    sessions: createSessions(plant, options, courier, keeper),
    stopwatch: () => performance.now(),
    onBug: (error, operation) => console.error(`The mock failed in ${operation}. Please report this.`, error)
  };
  const { sessions: sessions2 } = engine;
  const afterItsWait = async (outgoing, { gone }) => {
    await outgoing.wait?.(gone?.());
    return outgoing;
  };
  const answer = (request) => {
    const outgoing = handle(engine, request);
    if (outgoing instanceof Promise) return outgoing.then((late) => afterItsWait(late, request));
    return outgoing.wait ? afterItsWait(outgoing, request) : outgoing;
  };
  return Object.assign(sessionApi(engine, sessions2.default), {
    answer,
    async fetch(input, init) {
      const request = asRequest(input, init);
      return delivered(request, async () => handle(engine, await readRequest(request)));
    },
    session(name, own2) {
      if (own2 && sessions2.has(name))
        throw new Error(
          `The session "${name}" exists already, so it cannot start with options. Drop it first, or take another name.`
        );
      const opened = sessions2.create(name, own2 && startOf3(own2));
      if (!opened.ok) throw new Error(explainProblem(opened.problem, name, sessions2).detail);
      return Object.assign(sessionApi(engine, opened.session), { [Symbol.dispose]: () => void sessions2.drop(name) });
    },
    sessions: {
      list: () => sessions2.list().map(({ name }) => name),
      drop: (name) => sessions2.drop(name),
      owner({ url, headers }) {
        const opened = sessionOfCredential(sessions2, document2, { url: new URL(url), headers });
        return opened.ok ? opened.session.name : void 0;
      }
    },
    zeroSetupKeys: zeroSetupKeys(document2.platforms),
    contract: own.contractOver(() => sessions2.list()),
    notices: own.notices,
    document: document2.source,
    servers: serversOf(document2),
    started,
    tick: () => sessions2.list().forEach((session) => {
      session.runDueTasks();
      courier.poke(session);
    })
  });
}
function onUnkept(error) {
  console.error("The mock could not write down what it did. It tries again with the next change.", error);
}
function createSessions(plant, options, courier, keeper) {
  const saved = keeper?.load(settingsIn(options));
  const seed = saved?.seed ?? options.seed ?? 1;
  const source = options.now === void 0 ? () => Date.now() : instant(options.now);
  const vault = createVault(options.store?.vaultKey);
  const settings2 = changedSettings({ rateLimits: "off", propagationDelay: 0, failures: {} }, options);
  let first;
  const make = (name, { seed: itsOwn, now: now2, ...changed }) => {
    const byName = first !== void 0 && itsOwn === void 0;
    const session = new Session({
      name,
      seed: byName ? seed ^ hash(name) | 0 : itsOwn ?? seed,
      stream: byName ? hash(`stream ${name}`) : 0,
      clock: createClock(now2 ?? source),
      vault,
      settings: { ...settings2, ...changed },
      run: (owner, task) => {
        if (task.kind === COURIER_TASK) courier.wake(owner, task.subject);
        else runTask(owner, task);
      }
    });
    if (first && now2 === void 0) session.startAs(first, changed);
    else plant(session);
    first ??= session;
    return session;
  };
  const { count = 1e3, idle = "30m", now = () => Date.now() } = options.sessions ?? {};
  return new Sessions({ make, now, limits: { count, idle: milliseconds(idle) }, keeper, saved });
}
function startOf3({ seed, now, ...changes }) {
  return { ...seed !== void 0 && { seed }, ...now !== void 0 && { now: instant(now) }, ...settingsIn(changes) };
}
var runTask = (session, task) => {
  const handler = Object.values(modules).find(({ tasks }) => tasks?.[task.kind])?.tasks?.[task.kind];
  if (!handler) throw new Error(`No platform knows what to do for a task "${task.kind}".`);
  handler(session, task);
};
function serversOf(document2) {
  const servers = {};
  for (const { id, server } of document2.platforms.values()) if (server !== void 0) servers[id] = server;
  return servers;
}
function hash(text) {
  let value = 2166136261;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619);
  return value;
}
function instant(now) {
  const at = new Date(now).getTime();
  if (Number.isNaN(at))
    throw new RangeError(`"${String(now)}" is no instant. Use a Date, milliseconds, or text such as 2026-01-31T12:00:00Z.`);
  return at;
}

export { SESSION_HEADER, createMock };
