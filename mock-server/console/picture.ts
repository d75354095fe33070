/**
 * Makes console.png, the picture in the READMEs: the built console on a mock that has been used.
 *
 *   npm run build -w mock-server && node --conditions=@chaveiro/source mock-server/console/picture.ts
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../conformance/browser/launch.ts';
import { serveMock } from '../src/http.ts';
import { createMock } from '../src/index.ts';

const file = join(import.meta.dirname, 'console.png');
const LARGEST = 200_000;

const mock = createMock({ now: '2026-02-03T12:00:00Z' });
await use();
await using running = await serveMock(mock, {
  port: 0,
  console: process.argv[2] ?? join(import.meta.dirname, '../dist/console'),
});
const chromium = await launchBrowser();
try {
  const viewport = { width: 1160, height: 798 };
  const page = await chromium.browser.newPage({ viewport, deviceScaleFactor: 1.3, locale: 'en', reducedMotion: 'reduce' });
  const refused = mock.requests.where({ decision: 'disabled_key' })[0]?.requestId ?? '';
  await page.goto(`http://127.0.0.1:${running.port}/#/requests/${refused}`);
  await page.getByRole('heading', { name: 'Decision, step by step' }).waitFor();
  // A page that was just opened has the focus on its heading; a picture needs no ring around it.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.screenshot({ path: file });
} finally {
  await chromium.close();
}
const { size } = statSync(file);
console.log(`${file}: ${Math.round(size / 1000)} KB`);
if (size > LARGEST) throw new Error(`The picture has ${size} bytes; ${LARGEST} is the most that a README should load.`);

/** What an integration does on a morning: all three platforms, and a key that somebody switched off. */
async function use(): Promise<void> {
  const json = { 'content-type': 'application/json' };
  const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
    mock.fetch(url, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });
  const conversion = (email: string) => ({
    event_type: 'CONVERSION',
    event_family: 'CDP',
    payload: { conversion_identifier: 'ebook', email },
  });
  const message = {
    instance_id: 'inst_restaurante_joao',
    to: ['5511999999999'],
    type: 'text',
    payload: { message: 'Sua mesa está pronta.' },
  };
  const conversions = 'https://api.rd.services/platform/conversions?api_key=chaveiro-rdstation-active';
  const contacts = 'https://connect.pingback.com/v2/contacts';
  const messages = 'https://api.zenvio.com/v1/whatsapp/messages';
  const pingback = mock.pingback.accounts.create({ plan: 'pro', name: 'Loja Ipê' }).keys.create({ name: 'Integração CRM' });

  await post(conversions, conversion('ana@exemplo.com.br'));
  mock.clock.advance('2s');
  await post(contacts, { email: 'ana@exemplo.com.br' }, { 'x-api-key': pingback.secret });
  mock.clock.advance('5s');
  await post(messages, message, { authorization: 'Bearer sk_live_chaveiro_active' });
  mock.clock.advance('3s');
  await post(conversions, conversion('bruno'));
  mock.clock.advance('12s');
  await post(messages, message, { authorization: 'Bearer sk_live_chaveiro_logs_only' });
  mock.clock.advance('4s');
  pingback.disable();
  await mock.fetch(contacts, { headers: { 'x-api-key': pingback.secret } });
  mock.clock.advance('9s');
}
