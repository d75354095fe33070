import type { KeyPolicy, OpenApiDocument, Platform } from '../policy/index.ts';

/** The README with its generated parts renewed; they stand between `<!-- generated: … -->` comments. */
export function withTables(readme: string, document: OpenApiDocument): string {
  const parts: Record<string, string> = { 'zero-setup keys': zeroSetupTable(document), 'key policies': policyTable(document) };
  return Object.entries(parts).reduce((text, [name, table]) => {
    const marked = new RegExp(`(<!-- generated: ${name} -->)[^]*?(<!-- /generated -->)`);
    if (!marked.test(text)) throw new Error(`README.md has no part "<!-- generated: ${name} -->".`);
    return text.replace(marked, (_, start: string, end: string) => `${start}\n\n${table}\n${end}`);
  }, readme);
}

function zeroSetupTable(document: OpenApiDocument): string {
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
  return table(['platform', 'key', 'state', 'what it shows'], [...rows, ...sessions]);
}

/** One column a key scheme, one row a rule. */
function policyTable(document: OpenApiDocument): string {
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
  return table(
    ['rule', ...schemes.map(({ platform }) => platform.title)],
    [
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
        plans.withApiAccess.length === plans.all.length ? 'all' : plans.withApiAccess.join(', '),
      ),
      row('losing API access', ({ policy: { plans } }) => losing(plans)),
      row('scopes', ({ policy }) => policy.scopes.map((scope) => `\`${scope}\``).join(', ') || 'none'),
      row('locked to', ({ policy }) => (policy.lockTo === null ? 'nothing' : `one or more ${policy.lockTo}s, or none`)),
      row('rate limits', ({ policy }) => policy.rateLimits.map(limit).join('; ') || 'none stated'),
      row('expires', ({ policy }) => policy.expires),
    ],
  );
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

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return `${[head, head.map(() => '---'), ...rows].map(line).join('\n')}\n`;
}
