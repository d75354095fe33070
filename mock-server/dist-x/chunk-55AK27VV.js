import { milliseconds } from './chunk-UHFN4SYM.js';

// src/core/outcome.ts
function done(value) {
  return { ok: true, value };
}
function broken(code, message, facts = {}) {
  return { ok: false, code, message, facts };
}
var KeyRuleError = class extends Error {
  name = "KeyRuleError";
  code;
  facts;
  constructor(rule) {
    super(rule.message);
    this.code = rule.code;
    this.facts = rule.facts;
  }
};
function valueOf(outcome) {
  if (!outcome.ok) throw new KeyRuleError(outcome);
  return outcome.value;
}

// src/core/check-fault.ts
var MAX_SEED = 4294967295;
function checkFault({ effect, times, probability = 1, seed = 0 }) {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError("The probability of a fault is a number from 0 to 1.");
  if (times !== void 0 && !isInteger(times, 1, Number.MAX_SAFE_INTEGER))
    throw new RangeError('A fault hits 1 or more times; leave "times" out for no end.');
  if (!isInteger(seed, -MAX_SEED, MAX_SEED)) throw new RangeError("The seed of a fault is an integer of 32 bits.");
  checkEffect(effect);
}
function checkEffect(effect) {
  switch (effect.kind) {
    case "status":
      checkHeaders(effect.headers ?? {});
      return checkStatus(effect.status);
    case "html":
      return checkStatus(effect.status ?? 502);
    case "latency":
      milliseconds(effect.delay);
      milliseconds(effect.jitter ?? 0);
      return;
    case "stall":
    case "truncate":
      if (!isInteger(effect.after ?? 0, 0, Number.MAX_SAFE_INTEGER))
        throw new RangeError(`"after" of a fault is a number of bytes, and ${effect.after} is none.`);
      return;
    case "content_type":
      return checkHeaders({ "content-type": effect.contentType });
    case "drop":
    case "malformed":
    case "rate_limited":
      return;
    default:
      throw new RangeError(
        `There is no fault "${String(effect.kind)}". Choose from: status, latency, drop, stall, truncate, malformed, html, content_type, rate_limited.`
      );
  }
}
function checkStatus(status) {
  if (!isInteger(status, 200, 599)) throw new RangeError(`The status of a fault is from 200 to 599, and ${status} is not.`);
}
function checkHeaders(headers) {
  try {
    new Headers({ ...headers });
  } catch (error) {
    throw new RangeError(`A header of the fault cannot be sent: ${error.message}`, { cause: error });
  }
}
function isInteger(value, from, to) {
  return Number.isInteger(value) && value >= from && value <= to;
}

export { KeyRuleError, broken, checkFault, done, valueOf };
