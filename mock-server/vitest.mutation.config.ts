// The tests that hold the authorisation core, for mutation testing.
import base from '../vitest.config.ts';

export default {
  ...base,
  test: {
    ...base.test,
    include: [
      'mock-server/src/core/authorize/*.test.ts',
      'mock-server/src/core/{dashboard,find-key,fingerprint,key,key-lifecycle,key-rules,known-secrets,rate-limit,vault,vault-cost}.test.ts',
    ],
  },
};
