/** A call in this very process: `mock.fetch`, and the global `fetch` through MSW with our handlers and with one of somebody's own. */
import { createMock } from '@chaveiro/mock-server';
import { setupMockServer } from '@chaveiro/mock-server/node';
import { setupServer } from 'msw/node';
import { conversion } from '../conversion.ts';
import { median } from '../figures.ts';
import { handlers } from '../servers/handler.js';

export interface InProcessResult {
  /** Microseconds of one call. */
  readonly fetchUs: number;
  readonly mswOursUs: number;
  readonly mswByHandUs: number;
  /** Ours through MSW, as a multiple of one handler written by hand: the median over pairs of blocks side by side. */
  readonly ratio: number;
}

type Send = (url: string, init: RequestInit) => Promise<Response>;

const quick = process.argv.includes('--quick');
const [blocks, calls] = quick ? [4, 200] : [20, 1000];
const url = `https://api.rd.services${conversion.path}`;
const { method, headers, body } = conversion;

const mock = createMock();
const ours = setupMockServer(mock);
const byHand = setupServer(...handlers);

/** Microseconds of a call, over many one after the other. */
async function block(send: Send): Promise<number> {
  mock.reset();
  const began = performance.now();
  for (let call = 0; call < calls; call++) {
    const response = await send(url, { method, headers, body });
    if (!response.ok) throw new Error(`The answer was ${response.status}: ${await response.text()}`);
    await response.json();
  }
  return ((performance.now() - began) * 1000) / calls;
}

async function throughMsw(server: typeof ours): Promise<number> {
  server.listen();
  try {
    return await block(fetch);
  } finally {
    server.close();
  }
}

const times = { fetch: [] as number[], ours: [] as number[], byHand: [] as number[] };
for (let round = -1; round < blocks; round++) {
  const [own, hand, direct] = [await throughMsw(ours), await throughMsw(byHand), await block(mock.fetch)];
  // The first round is for the compiler.
  if (round < 0) continue;
  times.ours.push(own);
  times.byHand.push(hand);
  times.fetch.push(direct);
  if (round % 5 === 4) console.error(`in process: ${round + 1} of ${blocks}`);
}
const result: InProcessResult = {
  fetchUs: median(times.fetch),
  mswOursUs: median(times.ours),
  mswByHandUs: median(times.byHand),
  ratio: median(times.ours.map((own, index) => own / (times.byHand[index] ?? NaN))),
};
console.log(JSON.stringify(result));
