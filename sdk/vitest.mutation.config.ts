// The tests that hold retries, pacing and redaction, for mutation testing.
import base from '../vitest.config.ts';

export default {
  ...base,
  test: { ...base.test, include: ['sdk/src/{http,auth,errors}/**/*.test.ts', 'sdk/src/leak*.test.ts'] },
};
