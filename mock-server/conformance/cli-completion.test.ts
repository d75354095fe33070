/** Completion scripts, help and colours of the command line. */
import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, test } from 'vitest';
import { createProgram } from '../src/cli/main.ts';
import { placesOf } from '../src/cli/completion/tree.ts';
import { scripts } from '../src/cli/completion/scripts.ts';
import { finished, killAll } from './run-chaveiro.ts';

afterAll(killAll);

describe('chaveiro completion', () => {
  const places = placesOf(createProgram());
  const bash = (script: string) => execFileSync('bash', ['-c', script]).toString();

  test('prints a script that bash parses', async () => {
    const { code, stdout } = await finished(['completion', 'bash']);
    expect(code).toBe(0);
    expect(stdout).toBe(scripts.bash(places));
    execFileSync('bash', ['-n'], { input: stdout });
  });

  test.each([
    ['', ['mock', 'keys', 'scenario', 'seed', 'logs', 'matrix', 'completion', 'help', '--help']],
    ['keys', ['list', 'create', 'disable', 'enable', 'delete', 'rename', 'reveal', 'plan']],
    ['keys list', ['--url', '--session', '--token', '--json', '--platform']],
    ['keys list --json', ['--url', '--platform']],
    ['completion', ['bash', 'zsh', 'fish']],
    ['logs', ['--follow', '-f', '--steps']],
  ])('in bash "chaveiro %s" goes on with %j', (line, expected) => {
    const words = ['chaveiro', ...line.split(' ').filter(Boolean), ''];
    const setUp = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}`;
    const offered = bash(`${scripts.bash(places)}\n${setUp}; _chaveiro; echo "\${COMPREPLY[@]}"`)
      .trim()
      .split(' ');
    expect(offered).toEqual(expect.arrayContaining(expected));
  });

  test('in bash a value is left to the shell', () => {
    const offered = bash(
      `${scripts.bash(places)}\nCOMP_WORDS=(chaveiro mock --data ''); COMP_CWORD=3; _chaveiro; echo "\${COMPREPLY[@]}"`,
    );
    expect(offered.trim()).toBe('');
  });

  test.each(['zsh', 'fish'] as const)('the script for %s names every command and option', (shell) => {
    const script = scripts[shell](places);
    for (const { commands, options } of places) {
      for (const { name } of commands) expect(script).toContain(name);
      for (const flag of options.flatMap(({ flags }) => flags)) expect(script).toContain(flag.replace(/^--?/, ''));
    }
    // Quotes pair up line by line, so that nothing runs into the next line.
    for (const line of script.split('\n').filter((each) => !each.startsWith('#')))
      expect(line.split("'").length % 2, line).toBe(1);
  });
});

describe('help', { timeout: 60_000 }, () => {
  test('every command has examples, every one that prints has --json, and the exit codes are told', () => {
    let text = '';
    const program = createProgram();
    program.configureOutput({ writeOut: (written) => (text += written) });
    program.outputHelp();
    expect(text).toMatch(/Exit codes:\n +0 +done\n +1 .*\n +2 .*\n +3 .*\n +4 /);
    for (const command of [...program.commands, ...program.commands.flatMap((each) => each.commands)]) {
      if (command.commands.length > 0) continue;
      let help = '';
      command.configureOutput({ writeOut: (written) => (help += written) });
      command.outputHelp();
      expect(help, command.name()).toMatch(/\nExamples?:\n {2}\$ /);
      expect(help, command.name()).toContain('--json');
    }
  });

  test('a control token in the environment is not printed', async () => {
    const { stdout } = await finished(['keys', 'list', '--help'], { env: { CHAVEIRO_CONTROL_TOKEN: 'very-secret' } });
    expect(stdout).toContain('CHAVEIRO_CONTROL_TOKEN');
    expect(stdout).not.toContain('very-secret');
  });

  test('colours come on a terminal only, also where a build server asks for them', async () => {
    const { stdout } = await finished(['matrix', '--state', 'active'], { env: { NO_COLOR: '', CI: 'true', FORCE_COLOR: '' } });
    expect(stdout).not.toContain('\u001b[');
  });
});
