/** The built page: its files, read once, each with the headers that it needs. */
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

export interface PageFile {
  readonly type: string;
  readonly bytes: Buffer<ArrayBuffer>;
  /** Zipped when it is first asked for; `undefined` where nothing is gained. */
  zipped(this: void): Buffer<ArrayBuffer> | undefined;
  /** Its name changes with what is in it, so that a browser may keep it. */
  readonly named: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** Smaller ones gain nothing. */
const WORTH_ZIPPING = 1024;

/** By path below the folder, with slashes. `undefined`: nobody has built the page. */
export async function readFiles(folder: string): Promise<ReadonlyMap<string, PageFile> | undefined> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = await Promise.all(
    found
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        const name = path.slice(folder.length + 1).replaceAll(sep, '/');
        return [name, pageFile(name, await readFile(path))] as const;
      }),
  );
  const all = new Map(files);
  return all.has('index.html') ? all : undefined;
}

function pageFile(name: string, bytes: Buffer<ArrayBuffer>): PageFile {
  const type = TYPES[extname(name)] ?? 'application/octet-stream';
  const zippable = bytes.length >= WORTH_ZIPPING && !type.startsWith('font/');
  let zipped: Buffer<ArrayBuffer> | undefined;
  return { type, bytes, zipped: () => (zippable ? (zipped ??= zip(bytes)) : undefined), named: name.startsWith('assets/') };
}

/** Loads Node's zlib when a page is first asked for: most mocks are never looked at. */
function zip(bytes: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  return process.getBuiltinModule('node:zlib').gzipSync(bytes);
}
