/** WhatsApp instances as a test sees them, with what only a phone could do. */
import type { Session } from '../core/session.ts';
import { connect, disconnect } from '../platforms/zenvio/connection.ts';
import { receiveMessage, type Inbound } from '../platforms/zenvio/life-cycle.ts';
import { instanceTable, type Instance } from '../platforms/zenvio/tables.ts';
import { arrivals, type Arrivals } from './arrivals.ts';

export interface InstanceArrivals extends Arrivals<Instance> {
  /** As if somebody read its QR code, or its session was restored; what was queued is sent. @throws {Error} when there is none. */
  connect(id: string): Instance;
  /** As if its phone went offline. @throws {Error} when there is none. */
  disconnect(id: string): Instance;
  /** As if somebody wrote to it; seen by webhooks alone. @throws {Error} when there is none. */
  receive(id: string, message: Omit<Inbound, 'instanceId'>): void;
}

export function instanceArrivals(session: Session): InstanceArrivals {
  const find = (id: string) => {
    for (const account of session.accounts.find('platform', 'zenvio')) {
      const instance = session.table(account.id, instanceTable).get(id);
      if (instance) return { accountId: account.id, instance };
    }
    throw new Error(`Zenvio has no instance ${id}.`);
  };
  return {
    ...arrivals(session, 'zenvio', instanceTable),
    connect(id) {
      const { accountId, instance } = find(id);
      const connected = connect(session, accountId, instance, session.clock.now());
      session.runDueTasks();
      return connected;
    },
    disconnect(id) {
      const { accountId, instance } = find(id);
      const disconnected = disconnect(session, accountId, instance, session.clock.now());
      session.runDueTasks();
      return disconnected;
    },
    receive(id, message) {
      receiveMessage(session, find(id).accountId, { ...message, instanceId: id }, session.clock.now());
      session.runDueTasks();
    },
  };
}
