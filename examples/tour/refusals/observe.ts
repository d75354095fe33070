/** What one request got: the wire, and what the SDK made of it. */
import { ChaveiroError, type Fetch } from '@chaveiro/sdk';

/** An answer as it came. */
export interface Wire {
  readonly status: number;
  readonly body: unknown;
  readonly decision: string | null;
  readonly evidence: string | null;
  readonly requestId: string | null;
}

export interface Observation {
  readonly wire: Wire | undefined;
  readonly error: ChaveiroError | undefined;
}

/** A call of an SDK client that was built with the given `fetch`. */
export type Call = (fetch: Fetch) => Promise<unknown>;

/**
 * Runs a call and keeps its answer beside its error.
 *
 * @throws whatever is thrown that is no error of the SDK
 */
export async function observe(call: Call): Promise<Observation> {
  let wire: Wire | undefined;
  const listening: Fetch = async (url, init) => {
    const response = await fetch(url, init);
    wire = await readWire(response.clone());
    return response;
  };
  try {
    await call(listening);
    return { wire, error: undefined };
  } catch (error) {
    if (!(error instanceof ChaveiroError)) throw error;
    return { wire, error };
  }
}

/** The answer to a request that the SDK would not send. */
export async function observeRaw(request: Request): Promise<Wire> {
  return readWire(await fetch(request));
}

async function readWire(response: Response): Promise<Wire> {
  const { status, headers } = response;
  return {
    status,
    body: await response.json().catch(() => undefined),
    decision: headers.get('x-mock-decision'),
    evidence: headers.get('x-mock-evidence'),
    requestId: headers.get('x-mock-request-id'),
  };
}
