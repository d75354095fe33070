/** Where a run took place, and with which versions: a figure means nothing without it. */
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { versionOf } from './peers.ts';

export interface Machine {
  readonly date: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  /** Of the last minute, when the run began: other programs at work. */
  readonly load: number;
  readonly versions: Readonly<Record<string, string>>;
}

const PACKAGES = ['@stoplight/prism-cli', 'openapi-backend', '@mockoon/cli', '@stdy/cli', 'msw', 'autocannon', 'zod'];

export function machine(): Machine {
  const [cpu] = cpus();
  return {
    date: new Date().toISOString(),
    cpu: cpu?.model.trim() || 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()}`,
    node: process.version,
    load: loadavg()[0] ?? 0,
    versions: Object.fromEntries(PACKAGES.map((name) => [name, versionOf(name)])),
  };
}
