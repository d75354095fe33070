/** The leads that may be written to, as Pingback contacts: created, or brought up to date where they exist. */
import { ConflictError, type Pingback } from '@chaveiro/sdk';
import type { Expectations } from './expectations.ts';
import type { Lead } from './leads.ts';
import type { Screen } from './screen.ts';

export async function showContacts(
  pingback: Pingback,
  leads: readonly Lead[],
  screen: Screen,
  expectations: Expectations,
): Promise<void> {
  // Of a lead that converted twice, the later row counts.
  const contacts = [...new Map(leads.filter(({ mayContact }) => mayContact).map((lead) => [lead.email, lead])).values()];
  const { data: before } = await pingback.contacts.list();
  const created: Lead[] = [];
  const updated: Lead[] = [];
  await screen.count('creating contacts', contacts.length, async (step) => {
    for (const lead of contacts) {
      const isNew = await createOrUpdate(pingback, lead);
      (isNew ? created : updated).push(lead);
      step();
    }
  });
  const { line, colors } = screen;
  line(`  ${colors.green(`${created.length} created`)} of the leads with a granted legal basis`);
  for (const { email } of updated) line(`  ${colors.yellow('1 updated')}: ${email} was there already (409, ConflictError)`);

  const { data: after } = await pingback.contacts.list();
  expectations.expect(
    'Pingback has as many contacts more as were created',
    after.total === before.total + created.length,
    `${before.total} before, ${after.total} after`,
  );
  expectations.expect('a contact that exists is a conflict', updated.length > 0);
  const [lead] = created;
  if (lead) await showOne(pingback, lead, screen, expectations);
}

/** @returns whether the contact is new */
async function createOrUpdate(pingback: Pingback, lead: Lead): Promise<boolean> {
  try {
    await pingback.contacts.create({ email: lead.email, attributes: attributesOf(lead) });
    return true;
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    await pingback.contacts.update(lead.email, attributesOf(lead));
    return false;
  }
}

/** An empty cell is an attribute that is not sent, so that it wipes out nothing. */
function attributesOf({ name, whatsapp, city, company, jobTitle }: Lead): Record<string, string> {
  const attributes = { name, phone: whatsapp && `+${whatsapp}`, cidade: city, empresa: company, cargo: jobTitle };
  return Object.fromEntries(Object.entries(attributes).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

/** One contact, all the way: into a segment, and read back. */
async function showOne(pingback: Pingback, lead: Lead, { line }: Screen, expectations: Expectations): Promise<void> {
  const { data: segments } = await pingback.segments.list();
  const [segment] = segments.data;
  if (segment) await pingback.segments.addContact(lead.email, { segmentedListsIds: [segment.id] });
  const { data: contact } = await pingback.contacts.get(lead.email);
  line(`  ${lead.name} is now in the segment ${segment?.name ?? '(none)'}`);
  expectations.expect(
    'a contact comes back as it was sent, accents included',
    contact.attributes.name === lead.name && contact.attributes['cidade'] === lead.city,
    () => JSON.stringify(contact.attributes),
  );
  expectations.expect('a contact stands in its segment', segment !== undefined && contact.segmentedListsIds.includes(segment.id));
}
