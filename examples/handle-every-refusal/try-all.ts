/** Sends the form with each of the mock's keys, and shows what its user would see. */
import { ChaveiroError, Pingback, RDStation, Zenvio, type SafeResult } from '@chaveiro/sdk';
import { advise } from './advise.ts';

const lead = { conversion_identifier: 'formulario', email: 'ana@exemplo.com.br' };
const message = {
  instance_id: 'inst_restaurante_joao',
  to: ['5511999999999'],
  type: 'text',
  payload: { message: 'Olá!' },
} as const;

const rd = (apiKey: string, payload = lead) => new RDStation({ apiKey, retries: 0 }).conversions.create(payload).safe();
const contacts = (apiKey: string) => new Pingback({ apiKey, retries: 0 }).contacts.list().safe();
const zenvio = (apiKey: string) => new Zenvio({ apiKey, retries: 0 }).messages.send(message).safe();

const attempts: readonly [situation: string, attempt: () => Promise<SafeResult<unknown>>][] = [
  ['a good key', () => rd('chaveiro-rdstation-active')],
  ['a wrong e-mail', () => rd('chaveiro-rdstation-active', { ...lead, email: 'ana' })],
  ['a key with a line break', async () => rd('chaveiro-rdstation-active\n')],
  ['a disabled key', () => contacts('chaveiro-pingback-disabled')],
  ['a revoked key', () => zenvio('sk_live_chaveiro_revoked')],
  ['a plan without API', () => zenvio('sk_live_chaveiro_blocked')],
  ['no scope for it', () => zenvio('sk_live_chaveiro_manage_only')],
  ['another instance', () => zenvio('sk_live_chaveiro_locked')],
  ['a key of the CRM', () => rd('chaveiro-rdstation-crm-account')],
  ['too many requests', () => contacts('chaveiro-pingback-rate-limited')],
];

for (const [situation, attempt] of attempts) {
  const error = await attempt().then(
    (result) => result.error,
    (thrown: unknown) => thrown as Error,
  );
  if (!error) console.log(`${situation}: sent`);
  else if (!(error instanceof ChaveiroError)) throw error;
  else {
    const { action, message, fields } = advise(error);
    console.log(`${situation}: ${error.name} ${error.code} → ${action}: ${message}${fields ? ` [${fields.join()}]` : ''}`);
  }
}
