/** The tour, part by part: everything goes over HTTP through the SDK, as in an integration. */
import { Pingback, RDStation, Zenvio } from '@chaveiro/sdk';
import { showContacts } from './contacts.ts';
import { showConversions } from './conversions.ts';
import { showDecision } from './decision.ts';
import { Expectations } from './expectations.ts';
import { readLeads } from './leads.ts';
import { showMessages } from './messages.ts';
import { showRefusals } from './refusals.ts';
import type { Screen } from './screen.ts';

/** Keys that every fresh mock has. */
const KEYS = { rdstation: 'chaveiro-rdstation-active', pingback: 'chaveiro-pingback-active', zenvio: 'sk_live_chaveiro_active' };
const OWNER = 'chaveiro-console-owner';
/** Where the SDK finds a key that it is not given. */
const VARIABLES = ['PINGBACK_API_KEY', 'RDSTATION_API_KEY', 'RDSTATION_ACCESS_TOKEN', 'ZENVIO_API_KEY'];

export interface Tour {
  readonly expectations: Expectations;
  /** A request with a disabled key, whose decision the mock can explain. */
  readonly requestId: string | undefined;
}

export async function runTour(baseUrl: string, screen: Screen): Promise<Tour> {
  // A real key of this shell has no business with the mock, and "no key" below has to mean none.
  for (const name of VARIABLES) delete process.env[name];
  const expectations = new Expectations();
  const leads = await readLeads();

  screen.heading(`1. RD Station: ${leads.length} leads of examples/data/leads.csv as conversions`);
  // The mock does not limit requests unless it is told to, so there is no need to wait.
  const rd = new RDStation({ apiKey: KEYS.rdstation, baseUrl, pace: false });
  const accepted = await showConversions(rd, leads, screen, expectations);

  screen.heading('2. Pingback: the leads as contacts');
  await showContacts(new Pingback({ apiKey: KEYS.pingback, baseUrl, pace: false }), accepted, screen, expectations);

  screen.heading('3. Zenvio: WhatsApp messages');
  await showMessages(new Zenvio({ apiKey: KEYS.zenvio, baseUrl, pace: false }), accepted, screen, expectations);

  screen.heading('4. What an integration sees when its key is refused');
  const requestId = await showRefusals(baseUrl, OWNER, screen, expectations);

  if (requestId !== undefined) {
    screen.heading('5. Why one of them was refused');
    await showDecision(baseUrl, requestId, screen, expectations);
  }

  screen.line();
  expectations.report(screen);
  return { expectations, requestId };
}
