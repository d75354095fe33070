/** What a client did, as lines that a person can paste into a shell. */
import type { Line, Sent, Wire } from './wire.ts';

const ORIGIN = 'http://localhost:4010';
/** How to start a mock in which the lines do what they did. */
const START = 'npx chaveiro mock --port 4010';
const READY = `until curl -so /dev/null ${ORIGIN}/__mock/state; do sleep 1; done`;

/**
 * The requests of a client as `curl` commands, each with the status that it got.
 *
 * @param seed of the mock: ids and secrets in the lines follow from it.
 */
export function curlLines(wire: Pick<Wire, 'lines' | 'common'>, seed = 1): string[] {
  const durable = wire.lines.some((line) => 'restart' in line);
  const start = `${START}${seed === 1 ? '' : ` --seed ${seed}`}${durable ? ' --data proof.db' : ''} &\n${READY}`;
  return [start, ...wire.lines.flatMap((line, index) => lineOf(line, index, wire, start))];
}

function lineOf(line: Line, index: number, { lines, common }: Pick<Wire, 'lines' | 'common'>, start: string): string[] {
  if ('restart' in line) return ['kill -9 $(lsof -t -i :4010 -s TCP:LISTEN); sleep 1', start];
  const { sent, got, at } = line;
  const parallel = [lines[index - 1], lines[index + 1]].some((neighbour) => neighbour?.at === at);
  const last = lines[index + 1]?.at !== at;
  const comment = got ? ` # ${got.status} ${got.decision}` : ' # no answer';
  return [
    `${curl(sent, common)}${parallel ? ' &' : ''}${comment}`,
    ...(parallel && last ? ['wait $(jobs -p | tail -n +2)'] : []),
  ];
}

function curl({ method, path, headers, body, bare = false }: Sent, common: Readonly<Record<string, string>>): string {
  const all = Object.entries({
    ...(!bare && common),
    ...headers,
    ...(body !== undefined && { 'content-type': 'application/json' }),
  });
  return [
    `curl -sS -X ${method} ${quoted(ORIGIN + path)}`,
    ...all.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`-d ${quoted(JSON.stringify(body))}`]),
  ].join(' ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
