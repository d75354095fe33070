/** What `chaveiro mock` prints when it is ready: where it listens, and every zero-setup key by platform and state. */
import type { Mock } from '../mock.ts';
import { colours as pc } from './screen.ts';

export interface BannerOptions {
  /** Whether other machines can reach the mock. */
  readonly exposed?: boolean;
  /** Whether `/__mock` asks for a token. */
  readonly hasToken?: boolean;
}

export function banner(mock: Mock, url: string, options: BannerOptions = {}): string {
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
  lines.push(...whereToLook(url, options), `${pc.dim('Stop with Ctrl-C.')}`);
  return lines.join('\n');
}

function whereToLook(url: string, { exposed = false, hasToken = false }: BannerOptions): string[] {
  const said = `Every answer says why: look at ${pc.bold('x-mock-decision')}`;
  const journal = pc.cyan(`${url}/__mock/requests`);
  const others = exposed
    ? [`Other machines get in under this machine's names: allow each with ${pc.bold('--allow-host')}, else it answers 421.`]
    : [];
  if (hasToken) return [`${said}, or ask for ${journal} with the control token`, ...others];
  if (!exposed) return [`${said}, or open ${journal}`];
  return [`${said}. Everything else under /__mock is closed: start with ${pc.bold('--control-token')} to use it`, ...others];
}
