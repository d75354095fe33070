// The API pages come from the docstrings: they are up to date, and no public name is without a word and an example.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Application, ReflectionKind, type DeclarationReflection, type ProjectReflection } from 'typedoc';
import { afterAll, beforeAll, expect, test } from 'vitest';

const SDK = import.meta.dirname;
let folder: string;
let app: Application;
let project: ProjectReflection;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chaveiro-docs-'));
  app = await Application.bootstrapWithPlugins({ options: join(SDK, 'typedoc.json'), out: folder });
  const converted = await app.convert();
  if (!converted) throw new Error('typedoc could not read the sources.');
  project = converted;
}, 300_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a docstring says; that of a function stands on its signature. */
function said({ comment, signatures, getSignature }: DeclarationReflection): string {
  const found = comment ?? signatures?.[0]?.comment ?? getSignature?.comment;
  return [...(found?.summary ?? []), ...(found?.blockTags ?? []).flatMap(({ content }) => content)]
    .map(({ text }) => text)
    .join('');
}

const publicNames = () =>
  (project.children ?? []).flatMap((module) => module.children ?? []).filter(({ kind }) => kind !== ReflectionKind.Reference);

test('every public name says what it is, with an example', () => {
  expect(publicNames().length).toBeGreaterThan(100);
  expect(
    publicNames()
      .filter((name) => !said(name).includes('```'))
      .map(({ name }) => name),
  ).toEqual([]);
});

test('every member of a public name says what it is; a method of a class has an example', () => {
  const members = publicNames().flatMap((owner) =>
    (owner.children ?? [])
      .filter(({ name, kind, flags }) => kind !== ReflectionKind.Constructor && !flags.isInherited && !name.startsWith('['))
      .map((member) => ({ owner, member })),
  );
  const silent = members.filter(({ member }) => !said(member));
  const bare = members.filter(
    ({ owner, member }) =>
      owner.kind === ReflectionKind.Class &&
      member.kind === ReflectionKind.Method &&
      !member.inheritedFrom &&
      !said(member).includes('```'),
  );
  const named = (all: typeof members): string[] => all.map(({ owner, member }) => `${owner.name}.${member.name}`);
  expect(named(silent)).toEqual([]);
  expect(named(bare)).toEqual([]);
});

test('the committed pages are what the docstrings say today (npm run docs -w @chaveiro/sdk)', async () => {
  await app.generateOutputs(project);
  const written = (await readdir(folder)).sort();
  expect((await readdir(join(SDK, 'docs'))).sort()).toEqual(written);
  for (const file of written) {
    expect(await readFile(join(SDK, 'docs', file), 'utf8'), file).toBe(await readFile(join(folder, file), 'utf8'));
  }
}, 300_000);
