/** Data files in a folder of their own, for tests. */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryFolder extends Disposable {
  readonly path: string;
  /** Path of a file in it. */
  file(name?: string): string;
  /** Bytes of every file in it by name: the data file and whatever stands beside it. */
  contents(): Record<string, Buffer>;
}

export function temporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'chaveiro-'));
  return {
    path,
    file: (name = 'mock.db') => join(path, name),
    contents: () => Object.fromEntries(readdirSync(path).map((name) => [name, readFileSync(join(path, name))])),
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}
