import type { SimpleShape } from './shape-table.ts';

// The formats take what zod's take; `agreement.test.ts` holds them to it. Importing zod's own would bring all its patterns along.
const email = /^(?!\.)(?!.*\.\.)[\w'+.-]*[\w+-]@([a-z\d][a-z\d-]*\.)+[a-z]{2,}$/i;
const uuid =
  /^([\da-fA-F]{8}-[\da-fA-F]{4}-[1-8][\da-fA-F]{3}-[89abAB][\da-fA-F]{3}-[\da-fA-F]{12}|0{8}(-0{4}){3}-0{12}|f{8}(-f{4}){3}-f{12})$/;
const dateTime = /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

function isDateTime(text: string): boolean {
  const [, year = '', month, day] = dateTime.exec(text) ?? [];
  // A day that its month does not have would be read as one of the next.
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return date.getUTCDate() === Number(day);
}

/* @__NO_SIDE_EFFECTS__ */
function text(fits: (text: string) => boolean): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && fits(value);
}

export const isSimple: Readonly<Record<SimpleShape, (value: unknown) => boolean>> = {
  unknown: () => true,
  never: () => false,
  null: (value) => value === null,
  boolean: (value) => typeof value === 'boolean',
  number: (value) => Number.isFinite(value),
  integer: (value) => Number.isSafeInteger(value),
  string: text(() => true),
  email: text((value) => email.test(value)),
  uuid: text((value) => uuid.test(value)),
  'date-time': text(isDateTime),
  uri: text((value) => URL.canParse(value.trim())),
};
