/** The rows of `data/leads.csv`, and the conversion that each one makes. */
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { RDStationConversionPayload } from '@chaveiro/sdk';

/** What one row says, and what the API is to say about it. */
export interface Lead {
  /** Its line in the file. */
  readonly line: number;
  readonly name: string;
  readonly email: string;
  readonly city: string;
  readonly company: string;
  readonly jobTitle: string;
  /** As WhatsApp takes it: digits with the country code. Undefined without a mobile phone. */
  readonly whatsapp: string | undefined;
  /** Whether a legal basis allows to write to the person. */
  readonly mayContact: boolean;
  readonly payload: RDStationConversionPayload;
  /** `$.payload.email MISSING`, one for each thing that is wrong on purpose; empty for a good row. */
  readonly expectedRefusal: readonly string[];
}

interface Row {
  readonly info: { readonly lines: number };
  readonly record: Readonly<Record<string, string>>;
}

const LEADS = new URL('../data/leads.csv', import.meta.url);

/** Columns that are attributes of a conversion under their own names. */
const ATTRIBUTES = [
  'conversion_identifier',
  'email',
  'name',
  'job_title',
  'company_name',
  'city',
  'state',
  'country',
  'personal_phone',
  'mobile_phone',
  'traffic_source',
  'traffic_medium',
  'traffic_campaign',
  'cf_segmento',
];

const YES_AND_NO: Readonly<Record<string, boolean>> = { true: true, sim: true, false: false, não: false };

export async function readLeads(file: URL = LEADS): Promise<Lead[]> {
  const rows = parse(await readFile(file), { columns: true, bom: true, info: true }) as unknown as Row[];
  return rows.map(({ info, record }) => toLead(record, info.lines));
}

function toLead(row: Row['record'], line: number): Lead {
  const {
    name = '',
    email = '',
    city = '',
    company_name: company = '',
    job_title: jobTitle = '',
    mobile_phone: mobile = '',
  } = row;
  const bases = list(row['legal_basis']);
  return {
    line,
    name,
    email,
    city,
    company,
    jobTitle,
    whatsapp: whatsappNumber(mobile),
    mayContact: bases.some((basis) => basis.endsWith(':granted')),
    payload: toPayload(row),
    expectedRefusal: list(row['expected_refusal']),
  };
}

/**
 * The payload of a row. An empty cell is an attribute that is not sent. What the file has wrong goes out wrong, which no
 * type allows: the API is the judge here, not this function.
 */
function toPayload(row: Row['record']): RDStationConversionPayload {
  const attributes = ATTRIBUTES.map((name) => [name, row[name] ?? ''] as const).filter(([, value]) => value !== '');
  const tags = list(row['tags']);
  const interests = list(row['cf_interesses']);
  const bases = list(row['legal_basis']).map(legalBasis);
  const mailing = row['available_for_mailing'] ?? '';
  return {
    ...Object.fromEntries(attributes),
    ...(tags.length > 0 && { tags }),
    ...(interests.length > 0 && { cf_interesses: interests }),
    ...(bases.length > 0 && { legal_bases: bases }),
    ...(mailing !== '' && { available_for_mailing: YES_AND_NO[mailing] ?? mailing }),
  } as object as RDStationConversionPayload;
}

/** `consent:granted`. */
function legalBasis(cell: string): Record<string, string> {
  const [type = '', status] = cell.split(':');
  return { category: 'communications', type, ...(status !== undefined && { status }) };
}

function list(cell = ''): string[] {
  return cell
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/**
 * A Brazilian mobile number, however it was typed, as digits with the country code: `(11) 90000-0000`, `011 90000-0000`,
 * `+55 11 9 0000-0000`.
 *
 * @returns undefined when it is none
 */
export function whatsappNumber(typed: string): string | undefined {
  const digits = typed.replace(/\D/g, '').replace(/^0+/, '');
  if (/^55\d{2}9\d{8}$/.test(digits)) return digits;
  return /^\d{2}9\d{8}$/.test(digits) ? `55${digits}` : undefined;
}
