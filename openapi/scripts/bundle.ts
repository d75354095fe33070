import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { isRecord } from '../policy/references.ts';
import type { Sources } from './locate.ts';

const require = createRequire(import.meta.url);

/**
 * Bundles the document with Redocly's command line, as a child: version 2 has no importable core,
 * and the child costs half a second.
 *
 * @param rootFile path of openapi.yaml
 * @returns the bundle, with references of the form `#/…` only
 * @throws when Redocly cannot read the document, with what it said
 */
export async function bundle(rootFile: string, sources: Sources): Promise<Record<string, unknown>> {
  const bundled = JSON.parse(await redoclyBundle(rootFile)) as Record<string, unknown>;
  // Redocly follows only the first reference inside an extension of the root.
  const extensions = Object.keys(bundled).filter((key) => key.startsWith('x-'));
  const inlined = extensions.map((key) => [key, sources.read([key])] as const);
  const complete = { ...bundled, ...Object.fromEntries(inlined) };
  refuseRenamed(complete['components']);
  return sortComponents(complete);
}

async function redoclyBundle(rootFile: string): Promise<string> {
  const manifest = require.resolve('@redocly/cli/package.json');
  const { bin } = require(manifest) as { bin: { redocly: string } };
  const command = join(dirname(manifest), bin.redocly);
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [command, 'bundle', resolve(rootFile), '--ext', 'json'], {
      cwd: dirname(rootFile),
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' },
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    const said = (error as { stderr?: string }).stderr ?? String(error);
    throw new Error(`redocly bundle could not read ${rootFile}:\n${said}`);
  }
}

/** Redocly renames the second of two components that have the same name; readable names are part of the document. */
function refuseRenamed(components: unknown): void {
  const renamed = Object.entries(isRecord(components) ? components : {}).flatMap(([kind, map]) =>
    Object.keys(isRecord(map) ? map : {})
      .filter((name) => /-\d+$/.test(name))
      .map((name) => `components.${kind}.${name.replace(/-\d+$/, '')}`),
  );
  if (renamed.length > 0) {
    throw new Error(`Two different parts of the document have the same name; rename one: ${renamed.join(', ')}`);
  }
}

/** Components in the order of their names; the order of everything else is the author's. */
function sortComponents({ paths, webhooks, components, ...head }: Record<string, unknown>): Record<string, unknown> {
  const calls = { paths, ...(webhooks !== undefined && { webhooks }) };
  if (!isRecord(components)) return { ...head, ...calls, components };
  const sorted = Object.entries(components).map(([kind, map]) => [kind, isRecord(map) ? sortKeys(map) : map]);
  return { ...head, ...calls, components: sortKeys(Object.fromEntries(sorted) as Record<string, unknown>) };
}

function sortKeys(map: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
}
