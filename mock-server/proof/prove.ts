/**
 * The long runs: `node --conditions=@chaveiro/source mock-server/proof/prove.ts [part …] [options]`.
 *
 * Parts: models, limits, isolation, secrets, hostile, packages (after `npm run build`); all of them without a name. The page
 * goes to standard output or `--page`, progress to standard error. Ends with 1 when something does not hold.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { killAll } from '../conformance/run-chaveiro.ts';
import { parts } from './parts.ts';
import { pageOf, type Finding } from './report.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    commands: { type: 'string', default: '100000' },
    kills: { type: 'string', default: '25' },
    histories: { type: 'string', default: '300' },
    samples: { type: 'string', default: '20000' },
    requests: { type: 'string', default: '100000' },
    idle: { type: 'string', default: '10000' },
    platform: { type: 'string' },
    page: { type: 'string' },
  },
});

const unknown = positionals.find((name) => !(name in parts));
if (unknown !== undefined) throw new Error(`There is no part "${unknown}". Choose from: ${Object.keys(parts).join(', ')}.`);

const wanted = {
  seed: Number(values.seed),
  commands: Number(values.commands),
  kills: Number(values.kills),
  histories: Number(values.histories),
  samples: Number(values.samples),
  requests: Number(values.requests),
  idle: Number(values.idle),
  platform: values.platform,
};
console.error(`Seed ${wanted.seed}`);
const findings: Finding[] = [];
try {
  for (const name of positionals.length > 0 ? positionals : Object.keys(parts)) {
    for await (const finding of parts[name]!(wanted)) {
      console.error(`${finding.holds ? 'holds' : 'FAILS'}: ${finding.claim} (${finding.figures})`);
      findings.push(finding);
    }
  }
} finally {
  killAll();
}
const page = pageOf(
  findings,
  `Node ${process.version}, ${process.platform}, ${availableParallelism()} cores; seed ${wanted.seed}.`,
);
if (values.page === undefined) console.log(page);
else writeFileSync(values.page, page);
process.exitCode = findings.every(({ holds }) => holds) ? 0 : 1;
