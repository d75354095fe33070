/** The index and the examples' READMEs tell the truth: every example is listed, and has its script and its files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = import.meta.dirname;
const examples = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'README.md')));
const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
const index = readFileSync(join(folder, 'README.md'), 'utf8');

test('there are examples', () => expect(examples.length).toBeGreaterThanOrEqual(8));

test.each(examples)('%s is in the index, and its README has its command', (name) => {
  const readme = readFileSync(join(folder, name, 'README.md'), 'utf8');
  expect(index).toContain(`[\`${name}\`](${name}/)`);
  expect(readme).toContain(`npm run ${name} -w examples`);
  expect(scripts[name]).toBeDefined();
  expect(readdirSync(join(folder, name)).length, 'files besides the README').toBeGreaterThan(1);
});

test.each(['.', ...examples])('links of %s/README.md lead somewhere', (name) => {
  const readme = readFileSync(join(folder, name, 'README.md'), 'utf8');
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = '']) => link);
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) expect(existsSync(join(folder, name, link)), link).toBe(true);
});
