/** What a new row may leave out: ids and moments, as each platform makes them. */
import * as z from 'zod';

export interface Fresh {
  uuid(this: void): string;
  /** `prefix` and twelve characters. */
  id(this: void, prefix: string): string;
  /** The session's now, in ISO 8601. */
  now(this: void): string;
}

/** Rows by collection, each with what it must have and what it gets by itself. */
export type RowSchemas = Readonly<Record<string, z.ZodType<{ id: string }>>>;

export const email = z.email('expected an e-mail address');
export const moment = z.iso.datetime({ offset: true, error: 'expected an instant such as 2026-01-31T12:00:00Z' });
export const fields = z.record(z.string(), z.unknown());
/** Ids of accounts, instances, messages: readable ones are welcome. */
export const name = z.string().min(1, 'expected at least one character');
