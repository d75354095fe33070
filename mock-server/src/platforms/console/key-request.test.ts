import { beforeEach, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../mock.ts';
import { consoleClient, useKey, type CreatedBody } from './test-client.ts';

let mock: Mock;
let send: ReturnType<typeof consoleClient>;
beforeEach(() => {
  mock = createMock();
  send = consoleClient(mock);
});

describe('scopes and instances', () => {
  const screenPath = '/accounts/acc_zenvio_demo/api-keys';
  const create = (body: object) => send<CreatedBody>('POST', screenPath, { name: 'ERP', ...body });
  const fieldsOf = (body: unknown) => (body as { issues?: { field: string }[] }).issues?.map(({ field }) => field);

  test('a key does what its scopes say and no more', async () => {
    const { secret } = (await create({ scopes: ['whatsapp:manage'] })).body;
    expect(await useKey(mock, 'zenvio', secret)).toMatchObject({ status: 403, decision: 'scope_missing' });
  });

  test('a key locked to an instance is shown with it', async () => {
    const wanted = { scopes: ['whatsapp:send'], instances: ['inst_farmacia_maria'] };
    expect((await create(wanted)).body).toMatchObject({ scopes: ['whatsapp:send'], instances: ['inst_farmacia_maria'] });
    expect((await create({ scopes: ['whatsapp:send'], instances: null })).body).toMatchObject({ instances: null });
  });

  test.each([
    [{}, ['/scopes']],
    [{ scopes: [] }, ['/scopes']],
    [{ scopes: ['whatsapp:send', 'sms:fly'] }, ['/scopes/1']],
    [{ scopes: ['whatsapp:send', 'whatsapp:send'] }, ['/scopes/1']],
    [{ scopes: ['whatsapp:send'], instances: [] }, ['/instances']],
    [{ scopes: ['whatsapp:send'], instances: ['inst_none'] }, ['/instances/0']],
    [{ name: '', scopes: ['x'], instances: [1] }, ['/name', '/instances/0']],
    [{ scopes: ['whatsapp:send'], secret: 'mine' }, ['/secret']],
  ])('%j is refused, field by field', async (body, fields) => {
    const reply = await create(body);
    expect(reply.status).toBe(400);
    expect(fieldsOf(reply.body)).toEqual(fields);
  });

  test.each([{ scopes: ['whatsapp:send'] }, { instances: ['inst_farmacia_maria'] }])('%j is not for Pingback', async (extra) => {
    const { id } = mock.pingback.accounts.create({ plan: 'pro' });
    const reply = await send('POST', `/accounts/${id}/api-keys`, { name: 'CRM', ...extra });
    expect(reply.status).toBe(400);
    expect(fieldsOf(reply.body)).toEqual([`/${Object.keys(extra)[0]}`]);
  });
});
