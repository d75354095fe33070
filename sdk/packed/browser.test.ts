// The packed SDK in a page of a real Chromium, bundled as an application bundles it.
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, LAUNCH_MS, type ClosedBrowser } from '../../mock-server/conformance/browser/launch.ts';
import { installSdk, type Installed } from './install.ts';
import { startPlatforms, type Platforms } from './platform.fixture.ts';

let installed: Installed;
let platforms: Platforms;
let chromium: ClosedBrowser;

beforeAll(async () => {
  [installed, platforms, chromium] = await Promise.all([installSdk(), startPlatforms(), launchBrowser()]);
}, LAUNCH_MS);

afterAll(async () => {
  await chromium?.close();
  await platforms?.[Symbol.asyncDispose]();
  await installed?.remove();
});

const PAGE = `
  import { Pingback } from '@chaveiro/sdk/pingback';
  import { RDStation } from '@chaveiro/sdk/rdstation';
  import { Zenvio } from '@chaveiro/sdk/zenvio';
  globalThis.run = async (baseUrl) => {
    const good = { baseUrl, apiKey: 'good-key' };
    const { data } = await new Pingback(good).contacts.list();
    const { event_uuid } = await new RDStation(good).conversions.create({ conversion_identifier: 'ebook', email: 'a@b.c' });
    const message = { instance_id: 'i1', to: ['5511999999999'], type: 'text', payload: { message: 'Olá' } };
    const { message_ids } = await new Zenvio(good).messages.send(message);
    const { error } = await new Pingback({ ...good, apiKey: 'bad-key' }).contacts.list().safe();
    return { contacts: data.data.length, event_uuid, message_ids, code: error.code, name: error.name };
  };
`;

test(
  'calls and typed errors in a page',
  async () => {
    const { outputFiles } = await build({
      stdin: { contents: PAGE, resolveDir: installed.folder },
      bundle: true,
      minify: true,
      format: 'iife',
      platform: 'browser',
      write: false,
    });
    const page = await chromium.browser.newPage();
    await page.goto(`${platforms.url}/`);
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
    const result = await page.evaluate(
      (url) => (globalThis as unknown as { run: (url: string) => Promise<object> }).run(url),
      platforms.url,
    );
    expect(result).toEqual({
      contacts: 1,
      event_uuid: 'b2c3',
      message_ids: ['m1'],
      code: 'key_refused',
      name: 'InvalidKeyError',
    });
    expect(chromium.askedOutside).toEqual([]);
  },
  LAUNCH_MS,
);
