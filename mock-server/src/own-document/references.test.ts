/** Looking for references ends, and takes no longer than what there is to look at. */
import { expect, test } from 'vitest';
import { embedReferences } from './references.ts';

test('a part that stands in many places is looked at once', async () => {
  let looks = 0;
  let shared: object = {
    get part() {
      looks += 1;
      return {};
    },
  };
  for (let level = 0; level < 10; level += 1) shared = [shared, shared];
  await embedReferences({ shared }, new URL('file:///api.yaml'), () => Promise.reject(new Error('There is no reference.')));
  expect(looks).toBe(1);
});
