/** Faults on purpose, from the next request on. */
import type { components } from '@chaveiro/openapi/types';
import { injectFault } from '../../exchange/inject-fault.ts';
import type { Fault } from '../../core/fault.ts';
import type { Behaviours } from '../../exchange/behaviour.ts';
import { controlProblem, underRules } from './rules.ts';
import { listView } from './views.ts';

export const faults = {
  listMockFaults: (ctx) => ctx.reply(200, listView(ctx.session.faults.values().map(faultView))),

  addMockFault: (ctx) => underRules(ctx, () => ctx.reply(201, faultView(injectFault(ctx.session, ctx.document, ctx.body)))),

  removeMockFault: (ctx) =>
    ctx.session.faults.delete(ctx.path.faultId) ? ctx.reply(204, undefined) : controlProblem(ctx, 'fault_not_found'),

  clearMockFaults: (ctx) => {
    ctx.session.faults.restore(new Map());
    return ctx.reply(204, undefined);
  },
} satisfies Behaviours<'listMockFaults' | 'addMockFault' | 'removeMockFault' | 'clearMockFaults'>;

export function faultView(fault: Fault): components['schemas']['MockFault'] {
  const { id, effect, on, left, probability, seed, seen, hits } = fault;
  return { id, effect, on, left, probability, seed, seen, hits };
}
