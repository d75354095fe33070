/** The baseline: `node:http` and nothing else, one answer for everything. */
import { createServer } from 'node:http';

const [port, body = ''] = process.argv.slice(2);
createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}).listen(Number(port), '127.0.0.1');
