/** How a command ends, for scripts to tell. */

export const EXIT = {
  done: 0,
  /** It ran, and the answer is no: a cell of the matrix differs, a seed is wrong, a server cannot start. */
  failed: 1,
  usage: 2,
  unreachable: 3,
  /** The mock, or a rule of the platform, said no. */
  refused: 4,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** For `--help`. */
export const EXIT_CODES_HELP = `
Exit codes:
  0  done
  1  failed: a cell of the matrix differs, a seed is wrong, the server cannot start
  2  wrong usage
  3  no mock answers at the URL
  4  refused: by the mock, or by a rule of the platform`;

/** Ends the program with a message for a person, and no stack. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode = EXIT.failed) {
    super(message);
    this.exitCode = exitCode;
  }
}
