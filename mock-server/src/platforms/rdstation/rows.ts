/** Rows of an RD Station Marketing account as a seed may write them. */
import { lines } from '@chaveiro/openapi/policy';
import * as z from 'zod';
import { email, fields, moment, name, type Fresh, type RowSchemas } from '../rows.ts';

export function rdstationRows({ uuid, now }: Fresh): RowSchemas {
  const id = z.uuid('expected a UUID').default(uuid);
  const created = moment.default(now);
  const funnel = lines({
    name,
    stage: z.enum(['opportunity', 'sale', 'opportunity_lost']),
    value: z.exactOptional(z.number()),
    reason: z.exactOptional(z.string()),
    at: created,
  });
  return {
    leads: lines({
      id,
      email,
      fields: fields.default({}),
      tags: z.array(z.string().regex(/^[^A-Z]*$/, 'expected lower case')).default([]),
      legal_bases: z.array(fields).default([]),
      funnel: funnel.nullable().default(null),
      createdAt: created,
      updatedAt: created,
    }),
    customFields: lines({
      id,
      api_identifier: z.string().startsWith('cf_', 'expected an identifier that begins with cf_'),
      data_type: z.enum(['STRING', 'INTEGER', 'BOOLEAN', 'STRING[]']).default('STRING'),
      valid_options: z.exactOptional(z.array(z.string())),
    }),
    conversions: lines({ id, leadId: z.string(), identifier: name, payload: fields.default({}), at: created }),
    events: lines({
      id,
      event_type: name,
      email,
      leadId: z.string().nullable().default(null),
      processed: z.boolean().default(true),
      payload: fields.default({}),
      at: created,
    }),
  };
}
