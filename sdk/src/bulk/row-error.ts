import {
  ChaveiroError,
  ConnectionError,
  InvalidKeyError,
  MissingKeyError,
  PlanRequiredError,
  ScopeMissingError,
  TimeoutError,
  ValidationError,
  WrongEndpointError,
} from '../errors/index.ts';

/** What is the same for every row. */
const OF_EVERY_ROW = [InvalidKeyError, MissingKeyError, PlanRequiredError, ScopeMissingError, WrongEndpointError];

export function ofEveryRow(error: ChaveiroError): boolean {
  return OF_EVERY_ROW.some((Class) => error instanceof Class);
}

/**
 * What a row failed with, as one of our errors.
 *
 * @param signal what may have ended the row, and this row alone
 */
export function asError(thrown: unknown, index: number, signal: AbortSignal | undefined): ChaveiroError {
  if (thrown instanceof ChaveiroError) return thrown;
  if (!signal?.aborted) return new ValidationError(`row ${index} could not be sent; its cause says why.`, { cause: thrown });
  const { name } = (signal.reason ?? {}) as Partial<Error>;
  const Class = name === 'TimeoutError' ? TimeoutError : ConnectionError;
  return new Class(`row ${index} was ended by its own signal: whether the platform took it is not known.`, { cause: thrown });
}
