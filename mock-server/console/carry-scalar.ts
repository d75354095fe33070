/** Carries Scalar, which draws the API reference, into the built console: its own build for browsers, without its maps and its chat. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { bring } from '../../sdk/packed/bring.ts';

/** With what it depends on it weighs 287 MB; its build for browsers has all of that inside, so that it alone is brought. */
const SCALAR = {
  name: '@scalar/api-reference',
  version: '1.72.1',
  sha512: 'XpEJ0rfc/cXbCrR+iC4kK0o/WwX2dTtGQbT049OlPKAHD6IMIFdTeGz2r+M27P2EDWKyUITRm/NzlP8z2pw/Ow==',
  wantedBy: 'the API reference in the console',
};
/** Below the console's path. Files there may be kept by a browser for good, so the version is in it. */
const FOLDER = `assets/scalar-${SCALAR.version}`;
/** Its chat with a language model asks a server of its makers; here it is not even installed. */
const LEFT_OUT = /^AgentScalarDrawer/;
const OUR_LICENCE = join(import.meta.dirname, '../../LICENSE');

/** What the page asks for. Its parts lie beside it. */
export const SCALAR_ENTRY = `${FOLDER}/standalone.esm.js`;

export function carryScalar(): Plugin {
  return {
    name: 'carry-scalar',
    apply: 'build',
    async generateBundle() {
      const built = join(await bring(SCALAR), 'dist/browser');
      const chunks = (await readdir(join(built, 'chunks'))).filter((name) => name.endsWith('.js') && !LEFT_OUT.test(name));
      for (const name of ['standalone.esm.js', ...chunks.map((chunk) => `chunks/${chunk}`)]) {
        this.emitFile({
          type: 'asset',
          fileName: `${FOLDER}/${name}`,
          source: withoutMap(await readFile(join(built, name), 'utf8')),
        });
      }
      this.emitFile({ type: 'asset', fileName: `${FOLDER}/LICENSE.txt`, source: await licence() });
    },
  };
}

/** Maps stay behind: they are three quarters of the weight. */
function withoutMap(script: string): string {
  return script.replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '\n');
}

/** The package itself carries no licence file, only the licence's name; the words of it are those that ours has. */
async function licence(): Promise<string> {
  const words = await readFile(OUR_LICENCE, 'utf8');
  const copyright = 'Copyright (c) 2023-present Scalar';
  return `${SCALAR.name} ${SCALAR.version}, https://github.com/scalar/scalar\n\n${words.replace(/^Copyright .*$/m, copyright)}`;
}
