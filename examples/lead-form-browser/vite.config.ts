import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { defineConfig, type Plugin } from 'vite';

/** A service worker's script has to come from the page's own origin, and in development alone. */
const mockServiceWorker: Plugin = {
  name: 'mock-service-worker',
  apply: 'serve',
  configureServer({ middlewares }) {
    const script = createRequire(import.meta.url).resolve('@chaveiro/mock-server/mockServiceWorker.js');
    middlewares.use('/mockServiceWorker.js', (_request, response) => {
      createReadStream(script).pipe(response.setHeader('content-type', 'text/javascript'));
    });
  },
};

export default defineConfig({ plugins: [mockServiceWorker], build: { target: 'es2022' } });
