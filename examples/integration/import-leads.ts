/** The integration that the four test suites share: leads become Pingback contacts. It knows nothing of a mock. */
import {
  type ChaveiroError,
  ConflictError,
  ConnectionError,
  InvalidKeyError,
  MissingKeyError,
  Pingback,
  PlanRequiredError,
  RateLimitError,
  ServerError,
  TimeoutError,
  ValidationError,
} from '@chaveiro/sdk/pingback';

export interface Lead {
  readonly email: string;
  readonly name: string;
}

export interface Report {
  readonly created: string[];
  readonly updated: string[];
  /** What Pingback will never take, and why. */
  readonly refused: { readonly email: string; readonly reason: string }[];
  /** What met an outage or a limit: import it again. */
  readonly postponed: Lead[];
}

/** The key is at fault, so no further lead would fare better: a person has to look after it. */
export class ImportStoppedError extends Error {
  override readonly name = 'ImportStoppedError';
  /** What was done until then. */
  readonly report: Report;
  declare readonly cause: ChaveiroError;

  constructor(report: Report, cause: ChaveiroError) {
    super(`The import has stopped. ${cause.hint ?? cause.message}`, { cause });
    this.report = report;
  }
}

/** @throws {ImportStoppedError} when Pingback refuses the key */
export async function importLeads(leads: readonly Lead[], pingback: Pingback = new Pingback()): Promise<Report> {
  const report: Report = { created: [], updated: [], refused: [], postponed: [] };
  for (const lead of leads) {
    try {
      const done = await createOrUpdate(lead, pingback);
      report[done].push(lead.email);
    } catch (error) {
      if (error instanceof ValidationError) report.refused.push({ email: lead.email, reason: reasonOf(error) });
      else if (mayPass(error)) report.postponed.push(lead);
      else if (isAboutTheKey(error)) throw new ImportStoppedError(report, error);
      else throw error;
    }
  }
  return report;
}

async function createOrUpdate({ email, name }: Lead, pingback: Pingback): Promise<'created' | 'updated'> {
  try {
    await pingback.contacts.create({ email, attributes: { name } });
    return 'created';
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    await pingback.contacts.update(email, { name });
    return 'updated';
  }
}

function reasonOf({ issues }: ValidationError): string {
  return issues.map(({ message }) => message).join('; ');
}

/** Also where the lead may have arrived: the next import finds it there, and updates it. */
function mayPass(error: unknown): boolean {
  return [ServerError, ConnectionError, TimeoutError, RateLimitError].some((kind) => error instanceof kind);
}

function isAboutTheKey(error: unknown): error is ChaveiroError {
  return [MissingKeyError, InvalidKeyError, PlanRequiredError].some((kind) => error instanceof kind);
}
