/** Reads a `.http` file, as far as ours goes: variables, comments, and requests that `###` separates. */

export interface HttpRequest {
  readonly title: string;
  /** The comment above the request. */
  readonly comment: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** @param values win over the file's own variables */
export function parseHttpFile(text: string, values: Readonly<Record<string, string>> = {}): HttpRequest[] {
  const own = new Map([...text.matchAll(/^@(\w+) = (.*)$/gm)].map(([, name, value]) => [name, value]));
  const filled = text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name] ?? own.get(name);
    if (value === undefined) throw new Error(`The file has no variable "${name}".`);
    return value;
  });
  const [, ...parts] = filled.split(/^### /m);
  return parts.map(parseRequest);
}

function parseRequest(part: string): HttpRequest {
  const [head = '', ...body] = part.trim().split(/\n\n/);
  const [title = '', ...lines] = head.split('\n');
  const comment = lines.filter((line) => line.startsWith('#')).map((line) => line.slice(1).trim());
  const [first = '', ...fields] = lines.filter((line) => !line.startsWith('#'));
  const [, method = '', url = ''] = /^([A-Z]+) (\S+)$/.exec(first) ?? [];
  if (!method) throw new Error(`"${title}" does not begin with a method and an address, but with: ${first}`);
  const headers = fields.map((field) => [field.slice(0, field.indexOf(':')), field.slice(field.indexOf(':') + 1).trim()]);
  return {
    title,
    comment: comment.join(' '),
    method,
    url,
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: body.length > 0 ? body.join('\n\n') : undefined,
  };
}
