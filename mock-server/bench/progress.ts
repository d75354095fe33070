/** Lines on standard error, so that nobody waits in the dark; results go to standard output. */
const began = performance.now();

export function say(text: string): void {
  const seconds = Math.round((performance.now() - began) / 1000);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  console.error(`[${clock}] ${text}`);
}
