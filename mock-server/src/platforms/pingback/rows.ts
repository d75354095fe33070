/** Rows of a Pingback account as a seed may write them. */
import { lines } from '@chaveiro/openapi/policy';
import * as z from 'zod';
import { email, fields, moment, name, type Fresh, type RowSchemas } from '../rows.ts';

export function pingbackRows({ uuid, now }: Fresh): RowSchemas {
  const id = z.uuid('expected a UUID').default(uuid);
  const created = moment.default(now);
  return {
    contacts: lines({
      id,
      email,
      status: z.string().default('active'),
      source: z.string().default('PublicApi'),
      origin: fields.nullable().default(null),
      segmentedListsIds: z.array(z.uuid('expected the UUID of a segment')).default([]),
      createdAt: created,
      attributes: fields.default({}),
    }),
    segments: lines({ id, name, createdAt: created }),
    pipelines: lines({ id, name, stages: z.array(lines({ id, name })).default([]) }),
    deals: lines({
      id,
      contactId: z.string(),
      pipelineId: z.string(),
      stageId: z.string(),
      attributes: fields.default({}),
      createdAt: created,
      updatedAt: created,
    }),
    webhooks: lines({ id, channelUid: name, workflowId: z.uuid('expected a UUID').default(uuid) }),
    customFields: z.preprocess(
      // A field is its name; the id follows from it.
      (row) => (typeof row === 'object' && row !== null && 'name' in row && !('id' in row) ? { id: row.name, ...row } : row),
      lines({ id: name, name }),
    ),
  };
}
