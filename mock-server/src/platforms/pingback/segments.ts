/** Segments (segmentações): who is in them stands on the contact, so a deleted contact is in none. */
import type { Behaviours } from '../../exchange/behaviour.ts';
import { findContact } from './contacts.ts';
import { pageOf } from './page.ts';
import { contactTable, segmentTable } from './tables.ts';

export const segments = {
  listSegments: (ctx) => {
    return ctx.reply(200, { message: 'Segments found', data: pageOf(ctx.table(segmentTable).values(), ctx.query.page) });
  },

  /** All or nothing: with one unknown segment the contact is added to none (inferred). A segment it is in already is no error. */
  addContactToSegments: (ctx) => {
    const contacts = ctx.table(contactTable);
    const contact = findContact(contacts, ctx.path.email);
    if (!contact) return ctx.example(404, 'contact_not_found');
    const known = ctx.table(segmentTable);
    const wanted = ctx.body.segmentedListsIds;
    if (wanted.some((id) => !known.get(id))) return ctx.example(404, 'segmentation_list_not_found');
    const segmentedListsIds = [...new Set([...contact.segmentedListsIds, ...wanted])];
    contacts.update(contact.id, { segmentedListsIds });
    return ctx.reply(200, {
      message: 'Contact added to segments',
      data: { id: contact.id, email: contact.email, segmentedListsIds },
    });
  },
} satisfies Behaviours<'listSegments' | 'addContactToSegments'>;
