/** Whether a phone is connected to an instance: by its QR code, and until somebody or something disconnects it. */
import { iso } from '../../core/clock.ts';
import type { Session } from '../../core/session.ts';
import type { Task } from '../../core/tasks.ts';
import { resumeMessages } from './life-cycle.ts';
import { instanceTable, type Instance } from './tables.ts';
import { emit } from './webhooks.ts';

export const QR_TASK = 'zenvio.qr_code';

/** Milliseconds until the mock's own person reads the QR code of a new instance. */
const UNTIL_READ = 15_000;

/** Shows the QR code of a new instance; in a while somebody reads it. */
export function showQrCode(session: Session, accountId: string, instance: Instance, base64: string, at: number): void {
  const data = { status: instance.status, base64 };
  emit(session, { event: 'instance.qrcode', accountId, instanceId: instance.id, at, data });
  session.plan({ at: at + UNTIL_READ, kind: QR_TASK, accountId, subject: instance.id });
}

export function readQrCode(session: Session, { accountId, subject, at }: Task): void {
  const instance = session.table(accountId, instanceTable).get(subject);
  if (instance?.status === 'PENDING') connect(session, accountId, instance, at);
}

/** The phone is there: what waited is sent. An instance that never had a number gets one. */
export function connect(session: Session, accountId: string, instance: Instance, at: number): Instance {
  if (instance.status === 'ACTIVE') return instance;
  const phoneNumber = instance.phoneNumber ?? `55119${String(Math.floor(session.ids.random() * 1e8)).padStart(8, '0')}`;
  const row = session.table(accountId, instanceTable).update(instance.id, { status: 'ACTIVE', phoneNumber, updatedAt: iso(at) });
  const data = { status: row.status, phoneNumber };
  emit(session, { event: 'instance.connected', accountId, instanceId: row.id, at, data });
  resumeMessages(session, accountId, row.id, at);
  return row;
}

/** The phone is gone, or the session was closed; messages queue up. */
export function disconnect(session: Session, accountId: string, instance: Instance, at: number): Instance {
  if (instance.status === 'DISCONNECTED') return instance;
  const row = session.table(accountId, instanceTable).update(instance.id, { status: 'DISCONNECTED', updatedAt: iso(at) });
  emit(session, { event: 'instance.disconnected', accountId, instanceId: row.id, at, data: { status: row.status } });
  return row;
}
