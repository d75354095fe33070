/** Loads Prism when it is first needed: it takes half a second, and a newer Node than the rest of the mock. */
import type { createInstance, getHttpOperationsFromSpec } from '@stoplight/prism-http';

export interface Prism {
  readonly createInstance: typeof createInstance;
  readonly getHttpOperationsFromSpec: typeof getHttpOperationsFromSpec;
}

/** A name in a variable: bundlers would try to resolve a literal, and few people have Prism in a bundle. */
const PACKAGE: string = '@stoplight/prism-http';
const LEAST_NODE = [24, 18] as const;

/** Prism cannot be had here; the message says what to do. */
export class PrismUnavailableError extends Error {
  override readonly name = 'PrismUnavailableError';
}

let loading: Promise<Prism> | undefined;

/** Prism, loaded once. @throws {PrismUnavailableError} where Node is too old, or the package is not installed. */
export function loadPrism(): Promise<Prism> {
  assertNodeRunsPrism();
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/**
 * Costs nothing, so that a mock can refuse to start rather than fail at its first request.
 * @param version of Node; `undefined` where this is another runtime.
 * @throws {PrismUnavailableError}
 */
export function assertNodeRunsPrism(version: string | undefined = globalThis.process?.versions.node): void {
  if (version === undefined) return;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return;
  throw new PrismUnavailableError(
    `Prism needs Node ${LEAST_NODE.join('.')} or newer, and this is Node ${version}. Update Node, or do without --static, --contract and --responder prism; everything else works here.`,
  );
}

async function load(): Promise<Prism> {
  try {
    const loaded = (await import(PACKAGE)) as Prism & { readonly default?: Prism };
    return loaded.default ?? loaded;
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new PrismUnavailableError(`Prism is not installed. Add it beside the mock: npm install --save-dev ${PACKAGE}`);
  }
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') && String(error).includes(PACKAGE);
}
