// src/prism/load.ts
var PACKAGE = "@stoplight/prism-http";
var LEAST_NODE = [24, 18];
var PrismUnavailableError = class extends Error {
  name = "PrismUnavailableError";
};
var loading;
function loadPrism() {
  assertNodeRunsPrism();
  loading ??= load().catch((error) => {
    loading = void 0;
    throw error;
  });
  return loading;
}
function assertNodeRunsPrism(version = globalThis.process?.versions.node) {
  if (version === void 0) return;
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > LEAST_NODE[0] || major === LEAST_NODE[0] && minor >= LEAST_NODE[1]) return;
  throw new PrismUnavailableError(
    `Prism needs Node ${LEAST_NODE.join(".")} or newer, and this is Node ${version}. Update Node, or do without --static, --contract and --responder prism; everything else works here.`
  );
}
async function load() {
  try {
    const loaded = await import(PACKAGE);
    return loaded.default ?? loaded;
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new PrismUnavailableError(`Prism is not installed. Add it beside the mock: npm install --save-dev ${PACKAGE}`);
  }
}
function isMissing(error) {
  const code = error instanceof Error && "code" in error ? error.code : void 0;
  return (code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND") && String(error).includes(PACKAGE);
}

export { PrismUnavailableError, assertNodeRunsPrism, loadPrism };
