/** The inbound webhook: the URL of an automation's trigger, which needs no key because it is the secret itself. */
import { iso } from '../../core/clock.ts';
import type { Account } from '../../core/account.ts';
import type { Table } from '../../core/table.ts';
import type { Behaviours, Context } from '../../exchange/behaviour.ts';
import type { Issue } from '../../document/issue.ts';
import { mergeAttributes } from './attributes.ts';
import { findContact } from './contacts.ts';
import { contactTable, customFieldTable, webhookRunTable, webhookTable, type Contact, type CustomField } from './tables.ts';

type Ctx = Context<'triggerWebhook'>;
type Field = NonNullable<Ctx['body']['customFields']>[number];

export const webhooks = {
  /**
   * Starts the automation, and updates the contact with the custom fields or creates it with them; a contact that
   * came in this way has the source `Webhook` (inferred). A field that the account has not refuses the whole request
   * (the rule is documented, the answer inferred). The state of the account's key plays no part (inferred).
   *
   * @see https://pingback.com/docs/pt-BR/knowledge-base/workflows/como-configurar-e-utilizar-webhook
   */
  triggerWebhook: (ctx) => {
    const account = accountOfUrl(ctx);
    if (!account) return ctx.example(404, 'webhook_not_found');
    const { email, customFields = [] } = ctx.body;
    const unknown = unknownFields(customFields, ctx.session.table(account.id, customFieldTable));
    if (unknown.length > 0) return ctx.invalid(unknown);
    const contact = storeContact(ctx, account, email, customFields);
    ctx.session.table(account.id, webhookRunTable).insert({
      id: ctx.session.ids.uuid(),
      webhookId: ctx.path.webhookId,
      workflowId: ctx.path.workflowId,
      contactId: contact.id,
      email: contact.email,
      at: iso(ctx.now),
    });
    return ctx.reply(200, { message: 'Webhook received' });
  },
} satisfies Behaviours<'triggerWebhook'>;

/** Whose webhook has all three parts of the URL. */
function accountOfUrl({ session, operation, path }: Ctx): Account | undefined {
  return session.accounts.find('platform', operation.platform).find((account) => {
    const webhook = session.table(account.id, webhookTable).get(path.webhookId);
    return webhook?.channelUid === path.channelUid && webhook.workflowId === path.workflowId;
  });
}

/** Field names must match exactly, case included. The names that exist are not told: the URL may be in anybody's hands. */
function unknownFields(fields: readonly Field[], known: Table<CustomField>): Issue[] {
  return fields.flatMap((field, index): Issue[] =>
    known.find('name', field.fieldName).length > 0
      ? []
      : [
          {
            in: 'body',
            path: ['customFields', index, 'fieldName'],
            rule: 'other',
            message: 'names no custom field of the account',
          },
        ],
  );
}

function storeContact(ctx: Ctx, account: Account, email: string, fields: readonly Field[]): Contact {
  const given = Object.fromEntries(fields.map((field) => [field.fieldName, field.fieldValue]));
  const contacts = ctx.session.table(account.id, contactTable);
  const contact = findContact(contacts, email);
  if (contact) return contacts.update(contact.id, { attributes: mergeAttributes(contact.attributes, given) });
  return contacts.insert({
    id: ctx.session.ids.uuid(),
    email,
    status: 'active',
    source: 'Webhook',
    origin: null,
    segmentedListsIds: [],
    createdAt: iso(ctx.now),
    attributes: mergeAttributes({}, given),
  });
}
