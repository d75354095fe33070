import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixtureFolder } from './fixture/load.ts';
import { openSources } from './locate.ts';

const sources = openSources(join(fixtureFolder, 'openapi.yaml'), join(fixtureFolder, '..'));

/** `fixture/<file>:<line>` of the first line that begins with a text, after the line that begins with another. */
function place(file: string, text: string, after = ''): string {
  const lines = readFileSync(join(fixtureFolder, file), 'utf8').split('\n');
  const start = lines.findIndex((line) => line.startsWith(after));
  return `fixture/${file}:${lines.findIndex((line, index) => index >= start && line.trimStart().startsWith(text)) + 1}`;
}

test('a line of the root file is found', () => {
  expect(sources.locate(['tags', 0, 'name'])).toBe(place('openapi.yaml', 'tags:'));
});

test('a line in a part that the bundler puts in place is found', () => {
  expect(sources.locate(['paths', '/breads', 'get', 'operationId'])).toBe(place('padaria/paths.yaml', 'operationId: listBreads'));
});

test('a line behind two references is found', () => {
  expect(sources.locate(['paths', '/breads', 'get', 'responses', '401', 'description'])).toBe(
    place('padaria/parts.yaml', 'description: No key'),
  );
});

test('a line in a part that the bundler moves to components is found', () => {
  expect(sources.locate(['components', 'schemas', 'PadariaOrder', 'required'])).toBe(
    place('padaria/parts.yaml', 'required:', 'PadariaOrder:'),
  );
});

test('a line behind an anchor is found', () => {
  expect(sources.locate(['x-platforms', 'padaria', 'requestFailures', 'server_error', 'response'])).toBe(
    place('padaria/platform.yaml', 'response:', 'requestFailures:'),
  );
});

test('a line that is missing is found at the nearest line above it', () => {
  expect(sources.locate(['paths', '/hook', 'post', 'responses', '500'])).toBe(place('padaria/paths.yaml', 'responses:', 'hook:'));
});

test('a part is read with all its references and anchors followed', () => {
  expect(sources.read(['x-platforms', 'padaria', 'zeroSetup', 'accounts', 1, 'plan'])).toBe('free');
  expect(sources.read(['x-platforms', 'padaria', 'requestFailures', 'server_error'])).toMatchObject({ status: 400 });
});
