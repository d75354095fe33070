/** Everybody who is measured over HTTP. */
import { resolve } from 'node:path';
import { answer, oneOperationFile } from './conversion.ts';
import { fileOf } from './peers.ts';
import type { Peer } from './process.ts';

export const BASE = 'bare node:http';
export const OURS = 'Chaveiro, all operations';
export const OURS_ONE = 'Chaveiro, 1 operation';
export const OUR_CLI = 'chaveiro mock';
export const PRISM = 'Prism CLI';

export interface Cast {
  readonly base: Peer;
  /** For throughput. */
  readonly http: readonly Peer[];
  /** For the time until the first answer. */
  readonly start: readonly Peer[];
}

export function cast(): Cast {
  const file = oneOperationFile();
  const base: Peer = { name: BASE, script: [server('bare'), 'PORT', answer], does: 'answers, reads nothing' };
  const ours: Peer = {
    name: OUR_CLI,
    script: [resolve(import.meta.dirname, '../bin/chaveiro.js'), 'mock', '--port', 'PORT'],
    does: '',
  };
  const prismScript = [fileOf('@stoplight/prism-cli', 'dist/index.js'), 'mock', file, '-p', 'PORT'];
  const prism: Peer = { name: PRISM, script: prismScript, does: 'validates; any key will do' };
  const mockoonScript = [
    fileOf('@mockoon/cli', 'bin/run.js'),
    'start',
    '--data',
    file,
    '--port',
    'PORT',
    '-X',
    '-l',
    '127.0.0.1',
  ];
  const mockoon: Peer = { name: 'Mockoon CLI', script: mockoonScript, does: 'checks nothing' };
  const steadyScript = [fileOf('@stdy/cli', 'steady.js'), '-p', 'PORT', '--host', '127.0.0.1', file];
  const steady: Peer = { name: 'Steady', script: steadyScript, does: 'validates; checks no key' };
  const msw: Peer = { name: 'MSW getResponse', script: [server('msw'), 'PORT'], does: 'one handler written by hand' };
  const openapiBackend: Peer = {
    name: 'openapi-backend',
    script: [server('openapi-backend'), 'PORT', file, answer],
    does: 'validates, checks the key',
  };
  return {
    base,
    http: [
      { name: 'node:http, reading JSON', script: [server('reading'), 'PORT', answer], does: 'reads the body' },
      { name: OURS_ONE, script: [server('ours'), 'PORT', 'one'], does: 'key states, validates, stores, journal' },
      { name: OURS, script: [server('ours'), 'PORT', 'all'], does: 'key states, validates, stores, journal' },
      openapiBackend,
      steady,
      msw,
      prism,
      { ...prism, name: 'Prism CLI, silent', script: [...prismScript, '-v', 'silent'] },
      mockoon,
    ],
    start: [ours, msw, openapiBackend, steady, prism, mockoon],
  };
}

function server(name: string): string {
  return resolve(import.meta.dirname, 'servers', `${name}.js`);
}
