/** Finds out what the mock is and whether it may be changed from here, and notices when it comes back after a restart. */
import { effect } from '@preact/signals';
import { client } from './client.ts';
import { about, access, changed, controlToken, type About } from './world.ts';

const RETRY_MS = 2000;

/** Asks once. Call it again with another control token. */
export async function connect(): Promise<void> {
  try {
    if (!about.value) {
      const response = await fetch('/__mock/console/about.json');
      about.value = (await response.json()) as About;
    }
    // Not the state: a mock that other machines can reach tells that to everybody.
    const { response } = await client.GET('/__mock/sessions', { headers: { 'x-mock-session': 'default' } });
    access.value = response.ok ? 'open' : response.status === 401 ? 'token_required' : 'forbidden';
    changed();
  } catch {
    access.value = 'unreachable';
  }
}

/** Connects, and again whenever the token is another one, the mock was away, or the person was. */
export function stayConnected(): void {
  effect(() => {
    void controlToken.value;
    void connect();
  });
  effect(() => {
    if (access.value !== 'unreachable') return;
    const retry = setInterval(() => void connect(), RETRY_MS);
    return () => clearInterval(retry);
  });
  // What others changed meanwhile, from a terminal or a test, is in no stream.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void connect();
  });
}
