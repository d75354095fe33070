/** The rules of a key, and how its platform refuses it, as lists for a reader. Markdown. */
import type { KeyPolicy, SecurityScheme } from '@chaveiro/openapi/policy';
import type { Messages } from '../../../i18n/index.ts';
import { sentence } from './evidence.ts';

type Words = Messages['reference']['document'];
type Rule = keyof Words['rule'];

/** The policy's lines, in the order in which one asks. */
const RULES: readonly Rule[] = [
  'keysPerAccount',
  'secret',
  'storage',
  'format',
  'names',
  'actions',
  'managedBy',
  'plans',
  'products',
  'scopes',
  'lockTo',
  'rateLimits',
  'expires',
];

/** What a rule says of a policy. */
const VALUES: { readonly [Name in Rule]: (policy: KeyPolicy, t: Messages) => string } = {
  keysPerAccount: ({ keysPerAccount }, { reference: { document } }) => String(keysPerAccount ?? document.value.unlimited),
  secret: ({ secret }, { reference: { document } }) => document.value.secret[secret],
  storage: ({ storage }, { reference: { document } }) => document.value.storage[storage],
  format: ({ format: { prefix, length, alphabet } }, { reference: { document } }) =>
    document.value.format(prefix, length, alphabet),
  names: ({ names: { required, unique } }, { reference: { document } }) => document.value.names(required, unique),
  actions: ({ actions }, { reference: { document } }) =>
    listed(
      (['rename', 'disable', 'delete'] as const)
        .filter((action) => actions[action])
        .map((action) => document.value.actions[action]),
      document,
    ),
  managedBy: ({ managedBy }, { reference }) =>
    listed(
      managedBy.map((role) => reference.keys.roles[role]),
      reference.document,
    ),
  plans: ({ plans }, { reference: { document } }) => {
    const { value } = document;
    const access = value.plans(listed(plans.withApiAccess, document), plans.all.join(', '));
    return plans.withApiAccess.length < plans.all.length ? `${access}; ${value.onLosingAccess[plans.onLosingAccess]}` : access;
  },
  products: ({ products }, { reference: { document } }) =>
    products ? document.value.plans(products.accepted.join(', '), products.all.join(', ')) : document.value.none,
  scopes: ({ scopes }, { reference: { document } }) =>
    listed(
      scopes.map((scope) => `\`${scope}\``),
      document,
    ),
  lockTo: ({ lockTo }, { reference: { document } }) => (lockTo ? document.value.instance : document.value.none),
  rateLimits: ({ rateLimits }, { reference: { document } }) =>
    listed(
      rateLimits.map((limit) => limitInWords(limit, document)),
      document,
      '; ',
    ),
  expires: ({ expires }, { reference: { document } }) =>
    expires === 'never' ? document.value.never : document.value.after(expires),
};

/** The rules of one kind of key, and its refusals; nothing for a scheme without a policy. */
export function keyRules(scheme: SecurityScheme, t: Messages, requestsOf: (decision: string) => string): string {
  const policy = scheme['x-key-policy'];
  if (!policy) return '';
  const words = t.reference.document;
  const names: Readonly<Record<string, string>> = t.requests.decisions;
  const rules = RULES.map((rule) => line(`**${words.rule[rule]}**: ${VALUES[rule](policy, t)}`, evidenceOf(policy, rule, t)));
  const refusals = Object.entries(scheme['x-auth-failures'] ?? {}).map(([state, failure]) => {
    const { status, evidence: level, source, note, alternatives } = failure;
    const others =
      alternatives &&
      words.alternatives(
        Object.keys(alternatives)
          .map((name) => `\`${name}\``)
          .join(', '),
      );
    const told = [sentence({ level, source, note }, t), others].filter(Boolean).join(' ');
    return line(`**${names[state] ?? state}**: ${status}, [${words.seeRequests(state)}](${requestsOf(state)})`, told);
  });
  return [
    `### ${words.rulesOf(placeOf(scheme, words))}`,
    rules.join('\n'),
    ...(refusals.length > 0 ? [`#### ${words.refusals}`, refusals.join('\n')] : []),
  ].join('\n\n');
}

/** What it is, and on a line of its own how sure that is. */
function line(fact: string, evidence: string): string {
  return `- ${fact}  \n  ${evidence.replace(/\s+/g, ' ')}`;
}

/** Of the line, of those parts of it that have their own, and of each limit. */
function evidenceOf({ evidence, rateLimits }: KeyPolicy, rule: Rule, t: Messages): string {
  const line = evidence[rule];
  const parts = Object.entries(evidence)
    .filter(([name]) => name.startsWith(`${rule}.`))
    .map(([name, part]) => `\`${name.slice(rule.length + 1)}\`: ${sentence(part, t)}`);
  const limits = rule === 'rateLimits' ? rateLimits.map(({ evidence: level, ...rest }) => sentence({ level, ...rest }, t)) : [];
  // Limits of one page have one and the same evidence.
  return [...new Set([...(line ? [sentence(line, t)] : []), ...parts, ...limits])].join(' ');
}

function limitInWords({ requests, window, per, burst, plans }: KeyPolicy['rateLimits'][number], { value }: Words): string {
  return [
    value.limit(requests, window, value.per[per]),
    ...(burst === undefined ? [] : [value.burst(burst)]),
    ...(plans === undefined ? [] : [value.onPlans(plans.join(', '))]),
  ].join(', ');
}

function placeOf(scheme: SecurityScheme, { places }: Words): string {
  return scheme.type === 'apiKey' ? places[scheme.in](scheme.name) : places.bearer;
}

function listed(values: readonly string[], { value }: Words, between = ', '): string {
  return values.length > 0 ? values.join(between) : value.none;
}
