/** MSW behind `node:http`: handlers written by hand, and no interception. */
import { createServer } from 'node:http';
import { getResponse } from 'msw/utils/get-response';
import { handlers } from './handler.js';

const [port] = process.argv.slice(2);
createServer((incoming, outgoing) => {
  const chunks = [];
  incoming.on('data', (chunk) => chunks.push(chunk));
  incoming.on('end', async () => {
    const { method, url, headers } = incoming;
    const request = new Request(`https://api.rd.services${url}`, { method, headers, body: Buffer.concat(chunks) });
    const response = await getResponse(handlers, request);
    const body = await response.text();
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(body);
  });
}).listen(Number(port), '127.0.0.1');
