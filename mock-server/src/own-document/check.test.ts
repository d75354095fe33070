/** A document in memory is one that JSON can say: it has an end. */
import { expect, test } from 'vitest';
import { createMock, OwnDocumentError } from '../index.ts';

const documentWith = (example: unknown) => ({
  openapi: '3.1.0',
  info: { title: 'Zoo', version: '1' },
  paths: { '/pets': { get: { responses: { 200: { description: 'Pets', content: { 'application/json': { example } } } } } } },
});

function refusal(document: object): string {
  try {
    createMock({ document });
  } catch (error) {
    expect(error).toBeInstanceOf(OwnDocumentError);
    return (error as Error).message;
  }
  throw new Error('The document was taken.');
}

test('a document that contains itself is refused with the path of where it does', () => {
  const example: Record<string, unknown> = { name: 'Rex' };
  example['friends'] = [{ name: 'Bia' }, example];
  const message = refusal(documentWith(example));
  expect(message).toContain('paths./pets.get.responses.200.content.application/json.example.friends.1 contains itself');
  expect(message).toContain('$ref');

  const whole: Record<string, unknown> = documentWith(1);
  whole['x-me'] = whole;
  expect(refusal(whole)).toContain('x-me contains itself');
});

test('a document that only shared parts keep small is refused before anybody writes it out', () => {
  let pets: unknown = ['Rex'];
  for (let level = 0; level < 60; level += 1) pets = [pets, pets];
  expect(refusal(documentWith(pets))).toContain('more than 128 MB');
});

test('parts may be shared, and nested deeply', async () => {
  const rex = { name: 'Rex' };
  const mock = createMock({ document: documentWith([rex, rex]) });
  expect(await (await mock.fetch('http://localhost/pets')).json()).toEqual([rex, rex]);
  let deep: unknown = 1;
  for (let level = 0; level < 20_000; level += 1) deep = [deep];
  expect(() => createMock({ document: { ...documentWith(1), 'x-deep': deep } })).not.toThrow();
});
