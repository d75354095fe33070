/** Many creates at the same moment against an account that has room for few. */
import { Wire, type Got } from './wire/wire.ts';

/** An account without keys, and how many it may have. */
export interface Race {
  readonly platform: 'pingback' | 'rdstation';
  readonly limit: number;
}

export const races: readonly Race[] = [
  { platform: 'pingback', limit: 1 },
  { platform: 'rdstation', limit: 5 },
];

export interface RaceOutcome {
  /** How many answers there were of each kind: `201`, `409 key_limit_reached`, … */
  readonly answers: Readonly<Record<string, number>>;
  /** Keys that the account has afterwards, and secrets that open something. */
  readonly keys: number;
  readonly working: number;
}

const OWNER = { authorization: 'Bearer chaveiro-console-owner' };
export const RACING = 'acc_race';

/** Makes the account of a race, in the default session. */
export async function prepare(url: string, { platform }: Race): Promise<void> {
  using wire = new Wire(url);
  await wire.send({ method: 'POST', path: '/__mock/accounts', body: { platform, id: RACING } });
}

/** Sends `count` creates at once, each on a connection of its own, to all of `urls` in turn. */
export async function race(urls: readonly string[], count: number): Promise<Got[]> {
  const wires = urls.map((url) => new Wire(url, OWNER));
  try {
    const share = (index: number) => Array.from({ length: count }, (_, n) => n).filter((n) => n % urls.length === index);
    const answers = await Promise.all(
      wires.map((wire, index) =>
        wire.together(share(index).map((n) => ({ method: 'POST', path: PATH, body: { name: `Corrida ${n}` } }))),
      ),
    );
    return answers.flat();
  } finally {
    for (const wire of wires) wire[Symbol.dispose]();
  }
}

/** Counts the answers of a race, and looks at what is there. */
export async function outcomeOf(url: string, { platform }: Race, answers: readonly Got[]): Promise<RaceOutcome> {
  using wire = new Wire(url);
  const kinds = answers.map(({ status, json }) =>
    status === 201 ? '201' : `${status} ${String((json as { code?: string } | undefined)?.code)}`,
  );
  const { total } = (await wire.send({ method: 'GET', path: PATH, headers: OWNER })).json as { total: number };
  let working = 0;
  for (const { status, json } of answers) {
    if (status !== 201) continue;
    const { secret } = json as { secret: string };
    if ((await wire.send(use(platform, secret))).status === 200) working += 1;
  }
  const counts: Record<string, number> = {};
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return { answers: counts, keys: total, working };
}

const PATH = `/accounts/${RACING}/api-keys`;

function use(platform: Race['platform'], secret: string) {
  if (platform === 'pingback') return { method: 'GET', path: '/contacts', headers: { 'x-api-key': secret } };
  const payload = { conversion_identifier: 'corrida', email: 'ana@exemplo.com.br' };
  return {
    method: 'POST',
    path: `/platform/conversions?api_key=${secret}`,
    body: { event_type: 'CONVERSION', event_family: 'CDP', payload },
  };
}
