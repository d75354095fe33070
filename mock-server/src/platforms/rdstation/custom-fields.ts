/** Custom fields (campos personalizados) that an account has: what a conversion may say about them. */
import type { Issue } from '../../document/issue.ts';
import type { Context } from '../../exchange/behaviour.ts';
import { customFieldTable, type CustomField } from './tables.ts';

type Tables = Pick<Context, 'table'>;

/** Expected type of a value, in the words of the issues: `SET` is what the platform calls a list of texts. */
const EXPECTED: Readonly<Record<CustomField['data_type'], string>> = {
  STRING: 'string',
  INTEGER: 'integer',
  BOOLEAN: 'boolean',
  'STRING[]': 'array',
};

/**
 * Whether a `cf_…` attribute is kept. One that the account does not have is dropped without complaint (documented); an
 * account of which no field was defined takes any, so that a test need not define them first.
 *
 * @see https://developers.rdstation.com/reference/rdsm-como-migrar-api-v1-para-api-v2
 */
export function isKnownField({ table }: Tables, name: string): boolean {
  const fields = table(customFieldTable);
  return fields.size === 0 || fields.has('api_identifier', name);
}

/**
 * Values that are not of their field's type, or none of its options. The types are documented, the answers are by
 * analogy with `tags` and `event_type` (inferred). Empty values leave a field as it is.
 *
 * @param base where the payload stands in the body
 * @see https://developers.rdstation.com/reference/post_platform-contacts-fields
 */
export function customFieldIssues({ table }: Tables, payload: object, base: Issue['path']): Issue[] {
  const fields = table(customFieldTable);
  if (fields.size === 0) return [];
  const sent = payload as Readonly<Record<string, unknown>>;
  const custom = Object.keys(sent).filter((name) => name.startsWith('cf_'));
  return custom.flatMap((name) => {
    const field = fields.first('api_identifier', name);
    const value = sent[name];
    return !field || value === null || value === '' ? [] : issuesOfValue(field, value, [...base, name]);
  });
}

function issuesOfValue({ data_type, valid_options }: CustomField, value: unknown, path: Issue['path']): Issue[] {
  if (!hasType(data_type, value)) {
    const expected = EXPECTED[data_type];
    return [{ in: 'body', path, rule: 'type', expected, message: `must be of type ${data_type}` }];
  }
  const chosen = Array.isArray(value) ? (value as unknown[]) : [value];
  if (!valid_options || chosen.every((option) => valid_options.includes(String(option)))) return [];
  return [{ in: 'body', path, rule: 'enum', options: valid_options, message: 'must be one of the options of the field' }];
}

function hasType(type: CustomField['data_type'], value: unknown): boolean {
  switch (type) {
    case 'STRING':
      return typeof value === 'string';
    case 'INTEGER':
      return Number.isInteger(value);
    case 'BOOLEAN':
      return typeof value === 'boolean';
    case 'STRING[]':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
  }
}
