/** What a million requests leave behind in the server's memory: requests of every kind but those that make rows, since rows are state. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { conversion } from '../conversion.ts';
import { load, type Shot } from '../load.ts';
import { freePort, onFirstCore, whenItAnswers } from '../process.ts';
import { say } from '../progress.ts';

export interface MemoryPoint {
  readonly requests: number;
  readonly heapMiB: number;
  readonly rssMiB: number;
}

const KEY = { 'x-api-key': 'chaveiro-pingback-active' };
const JSON_TYPE = { 'content-type': 'application/json' };

const SHOTS: readonly Shot[] = [
  { ...conversion, path: conversion.path.replace('active', 'disabled') },
  { ...conversion, body: '{"event_type":"CONVERSION"' },
  { ...conversion, body: '{"event_type":"OTHER"}' },
  { path: '/contacts', headers: KEY },
  { path: '/contacts/ana.souza@exemplo.com.br', headers: KEY },
  {
    method: 'PUT',
    path: '/contacts/ana.souza@exemplo.com.br',
    headers: { ...KEY, ...JSON_TYPE },
    body: '{"name":"Ana Souza"}',
  },
  { path: '/whatsapp/instances', headers: { authorization: 'Bearer sk_live_chaveiro_active' } },
  { path: '/nowhere/at/all' },
];

/** After so many requests the journal is full, and what memory there is should be enough for ever. */
export const FULL_AFTER = 12_000;

export async function measureMemory(quick: boolean): Promise<MemoryPoint[]> {
  const port = await freePort();
  const script = resolve(import.meta.dirname, '../servers/ours.js');
  const [command = '', ...words] = onFirstCore([process.execPath, '--expose-gc', script, String(port), 'all']);
  const child = spawn(command, words, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const points: MemoryPoint[] = [];
  const step = quick ? 2_000 : 100_000;
  try {
    await whenItAnswers(port);
    for (let requests = step; requests <= 10 * step; requests += step) {
      const { answered } = await load(port, { amount: step }, SHOTS);
      if (answered < step) throw new Error(`Of ${step} requests ${answered} were answered.`);
      points.push({ requests, ...(await memoryOf(child)) });
      say(`memory: ${requests.toLocaleString('en')} requests, heap ${points.at(-1)?.heapMiB.toFixed(1)} MiB`);
    }
  } finally {
    child.kill('SIGKILL');
  }
  return points;
}

async function memoryOf(child: ChildProcess): Promise<Omit<MemoryPoint, 'requests'>> {
  child.send('memory');
  const [{ heapUsed, rss }] = (await once(child, 'message')) as [NodeJS.MemoryUsage];
  return { heapMiB: heapUsed / 2 ** 20, rssMiB: rss / 2 ** 20 };
}
