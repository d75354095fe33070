import { authStates, examplesOf, operationsOf, resolve, type AuthState, type OpenApiDocument } from '../policy/index.ts';
import { refusalAnswers, type RefusalAnswer } from '../policy/refusal-answers.ts';
import { errorText } from './error-text.ts';
import { groupBy } from './group-by.ts';
import { generatedHeader } from './header.ts';

const folder = 'sdk/src/generated/refusals';

/** How a refused key is told from its answer. */
export interface Refusal {
  /** The scheme whose key gets this answer, on platforms that have several. */
  scheme?: string;
  status: number;
  code?: string;
  message?: string;
  states: AuthState[];
}

const typesModule = `${generatedHeader}

/**
 * Every reason for which a key, or its absence, is refused.
 *
 * \`\`\`ts
 * const lost: readonly AuthState[] = ['deleted_key', 'expired_key'];
 * \`\`\`
 */
export type AuthState =
${authStates.map((state) => `  | '${state}'`).join('\n')};

/** An answer that means that the key was refused. */
export interface Refusal {
  /** The scheme whose key gets this answer, on platforms that have several. */
  readonly scheme?: string;
  readonly status: number;
  /** The stable code of the body, where it has one: errorCode, error_type, code or error. */
  readonly code?: string;
  /** How the sentence of the body begins, where status and code do not tell. */
  readonly message?: string;
  /** All causes that this answer can have. */
  readonly states: readonly AuthState[];
}
`;

/** The modules that tell the SDK which answers mean a refused key: one a platform. */
export function refusalModules(document: OpenApiDocument): Map<string, string> {
  const files = new Map([[`${folder}/refusal.ts`, typesModule]]);
  const platforms = Object.keys(document['x-platforms']).filter((id) => refusalsOf(document, id).length > 0);
  for (const id of platforms) {
    files.set(
      `${folder}/${id}.ts`,
      `${generatedHeader}
import type { Refusal } from './refusal.ts';

export const ${id} = ${JSON.stringify(essential(refusalsOf(document, id)), null, 2)} as const satisfies readonly Refusal[];
`,
    );
  }
  files.set(
    `${folder}/index.ts`,
    `${generatedHeader}
export type * from './refusal.ts';
${platforms.map((id) => `export { ${id} } from './${id}.ts';`).join('\n')}
`,
  );
  return files;
}

/** Statuses that speak of the key whatever the body says. */
const OF_THE_KEY = [401, 402, 403, 429];

/**
 * What the SDK needs in order to tell the states apart: it never sends a request without a key where one is needed, it lists
 * all states of a key itself that an answer can stand for, and it compares nothing that makes no difference.
 */
export function essential(refusals: readonly Refusal[]): Refusal[] {
  const told = refusals
    .map((row) => ({ ...row, states: row.states.filter((state) => state !== 'missing_key') }))
    .filter(({ states }) => states.length > 0)
    .map(({ message, ...row }) => ({ ...row, ...(message !== undefined && { message: beginningOf(message) }) }));
  const byStatus = groupBy(told, ({ scheme, status }) => `${scheme} ${status}`);
  const all = [...byStatus.values()].flatMap((same) => (meansOne(same) ? [asOne(same)] : same));
  const distinct = [...new Map(all.map((row) => [JSON.stringify(row), row])).values()];
  const rows = distinct.filter((row) => !distinct.some((other) => covers(other, row)));
  // What every kind of key gets needs no kind.
  const schemes = new Set(rows.map(({ scheme }) => scheme));
  const byRest = groupBy(rows, ({ scheme: _, ...rest }) => JSON.stringify(rest));
  return [...byRest.values()].flatMap((same) => {
    const [{ scheme, ...rest }] = same as [Refusal];
    return scheme !== undefined && same.length === schemes.size ? [rest] : same;
  });
}

/** What is always the same of a sentence, as far as it tells it from others: words, up to 30 characters. */
function beginningOf(message: string): string {
  return /^.{0,30}(?=\s|$)/.exec(message.split('*')[0]?.trim() ?? '')?.[0] ?? '';
}

/** Whether a row says what another one says, of all its sentences and more. */
function covers({ message: beginning, ...row }: Refusal, { message, ...other }: Refusal): boolean {
  if (beginning === undefined || message === undefined || message === beginning) return false;
  return message.startsWith(beginning) && JSON.stringify(row) === JSON.stringify(other);
}

/** Whether the answers of one status stand for the same states, whatever the body says. */
function meansOne(rows: readonly Refusal[]): boolean {
  const all = String(asOne(rows).states);
  const ofAnyCode = rows.filter(({ code }) => code === undefined);
  const alike =
    rows.every(({ states }) => String(states) === all) ||
    rows.every(({ states }) => states.some((state) => state.endsWith('_key')));
  const isOfTheKey = rows.every(({ status }) => OF_THE_KEY.includes(status));
  return isOfTheKey && alike && ofAnyCode.length > 0 && String(asOne(ofAnyCode).states) === all;
}

function asOne(rows: readonly Refusal[]): Refusal {
  const { code: _, message: __, ...first } = rows[0] as Refusal;
  return { ...first, states: authStates.filter((state) => rows.some(({ states }) => states.includes(state))) };
}

/** The refusals of a platform, by default and by alternative, each distinguishable answer once. */
export function refusalsOf(document: OpenApiDocument, platform: string): Refusal[] {
  const byScheme = groupBy(
    refusalAnswers(document).filter((answer) => answer.platform === platform),
    ({ scheme }) => scheme,
  );
  // What a key of one kind can be is no cause for the refusal of another kind.
  if (byScheme.size < 2) return [...byScheme.values()].flatMap((answers) => distinctRefusals(document, platform, answers));
  return [...byScheme].flatMap(([scheme, answers]) =>
    distinctRefusals(document, platform, answers).map((refusal) => ({ scheme, ...refusal })),
  );
}

function distinctRefusals(document: OpenApiDocument, platform: string, answers: RefusalAnswer[]): Refusal[] {
  const byText = groupBy(answers, (answer) => JSON.stringify([answer.failure.status, errorText(answer.example)]));
  const distinct = [...byText.values()].map(asRefusal);
  const others = otherErrors(document, platform, answers);
  const byCode = groupBy(distinct, ({ status, code }) => `${status} ${code}`);
  return (
    [...byCode.entries()]
      .flatMap(([key, same]): Refusal[] => {
        const causes = new Set(same.map(({ states }) => states.join()));
        const codeTells = same[0]?.code !== undefined && causes.size === 1 && !others.has(key);
        return codeTells ? same.slice(0, 1).map(({ message: _, ...refusal }) => refusal) : same;
      })
      // The reader takes the first that fits: one that asks for a sentence stands before one that does not.
      .sort((a, b) => a.status - b.status || Number(a.message === undefined) - Number(b.message === undefined))
  );
}

function asRefusal(answers: RefusalAnswer[]): Refusal {
  const [first] = answers;
  if (first === undefined) throw new Error('A group has at least one answer.');
  const states = new Set(answers.map(({ state }) => state));
  return { status: first.failure.status, ...errorText(first.example), states: authStates.filter((state) => states.has(state)) };
}

/** Status and code of the errors that are about something else than the key. */
function otherErrors(document: OpenApiDocument, platform: string, answers: RefusalAnswer[]): Set<string> {
  const refusals = new Set(answers.map(({ example }) => JSON.stringify(example.value)));
  const examples = operationsOf(document)
    .filter((entry) => entry.platform === platform)
    .flatMap(({ operation }) =>
      Object.entries(operation.responses).flatMap(([status, response]) =>
        Object.values(examplesOf(document, resolve(document, response))).map((example) => ({ status, example })),
      ),
    );
  return new Set(
    examples
      .filter(({ example }) => !refusals.has(JSON.stringify(example.value)))
      .map(({ status, example }) => `${status} ${errorText(example).code}`),
  );
}
