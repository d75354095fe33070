/** A hostile request as a line that a person can paste into a shell: `curl` where it can send it, else the bytes themselves. */
import { bytesOf, type Shot } from './shot.ts';

const PORT = 4010;
/** How to start the mock that the lines are for. @param controlToken of one that has its controls locked. */
export function start(controlToken?: string): string {
  return `npx chaveiro mock --port ${PORT}${controlToken === undefined ? '' : ` --control-token ${controlToken}`} &`;
}

const PLAIN = /^[\t\x20-\x7e]*$/;

export function reproduce(shot: Shot): string {
  return isForCurl(shot) ? asCurl(shot) : asBytes(bytesOf(shot));
}

/** For bytes that are no request, too. */
export function asBytes(bytes: Buffer): string {
  const text = [...bytes.toString('latin1')].map(escaped).join('');
  return `printf '%b' '${shortened(text)}' | nc -q 5 localhost ${PORT}`;
}

function isForCurl({ method, target, headers, body }: Shot): boolean {
  const names = headers.map(([name]) => name.toLowerCase());
  return (
    /^[A-Z-]+$/.test(method) &&
    method !== 'CONNECT' &&
    target.startsWith('/') &&
    PLAIN.test(target) &&
    !/[\s{}[\]"<>\\^`|#]/.test(target) &&
    new Set(names).size === names.length &&
    headers.every(([, value]) => PLAIN.test(value) && value.trim() !== '') &&
    (body === undefined || (/^[\n\x20-\x7e]*$/.test(body.toString('latin1')) && body.length < 50_000))
  );
}

function asCurl({ method, target, headers, body, chunked }: Shot): string {
  const sent = [...headers, ...(chunked ? [['transfer-encoding', 'chunked'] as const] : [])];
  // curl would say what the body is.
  if (body !== undefined && !headers.some(([name]) => name.toLowerCase() === 'content-type')) sent.push(['content-type', '']);
  return [
    `curl -sS -i --max-time 10 --path-as-is ${method === 'HEAD' ? '--head' : `-X ${method}`}`,
    ...sent.map(([name, value]) => `-H ${quoted(value === '' ? `${name}:` : `${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`--data-binary ${quoted(body.toString('latin1'))}`]),
    quoted(`http://localhost:${PORT}${target}`),
  ].join(' ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function escaped(letter: string): string {
  if (letter === '\r') return '\\r';
  if (letter === '\n') return '\\n';
  if (/[\x20-\x7e]/.test(letter) && letter !== '\\' && letter !== "'") return letter;
  return `\\0${letter.charCodeAt(0).toString(8).padStart(3, '0')}`;
}

/** What is the same letter a thousand times is no line to paste; it says how long it was. */
function shortened(text: string): string {
  return text.length <= 20_000 ? text : `${text.slice(0, 10_000)}… (${text.length - 20_000} more) …${text.slice(-10_000)}`;
}
