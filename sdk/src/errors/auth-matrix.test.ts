// Every cell of the document's auth matrix, sent by the SDK to the mock, comes back as an error that names the true state.
import { createMock, type Mock } from '@chaveiro/mock-server';
import { authMatrix, type AuthMatrixCell } from '@chaveiro/openapi/auth-matrix';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pingback, rdstation, zenvio } from '../generated/operations/index.ts';
import { pingback as pingbackRefusals } from '../generated/refusals/pingback.ts';
import { rdstation as rdstationRefusals } from '../generated/refusals/rdstation.ts';
import { zenvio as zenvioRefusals } from '../generated/refusals/zenvio.ts';
import { connect, send, type Fetch } from '../http/index.ts';
import { pingbackProfile } from '../platforms/pingback/profile.ts';
import type { Profile } from '../platforms/profile.ts';
import { rdstationProfile } from '../platforms/rdstation/profile.ts';
import { zenvioProfile } from '../platforms/zenvio/profile.ts';
import { ChaveiroError, type AuthState, type CommonErrorCode } from './index.ts';

const PROFILES: Record<string, Profile> = { pingback: pingbackProfile, rdstation: rdstationProfile, zenvio: zenvioProfile };
const TABLES: Record<string, { operations: Record<string, string> }> = { pingback, rdstation, zenvio };

/** Every common code; the type makes sure that none is forgotten. */
const COMMON = Object.keys({
  missing_key: true,
  malformed_key: true,
  key_refused: true,
  invalid_request: true,
  request_refused: true,
  not_found: true,
  conflict: true,
  rate_limited: true,
  plan_not_allowed: true,
  server_error: true,
  connection_failed: true,
  timeout: true,
  redirect_refused: true,
  invalid_answer: true,
} satisfies Record<CommonErrorCode, true>);

/** The closed union of a platform, as the types have it. */
const CODES: Record<string, Set<string>> = {
  pingback: new Set([...COMMON, ...pingbackRefusals.flatMap(({ states }): readonly string[] => states)]),
  rdstation: new Set([...COMMON, ...rdstationRefusals.flatMap(({ states }): readonly string[] => states)]),
  zenvio: new Set([...COMMON, ...zenvioRefusals.flatMap(({ states }): readonly string[] => states)]),
};

let mock: Mock;
beforeAll(() => void (mock = createMock()));
beforeEach(() => mock.reset());

/** The key of a cell, wherever it stands. */
function keyOf({ request: { path, headers } }: AuthMatrixCell): string | undefined {
  const inQuery = new URLSearchParams(path.split('?')[1]).get('api_key');
  return inQuery ?? headers['x-api-key'] ?? headers['authorization']?.replace('Bearer ', '');
}

/** Sends a cell's request through the SDK. @returns the error, and what the mock decided */
async function refusalOf(cell: AuthMatrixCell): Promise<{ error: ChaveiroError; decision: string | null }> {
  const { platform, operationId, request, state } = cell;
  const profile = PROFILES[platform] as Profile;
  const operation = TABLES[platform]?.operations[operationId] as string;
  const server = mock.servers[platform] as string;
  let decision: string | null = null;
  const fetch: Fetch = async (url, init) => {
    // The SDK cannot place a key where only another kind of key goes; what would come of it is asked for as it is.
    const { method, path, headers, body } = request;
    const replayed = state === 'wrong_endpoint' && mock.fetch(server + path, { method, headers, body: JSON.stringify(body) });
    const response = await (replayed || mock.fetch(url, init));
    decision = response.headers.get('x-mock-decision');
    return response;
  };
  const scheme = operation.split(' ')[2] as string;
  const connection = connect(profile, { fetch, retries: 0, pace: false }, { [scheme]: keyOf(cell) });
  const url = new URL(server + request.path);
  url.searchParams.delete('api_key');
  const described = { operationId, operation, url: url.href, path: pathOf(operation, request.path), body: request.body };
  const failed = send(connection, described);
  const error = await failed.then(
    (outcome) => outcome.error,
    (thrown: ChaveiroError) => thrown,
  );
  if (!error) throw new Error(`${cell.id} succeeded.`);
  return { error, decision };
}

/** The values of a path template in a path. */
function pathOf(operation: string, path: string): Record<string, string> {
  const template = (operation.split(' ')[1] as string).split('/');
  const parts = (path.split('?')[0] as string).split('/');
  const pairs = template.flatMap((name, at) =>
    name.startsWith('{') ? [[name.slice(1, -1), decodeURIComponent(parts[at] ?? '')]] : [],
  );
  return Object.fromEntries(pairs) as Record<string, string>;
}

const cells = authMatrix.cells.filter(({ state }) => state !== 'active');

describe('an error names the true state', () => {
  test.each(cells.map((cell) => [cell.id, cell] as const))('%s', async (_id, cell) => {
    const { error, decision } = await refusalOf(cell);
    expect(error).toBeInstanceOf(ChaveiroError);
    expect(CODES[cell.platform]).toContain(error.code);
    if (cell.state === 'missing_key') {
      // Without a key nothing is sent.
      expect([error.code, decision]).toEqual(['missing_key', null]);
      return;
    }
    expect(decision).toBe(cell.state);
    expect(error.candidates).toContain(cell.state);
    expect(error.code).toBe(error.candidates.length === 1 ? cell.state : codeOfSeveral(error.candidates));
    expect(error.status).toBe(cell.expect.status);
  });
});

/** Where several states are possible, the code is the one of their class. */
function codeOfSeveral(states: readonly AuthState[]): string {
  if (states.every((state) => state.startsWith('rate_limited'))) return 'rate_limited';
  return states.every((state) => ['scope_missing', 'instance_not_allowed'].includes(state)) ? 'scope_missing' : 'key_refused';
}
