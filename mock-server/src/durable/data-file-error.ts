/** A data file that cannot be used, told so that a person knows what to do. Whatever the reason, the file is left as it is. */

export type DataFileProblem =
  /** Another mock has it open. */
  | 'in_use'
  /** It was a data file once, and parts of it are lost. */
  | 'damaged'
  /** Something else is in it. */
  | 'not_a_data_file'
  /** A later version of the mock wrote it. */
  | 'newer_version'
  /** It can be neither opened nor made. */
  | 'unusable'
  /** This Node has no SQLite. */
  | 'no_sqlite';

export class DataFileError extends Error {
  override readonly name = 'DataFileError';
  readonly code: DataFileProblem;
  readonly file: string;

  constructor(code: DataFileProblem, file: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
    this.file = file;
  }
}
