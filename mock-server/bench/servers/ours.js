/** Our mock, as anybody would start it from a script; `one`: with its document cut down to the operation that is measured. */
import { createMock } from '@chaveiro/mock-server';
import { serveMock } from '@chaveiro/mock-server/http';
import { document } from '@chaveiro/openapi';

const [port, operations] = process.argv.slice(2);
if (operations === 'one') {
  const kept = new Set(['/platform/conversions', '/__mock/reset']);
  for (const path of Object.keys(document.paths)) if (!kept.has(path)) delete document.paths[path];
}
await serveMock(createMock(), { port: Number(port) });

// The bench asks how much memory is in use, and says whether to tidy up before the answer.
process.on('message', () => {
  globalThis.gc?.();
  process.send?.(process.memoryUsage());
});
