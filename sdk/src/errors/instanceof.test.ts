// `instanceof` and `error.code` work whichever copy of the SDK an error comes from: an application may hold two at once.
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { answering, json, thrown } from '../../test/observed-fetch.ts';
import type { Pingback } from '../platforms/pingback/index.ts';
import * as webhooks from '../webhooks.ts';
import * as ofCalls from './index.ts';
import type { ChaveiroError } from './index.ts';

const { WebhookBodyError, WebhookSecretError, WebhookSignatureError, WebhookTokenError } = webhooks;
const mine = { ...ofCalls, WebhookBodyError, WebhookSecretError, WebhookSignatureError, WebhookTokenError };

type Errors = typeof mine;
type ClassName = Exclude<keyof Errors, 'ChaveiroError'>;
const names = Object.keys(mine).filter((name) => name !== 'ChaveiroError') as ClassName[];
/** With the code that the class has by itself: webhooks' errors are always given one. */
const make = (errors: Errors, name: ClassName): ChaveiroError => new errors[name]('what', { code: errors[name].code } as never);

/** As a bundle's ESM part and its CommonJS part each have their own. */
let other: Errors;
let OtherPingback: typeof Pingback;
beforeAll(async () => {
  vi.resetModules();
  other = { ...(await import('./index.ts')), ...(await import('../webhooks.ts')) };
  ({ Pingback: OtherPingback } = await import('../platforms/pingback/index.ts'));
  expect(other.ChaveiroError).not.toBe(mine.ChaveiroError);
});

describe('an error of another copy', () => {
  test.each(names)('%s is one of this copy, and of no other class', (name) => {
    const error: unknown = make(other, name);
    for (const candidate of names) expect(error instanceof mine[candidate], candidate).toBe(candidate === name);
    expect(error).toBeInstanceOf(mine.ChaveiroError);
    expect(error).toBeInstanceOf(Error);
    expect((error as ChaveiroError).code).toBe(make(mine, name).code);
  });

  test.each(names)('%s says its name, and may be given another one', (name) => {
    const error = make(mine, name);
    expect(error.name).toBe(name);
    error.name = 'MyError';
    expect(String(error)).toBe('MyError: what');
  });

  test('the other way round', () => {
    expect(new mine.RateLimitError('slow')).toBeInstanceOf(other.RateLimitError);
    expect(new mine.RateLimitError('slow')).not.toBeInstanceOf(other.TimeoutError);
    expect(new mine.ChaveiroError('plain')).not.toBeInstanceOf(other.RateLimitError);
  });

  test('as it is thrown by a client of the other copy', async () => {
    const pingback = new OtherPingback({ apiKey: 'k', retries: 0, fetch: answering(json({ error: 'x' }, 404)) });
    const error = await thrown<ChaveiroError>(pingback.contacts.get('a@b.c'));
    expect(error).toBeInstanceOf(mine.NotFoundError);
    expect(error.code).toBe('not_found');
  });
});

describe('a class of one’s own', () => {
  class QuotaError extends mine.RateLimitError {
    override readonly cause = 'quota';
  }
  /** As most people write it. */
  class NamedError extends mine.ChaveiroError {
    constructor(message: string) {
      super(message);
      this.name = 'NamedError';
    }
  }
  class ListedError extends mine.ConflictError {
    static override readonly kind = 'ListedError';
  }

  test('is what it extends, in every copy', () => {
    const error: unknown = new QuotaError('used up');
    expect(error).toBeInstanceOf(QuotaError);
    expect(error).toBeInstanceOf(mine.RateLimitError);
    expect(error).toBeInstanceOf(other.RateLimitError);
    expect((error as QuotaError).code).toBe('rate_limited');
  });

  test('is not what its parent is', () => {
    expect(new mine.RateLimitError('slow')).not.toBeInstanceOf(QuotaError);
    expect(new other.RateLimitError('slow')).not.toBeInstanceOf(QuotaError);
    expect(new mine.ChaveiroError('plain')).not.toBeInstanceOf(NamedError);
  });

  test('may have a name of its own, set in the constructor or for the class', () => {
    const named = new NamedError('mine');
    expect(String(named)).toBe('NamedError: mine');
    expect(named.toJSON()).toMatchObject({ name: 'NamedError' });
    expect(Object.keys(named)).not.toContain('name');
    const listed: unknown = new ListedError('taken');
    expect(String(listed)).toBe('ListedError: taken');
    expect(listed).toBeInstanceOf(mine.ConflictError);
  });
});

describe('what is no error of ours', () => {
  const named = Object.assign(new Error('x'), { name: 'RateLimitError' });

  test.each<[what: string, value: unknown]>([
    ['undefined', undefined],
    ['null', null],
    ['a number', 7],
    ['text', 'RateLimitError'],
    ['a symbol', Symbol('x')],
    ['a bigint', 7n],
    ['an object', {}],
    ['an object without a prototype', Object.create(null)],
    ['a function', () => {}],
    ['an error', new Error('x')],
    ['an error of the same name', named],
    ['the class itself', mine.RateLimitError],
    ['what was an error before it was JSON', JSON.parse(JSON.stringify(new mine.RateLimitError('x')))],
  ])('%s', (_what, value) => {
    expect(value instanceof mine.ChaveiroError).toBe(false);
    expect(value instanceof mine.RateLimitError).toBe(false);
  });
});
