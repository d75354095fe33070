/** Rows of a Zenvio workspace as a seed may write them. */
import { lines } from '@chaveiro/openapi/policy';
import * as z from 'zod';
import { fields, moment, name, type Fresh, type RowSchemas } from '../rows.ts';

export function zenvioRows({ id, now }: Fresh): RowSchemas {
  const created = moment.default(now);
  const later = moment.nullable().default(null);
  const number = z.string().regex(/^\d{8,15}$/, 'expected a phone number in digits alone, with its country code');
  return {
    instances: lines({
      id: name.default(() => id('inst')),
      name,
      phoneNumber: number.nullable().default(null),
      status: z.enum(['PENDING', 'ACTIVE', 'DISCONNECTED', 'SUSPENDED', 'CANCELLED']).default('ACTIVE'),
      createdAt: created,
      updatedAt: created,
    }),
    messages: lines({
      id: name.default(() => id('msg')),
      instance_id: name,
      to: number,
      type: z.enum(['text', 'image', 'video', 'audio', 'document', 'location', 'contact']).default('text'),
      status: z.string().default('queued'),
      payload: fields,
      scheduled_at: later,
      sent_at: later,
      delivered_at: later,
      read_at: later,
      failed_at: later,
      error_message: z.string().nullable().default(null),
      external_id: z.string().nullable().default(null),
      created_at: created,
    }),
  };
}
