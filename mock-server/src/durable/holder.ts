/** Who has a data file open. SQLite's lock keeps others out and ends with its process; this is for the message alone. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

export interface Holder {
  readonly pid: number;
  /** ISO 8601. */
  readonly since: string;
}

function holderFile(file: string): string {
  return `${file}-holder`;
}

/** Who opened the file last and has not closed it. */
export function readHolder(file: string): Holder | undefined {
  try {
    const { pid, since } = JSON.parse(readFileSync(holderFile(file), 'utf8')) as Partial<Holder>;
    return Number.isInteger(pid) && typeof since === 'string' ? { pid: pid as number, since } : undefined;
  } catch {
    return undefined;
  }
}

export function writeHolder(file: string): void {
  const holder: Holder = { pid: process.pid, since: new Date().toISOString() };
  writeFileSync(holderFile(file), JSON.stringify(holder), { mode: 0o600 });
}

export function removeHolder(file: string): void {
  rmSync(holderFile(file), { force: true });
}
