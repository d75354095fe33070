import * as sdk from '@chaveiro/sdk';
import { expect, test } from 'vitest';
import { PATIENCE, runExample } from '../run-example.ts';
import { advise } from './advise.ts';

test('each refusal gets its own reaction', { timeout: PATIENCE }, async () => {
  const { exitCode, output } = await runExample('handle-every-refusal');
  expect(exitCode, output).toBe(0);
  const lines = output
    .split('\n')
    .flatMap((line) => /^(.+): (?:(\w+Error \w+) → (\w+):.*|(sent))$/.exec(line)?.slice(1).filter(Boolean).join(' | ') ?? []);
  expect(lines).toEqual([
    'a good key | sent',
    'a wrong e-mail | ValidationError invalid_request | correct',
    'a key with a line break | InvalidKeyError malformed_key | operator',
    'a disabled key | InvalidKeyError key_refused | operator',
    'a revoked key | InvalidKeyError key_refused | operator',
    'a plan without API | PlanRequiredError plan_not_allowed | operator',
    'no scope for it | ScopeMissingError scope_missing | operator',
    'another instance | InstanceNotAllowedError instance_not_allowed | operator',
    'a key of the CRM | WrongEndpointError wrong_product | operator',
    'too many requests | RateLimitError rate_limited | later',
  ]);
  expect(output).not.toMatch(/chaveiro-|sk_live/);
});

test('every class of error that the SDK has gets advice', () => {
  const classes = Object.values(sdk).filter(
    (value): value is typeof sdk.ChaveiroError => typeof value === 'function' && value.prototype instanceof sdk.ChaveiroError,
  );
  expect(classes.length).toBeGreaterThan(10);
  for (const Class of classes) {
    // Without its constructor: some want more than a message.
    const error = Object.assign(Object.create(Class.prototype) as sdk.ChaveiroError, { issues: [] });
    expect(advise(error).message, Class.name).not.toBe('');
  }
});
