/** `Prefer` (RFC 7240), as Prism understands it: which of the document's answers the client would like to see. */

export interface Preferences {
  /** Status. */
  readonly code?: number;
  /** Name of an example. */
  readonly exampleKey?: string;
  /** A body made up from the schema instead of an example. */
  readonly dynamic?: boolean;
  /** Bodies that are made up follow from it. */
  readonly seed?: string;
}

export type ReadPreferences =
  { readonly ok: true; readonly preferences: Preferences } | { readonly ok: false; readonly message: string };

/** Preferences that Prism does not know are left alone, as the RFC asks. */
export function readPreferences(header: string | null): ReadPreferences {
  const said = new Map<string, string>();
  for (const preference of (header ?? '').split(/[,;]/)) {
    const [, name, quoted, plain] = /^\s*([\w-]+)\s*=\s*(?:"([^"]*)"|([^\s"]*))\s*$/.exec(preference) ?? [];
    if (name !== undefined && !said.has(name.toLowerCase())) said.set(name.toLowerCase(), quoted ?? plain ?? '');
  }
  const [code, example, dynamic, seed] = ['code', 'example', 'dynamic', 'seed'].map((name) => said.get(name));
  // An answer of 1xx would be followed by another one.
  if (code !== undefined && !/^[2-5]\d\d$/.test(code)) {
    return {
      ok: false,
      message: `Prefer: code=${code.slice(0, 20)} is no status of an answer. Give 200 to 599, such as code=404.`,
    };
  }
  if (dynamic !== undefined && dynamic !== 'true' && dynamic !== 'false') {
    return { ok: false, message: `Prefer: dynamic=${dynamic.slice(0, 20)} is neither true nor false.` };
  }
  return {
    ok: true,
    preferences: {
      ...(code !== undefined && { code: Number(code) }),
      ...(example !== undefined && { exampleKey: example }),
      ...(dynamic !== undefined && { dynamic: dynamic === 'true' }),
      ...(seed !== undefined && { seed }),
    },
  };
}
