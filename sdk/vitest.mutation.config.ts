// The tests that hold retries, pacing and redaction, for mutation testing: a few seconds in all, because every mutant runs them.
import base from '../vitest.config.ts';

export default {
  ...base,
  test: {
    ...base.test,
    include: [
      'sdk/src/http/{abort,call,clock,deadline,hooks,pace,retries,retry,retry-after,turns}.test.ts',
      'sdk/src/auth/{inject,key,redact,source}.test.ts',
    ],
  },
};
