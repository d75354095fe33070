/** `connectMock`: the test API against a mock that runs as a server, here or elsewhere. */
import type { SessionOptions } from '../mock.ts';
import type { RemoteMock } from './shape.ts';
import { remoteSession, type Platforms } from './session.ts';
import { answerOf, found, openWire, type Schemas, type WireOptions } from './wire.ts';

/**
 * A mock that runs as a server, with the names of `createMock()` and every method awaited.
 * Nothing is sent before the first call.
 * @param url as the mock printed it, such as `http://localhost:4010`
 * @throws {TypeError} for what is no URL
 */
export function connectMock(url: string, options: WireOptions = {}): RemoteMock {
  const wire = openWire(url, options);
  const { client } = wire;
  let known: ReturnType<Platforms> | undefined;
  const platforms: Platforms = () => (known ??= platformsOf());

  async function platformsOf() {
    try {
      return (await answerOf(client.GET('/__mock/state'))).platforms;
    } catch (error) {
      // The mock may not have started yet: the next call asks again.
      known = undefined;
      throw error;
    }
  }

  return Object.defineProperties(
    Object.assign(remoteSession(wire, platforms), {
      async session(name: string, start?: SessionOptions) {
        await answerOf(client.POST('/__mock/sessions', { body: { name, ...startOf(start) } }));
        const session = remoteSession(openWire(url, { ...options, session: name }), platforms);
        return Object.assign(session, { [Symbol.asyncDispose]: async () => void (await drop(name)) });
      },
      sessions: {
        list: async () => (await answerOf(client.GET('/__mock/sessions'))).items.map(({ name }) => name),
        drop,
      },
    }),
    {
      zeroSetupKeys: {
        get: async () => (await answerOf(client.GET('/__mock/zero-setup-keys'))).keys.map(zeroSetupEntry),
      },
      servers: {
        get: async () =>
          Object.fromEntries((await platforms()).flatMap(({ id, server }) => (server === null ? [] : [[id, server]]))),
      },
    },
  ) as unknown as RemoteMock;

  function drop(name: string): Promise<boolean> {
    return found(client.DELETE('/__mock/sessions/{name}', { params: { path: { name } } }));
  }
}

function startOf({ now, ...rest }: SessionOptions = {}): Omit<Schemas['MockNewSession'], 'name'> {
  return { ...rest, ...(now !== undefined && { now: new Date(now).toISOString() }) };
}

function zeroSetupEntry(key: Schemas['MockZeroSetupKey']) {
  const { platform, title, accountId, accountName, plan, keyId, scheme, state, secret, scopes, instances, summary } = key;
  return {
    id: keyId,
    scheme,
    state,
    secret,
    name: keyId,
    scopes,
    ...(instances && { instances }),
    summary,
    platform,
    title,
    account: { id: accountId, name: accountName, plan },
  };
}
