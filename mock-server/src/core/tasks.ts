/** Things that are to happen at a moment of the session's clock: a message goes out, a delivery is tried again. */
import { Table, type Row } from './table.ts';

export interface Task extends Row {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Which of the platforms' task handlers runs it. */
  readonly kind: string;
  readonly accountId: string;
  /** The row that it is about. */
  readonly subject: string;
}

/** A task with its place in the order of planning: of two at one moment the first planned runs first. */
interface Queued {
  readonly task: Task;
  readonly order: number;
}

/**
 * Tasks, and the one that is due first in logarithmic time: every request asks for it, and thousands may be planned.
 * A task that was deleted stays in the heap until it comes to the top.
 */
export class Tasks extends Table<Task> {
  #heap: Queued[] | undefined;
  #planned = 0;

  override insert(task: Task): Task {
    const inserted = super.insert(task);
    if (this.#heap) push(this.#heap, { task: inserted, order: this.#planned++ });
    return inserted;
  }

  override update(id: string, changes: Partial<Task>): Task {
    const task = super.update(id, changes);
    if (this.#heap) push(this.#heap, { task, order: this.#planned++ });
    return task;
  }

  override restore(rows: ReadonlyMap<string, Task>): void {
    super.restore(rows);
    this.#heap = undefined;
  }

  /** The task that is due first, at or before `until`. */
  next(until: number): Task | undefined {
    const heap = (this.#heap ??= this.#built());
    while (heap[0] && this.get(heap[0].task.id) !== heap[0].task) pop(heap);
    const first = heap[0]?.task;
    return first && first.at <= until ? first : undefined;
  }

  #built(): Queued[] {
    const heap: Queued[] = [];
    for (const task of this.values()) push(heap, { task, order: this.#planned++ });
    return heap;
  }
}

function isBefore(one: Queued, other: Queued): boolean {
  return one.task.at < other.task.at || (one.task.at === other.task.at && one.order < other.order);
}

function push(heap: Queued[], entry: Queued): void {
  let index = heap.length;
  heap.push(entry);
  while (index > 0) {
    const above = (index - 1) >> 1;
    const parent = heap[above];
    if (!parent || !isBefore(entry, parent)) break;
    heap[index] = parent;
    index = above;
  }
  heap[index] = entry;
}

function pop(heap: Queued[]): void {
  const last = heap.pop();
  if (!last || heap.length === 0) return;
  let index = 0;
  for (;;) {
    const left = 2 * index + 1;
    const right = left + 1;
    const [leftChild, rightChild] = [heap[left], heap[right]];
    const child = rightChild && leftChild && isBefore(rightChild, leftChild) ? right : left;
    const smaller = heap[child];
    if (!smaller || !isBefore(smaller, last)) break;
    heap[index] = smaller;
    index = child;
  }
  heap[index] = last;
}
