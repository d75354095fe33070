/** Receives Zenvio's webhooks: verifies each signature over the bytes that came, and deals with events by their type. */
import { createServer, type Server } from 'node:http';
import { WebhookSignatureError, zenvioWebhooks } from '@chaveiro/sdk/webhooks';

/** @param secret the webhook's secret, or the present and the next one while it is being replaced */
export function createReceiver(secret: string | readonly string[]): Server {
  const zenvio = zenvioWebhooks({ secret });
  return createServer((request, response) => {
    zenvio
      .receive(request)
      .then((event) => {
        switch (event.type) {
          case 'message.received':
            console.log('received a message on', event.payload.instance_id);
            break;
          case 'unknown':
            console.log('an event that this version does not know:', event.name);
            break;
          default:
            console.log('event', event.type);
        }
        response.writeHead(204).end();
      })
      .catch((error: unknown) => {
        const forged = error instanceof WebhookSignatureError;
        console.log('refused:', forged ? error.code : error);
        response.writeHead(forged ? error.answerStatus : 500).end();
      });
  });
}
