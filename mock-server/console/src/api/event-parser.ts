/** Server-sent events out of text. */

export interface JournalEvent {
  /** `request`, `cleared`, or `gap`. */
  readonly type: string;
  readonly data: unknown;
}

/** Takes the text as it comes, in pieces of any length; comments are left out. */
export function eventParser(received: (event: JournalEvent) => void): (piece: string) => void {
  let rest = '';
  return (piece) => {
    const blocks = (rest + piece).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(block.split('\n').map(fieldOf));
      const data = fields.get('data');
      if (data !== undefined) received({ type: fields.get('event') ?? 'message', data: JSON.parse(data) });
    }
  };
}

function fieldOf(line: string): [name: string, value: string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon), line.slice(colon + 1).trimStart()];
}
