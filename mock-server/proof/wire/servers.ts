/** Mocks to prove things about: in this process behind a real port, or in a process of its own that can be killed. */
import { createMock } from '@chaveiro/mock-server';
import { serveMock } from '@chaveiro/mock-server/http';
import { chaveiro, type Run } from '../../conformance/run-chaveiro.ts';

export interface Server extends AsyncDisposable {
  readonly url: string;
  /** Kills the process (SIGKILL) and starts it again on the same file and port. */
  readonly restart?: () => Promise<void>;
  /** What the process wrote, standard output and errors. */
  readonly output?: () => string;
}

/** @param seed ids and secrets follow from it. */
export async function serveHere(seed = 1): Promise<Server> {
  const mock = createMock({ seed });
  const running = await serveMock(mock, { port: 0 });
  return { url: running.url, [Symbol.asyncDispose]: () => running.close() };
}

/** `chaveiro mock --data`, which goes on where it was. */
export async function serveProcess(dataFile: string, seed = 1): Promise<Server> {
  const outputs: Run[] = [];
  const start = async (port: string) => {
    const run = chaveiro(['mock', '--port', port, '--seed', String(seed), '--data', dataFile]);
    outputs.push(run);
    const [, url = ''] = await run.says(/ready at (http:\/\/localhost:\d+)/);
    return url;
  };
  const end = async () => {
    const run = outputs.at(-1);
    run?.child.kill('SIGKILL');
    await run?.ended;
  };
  const url = await start('0');
  return {
    url,
    restart: async () => {
      await end();
      await start(new URL(url).port);
    },
    output: () => outputs.map((run) => run.stdout() + run.stderr()).join(''),
    [Symbol.asyncDispose]: end,
  };
}
