/** Sessions: worlds beside each other. What is in one is asked for in that one: `x-mock-session`, or `/~name/`. */
import { milliseconds } from '../../core/clock.ts';
import type { SessionStart } from '../../core/sessions.ts';
import { mockProblem } from '../../exchange/mock-problem.ts';
import { explainProblem } from '../../exchange/open-session.ts';
import type { Behaviours, BodyOf } from '../../exchange/behaviour.ts';
import { controlProblem } from './rules.ts';
import { choiceIssues } from './settings.ts';
import { sessionView } from './views.ts';

export const sessions = {
  listMockSessions: (ctx) => {
    const { sessions: all } = ctx.engine;
    return ctx.reply(200, { items: all.list().map(sessionView), limits: { ...all.limits } });
  },

  createMockSession: (ctx) => {
    const { sessions: all } = ctx.engine;
    const { name, ...options } = ctx.body;
    const issues = choiceIssues(ctx, options);
    if (issues.length > 0) return ctx.invalid(issues);
    const exists = all.has(name);
    if (exists && Object.keys(options).length > 0) return controlProblem(ctx, 'session_exists', explainExists(name));
    const opened = all.create(name, startOf(options));
    if (!opened.ok) {
      const { status, title, detail } = explainProblem(opened.problem, name, all);
      return mockProblem(status, opened.problem, title, detail);
    }
    return ctx.reply(exists ? 200 : 201, sessionView(opened.session));
  },

  dropMockSession: (ctx) =>
    ctx.engine.sessions.drop(ctx.path.name) ? ctx.reply(204, undefined) : controlProblem(ctx, 'session_not_found'),
} satisfies Behaviours<'listMockSessions' | 'createMockSession' | 'dropMockSession'>;

function explainExists(name: string): string {
  return `The session "${name}" exists already, so it cannot start with options. Drop it first with DELETE /__mock/sessions/{name}, or take another name.`;
}

function startOf({ now, propagationDelay, ...rest }: Omit<BodyOf<'createMockSession'>, 'name'>): SessionStart {
  return {
    ...rest,
    ...(now !== undefined && { now: Date.parse(now) }),
    ...(propagationDelay !== undefined && { propagationDelay: milliseconds(propagationDelay) }),
  };
}
