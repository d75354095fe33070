import type { CallOptions } from '../types.ts';

/** The data of an answer, once it is there. */
export async function dataOf<T>(answer: Promise<{ data?: T; error?: unknown }>): Promise<T> {
  return (await answer).data as T;
}

/** Call options as openapi-fetch's types take them: they know no `undefined` and no `timeout`. */
export function passed(options: CallOptions | undefined): { signal?: AbortSignal; headers?: Record<string, string> } {
  return { ...options } as { signal?: AbortSignal; headers?: Record<string, string> };
}
