/** Everything that a run found out, as it is kept in `results.json`. */
import type { HttpResult } from '../cases/http.ts';
import type { InProcessResult } from '../cases/in-process.ts';
import type { MemoryPoint } from '../cases/memory.ts';
import type { StartRow } from '../cases/start.ts';
import type { StateResult } from '../cases/state.ts';
import type { Machine } from '../machine.ts';
import type { Bar } from './bars.ts';

export interface Results {
  readonly quick: boolean;
  readonly machine: Machine;
  readonly pinning: string;
  readonly http?: HttpResult;
  readonly starts?: readonly StartRow[];
  readonly inProcess?: InProcessResult;
  readonly state?: StateResult;
  readonly memory?: readonly MemoryPoint[];
  readonly bars: readonly Bar[];
}
