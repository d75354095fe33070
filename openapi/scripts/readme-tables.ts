import type { KeyPolicy, OpenApiDocument, Platform } from '../policy/index.ts';

/** Says an English cell, or a sentence of the document, in the language of a README; what it does not know stays as it is. */
export type Translate = (english: string) => string;

/**
 * A README with its generated parts renewed; they stand between `<!-- generated: … -->` comments.
 * @param translate every cell passes through it; what the document calls by a name comes in back-ticks and stays
 */
export function withTables(readme: string, document: OpenApiDocument, translate: Translate = (english) => english): string {
  const parts: Record<string, Table> = { 'zero-setup keys': zeroSetupTable(document), 'key policies': policyTable(document) };
  return Object.entries(parts).reduce((text, [name, rows]) => {
    const marked = new RegExp(`(<!-- generated: ${name} -->)[^]*?(<!-- /generated -->)`);
    if (!marked.test(text)) throw new Error(`The README has no part "<!-- generated: ${name} -->".`);
    return text.replace(marked, (_, start: string, end: string) => `${start}\n\n${markdown(rows, translate)}\n${end}`);
  }, readme);
}

/** Every cell of the generated tables, in English. */
export function cellsOf(document: OpenApiDocument): string[] {
  return [...new Set([zeroSetupTable(document), policyTable(document)].flat(2))];
}

/** The head, and a row a line. */
type Table = readonly (readonly string[])[];

function zeroSetupTable(document: OpenApiDocument): Table {
  const rows = Object.values(document['x-platforms']).flatMap(({ title, zeroSetup }) =>
    (zeroSetup?.accounts ?? []).flatMap((account) =>
      account.keys.map((key) => [title, `\`${key.secret}\``, key.state.replaceAll('_', ' '), key.summary]),
    ),
  );
  const sessions = Object.values(document.components.securitySchemes).flatMap((scheme) =>
    (scheme['x-zero-setup-sessions'] ?? []).map(({ token, role, name }) => [
      'Console',
      `\`${token}\``,
      role,
      `Dashboard session of ${name}.`,
    ]),
  );
  return [['platform', 'key', 'state', 'what it shows'], ...rows, ...sessions];
}

/** One column a key scheme, one row a rule. */
function policyTable(document: OpenApiDocument): Table {
  const schemes = Object.values(document.components.securitySchemes).flatMap((scheme) => {
    const policy = scheme['x-key-policy'];
    const platform = policy && document['x-platforms'][policy.platform];
    // Only kinds of key that somebody manages in a key screen.
    return policy && platform && policy.managedBy.length > 0 ? [{ policy, platform, travelsIn: placeOf(scheme) }] : [];
  });
  const row = (rule: string, cell: (column: { policy: KeyPolicy; platform: Platform; travelsIn: string }) => string) => [
    rule,
    ...schemes.map(cell),
  ];
  return [
    ['rule', ...schemes.map(({ platform }) => platform.title)],
    row('real base URL', ({ platform }) => `\`${platform.server ?? ''}\``),
    row('the key travels in', ({ travelsIn }) => travelsIn),
    row('keys per account', ({ policy }) => String(policy.keysPerAccount ?? 'no limit')),
    row('secret', ({ policy }) => (policy.secret === 'revealable' ? 'can be shown again' : `shown once (${policy.storage})`)),
    row('rename · disable · delete', ({ policy: { actions } }) =>
      [actions.rename, actions.disable, actions.delete].map(yes).join(' · '),
    ),
    row('unique names', ({ policy }) => yes(policy.names.unique)),
    row('managed by', ({ policy }) => policy.managedBy.join(', ')),
    row('plans with API access', ({ policy: { plans } }) =>
      plans.withApiAccess.length === plans.all.length ? 'all' : plans.withApiAccess.map((plan) => `\`${plan}\``).join(', '),
    ),
    row('losing API access', ({ policy: { plans } }) => losing(plans)),
    row('scopes', ({ policy }) => policy.scopes.map((scope) => `\`${scope}\``).join(', ') || 'none'),
    row('locked to', ({ policy }) => (policy.lockTo === null ? 'nothing' : `one or more ${policy.lockTo}s, or none`)),
    row('rate limits', ({ policy }) => policy.rateLimits.map(limit).join('; ') || 'none stated'),
    row('expires', ({ policy }) => policy.expires),
  ];
}

function placeOf(scheme: OpenApiDocument['components']['securitySchemes'][string]): string {
  if (scheme.type === 'http') return '`Authorization: Bearer …`';
  return scheme.in === 'query' ? `query \`${scheme.name}\`` : `header \`${scheme.name}\``;
}

function losing({ all, withApiAccess, onLosingAccess }: KeyPolicy['plans']): string {
  if (all.length === withApiAccess.length) return '–';
  return onLosingAccess === 'disable' ? 'disables the key' : 'refuses the request';
}

function limit({ requests, window, per, burst, plans }: KeyPolicy['rateLimits'][number]): string {
  const extra = [burst && `burst ${burst}`, plans?.join(', ')].filter(Boolean).join('; ');
  return `${requests} per ${window} and ${per}${extra ? ` (${extra})` : ''}`;
}

function yes(value: boolean): string {
  return value ? 'yes' : 'no';
}

function markdown(rows: Table, translate: Translate): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const [head = [], ...body] = rows.map((cells) => cells.map(translate));
  return `${[head, head.map(() => '---'), ...body].map(line).join('\n')}\n`;
}
