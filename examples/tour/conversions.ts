/** Every lead as an RD Station conversion: what was accepted, what was refused, and why. */
import { ValidationError, type RDStation } from '@chaveiro/sdk';
import type { Expectations } from './expectations.ts';
import type { Lead } from './leads.ts';
import type { Screen } from './screen.ts';

export interface Accepted {
  readonly lead: Lead;
  readonly eventUuid: string;
}

export interface Refused {
  readonly lead: Lead;
  readonly error: ValidationError;
}

export interface Conversions {
  readonly accepted: readonly Accepted[];
  readonly refused: readonly Refused[];
}

/** @throws {ChaveiroError} for any answer that does not speak of the lead's data: the rest would fare no better */
export async function sendConversions(
  rd: RDStation,
  leads: readonly Lead[],
  onSent: () => void = () => undefined,
): Promise<Conversions> {
  const accepted: Accepted[] = [];
  const refused: Refused[] = [];
  for (const lead of leads) {
    try {
      const { event_uuid } = await rd.conversions.create(lead.payload);
      accepted.push({ lead, eventUuid: event_uuid });
    } catch (error) {
      if (!(error instanceof ValidationError)) throw error;
      refused.push({ lead, error });
    }
    onSent();
  }
  return { accepted, refused };
}

/** The part of the tour; returns the leads that RD Station took. */
export async function showConversions(
  rd: RDStation,
  leads: readonly Lead[],
  screen: Screen,
  expectations: Expectations,
): Promise<readonly Lead[]> {
  const { accepted, refused } = await screen.count('sending conversions', leads.length, (step) =>
    sendConversions(rd, leads, step),
  );
  const { line, colors } = screen;
  line(`  ${colors.green(`${accepted.length} accepted`)}, ${colors.yellow(`${refused.length} refused`)}:`);
  for (const { lead, error } of refused) line(`  ${describe(lead, screen)}  ${reasons(error)}`);

  const expected = leads.filter(({ expectedRefusal }) => expectedRefusal.length > 0);
  expectations.expect(
    `${leads.length - expected.length} good leads are accepted`,
    accepted.length === leads.length - expected.length && accepted.every(({ lead }) => lead.expectedRefusal.length === 0),
    `${accepted.length} were`,
  );
  expectations.expect(
    'every conversion has an id of its own',
    new Set(accepted.map(({ eventUuid }) => eventUuid)).size === accepted.length,
  );
  for (const lead of expected) {
    const found = refused.find((refusal) => refusal.lead === lead);
    expectations.expect(
      `line ${lead.line} of leads.csv is refused for ${lead.expectedRefusal.join(' and ')}`,
      found !== undefined && isStated(found),
      () => (found ? issuesOf(found.error).join(', ') : 'it was accepted'),
    );
  }
  return accepted.map(({ lead }) => lead);
}

/** Whether a lead was refused for what its row says, and for nothing else. */
export function isStated({ lead, error }: Refused): boolean {
  return [...lead.expectedRefusal].sort().join() === issuesOf(error).sort().join();
}

/** `$.payload.email MISSING` for each issue. */
function issuesOf({ issues }: ValidationError): string[] {
  return issues.map(({ path = '', code = '' }) => `${path} ${code}`);
}

function describe({ line, name }: Lead, { colors }: Screen): string {
  return `${colors.dim(`line ${String(line).padStart(3)}`)}  ${name.slice(0, 26).padEnd(26)}`;
}

function reasons({ issues }: ValidationError): string {
  return issues
    .map(({ path, code, message }) => `${path?.replace('$.payload.', '')}: ${message.replace(/\.$/, '')} (${code})`)
    .join('; ');
}
