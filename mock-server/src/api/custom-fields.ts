/** Custom fields of an RD Station account as a test sees them; in life they are made in the dashboard. */
import { broken, valueOf } from '../core/outcome.ts';
import type { Session } from '../core/session.ts';
import { customFieldTable, type CustomField } from '../platforms/rdstation/tables.ts';
import { arrivals, type Arrivals } from './arrivals.ts';

export interface CustomFieldArrivals extends Arrivals<CustomField> {
  /**
   * Adds a field to an account. From then on its conversions keep no `cf_…` that was not defined, and refuse values of
   * another type.
   * @throws {Error} for an account that RD Station does not have
   * @throws {KeyRuleError} `invalid_request` for an identifier that no attribute can have
   */
  define(accountId: string, field: Omit<CustomField, 'id'>): CustomField;
}

export function customFieldArrivals(session: Session): CustomFieldArrivals {
  return {
    ...arrivals(session, 'rdstation', customFieldTable),
    define(accountId, field) {
      if (session.accounts.get(accountId)?.platform !== 'rdstation') throw new Error(`RD Station has no account ${accountId}.`);
      if (!field.api_identifier.startsWith('cf_'))
        valueOf(broken('invalid_request', `A custom field begins with cf_, and "${field.api_identifier}" does not.`));
      return session.table(accountId, customFieldTable).insert({ id: session.ids.uuid(), ...field });
    },
  };
}
