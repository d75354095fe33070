/** Reads a document from a file or an address, with everything that it refers to. Only Node can. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse, YAMLParseError } from 'yaml';
import { isRecord } from '../document/follow.ts';
import { OwnDocumentError } from './check.ts';
import { embedReferences } from './references.ts';

export interface ReadDocument {
  readonly document: Record<string, unknown>;
  /** Where it came from: an absolute URL, or the path as it was given. */
  readonly source: string;
}

const MAX_BYTES = 128 * 1_048_576;
const TIMEOUT_MS = 30_000;

/**
 * @param location a file, or an http or https URL.
 * @throws {OwnDocumentError} for what cannot be read, or is neither JSON nor YAML.
 */
export async function readDocument(location: string): Promise<ReadDocument> {
  const isUrl = /^https?:\/\//i.test(location);
  const root = isUrl ? new URL(location) : pathToFileURL(resolve(location));
  const document = await readValue(root, location);
  if (!isRecord(document)) throw new OwnDocumentError(`${location} is no OpenAPI document: it holds no object.`);
  await embedReferences(document, root, (target, reference) => readValue(target, `${reference} (in ${location})`));
  return { document, source: isUrl ? root.href : location };
}

async function readValue(location: URL, name: string): Promise<unknown> {
  const text = location.protocol === 'file:' ? await readLocal(location, name) : await readRemote(location, name);
  return parseText(text, name);
}

async function readLocal(location: URL, name: string): Promise<string> {
  try {
    return await readFile(location, 'utf8');
  } catch (error) {
    const { code = String(error) } = error as { code?: string };
    const why = { ENOENT: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'this user may not read it' }[code] ?? code;
    throw new OwnDocumentError(`${name} cannot be read: ${why}.`);
  }
}

async function readRemote(location: URL, name: string): Promise<string> {
  const response = await fetch(location, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch((error: unknown) => {
    throw new OwnDocumentError(`${name} cannot be fetched: ${reasonOf(error)}.`);
  });
  if (!response.ok) throw new OwnDocumentError(`${name} cannot be fetched: it answers ${response.status}.`);
  if (Number(response.headers.get('content-length')) > MAX_BYTES) throw new OwnDocumentError(`${name} is larger than 128 MB.`);
  return response.text();
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `no answer within ${TIMEOUT_MS / 1000} seconds`;
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error ? cause.message : String(error);
}

/** JSON where it looks like JSON: a parser of its own is many times as fast. */
function parseText(text: string, name: string): unknown {
  const start = /^\uFEFF?\s*/.exec(text)?.[0].length ?? 0;
  try {
    if (text[start] === '{' || text[start] === '[') return JSON.parse(text.slice(start)) as unknown;
  } catch (error) {
    // Flow-style YAML begins alike.
    if (!isFlowYaml(text)) throw new OwnDocumentError(`${name} is not valid JSON: ${(error as Error).message}.`);
  }
  try {
    return parse(text, { uniqueKeys: false, merge: true, maxAliasCount: 10_000, logLevel: 'error' }) as unknown;
  } catch (error) {
    const [what] = (error as Error).message.split('\n');
    const line = error instanceof YAMLParseError ? error.linePos?.[0].line : undefined;
    throw new OwnDocumentError(`${name}${line === undefined ? '' : `:${line}`} is neither YAML nor JSON: ${what}`);
  }
}

function isFlowYaml(text: string): boolean {
  return /^\s*\{\s*[A-Za-z]/.test(text);
}
