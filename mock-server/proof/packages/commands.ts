/** The commands of the READMEs, as their reader types them, against a mock that was started from the installed package. */
import { snippetsOf, type Snippet } from '../../../examples/snippets/extract.ts';
import type { Manifest } from './pack.ts';
import { Terminal, type Told } from './terminal.ts';

/** What a command must say. Those that go on until they are ended say it, and are ended. */
const SAYS: readonly [command: RegExp, says: RegExp, goesOn?: 'goes on'][] = [
  [/^npx chaveiro mock/, /ready at http:\/\/localhost:\d+/, 'goes on'],
  [/\/__mock\/events/, /"decision":\s*"disabled_key"/, 'goes on'],
  [/^npx chaveiro logs --follow/, /disabled_key/, 'goes on'],
  [/^curl -i .*chaveiro-pingback-disabled/, /403 Forbidden[^]*x-mock-decision: disabled_key/],
  [/^curl \S+\/__mock\/requests/, /"disabled_key"/],
  [/\/reveal$/, /chaveiro-pingback-active/],
  [/-X PATCH/, /"plan":\s*"free"/],
  [/keys list/, /key_pingback_active/],
  [/keys disable/, /Disabled key_pingback_active/],
  [/keys plan/, /free/],
  [/ scenario rotation/, /rotation/],
  [/seed\.yaml --check/, /seed\.yaml/],
  [/seed seed\.yaml/, /acc_loja/],
  [/seed --schema/, /^$/],
  [/matrix --platform/, /disabled_key/],
  [/matrix --verify/, /(\d{3,}) cells: \1 as expected, 0 different/],
];

/** Those that install or build; the first one has been run, with tarballs in place of names. */
const INSTALLS = /^npm (install|ci)\b/;

export interface Commands {
  readonly run: number;
  readonly failures: readonly string[];
}

/** @param file a README; the seed file that it shows stands beside its reader. */
export function commandsOf(file: string): string[] {
  const snippets = snippetsOf(file).filter(({ language }) => language === 'sh');
  return snippets.flatMap(({ code }: Snippet) => code.split('\n')).filter((line) => line !== '' && !INSTALLS.test(line));
}

export async function runCommands(project: string, lines: readonly string[]): Promise<Commands> {
  using starter = new Terminal(project);
  const mock = starter.start('chaveiro mock --port 0');
  const [, url = ''] = await mock.says(/ready at (http:\/\/localhost:\d+)/);
  using terminal = new Terminal(project, { CHAVEIRO_URL: url });
  const failures: string[] = [];
  for (const line of lines) {
    const [, says, goesOn] = SAYS.find(([command]) => command.test(line)) ?? [];
    const command = line
      .replace(/(http:\/\/)?localhost:4010/, url)
      .replace(/^npx chaveiro mock/, '$& --port 0')
      .replace(/^curl /, '$&-sS ');
    const told = goesOn && says ? await saidSoon(terminal, command, says, url) : await terminal.run(command);
    if (told.code !== 0 || !says?.test(told.output))
      failures.push(`${line}\nended with ${told.code}, and should say ${String(says)}:\n${told.output.slice(0, 2000)}`);
  }
  await mock.interrupt();
  return { run: lines.length, failures };
}

/** Refused requests arrive until it has said so; it is ended then. */
async function saidSoon(terminal: Terminal, command: string, says: RegExp, url: string): Promise<Told> {
  const job = terminal.start(command);
  const refused = () =>
    fetch(`${url}/contacts`, { headers: { 'x-api-key': 'chaveiro-pingback-disabled' } }).then((got) => got.text());
  const requests = setInterval(() => void refused().catch(() => undefined), 300);
  try {
    const [output] = await job.says(says);
    await job.interrupt();
    return { code: 0, output };
  } catch (error) {
    return { code: null, output: String(error) };
  } finally {
    clearInterval(requests);
  }
}

/** The command by itself: that it is there, tells who it is, and serves the console that comes with it. */
export async function proveCommand(project: string, { name, version }: Manifest): Promise<string[]> {
  const failures: string[] = [];
  const check = (holds: boolean, what: string) => void (holds || failures.push(what));
  using terminal = new Terminal(project);
  const told = await terminal.run('chaveiro --version');
  check(told.code === 0 && told.output.trim() === version, `${name} --version: ${told.output}`);
  const help = await terminal.run('chaveiro --help');
  for (const command of ['mock', 'keys', 'scenario', 'seed', 'logs', 'matrix', 'completion'])
    check(help.code === 0 && new RegExp(`^  ${command}\\b`, 'm').test(help.output), `--help without ${command}: ${help.output}`);
  const mock = terminal.start('exec chaveiro mock --port 0 --data mock.db');
  const [, url = ''] = await mock.says(/ready at (http:\/\/localhost:\d+)/);
  const page = await fetch(url, { headers: { accept: 'text/html' } });
  const html = await page.text();
  check(page.status === 200 && /<script/.test(html), `the console is not served: ${page.status}`);
  for (const [, path = ''] of html.matchAll(/(?:src|href)="(\/[^"]+)"/g)) {
    const { status } = await fetch(new URL(path, url));
    check(status === 200, `${path} of the console: ${status}`);
  }
  const reference = await fetch(`${url}/__mock/console/reference.html`, { headers: { accept: 'text/html' } });
  check(reference.status === 200, `the reference is not served: ${reference.status}`);
  const { code, output } = await mock.interrupt();
  check(code === 0 || code === 130, `Ctrl-C ends it with ${code}: ${output}`);
  return failures;
}
