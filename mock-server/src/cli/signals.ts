/** Ctrl-C, as a signal that can be passed on. */

/** Aborts when somebody asks the program to end. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}
