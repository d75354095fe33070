/** WhatsApp messages to the leads that asked for a demonstration: sent, repeated safely, scheduled and called off. */
import type { BodyOf, Zenvio } from '@chaveiro/sdk';
import type { Expectations } from './expectations.ts';
import type { Lead } from './leads.ts';
import type { Screen } from './screen.ts';

const INSTANCE = 'inst_restaurante_joao';
const WANTED = 'Demonstração do produto';
const HOUR = 3_600_000;

interface Reachable extends Lead {
  readonly whatsapp: string;
}

export async function showMessages(
  zenvio: Zenvio,
  leads: readonly Lead[],
  screen: Screen,
  expectations: Expectations,
): Promise<void> {
  const reachable = leads.filter(isReachable);
  const ids: string[] = [];
  await screen.count('sending messages', reachable.length, async (step) => {
    for (const lead of reachable) {
      const { message_ids } = await zenvio.messages.send(welcome(lead));
      ids.push(...message_ids);
      step();
    }
  });
  const { line, colors } = screen;
  line(`  ${colors.green(`${ids.length} queued`)} for the leads who asked for a demonstration and have a mobile phone`);
  expectations.expect('every message has an id of its own', ids.length === reachable.length && new Set(ids).size === ids.length);

  const [first] = reachable;
  if (!first) return;
  await showRepeat(zenvio, first, screen, expectations);
  await showSchedule(zenvio, first, screen, expectations);
  await showLog(zenvio, reachable.length, screen, expectations);
}

function isReachable(lead: Lead): lead is Reachable {
  return lead.mayContact && lead.whatsapp !== undefined && lead.payload.conversion_identifier === WANTED;
}

function welcome({ name, whatsapp }: Reachable): BodyOf<'sendMessage'> {
  const [firstName = name] = name.split(' ');
  const message = `Olá, ${firstName}! Recebemos seu pedido de demonstração. Qual o melhor horário para você?`;
  return { instance_id: INSTANCE, to: [whatsapp], type: 'text', payload: { message } };
}

/** A send that is repeated with its `Idempotency-Key`, as after a lost answer, sends nothing twice. */
async function showRepeat(zenvio: Zenvio, lead: Reachable, { line }: Screen, expectations: Expectations): Promise<void> {
  const headers = { 'idempotency-key': `demo-${lead.line}` };
  const first = await zenvio.messages.send(welcome(lead), { headers });
  const again = await zenvio.messages.send(welcome(lead), { headers });
  line(`  sent twice with one Idempotency-Key: both answers are ${again.message_ids.join()}`);
  expectations.expect('a repeated send is the first one', first.message_ids.join() === again.message_ids.join());
}

async function showSchedule(zenvio: Zenvio, lead: Reachable, { line }: Screen, expectations: Expectations): Promise<void> {
  const sendAt = new Date(Date.now() + HOUR).toISOString();
  const { message_ids, status } = await zenvio.messages.send({ ...welcome(lead), schedule: { sendAt } });
  const [id = ''] = message_ids;
  await zenvio.messages.cancel(id);
  const cancelled = await zenvio.messages.get(id);
  line(`  one for an hour from now: ${status}, then ${cancelled.status}`);
  expectations.expect(
    'a message for later can be called off',
    status === 'scheduled' && cancelled.status === 'cancelled',
    cancelled.status,
  );
}

/** The audit trail: which key made which request. */
async function showLog(zenvio: Zenvio, sent: number, { line }: Screen, expectations: Expectations): Promise<void> {
  const { data, pagination } = await zenvio.logs.list();
  const [last] = data;
  line(
    `  the log of the workspace has ${pagination.total} requests; the last is ${last?.method} ${last?.endpoint} by ${last?.apiKeyId}`,
  );
  expectations.expect('the log knows every request', pagination.total >= sent, `${pagination.total} of at least ${sent}`);
}
