/** What no answer may do, whatever was asked. */
import type { Outcome } from './raw-client.ts';
import type { Fits } from './fits.ts';
import type { Reply } from './replies.ts';
import type { Shot } from './shot.ts';

/** Operations whose purpose it is to show a secret. */
const SHOWING =
  /^(listZeroSetupKeys|reveal|create.*Key$|createMock|signInToMock|playMock|applyMock|registerMock|updateApiKey|updateMockKey)/;
const STACK = /\n\s+at \S+ ?\(?(file:|node:|\/)|node:internal|\.ts:\d+:\d+|node_modules/;

export interface Rules {
  readonly fits: Fits;
  readonly secrets: readonly string[];
  /** Sentences of the document that tell everybody of secrets that every fresh mock has. */
  readonly told: readonly string[];
  /** Secrets that were sent as text of a body, which is kept, listed and logged as any text is. */
  readonly sentAsText: ReadonlySet<string>;
}

/** What is wrong with what came of a request; empty: nothing. */
export function complaintsAbout(shot: Shot, outcome: Outcome, rules: Rules): string[] {
  switch (outcome.kind) {
    case 'silence':
      return [`no answer within ${Math.round(outcome.ms)} ms`];
    case 'closed':
      return ['the connection was closed without an answer'];
    case 'noise':
      return [`what came back is no answer: ${outcome.said}`];
    case 'reply':
      return aboutReply(shot, outcome.reply, rules);
  }
}

function aboutReply(shot: Shot, reply: Reply, rules: Rules): string[] {
  const complaints = reply.status >= 500 ? [`status ${reply.status}: ${reply.body.slice(0, 300)}`] : rules.fits(shot, reply);
  return [...complaints, ...leaksIn(reply, secretsToHide(shot, reply, rules), rules.told)];
}

/** Secrets and stack traces that an answer shows. */
export function leaksIn(reply: Reply, secrets: readonly string[], told: readonly string[]): string[] {
  let shown = `${JSON.stringify(reply.headers)}\n${reply.body}`;
  for (const sentence of told) shown = shown.replaceAll(sentence, '');
  const leaks = secrets
    .filter((secret) => shown.includes(secret))
    .map((secret) => `the answer ${reply.status} shows the secret ${secret}`);
  return STACK.test(shown) ? [...leaks, `the answer ${reply.status} shows a stack trace`] : leaks;
}

/** An answer that grants what was asked may repeat what was sent as somebody's name or text, and show what it is asked to show. */
function secretsToHide(shot: Shot, { status }: Reply, { secrets, sentAsText }: Rules): readonly string[] {
  if (status >= 400) return secrets;
  // The console shows everybody the keys that every fresh mock has.
  if (SHOWING.test(shot.operation) || shot.target.includes('/__mock/console')) return [];
  const said = `${shot.target} ${shot.headers.map(([name, value]) => (isCredential(name) ? '' : value)).join(' ')}`;
  return secrets.filter((secret) => !said.includes(secret) && !sentAsText.has(secret));
}

function isCredential(name: string): boolean {
  return /^(authorization|x-api-key|x-mock-control-token)$/i.test(name);
}
