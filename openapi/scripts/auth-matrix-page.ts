import type { AuthMatrix } from '../auth-matrix.ts';
import type { AuthState, OpenApiDocument } from '../policy/index.ts';
import { refusalAnswers, type RefusalAnswer } from '../policy/refusal-answers.ts';
import { groupBy } from './group-by.ts';

/** The auth matrix for people: who is refused how, and how well that is known. */
export function authMatrixPage(document: OpenApiDocument, matrix: AuthMatrix): string {
  const answers = refusalAnswers(document);
  const platforms = Object.entries(document['x-platforms']).filter(([id]) => answers.some(({ platform }) => platform === id));
  return (
    [
      '<!-- Generated from openapi.yaml by npm run generate. Do not edit. -->',
      '# Auth matrix',
      `What every key, in every state, is answered. ${matrix.cells.length} cells stand behind this page, in [auth-matrix.json](auth-matrix.json): each is one request with its exact answer.`,
      'Evidence: **documented** by the provider, shown by its own **sdk**, **observed** by third parties, or **inferred** by us. `{…}` is a value of the request.',
      ...platforms.flatMap(([id, platform]) => [
        `## ${platform.title}`,
        ...schemesOf(answers, id).flatMap((name) => schemeSection(document, matrix, answers, name)),
      ]),
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  );
}

function schemesOf(answers: RefusalAnswer[], platform: string): string[] {
  return [...new Set(answers.filter((answer) => answer.platform === platform).map(({ scheme }) => scheme))];
}

function schemeSection(document: OpenApiDocument, matrix: AuthMatrix, answers: RefusalAnswer[], name: string): string[] {
  const own = answers.filter(({ scheme }) => scheme === name);
  const operations = operationsTaking(own);
  const setup = groupBy(
    matrix.needsSetup.filter(({ scheme }) => scheme === name),
    ({ state, reason }) => `\`${state}\`: ${reason}`,
  );
  return [
    `### ${name}`,
    `${placement(document, name)} Operations: ${operations.map((id) => `\`${id}\``).join(', ')}.`,
    table(
      own.filter(({ alternative }) => alternative === undefined),
      operations,
    ),
    ...alternatives(own, operations),
    ...(setup.size === 0
      ? []
      : [
          'Not on a fresh server:',
          [...setup.entries()]
            .map(([text, cells]) => `- ${text} (${cells.map(({ operationId }) => `\`${operationId}\``).join(', ')})`)
            .join('\n'),
        ]),
  ];
}

/** `missing_key` can happen everywhere, so its answers name every operation of the scheme. */
function operationsTaking(answers: RefusalAnswer[]): string[] {
  return [...new Set(answers.filter(({ state }) => state === 'missing_key').flatMap(({ operationIds }) => operationIds))];
}

function placement(document: OpenApiDocument, name: string): string {
  const scheme = document.components.securitySchemes[name];
  if (scheme?.type === 'http') return 'The key travels in `Authorization: Bearer …`.';
  return scheme?.in === 'query'
    ? `The key travels in the query, as \`${scheme.name}\`.`
    : `The key travels in the header \`${scheme?.name}\`.`;
}

function table(answers: RefusalAnswer[], operations: string[]): string {
  const rows = answers.map((answer) => [
    state(answer.state, answer, operations),
    String(answer.failure.status),
    body(answer),
    evidence(answer),
  ]);
  return toTable(['state', 'status', 'body', 'evidence'], rows);
}

function alternatives(answers: RefusalAnswer[], operations: string[]): string[] {
  const rows = answers
    .filter(({ alternative }) => alternative !== undefined)
    .map((answer) => [
      state(answer.state, answer, operations),
      `\`${answer.alternative}\``,
      String(answer.failure.status),
      body(answer),
      evidence(answer),
    ]);
  return rows.length === 0
    ? []
    : ['Alternatives, which a session can choose:', toTable(['state', 'alternative', 'status', 'body', 'evidence'], rows)];
}

/** The operations are named only where they are not all of the scheme's. */
function state(name: AuthState, { operationIds }: RefusalAnswer, operations: string[]): string {
  const differs = operationIds.length < operations.length;
  return `\`${name}\`${differs ? `<br>${operationIds.map((id) => `\`${id}\``).join(', ')}` : ''}`;
}

function body({ example }: RefusalAnswer): string {
  const variables = Object.entries(example['x-fill']?.body ?? {}).map(
    ([pointer, template]) => `\`${pointer}\` = \`${template}\``,
  );
  return [`\`${JSON.stringify(example.value)}\``, ...variables].join('<br>');
}

function evidence({ failure }: RefusalAnswer): string {
  return `[${failure.evidence}](${failure.source})${failure.note === undefined ? '' : `<br>${failure.note}`}`;
}

function toTable(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
