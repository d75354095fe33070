/** What must not be in a tarball. */
import { readFileSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { ROOT, type Packed } from './pack.ts';

const PUBLISHED =
  /^(package\.json|README\.md|LICENSE|bin\/[\w-]+\.js|generated\/([\w-]+\.json|AUTH-MATRIX\.md)|dist\/(?!.*\.(test|spec|fixture)\.)[\w./-]+\.(c?js|d\.c?ts|LICENSE|LICENSE\.md))$/;
/** The console's pages, as its build names them. */
const CONSOLE = /^dist\/console\/([\w-]+\.(html|svg)|assets\/[\w./-]+\.(js|css|txt))$/;

/** The forms of credentials that somebody could misuse. The keys that stand ready in every mock, and the document's example, are none. */
const CREDENTIALS: Readonly<Record<string, RegExp>> = {
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  'an npm token': /\bnpm_[A-Za-z0-9]{36}\b|_authToken\s*=/,
  'a GitHub token': /\bgh[pousr]_[A-Za-z0-9]{36}\b|\bgithub_pat_\w{22,}/,
  'an AWS key': /\bAKIA[0-9A-Z]{16}\b/,
  'a Slack token': /\bxox[abprs]-[A-Za-z0-9-]{10,}/,
  'a key of Zenvio’s form': /\bsk_live_(?!chaveiro_|4fJ0aQm2Zx81)[A-Za-z0-9]{24,}/,
};

/** @param environment of the machine that packs: values of variables that sound secret are looked for. */
export function objectionsTo({ folder, files }: Pick<Packed, 'folder' | 'files'>, environment = process.env): string[] {
  const ofMachine = Object.entries({ 'the repository': ROOT, 'the home folder': homedir() });
  const secrets = Object.entries(environment).filter(
    ([name, value = '']) => /TOKEN|SECRET|PASSW|CREDENTIAL|API_?KEY/i.test(name) && value.length >= 12,
  );
  return files.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'latin1');
    return [
      ...(PUBLISHED.test(file) || CONSOLE.test(file) ? [] : ['is nothing that is published']),
      ...ofMachine.filter(([, path]) => text.includes(`${path}/`)).map(([what]) => `names ${what} of this machine`),
      ...(hostname().length >= 6 && text.includes(hostname()) ? ['names this machine'] : []),
      ...(/^\/\/# sourceMappingURL=/m.test(text) ? ['points to a source map'] : []),
      ...Object.entries(CREDENTIALS)
        .filter(([, form]) => form.test(text))
        .map(([what]) => `has ${what}`),
      ...secrets.filter(([, value = '']) => text.includes(value)).map(([name]) => `has the value of ${name}`),
    ].map((objection) => `${file} ${objection}`);
  });
}
