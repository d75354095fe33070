import { expectTypeOf, test } from 'vitest';
import type { SessionApi } from '../api/session-api.ts';
import type { KeyHandle } from '../api/key-handle.ts';
import type { Mock } from '../mock.ts';
import type { Conversion } from '../platforms/rdstation/tables.ts';
import type { AnyMock, AnySession, Remote, RemoteMock, RemoteSession } from './shape.ts';

test('the mock in this process and the one behind a port both fit where any mock does', () => {
  expectTypeOf<Mock>().toExtend<AnyMock>();
  expectTypeOf<RemoteMock>().toExtend<AnyMock>();
  expectTypeOf<SessionApi>().toExtend<AnySession>();
  expectTypeOf<RemoteSession>().toExtend<AnySession>();
});

test('the one behind a port has every name that the one in this process has', () => {
  expectTypeOf<Exclude<keyof SessionApi, keyof RemoteSession>>().toEqualTypeOf<never>();
  // Transports, clocks and checks of the process itself have no place elsewhere.
  expectTypeOf<Exclude<keyof Mock, keyof RemoteMock>>().toEqualTypeOf<
    'answer' | 'tick' | 'started' | 'contract' | 'notices' | 'document'
  >();
});

test('its methods answer promises of the same things, and its properties are plain', () => {
  type Conversions = RemoteMock['rdstation']['conversions'];
  expectTypeOf<Awaited<ReturnType<Conversions['list']>>>().toExtend<readonly Conversion[]>();
  expectTypeOf<ReturnType<Remote<KeyHandle>['disable']>>().toEqualTypeOf<Promise<void>>();
  expectTypeOf<Remote<KeyHandle>['status']>().toEqualTypeOf<KeyHandle['status']>();
  expectTypeOf<Awaited<ReturnType<RemoteMock['faults']['remove']>>>().toEqualTypeOf<boolean>();
});

test('a mistake is one in either', () => {
  const suite = async (mock: AnyMock) => {
    const account = await mock.pingback.accounts.create({ plan: 'pro' });
    const key = await account.keys.create({ name: 'CRM' });
    expectTypeOf(key.secret).toEqualTypeOf<string>();
    // @ts-expect-error There is no such member.
    void key.secrets;
    // @ts-expect-error The status is a number.
    await mock.requests.where({ status: '403' });
    expectTypeOf((await mock.scenario('rotation', { platform: 'zenvio' })).keys.next.secret).toEqualTypeOf<string>();
  };
  expectTypeOf(suite).toBeFunction();
});
