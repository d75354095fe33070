/** "What each refusal looks like": the auth matrix of the document, each cell as people and as the SDK see it. */
import { ChaveiroError, Pingback, RDStation, Zenvio, type AuthState, type Fetch } from '@chaveiro/sdk';
import { document } from '@chaveiro/openapi';
import { authMatrix } from '@chaveiro/openapi/auth-matrix';
import { ADVICE } from './advice.ts';

type Cell = (typeof authMatrix.cells)[number];

/** A call with the kind of key that is refused; which call does not matter, since all are refused alike. */
const CALLS: Readonly<Record<string, (fetch: Fetch) => Promise<unknown>>> = {
  pingbackKey: (fetch) => new Pingback({ apiKey: 'a-key', fetch, retries: 0 }).contacts.list(),
  rdstationKey: (fetch) =>
    new RDStation({ apiKey: 'a-key', fetch, retries: 0 }).conversions.create({ conversion_identifier: 'ebook', email: 'a@b.c' }),
  rdstationOAuth: (fetch) =>
    new RDStation({ accessToken: 'a-token', fetch, retries: 0 }).events.create({
      event_type: 'CONVERSION',
      payload: { conversion_identifier: 'ebook', email: 'a@b.c' },
    }),
  zenvioKey: (fetch) =>
    new Zenvio({ apiKey: 'a-key', fetch, retries: 0 }).messages.send({
      instance_id: 'inst_1',
      to: ['5511999999999'],
      type: 'text',
      payload: { message: 'Olá' },
    }),
};

const OFFLINE: Fetch = () => Promise.reject(new Error('nothing is to be sent'));

/** The error that the SDK makes of an answer; of none, where it refuses to send the request. */
async function errorOf({ scheme, state, expect }: Cell): Promise<ChaveiroError> {
  const unsent = state === 'missing_key';
  const answer: Fetch = () => Promise.resolve(Response.json(expect.body, { status: expect.status }));
  const call = unsent ? withoutKey(scheme) : CALLS[scheme]?.(answer);
  const thrown: unknown = await (call ?? Promise.reject(new Error(`No call for ${scheme}.`))).then(
    () => new Error(`${scheme} ${state} was not refused.`),
    (error: unknown) => error,
  );
  if (thrown instanceof ChaveiroError) return thrown;
  throw thrown;
}

function withoutKey(scheme: string): Promise<unknown> {
  if (scheme === 'pingbackKey') return new Pingback({ fetch: OFFLINE }).contacts.list();
  if (scheme === 'zenvioKey') return new Zenvio({ fetch: OFFLINE }).logs.list();
  const rd = new RDStation({ fetch: OFFLINE });
  if (scheme === 'rdstationOAuth') return rd.events.createBatch([]);
  return rd.conversions.create({ conversion_identifier: 'ebook', email: 'a@b.c' });
}

/** The page as Markdown. Needs an environment without keys: then a missing one is missing. */
export async function refusalsPage(): Promise<string> {
  const sections: string[] = [];
  for (const [platform, { title }] of Object.entries(document['x-platforms'])) {
    const refused = authMatrix.cells.filter(
      (cell) => cell.platform === platform && cell.state !== 'active' && CALLS[cell.scheme],
    );
    const schemes = [...new Set(refused.map(({ scheme }) => scheme))];
    if (schemes.length) sections.push(`## ${title}`);
    for (const scheme of schemes) {
      if (schemes.length > 1) sections.push(`### With ${scheme === 'rdstationOAuth' ? 'an OAuth access token' : 'an API key'}`);
      const cells = refused.filter((cell) => cell.scheme === scheme);
      const first = new Map(cells.toReversed().map((cell) => [cell.state, cell]));
      for (const cell of [...first.values()].toReversed()) sections.push(await section(cell));
    }
  }
  return `${HEAD}\n\n${sections.join('\n\n')}\n`;
}

async function section(cell: Cell): Promise<string> {
  const { state, request, expect } = cell;
  const { means, fix } = ADVICE[state as AuthState];
  const error = await errorOf(cell);
  const { name, code, candidates, hint } = error;
  const several = candidates.length > 1 ? `, \`candidates\`: ${candidates.map((one) => `\`${one}\``).join(', ')}` : '';
  const body = JSON.stringify(expect.body, null, 2);
  return [
    `#### \`${state}\``,
    means,
    `\`\`\`text\n${request.method} ${request.path}\n${credentialOf(cell)}\`\`\``,
    `${expect.status}, with \`x-mock-decision: ${expect.decision}\`:`,
    `\`\`\`json\n${body}\n\`\`\``,
    `- **SDK**: \`${name}\`, \`code\`: \`${code}\`${several}${state === 'missing_key' ? '; nothing is sent' : ''}.`,
    `- **Fix**: ${fix}${hint && state !== 'missing_key' && candidates.length === 1 ? ` ${hint}` : ''}`,
    `- **Evidence**: [${expect.evidence}](${expect.source}).`,
  ]
    .join('\n\n')
    .replaceAll('\n\n- **', '\n- **')
    .replace('\n- **SDK', '\n\n- **SDK');
}

function credentialOf({ request: { headers } }: Cell): string {
  return Object.entries(headers)
    .filter(([name]) => name !== 'content-type')
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}

const HEAD = `<!-- Generated from the document's auth matrix by npm run generate. Do not edit. -->

# What each refusal looks like

One section for each state that a key can be in, by platform: the request, the answer to the byte, what the SDK makes of it and what to do. Every key on this page is fixed in the mock, so each request can be tried: start \`npx chaveiro mock\` and send it to \`http://localhost:4010\`.

**Evidence** says how sure the answer is: \`documented\` by the provider, shown by its own \`sdk\`, \`observed\` by others, or \`inferred\` by us. Further forms that a platform may answer in, and all operations, are in the [auth matrix](../../openapi/generated/AUTH-MATRIX.md).

Where a platform gives one answer for several states, the SDK's error is an \`InvalidKeyError\` with the code \`key_refused\` and lists the \`candidates\`; the mock's \`x-mock-decision\` always has the true one.`;
