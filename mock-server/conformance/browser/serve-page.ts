/** Serves the page on loopback: an empty document, its bundle, and the worker script that the package carries. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';

export interface PageServer {
  readonly url: string;
  close(): Promise<void>;
}

/** No `eval`: the mock has to work in pages whose policy forbids it. */
const POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src *";
const documentOf = (script: string) =>
  `<!doctype html><html lang="en"><title>Chaveiro</title><script type="module" src="${script}"></script></html>`;

/** The file behind `@chaveiro/mock-server/mockServiceWorker.js`. */
export function workerScript(): string {
  return createRequire(import.meta.url).resolve('@chaveiro/mock-server/mockServiceWorker.js');
}

/** @param snippet the code of a second page, at `snippet` */
export async function servePage(snippet: string): Promise<PageServer> {
  const document = (text: string) => ({ type: 'text/html; charset=utf-8', text });
  const script = (text: string) => ({ type: 'text/javascript', text });
  const files = new Map([
    ['/', document(documentOf('/page.js'))],
    ['/page.js', script(await bundle(await readFile(join(import.meta.dirname, 'page.ts'), 'utf8')))],
    ['/snippet', document(documentOf('/snippet.js'))],
    ['/snippet.js', script(await bundle(snippet))],
    ['/mockServiceWorker.js', script(await readFile(workerScript(), 'utf8'))],
  ]);
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (file) response.writeHead(200, { 'content-type': file.type, 'content-security-policy': POLICY }).end(file.text);
    else response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function bundle(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, loader: 'ts', resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    conditions: ['@chaveiro/source'],
  });
  return outputFiles[0]?.text ?? '';
}
