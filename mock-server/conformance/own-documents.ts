/** A mock of somebody else's document on a port, and what a client sees of it. */
import { resolve } from 'node:path';
import { serveMock, type RunningMock } from '../src/http.ts';
import { createMock, type Mock, type MockOptions } from '../src/index.ts';
import { readDocument } from '../src/own-document/read-document.ts';

/** A fixture of `documents/`. */
export const documentFile = (name: string) => resolve(import.meta.dirname, 'documents', name);
export const livraria = async () => (await readDocument(documentFile('livraria.yaml'))).document;
export const correio = async () => (await readDocument(documentFile('correio.yaml'))).document;

export interface Running {
  readonly mock: Mock;
  readonly server: RunningMock;
  /** Sends a request; JSON bodies come parsed. */
  seen(this: void, path: string, init?: RequestInit): Promise<Seen>;
}

export interface Seen {
  readonly status: number;
  readonly decision: string | null;
  readonly body: unknown;
  readonly headers: Headers;
}

export async function start(document: object, options: MockOptions = {}): Promise<Running> {
  const mock = createMock({ seed: 3, now: '2026-02-03T12:00:00Z', ...options, document });
  const server = await serveMock(mock, { port: 0 });
  return {
    mock,
    server,
    async seen(path, init = {}) {
      const response = await fetch(server.url + path, init);
      const text = await response.text();
      const json = /json/.test(response.headers.get('content-type') ?? '');
      const body: unknown = json ? JSON.parse(text) : text;
      return { status: response.status, decision: response.headers.get('x-mock-decision'), body, headers: response.headers };
    },
  };
}

export const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/** Of the bookshop's first account, in the header. */
export const ACTIVE = { 'X-Chave': 'chaveiro-livraria-active' };
