/** Raw bytes over connections of their own, each shape many times: what is answered, and what came as far as the mock. */
import { parsed, isOwnProblem, type Fits } from './fits.ts';
import { leaksIn } from './complaints.ts';
import { sendOnce, type Heard } from './one-off.ts';
import { Random } from './random.ts';
import { readReplies, type Reply } from './replies.ts';
import { asBytes, start } from './reproduce.ts';
import { SHAPES, shapeOf, type Shape } from './shapes.ts';
import type { Targets } from './targets.ts';
import type { Watched } from './watched-process.ts';
import { SMUGGLED } from './witness.ts';

export interface ShapesProof {
  readonly seed: number;
  readonly connections: number;
  readonly shapes: number;
  readonly slowest: number;
  readonly failures: readonly string[];
}

const BOUND_MS = 10_000;
const MOST_FAILURES = 10;

/** @param rounds how often each shape is sent, each time another of its kind. */
export async function proveShapes(
  watched: Watched,
  {
    rounds,
    seed,
    targets,
    fits,
    most = MOST_FAILURES,
  }: { readonly rounds: number; readonly seed: number; readonly targets: Targets; readonly fits: Fits; readonly most?: number },
): Promise<ShapesProof> {
  const failures: string[] = [];
  let [connections, slowest] = [0, 0];
  for (let round = 0; round < rounds && failures.length < most; round++) {
    for (const [index, name] of SHAPES.entries()) {
      const shape = shapeOf(name, new Random(seed, round * SHAPES.length + index));
      const heard = await sendOnce(watched.ports.open, Buffer.from(shape.bytes, 'latin1'), BOUND_MS);
      connections += 1;
      slowest = Math.max(slowest, heard.ms);
      const complaints = [...complaintsAbout(shape, heard, targets, fits), ...(await trespasses(watched))];
      for (const complaint of complaints)
        failures.push(
          `Seed ${seed}, round ${round}, ${name}: ${complaint}\n${start()}\n${asBytes(Buffer.from(shape.bytes, 'latin1'))}`,
        );
    }
    await watched.reset();
  }
  return { seed, connections, shapes: SHAPES.length, slowest, failures };
}

async function trespasses(watched: Watched): Promise<string[]> {
  const report = await watched.report();
  return report.trespasses.map(({ caseNumber, request, status, changed }) =>
    caseNumber === SMUGGLED
      ? `a smuggled request came as far as the mock: ${request}`
      : `${request}, answered ${String(status)}, changed ${changed.join('; ')}`,
  );
}

function complaintsAbout(shape: Shape, heard: Heard, targets: Targets, fits: Fits): string[] {
  if (!heard.ended) return [`the connection was still there after ${BOUND_MS} ms; it said ${said(heard)}`];
  let replies: Reply[];
  try {
    replies = readReplies(heard.bytes);
  } catch (error) {
    return [`${(error as Error).message}; it said ${said(heard)}`];
  }
  if (replies.length === 0 && shape.bytes.trim() !== '') return ['the connection was closed without an answer'];
  const statuses = replies.map(({ status }) => status);
  if (shape.answers && statuses.join() !== shape.answers.join())
    return [`answered ${statuses.join(', ')} where ${shape.answers.join(', ')} is right; it said ${said(heard)}`];
  return replies.flatMap((reply) => aboutReply(shape, reply, targets, fits));
}

function aboutReply({ bytes }: Shape, reply: Reply, { secrets, told }: Targets, fits: Fits): string[] {
  if (reply.status >= 500) return [`status ${reply.status}: ${reply.body.slice(0, 300)}`];
  const leaks = leaksIn(reply, secrets, told);
  if (isOwnProblem(reply, parsed(reply.body))) return leaks;
  const [method = '', target = ''] = bytes.trimStart().split(/[ \t]+/, 2);
  return [...leaks, ...fits({ method, target: target.split('\r')[0]! }, reply)];
}

function said({ bytes }: Heard): string {
  return JSON.stringify(bytes.toString('latin1', 0, 600));
}
