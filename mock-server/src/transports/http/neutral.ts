/** Answers to requests that never reach the mock: nothing a platform says, and always JSON. */
import type { Outgoing } from '../../exchange/outgoing.ts';

/** An RFC 9457 problem for a person: what happened, and what to do next. */
export function problem(status: number, code: string, title: string, detail: string): { status: number; body: string } {
  return { status, body: JSON.stringify({ type: 'about:blank', title, status, detail, code }) };
}

export function problemAnswer(...parts: Parameters<typeof problem>): Outgoing {
  const { status, body } = problem(...parts);
  return { status, headers: { 'content-type': 'application/problem+json', 'x-mock-decision': parts[1] }, body };
}

/** Code, title and advice for what Node's HTTP parser refuses. */
const PARSER_ERRORS: Readonly<Record<string, readonly [number, string, string, string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'headers_too_large', 'Headers too large', 'Send less than 64 KB of request line and headers.'],
  ERR_HTTP_REQUEST_TIMEOUT: [
    408,
    'request_timeout',
    'Request timeout',
    'The request was not complete in time. Check its Content-Length against what is sent.',
  ],
};

const MALFORMED = [
  400,
  'malformed_request',
  'Malformed request',
  'This is not valid HTTP/1.1. Check the request line, the headers and the body length.',
] as const;

/** A whole HTTP/1.1 response for a socket whose request could not be parsed. @param code of the parser's error. */
export function parserProblem(code: string | undefined): string {
  return rawProblem(...(PARSER_ERRORS[code ?? ''] ?? MALFORMED));
}

/** A whole HTTP/1.1 response, the last of its connection. */
export function rawProblem(...[status, name, title, detail]: Parameters<typeof problem>): string {
  const { body } = problem(status, name, title, detail);
  return `HTTP/1.1 ${status} ${title}\r\ncontent-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`;
}
