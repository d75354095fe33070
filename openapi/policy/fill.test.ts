import { expect, test } from 'vitest';
import { fillTemplate } from './fill.ts';

test('a template that is one variable keeps the type of its value', () => {
  expect(fillTemplate('{limit}', { limit: 120 })).toBe(120);
  expect(fillTemplate('{allowedMethods}', { allowedMethods: ['GET'] })).toEqual(['GET']);
});

test('variables inside a sentence become text', () => {
  expect(fillTemplate('{usage} of {limit} used', { limit: 120, usage: 121 })).toBe('121 of 120 used');
});

test('a template whose values are not all known is left alone', () => {
  expect(fillTemplate('{usage} of {limit} used', { limit: 120 })).toBeUndefined();
});

test('a value is put in as it is, whatever it contains', () => {
  expect(fillTemplate('key {keyName}', { keyName: '$& {plan}' })).toBe('key $& {plan}');
});
