/** Contacts (contatos): kept by id, found by e-mail address whatever its case, listed oldest first. */
import { iso } from '../../core/clock.ts';
import type { Table } from '../../core/table.ts';
import type { Behaviours } from '../../exchange/behaviour.ts';
import { mergeAttributes } from './attributes.ts';
import { pageOf } from './page.ts';
import { contactTable, mailbox, type Contact } from './tables.ts';

/** The contact with this address, in whatever case it was written. */
export function findContact(contacts: Table<Contact>, email: string): Contact | undefined {
  return contacts.find('email', mailbox(email))[0];
}

export const contacts = {
  /** In the order of their creation (inferred), so that a page stays the same while contacts are added. */
  listContacts: (ctx) => {
    return ctx.reply(200, { message: 'Contacts found', data: pageOf(ctx.table(contactTable).values(), ctx.query.page) });
  },

  /** Any attribute is taken, whether the account has such a custom field or not (inferred). */
  createContact: (ctx) => {
    const { email, origin, attributes } = ctx.body;
    const table = ctx.table(contactTable);
    if (findContact(table, email)) return ctx.example(409, 'contact_already_exists');
    const contact = table.insert({
      id: ctx.session.ids.uuid(),
      email,
      status: 'active',
      source: 'PublicApi',
      origin: origin ?? null,
      segmentedListsIds: [],
      createdAt: iso(ctx.now),
      attributes: mergeAttributes({}, attributes),
    });
    return ctx.reply(201, { message: 'Contact created', data: referenceTo(contact) });
  },

  getContact: (ctx) => {
    const contact = findContact(ctx.table(contactTable), ctx.path.email);
    if (!contact) return ctx.example(404, 'contact_not_found');
    return ctx.reply(200, { message: 'Contact found', data: contact });
  },

  /** `email` is the contact's identity and no attribute: sent in the body it is ignored (inferred). */
  updateContact: (ctx) => {
    const table = ctx.table(contactTable);
    const contact = findContact(table, ctx.path.email);
    if (!contact) return ctx.example(404, 'contact_not_found');
    const { email: _, ...given } = ctx.body;
    table.update(contact.id, { attributes: mergeAttributes(contact.attributes, given) });
    return ctx.reply(200, { message: 'Contact updated', data: referenceTo(contact) });
  },

  /** The contact leaves its segments; a deal of it stays, and may be given to another contact (inferred). */
  deleteContact: (ctx) => {
    const table = ctx.table(contactTable);
    const contact = findContact(table, ctx.path.email);
    if (!contact) return ctx.example(404, 'contact_not_found');
    table.delete(contact.id);
    return ctx.reply(200, { message: 'Contact deleted', data: referenceTo(contact) });
  },
} satisfies Behaviours<'listContacts' | 'createContact' | 'getContact' | 'updateContact' | 'deleteContact'>;

function referenceTo({ id, email }: Contact): { id: string; email: string } {
  return { id, email };
}
