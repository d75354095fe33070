// A batch that is taken in part says which events were not.
import { createMock } from '@chaveiro/mock-server';
import { expect, test } from 'vitest';
import { ValidationError } from '../../errors/index.ts';
import { RDStation } from './index.ts';
import { refusedEvents } from './refused-events.ts';

const sale = { event_type: 'SALE', payload: { email: 'ana@exemplo.com.br', funnel_name: 'default' } } as const;
const broken = { event_type: 'SALE', payload: { email: 'not an address', funnel_name: 'default' } } as const;
const accessToken = 'chaveiro-rdstation-token-active';

test('none, where all were taken', async () => {
  const { fetch } = createMock();
  const answer = await new RDStation({ accessToken, fetch }).events.createBatch([sale, sale]);
  expect(refusedEvents(answer)).toEqual([]);
});

test('those that were refused (207), by their place, each with a typed error', async () => {
  const { fetch } = createMock({ failures: { rdstation: { invalid_batch_item: 'per_item' } } });
  const { data, response } = await new RDStation({ accessToken, fetch }).events
    .createBatch([sale, broken, sale, broken])
    .withResponse();
  expect(response.status).toBe(207);
  const refused = refusedEvents(data);
  expect(refused.map(({ index }) => index)).toEqual([1, 3]);
  for (const { index, error } of refused) {
    expect(error).toBeInstanceOf(ValidationError);
    expect(error).toMatchObject({ code: 'invalid_request', platform: 'rdstation', operationId: 'createEventBatch' });
    expect(error.issues[0]?.path).toBe('$.payload.email');
    expect(error.message).toContain(`event ${index}`);
  }
});
