/** openapi-backend as its guide shows it: checks key and body, and hands over to a handler. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

const [port, file = '', answer = ''] = process.argv.slice(2);
const { OpenAPIBackend } = createRequire(new URL('../peers/package.json', import.meta.url))('openapi-backend');

const definition = JSON.parse(readFileSync(file, 'utf8'));
// It takes a key in the query for an undeclared parameter, unless it is declared as one too.
const declared = { name: 'api_key', in: 'query', schema: { type: 'string' } };
definition.paths['/platform/conversions'].post.parameters = [declared];

const send = (response, status, body) => {
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
};
const api = new OpenAPIBackend({
  definition,
  ajvOpts: { strict: false },
  handlers: {
    createConversion: (_context, _request, response) => send(response, 200, answer),
    validationFail: (context, _request, response) => send(response, 400, JSON.stringify(context.validation.errors)),
    unauthorizedHandler: (_context, _request, response) => send(response, 401, '{}'),
    notFound: (_context, _request, response) => send(response, 404, '{}'),
  },
});
api.registerSecurityHandler('rdstationKey', (context) => context.request.query.api_key === 'chaveiro-rdstation-active');
await api.init();

createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const { method, url, headers } = request;
    const [path, query = ''] = url.split('?');
    const body = JSON.parse(Buffer.concat(chunks).toString() || 'null');
    void api.handleRequest({ method, path, query, headers, body }, request, response);
  });
}).listen(Number(port), '127.0.0.1');
