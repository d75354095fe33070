/** WhatsApp instances as a test sees them, with what only a phone could do. */
import type { Session } from '../core/session.ts';
import { connect, disconnect } from '../platforms/zenvio/connection.ts';
import { receiveMessage, type Inbound } from '../platforms/zenvio/life-cycle.ts';
import { instanceTable, type Instance } from '../platforms/zenvio/tables.ts';
import { arrivals, type Arrivals } from './arrivals.ts';

/** Whose instance is meant, where several accounts have one of that id, as after a scenario. */
export interface InstanceOwner {
  readonly accountId?: string;
}

/** Methods throw an `Error` when there is no such instance, and when several accounts have it and none is named. */
export interface InstanceArrivals extends Arrivals<Instance> {
  /** As if somebody read its QR code, or its session was restored; what was queued is sent. */
  connect(id: string, owner?: InstanceOwner): Instance;
  /** As if its phone went offline. */
  disconnect(id: string, owner?: InstanceOwner): Instance;
  /** As if somebody wrote to it; seen by webhooks alone. */
  receive(id: string, message: Omit<Inbound, 'instanceId'>, owner?: InstanceOwner): void;
}

export function instanceArrivals(session: Session): InstanceArrivals {
  const find = (id: string, owner: InstanceOwner = {}) => {
    const [only, ...others] = instancesCalled(session, id, owner);
    if (!only)
      throw new Error(`${owner.accountId === undefined ? 'Zenvio' : `The account ${owner.accountId}`} has no instance ${id}.`);
    if (others.length > 0) throw new Error(explainAmbiguous([only, ...others]));
    return only;
  };
  return {
    ...arrivals(session, 'zenvio', instanceTable),
    connect(id, owner) {
      const { accountId, instance } = find(id, owner);
      const connected = connect(session, accountId, instance, session.clock.now());
      session.runDueTasks();
      return connected;
    },
    disconnect(id, owner) {
      const { accountId, instance } = find(id, owner);
      const disconnected = disconnect(session, accountId, instance, session.clock.now());
      session.runDueTasks();
      return disconnected;
    },
    receive(id, message, owner) {
      receiveMessage(session, find(id, owner).accountId, { ...message, instanceId: id }, session.clock.now());
      session.runDueTasks();
    },
  };
}

/** An instance, and whose it is. */
export interface OwnedInstance {
  readonly accountId: string;
  readonly instance: Instance;
}

/** Every instance of that id, or the one of the account that is named. */
export function instancesCalled(session: Session, id: string, { accountId }: InstanceOwner): OwnedInstance[] {
  const accounts = session.accounts.find('platform', 'zenvio').filter((row) => accountId === undefined || row.id === accountId);
  return accounts.flatMap((account) => {
    const instance = session.table(account.id, instanceTable).get(id);
    return instance ? [{ accountId: account.id, instance }] : [];
  });
}

/** Fits in process and over HTTP: the option and the parameter have one name. */
export function explainAmbiguous(found: readonly OwnedInstance[]): string {
  const accounts = found.map(({ accountId }) => accountId).join(', ');
  return `${found.length} accounts have an instance ${found[0]?.instance.id}: ${accounts}. Name the one that is meant as accountId.`;
}
