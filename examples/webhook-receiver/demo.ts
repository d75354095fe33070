/** The receiver on a free port; the mock sends it signed webhooks, and somebody else sends a forged one. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createMock } from '@chaveiro/mock-server';
import { createReceiver } from './receiver.ts';

const server = createReceiver(['whsec_current', 'whsec_next']).listen(0, '127.0.0.1');
await once(server, 'listening');
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/zenvio`;

const mock = createMock();
mock.webhooks.register({ platform: 'zenvio', url, secret: 'whsec_next' });
mock.zenvio.instances.receive('inst_farmacia_maria', { from: '5511988887777', text: 'Tem dipirona?' });
mock.zenvio.instances.disconnect('inst_farmacia_maria');
await mock.webhooks.settle();
console.log(
  'deliveries:',
  mock.webhooks
    .deliveries()
    .map(({ status }) => status)
    .join(),
);

const forged = await fetch(url, {
  method: 'POST',
  headers: { 'x-zenvio-signature': `t=${Math.floor(Date.now() / 1000)},v1=${'0'.repeat(64)}` },
  body: JSON.stringify({ event: 'message.received' }),
});
console.log('the forged one got', forged.status);
server.close();
server.closeAllConnections();
