// Runs in a process of its own with --expose-gc: many rows through createMany and a client, and what memory that takes.
import { createMany } from '../src/bulk.ts';
import { RDStation } from '../src/rdstation.ts';

const ROWS = Number(process.argv[2]);
const EVERY = ROWS / 10;

let read = 0;
let furthestAhead = 0;
function* leads(): Generator<{ conversion_identifier: string; email: string; name: string }> {
  for (; read < ROWS; read++) {
    yield { conversion_identifier: 'ebook', email: `lead-${read}@exemplo.com.br`, name: 'Ana Souza '.repeat(100) };
  }
}

const answer = JSON.stringify({ event_uuid: '5408c5a3-4711-4f2e-8d0b-13407a3e30f3' });
const rd = new RDStation({ apiKey: 'key-1', pace: false, fetch: () => Promise.resolve(new Response(answer)) });

const heaps: number[] = [];
let delivered = 0;
for await (const { index } of createMany(rd.conversions, leads())) {
  if (index !== delivered++) throw new Error(`Row ${index} came as number ${delivered}.`);
  furthestAhead = Math.max(furthestAhead, read - delivered);
  if (delivered % EVERY === 0) {
    globalThis.gc?.();
    heaps.push(process.memoryUsage().heapUsed);
  }
}
console.log(JSON.stringify({ delivered, furthestAhead, heaps }));
