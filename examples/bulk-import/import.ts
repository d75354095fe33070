/**
 * A CSV file as RD Station conversions: streamed, paced, with a progress bar; what fails goes into a file of its own, and an
 * import that was stopped goes on where it was.
 *
 *   node bulk-import/import.ts leads.csv [--no-pace]
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createMany, type Checkpoint } from '@chaveiro/sdk/bulk';
import { RDStation, type RDStationConversionPayload } from '@chaveiro/sdk/rdstation';
import { SingleBar } from 'cli-progress';
import { parse } from 'csv-parse';

const [file = 'leads.csv'] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const checkpointFile = `${file}.checkpoint.json`;
const failuresFile = `${file}.failures.jsonl`;

/** Rows are read as they are needed, so the file may be of any length. */
async function* readLeads(): AsyncGenerator<RDStationConversionPayload> {
  const rows = createReadStream(file).pipe(parse({ columns: true, bom: true }));
  for await (const row of rows as AsyncIterable<Record<string, string>>) {
    const { conversion_identifier = '', email = '', name = '', tags = '' } = row;
    yield { conversion_identifier, email, name, ...(tags && { tags: tags.split('|') }) };
  }
}

const resume = await readFile(checkpointFile, 'utf8').then(
  (text) => JSON.parse(text) as Checkpoint,
  () => undefined,
);
if (resume) console.log('Going on from', checkpointFile);

// Ctrl-C lets the rows that are under way end, so that it is known what became of them.
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
const deadline = Number(process.env.STOP_AFTER_ROWS ?? Infinity);

const rd = new RDStation({ pace: !process.argv.includes('--no-pace') });
const bar = new SingleBar({ format: '{bar} {value} rows, {failed} failed' });
const failures = createWriteStream(failuresFile, { flags: resume ? 'a' : 'w' });
bar.start(200, 0, { failed: 0 });

const run = createMany(rd.conversions, readLeads(), {
  signal: stop.signal,
  resume,
  onProgress({ done, failed, skipped }) {
    bar.update(done + failed + skipped, { failed });
    if (done + failed >= deadline) stop.abort();
  },
});
for await (const { index, input, error } of run) {
  if (error) failures.write(`${JSON.stringify({ row: index + 2, email: input.email, issues: error.issues })}\n`);
}

bar.stop();
failures.end();
const { state, done, failed, skipped, checkpoint } = run.summary;
console.log(`${done} sent, ${failed} refused (see ${failuresFile}), ${skipped} from before: ${state}.`);
if (state === 'finished') await rm(checkpointFile, { force: true });
else await writeFile(checkpointFile, JSON.stringify(checkpoint));
process.exitCode = failed ? 2 : 0;
