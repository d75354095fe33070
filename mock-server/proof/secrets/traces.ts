/** Where a secret has left traces: in text, and in the bytes of files, plain or in the usual disguises. */

/** A text that somebody may read, and where it came from. */
export interface Heard {
  readonly from: string;
  readonly text: string;
}

/** Characters at the beginning that may be shown: what tells one key from another. */
const SHOWN = 12;
/**
 * A run of so many characters is no coincidence. Ids have twelve, and come from the same seeded source: after a
 * snapshot was restored a new secret may have in it what was an id before.
 */
const RUN = 14;

/** The parts of a secret that nobody may show: it, and every run of what follows its public beginning. */
export function piecesOf(secret: string): string[] {
  const hidden = secret.slice(SHOWN, -4);
  const runs = Array.from({ length: Math.max(0, hidden.length - RUN + 1) }, (_, at) => hidden.slice(at, at + RUN));
  return [secret, ...runs];
}

/** Every text in which there is something of a secret, said without saying it. */
export function shownIn(heard: readonly Heard[], secrets: Readonly<Record<string, string>>): string[] {
  return heard.flatMap(({ from, text }) =>
    Object.entries(secrets)
      .filter(([, secret]) => piecesOf(secret).some((piece) => text.includes(piece)))
      .map(([name]) => `${from} shows the secret of ${name}`),
  );
}

/** Files that hold something of a secret, as it is or encoded. */
export function keptIn(files: Readonly<Record<string, Buffer>>, secrets: Readonly<Record<string, string>>): string[] {
  const found: string[] = [];
  for (const [file, bytes] of Object.entries(files)) {
    for (const [name, secret] of Object.entries(secrets)) {
      const disguise = Object.entries(disguisesOf(secret)).find(([, disguised]) =>
        disguised.some((piece) => bytes.includes(piece)),
      );
      if (disguise) found.push(`${file} has the secret of ${name} as ${disguise[0]}`);
    }
  }
  return found;
}

function disguisesOf(secret: string): Record<string, Buffer[]> {
  const whole = Buffer.from(secret);
  // Base64 depends on where in a group of three bytes the secret begins; its inner part does not.
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.from(
      Buffer.concat([Buffer.alloc(shift), whole])
        .toString('base64')
        .replace(/=+$/, '')
        .slice(4, -2),
    ),
  );
  return {
    text: piecesOf(secret).map((piece) => Buffer.from(piece)),
    'UTF-16': [Buffer.from(secret, 'utf16le')],
    hexadecimal: [Buffer.from(whole.toString('hex'))],
    base64,
    'text backwards': [Buffer.from([...secret].reverse().join(''))],
  };
}
