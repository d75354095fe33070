/** What `chaveiro mock` prints when it is ready: where it listens, and every zero-setup key by platform and state. */
import type { Mock } from '../mock.ts';
import { colours as pc } from './screen.ts';

export function banner(mock: Mock, url: string): string {
  const lines = [
    `${pc.bold('Chaveiro')} mock ready at ${pc.cyan(url)}`,
    `Web console: open ${pc.cyan(`${url}/`)} in a browser`,
    '',
  ];
  const width = Math.max(...mock.zeroSetupKeys.map(({ secret }) => secret.length));
  const titles = new Set(mock.zeroSetupKeys.map(({ title }) => title));
  for (const title of titles) {
    lines.push(`${pc.bold(title)}`);
    for (const key of mock.zeroSetupKeys) {
      if (key.title === title)
        lines.push(`  ${pc.green(key.secret.padEnd(width))}  ${key.state.padEnd(18)}  ${pc.dim(key.summary)}`);
    }
    lines.push('');
  }
  lines.push(
    `Every answer says why: look at ${pc.bold('x-mock-decision')}, or open ${pc.cyan(`${url}/__mock/requests`)}`,
    `${pc.dim('Stop with Ctrl-C.')}`,
  );
  return lines.join('\n');
}
