/** Things that are to happen at a moment of the session's clock: a message goes out, a delivery is tried again. */
import type { Row, Table } from './table.ts';

export interface Task extends Row {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Which of the platforms' task handlers runs it. */
  readonly kind: string;
  readonly accountId: string;
  /** The row that it is about. */
  readonly subject: string;
}

/** The task that is due first, at or before `until`; of two at one moment the one that was planned first. */
export function nextTask(tasks: Table<Task>, until: number): Task | undefined {
  let next: Task | undefined;
  for (const task of tasks.values()) {
    if (task.at <= until && (!next || task.at < next.at)) next = task;
  }
  return next;
}
