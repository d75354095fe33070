import { createMock } from '@chaveiro/mock-server';
import { RDStation } from '@chaveiro/sdk';
import { describe, expect, it } from 'vitest';
import { isStated, sendConversions } from './conversions.ts';
import { readLeads, whatsappNumber } from './leads.ts';

const leads = await readLeads();

describe('leads.csv', () => {
  it('has 200 rows, their lines counted as an editor does', () => {
    expect(leads).toHaveLength(200);
    expect(leads.map(({ line }) => line)).toEqual(leads.map((_, index) => index + 2));
  });

  it('has only e-mail addresses of example domains', () => {
    const elsewhere = leads.filter(
      ({ email }) => email.includes('@') && !/@(exemplo\.com\.br|example\.com|example\.org)$/.test(email),
    );
    expect(elsewhere).toEqual([]);
  });

  it('has 12 to 15 rows that are wrong on purpose, in many ways', () => {
    const invalid = leads.filter(({ expectedRefusal }) => expectedRefusal.length > 0);
    expect(invalid.length).toBeGreaterThanOrEqual(12);
    expect(invalid.length).toBeLessThanOrEqual(15);
    const codes = new Set(invalid.flatMap(({ expectedRefusal }) => expectedRefusal.map((refusal) => refusal.split(' ')[1])));
    expect([...codes].sort()).toEqual([
      'INVALID',
      'INVALID_DATA_TYPE',
      'INVALID_FORMAT',
      'INVALID_OPTION',
      'MISSING',
      'TOO_LONG',
    ]);
  });

  it('has accents, several tags, several legal bases and custom fields', () => {
    expect(leads.some(({ name }) => /[ãéíôç]/.test(name))).toBe(true);
    expect(leads.some(({ payload }) => (payload.tags?.length ?? 0) > 1)).toBe(true);
    expect(leads.some(({ payload }) => (payload.legal_bases?.length ?? 0) > 1)).toBe(true);
    expect(leads.some(({ payload }) => 'cf_segmento' in payload && Array.isArray(payload['cf_interesses']))).toBe(true);
  });
});

describe('the conversions of the leads', () => {
  it('are accepted, or refused for the reasons that the file states', async () => {
    const { fetch } = createMock();
    const rd = new RDStation({ apiKey: 'chaveiro-rdstation-active', fetch, pace: false });
    const { accepted, refused } = await sendConversions(rd, leads);
    expect(refused.filter((refusal) => !isStated(refusal))).toEqual([]);
    expect(refused.map(({ lead }) => lead.line)).toEqual(
      leads.filter(({ expectedRefusal }) => expectedRefusal.length > 0).map(({ line }) => line),
    );
    expect(accepted).toHaveLength(leads.length - refused.length);
  });

  it('stop at an answer that is not about the data', async () => {
    const { fetch } = createMock();
    const rd = new RDStation({ apiKey: 'chaveiro-rdstation-disabled', fetch, pace: false });
    await expect(sendConversions(rd, leads)).rejects.toMatchObject({ name: 'InvalidKeyError', status: 401 });
  });
});

describe('a WhatsApp number', () => {
  it.each([
    '(11) 90123-4567',
    '11 901234567',
    '11901234567',
    '011 90123-4567',
    '+55 11 90123-4567',
    '+55 (11) 9 0123-4567',
    '5511901234567',
  ])('is read from %s', (typed) => {
    expect(whatsappNumber(typed)).toBe('5511901234567');
  });

  it('may have the area code 55', () => {
    expect(whatsappNumber('(55) 90123-4567')).toBe('5555901234567');
  });

  it.each(['', '(11) 5550-0101', '90123-4567', '+1 202 555 0101'])('is none in "%s"', (typed) => {
    expect(whatsappNumber(typed)).toBeUndefined();
  });
});
