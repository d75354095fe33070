import { ChaveiroError } from '../../../errors/chaveiro-error.ts';
import type { RotationReport, RotationStep } from './types.ts';

const STATE: Readonly<Record<RotationReport['working'], string>> = {
  old: 'The old key works as before.',
  new: 'The old key is gone, the new one works.',
  both: 'Both keys work.',
  none: 'Neither key works.',
  unknown: 'Which keys work could not be found out.',
};

const NEXT: Readonly<Record<RotationReport['working'], string>> = {
  old: 'Correct the cause and rotate again.',
  new: 'Bring the new secret to the integrations.',
  both: 'Find out which one is in use, and retire the other.',
  none: 'Create a key and bring its secret to the integrations.',
  unknown: 'List the keys of the account.',
};

/**
 * A rotation that did not come to its end. `report` has the steps, and says which of the keys works now; `cause` is what
 * went wrong.
 *
 * ```ts
 * try {
 *   await console.keys.rotate(accountId, keyId, { switchTo });
 * } catch (error) {
 *   if (error instanceof RotationError) logger.warn(error.report.working, error.hint);
 * }
 * ```
 */
export class RotationError extends ChaveiroError {
  static override readonly kind: string = 'RotationError';
  static override readonly code = 'rotation_failed';

  /** What was done, and which of the keys works now. */
  declare readonly report: RotationReport;

  constructor(step: RotationStep['step'], cause: Error, report: RotationReport) {
    const { working } = report;
    const message = `Rotation of ${report.oldKeyId}: ${step} failed. ${STATE[working]} ${NEXT[working]}`;
    super(message, { platform: 'console', operationId: 'rotate', hint: NEXT[working], cause });
    Object.assign(this, { report });
  }
}
