/**
 * Runs a command beside a mock that starts and ends with it:
 *
 *   node with-mock.ts [options of chaveiro mock] -- command …
 *
 * The command finds the mock's address in CHAVEIRO_URL; its exit code is ours.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startMockProcess } from './tour/mock-process.ts';

const words = process.argv.slice(2);
const separator = words.indexOf('--');
const [command = '', ...parameters] = words.slice(separator + 1);

const mock = await startMockProcess({ port: 0, options: words.slice(0, separator) });
try {
  const env = { ...process.env, CHAVEIRO_URL: mock.url, NO_PROXY: 'localhost', no_proxy: 'localhost' };
  const child = spawn(command, parameters, { stdio: 'inherit', env });
  const [code] = (await once(child, 'close')) as [number | null];
  process.exitCode = code ?? 1;
} catch (error) {
  console.error(`${command} cannot be run: ${(error as Error).message}. Is it installed?`);
  process.exitCode = 127;
} finally {
  await mock.stop();
}
