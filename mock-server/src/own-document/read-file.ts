/** Reads a document's files: the one that was named, and others where it may lead to. */
import { readFile, realpath } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OwnDocumentError } from './check.ts';

/** @throws {OwnDocumentError} */
export async function readNamedFile(location: URL, name: string): Promise<string> {
  return readPath(pathOf(location, name), name);
}

/**
 * Reads a file that a document refers to: in the folder of the document, or below it. A document is often somebody
 * else's, and what it refers to is shown to whoever asks the mock; so links count as what they lead to.
 * @param root the file that was named.
 * @throws {OwnDocumentError} also for a file anywhere else, unread.
 */
export async function readNearFile(location: URL, root: URL, name: string): Promise<string> {
  const path = pathOf(location, name);
  const folder = dirname(fileURLToPath(root));
  const real = await realpath(path).catch(() => undefined);
  const isNear = real === undefined ? isIn(path, folder) : isIn(real, await realpath(folder));
  if (isNear) return readPath(real ?? path, name);
  const where = real === undefined || real === path ? '' : ` is ${real}, and that`;
  throw new OwnDocumentError(
    `${name}${where} is outside of ${folder}, the document's own folder, and the mock reads no other. Move it there, or bundle everything into one document first, for example with "redocly bundle".`,
  );
}

function isIn(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function pathOf(location: URL, name: string): string {
  try {
    return fileURLToPath(location);
  } catch {
    throw new OwnDocumentError(`${name} cannot be read: it is no file name on this machine.`);
  }
}

async function readPath(path: string, name: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code = String(error) } = error as { code?: string };
    const why = { ENOENT: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'this user may not read it' }[code] ?? code;
    throw new OwnDocumentError(`${name} cannot be read: ${why}.`);
  }
}
