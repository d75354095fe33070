/** What a fault may not say: found when it is added, not when it first hits. */
import { milliseconds } from './clock.ts';
import type { FaultEffect, NewFault } from './fault.ts';

const MAX_SEED = 0xffff_ffff;

/** @throws {RangeError} that names the value and what is allowed. */
export function checkFault({ effect, times, probability = 1, seed = 0 }: NewFault): void {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError('The probability of a fault is a number from 0 to 1.');
  if (times !== undefined && !isInteger(times, 1, Number.MAX_SAFE_INTEGER))
    throw new RangeError('A fault hits 1 or more times; leave "times" out for no end.');
  if (!isInteger(seed, -MAX_SEED, MAX_SEED)) throw new RangeError('The seed of a fault is an integer of 32 bits.');
  checkEffect(effect);
}

function checkEffect(effect: FaultEffect): void {
  switch (effect.kind) {
    case 'status':
      checkHeaders(effect.headers ?? {});
      return checkStatus(effect.status);
    case 'html':
      return checkStatus(effect.status ?? 502);
    case 'latency':
      milliseconds(effect.delay);
      milliseconds(effect.jitter ?? 0);
      return;
    case 'stall':
    case 'truncate':
      if (!isInteger(effect.after ?? 0, 0, Number.MAX_SAFE_INTEGER))
        throw new RangeError(`"after" of a fault is a number of bytes, and ${effect.after} is none.`);
      return;
    case 'content_type':
      return checkHeaders({ 'content-type': effect.contentType });
    case 'drop':
    case 'malformed':
    case 'rate_limited':
      return;
    default:
      throw new RangeError(
        `There is no fault "${String((effect as { kind?: unknown }).kind)}". Choose from: status, latency, drop, stall, truncate, malformed, html, content_type, rate_limited.`,
      );
  }
}

/** 1xx are no answers, and a web `Response` knows none below 200. */
function checkStatus(status: number): void {
  if (!isInteger(status, 200, 599)) throw new RangeError(`The status of a fault is from 200 to 599, and ${status} is not.`);
}

/** They say where a body ends, and each transport says that itself. */
const FRAMING = ['content-length', 'transfer-encoding'];

function checkHeaders(headers: Readonly<Record<string, string>>): void {
  let checked: Headers;
  try {
    checked = new Headers({ ...headers });
  } catch (error) {
    throw new RangeError(`A header of the fault cannot be sent: ${(error as Error).message}`, { cause: error });
  }
  const framing = FRAMING.find((name) => checked.has(name));
  if (framing !== undefined)
    throw new RangeError(
      `The header ${framing} of a fault would not be true. For a body that ends too early there is "truncate".`,
    );
}

function isInteger(value: number, from: number, to: number): boolean {
  return Number.isInteger(value) && value >= from && value <= to;
}
