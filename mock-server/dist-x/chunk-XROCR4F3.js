// src/seed/problems.ts
var SHOWN = 20;
var SeedError = class extends Error {
  name = "SeedError";
  /** Each with its path in the seed: `['accounts', 0, 'plan']`. */
  problems;
  /** @param where how a path is shown: `seed.yaml:12:5 accounts[0].plan`. */
  constructor(problems, where = shown) {
    const count = problems.length === 1 ? "a problem" : `${problems.length} problems`;
    const lines = problems.slice(0, SHOWN).map((each) => `  ${where(each.path)}: ${each.message}`);
    if (problems.length > SHOWN) lines.push(`  \u2026 and ${problems.length - SHOWN} more`);
    super([`The seed has ${count}, and nothing of it was applied:`, ...lines].join("\n"));
    this.problems = problems;
  }
};
function shown(path) {
  const text = path.map((step) => typeof step === "number" ? `[${step}]` : `.${step}`).join("");
  return text.replace(/^\./, "") || "the seed";
}

export { SeedError, shown };
