// src/core/clock.ts
var UNITS = { ms: 1, s: 1e3, m: 6e4, h: 36e5, d: 864e5 };
function milliseconds(duration) {
  if (typeof duration === "number") {
    if (Number.isFinite(duration) && duration >= 0) return duration;
  } else {
    const match = /^(\d{1,12})(ms|s|m|h|d)$/.exec(duration.trim());
    const unit = UNITS[match?.[2] ?? ""];
    if (match?.[1] && unit) return Number(match[1]) * unit;
  }
  throw new RangeError(
    `"${String(duration).slice(0, 40)}" is no duration. Use milliseconds or a number with a unit: 250ms, 61s, 15m, 24h, 30d.`
  );
}
var lastInstant = NaN;
var lastText = "";
function iso(instant) {
  if (instant !== lastInstant) [lastInstant, lastText] = [instant, new Date(instant).toISOString()];
  return lastText;
}
var LONGEST_TIMER = 2147483647;
function createClock(source) {
  const read = typeof source === "number" ? () => source : source;
  const sleepers = /* @__PURE__ */ new Set();
  let offset = 0;
  function wake(isDue) {
    for (const sleeper of [...sleepers]) if (isDue(sleeper)) sleeper.wake();
  }
  function sleep(duration, signal) {
    const until = read() + offset + milliseconds(duration);
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      if (until <= read() + offset) return resolve();
      let timer;
      const end = () => {
        sleepers.delete(sleeper);
        clearTimeout(timer);
        signal?.removeEventListener("abort", abort);
      };
      const abort = () => (end(), reject(signal?.reason));
      const sleeper = { until, wake: () => (end(), resolve()) };
      const setTimer = () => {
        const left = until - read() - offset;
        if (left <= 0) sleeper.wake();
        else timer = setTimeout(setTimer, Math.min(left, LONGEST_TIMER));
      };
      sleepers.add(sleeper);
      signal?.addEventListener("abort", abort);
      if (typeof source === "function") setTimer();
    });
  }
  return {
    offset: () => offset,
    moveTo(wanted) {
      offset = wanted;
    },
    now: () => read() + offset,
    advance(by) {
      const next = read() + offset + milliseconds(by);
      if (next > 864e13) throw new RangeError("The clock cannot pass the year 275760.");
      offset = next - read();
      wake(({ until }) => until <= next);
      return next;
    },
    set(instant) {
      offset = instant - read();
      wake(({ until }) => until <= instant);
    },
    sleep,
    reset() {
      offset = 0;
      wake(() => true);
    }
  };
}

export { createClock, iso, milliseconds };
