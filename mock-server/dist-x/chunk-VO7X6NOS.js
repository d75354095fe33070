import { lines, roleSchema, problemsOf } from './chunk-OX5GNH2G.js';
import { union, number, string, _enum, iso_exports, array, record, unknown, int, discriminatedUnion, literal, exactOptional } from './chunk-OSGOXWAO.js';

// src/seed/schema.ts
var DURATION = "expected a duration such as 250ms, 61s, 15m, 24h or 30d";
var duration = union([number().nonnegative(), string().regex(/^\d{1,12}(ms|s|m|h|d)$/, DURATION)], {
  error: DURATION
});
var maybe = exactOptional;
var text = string().min(1, "expected at least one character");
var id = string().regex(/^[\w.:@-]{1,100}$/, "expected 1 to 100 letters, digits and . _ - : @");
var secret = string().regex(/^[\x21-\x7e]{8,72}$/, "expected 8 to 72 visible ASCII characters without spaces");
var rateLimiting = _enum(["off", "on", "exhausted"]);
var instant = iso_exports.datetime({ offset: true, error: "expected an instant such as 2026-01-31T12:00:00Z" });
var key = lines({
  id: maybe(id),
  name: maybe(text),
  /** A kind of key other than the platform's first: `rdstationOAuth`. */
  scheme: maybe(string()),
  /** A secret of your own; without it, one in the platform's format. */
  secret: maybe(secret),
  state: maybe(_enum(["active", "disabled", "deleted", "expired"])),
  scopes: maybe(array(string())),
  instances: maybe(array(string()))
});
var user = lines({ role: roleSchema, name: maybe(text), token: maybe(secret) });
var account = lines({
  platform: string(),
  id: maybe(id),
  name: maybe(text),
  plan: maybe(string()),
  product: maybe(string()),
  /** `exhausted`: every request finds the quota used up. */
  rateLimits: maybe(rateLimiting),
  keys: maybe(array(key)),
  /** People who may sign in to the account's console. */
  users: maybe(array(user)),
  /** Rows by collection: contacts, instances, leads, … */
  resources: maybe(record(string(), array(record(string(), unknown()))))
});
var scenario = lines({
  name: string(),
  platform: maybe(string()),
  scheme: maybe(string()),
  account: maybe(
    lines({
      id: maybe(id),
      name: maybe(text),
      plan: maybe(string()),
      product: maybe(string()),
      rateLimits: maybe(rateLimiting)
    })
  ),
  /** By the key's name in the scenario. */
  secrets: maybe(record(string(), secret)),
  rows: maybe(_enum(["example", "none"]))
});
var bytes = int().nonnegative();
var status = int().min(200).max(599);
var FAULT_KINDS = ["status", "latency", "drop", "stall", "truncate", "malformed", "html", "content_type", "rate_limited"];
var effect = discriminatedUnion(
  "kind",
  [
    lines({
      kind: literal("status"),
      status,
      body: maybe(unknown()),
      headers: maybe(record(string(), string()))
    }),
    lines({ kind: literal("latency"), delay: duration, jitter: maybe(duration) }),
    lines({ kind: literal("drop"), when: maybe(_enum(["before", "after"])) }),
    lines({ kind: literal("stall"), after: maybe(bytes) }),
    lines({ kind: literal("truncate"), after: maybe(bytes) }),
    lines({ kind: literal("malformed") }),
    lines({ kind: literal("html"), status: maybe(status) }),
    lines({ kind: literal("content_type"), contentType: text }),
    lines({ kind: literal("rate_limited") })
  ],
  { error: (issue) => issue.code === "invalid_union" ? `expected one of: ${FAULT_KINDS.join(", ")}` : void 0 }
);
var fault = lines({
  effect,
  on: maybe(
    lines({
      platform: maybe(string()),
      operationId: maybe(string()),
      method: maybe(string()),
      keyId: maybe(string()),
      accountId: maybe(string())
    })
  ),
  times: maybe(int().positive()),
  probability: maybe(number().min(0).max(1))
});
var seedSchema = lines({
  /** Where editors find the schema; the mock does not look at it. */
  $schema: maybe(string()),
  clock: maybe(lines({ now: instant })),
  settings: maybe(
    lines({
      rateLimits: maybe(_enum(["off", "on"])),
      propagationDelay: maybe(duration),
      /** `{ pingback: { missing_key: gateway_401 } }`: another plausible answer where the real one is not known. */
      failures: maybe(record(string(), record(string(), string())))
    })
  ),
  accounts: maybe(array(account)),
  scenarios: maybe(array(scenario)),
  faults: maybe(array(fault))
});
function spelledOut(seed) {
  const plain = seed === void 0 ? null : JSON.parse(JSON.stringify(seed));
  const scenarios = isObject(plain) ? plain["scenarios"] : void 0;
  if (!isObject(plain) || !Array.isArray(scenarios)) return plain;
  return { ...plain, scenarios: scenarios.map((each) => typeof each === "string" ? { name: each } : each) };
}
function slipsOf(seed) {
  return problemsOf(seedSchema, spelledOut(seed), []).map((problem) => {
    const [name, parent] = [problem.path.at(-1), problem.path.at(-2)];
    const isSecret = name === "secret" || name === "token" || parent === "secrets";
    return isSecret ? { ...problem, message: problem.message.replace(/, not .*/, "") } : problem;
  });
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export { seedSchema, slipsOf, spelledOut };
