/** One call to each platform, with the keys in RDSTATION_API_KEY, PINGBACK_API_KEY and ZENVIO_API_KEY. */
import { ChaveiroError, Pingback, RDStation, Zenvio } from '@chaveiro/sdk';

const ana = { email: 'ana@exemplo.com.br', name: 'Ana Souza', phone: '5511999999999' };

try {
  const { event_uuid } = await new RDStation().conversions.create({
    conversion_identifier: 'ebook',
    email: ana.email,
    name: ana.name,
  });
  console.log('RD Station recorded the conversion', event_uuid);

  const { data: contact } = await new Pingback().contacts.create({ email: ana.email, attributes: { name: ana.name } });
  console.log('Pingback has the contact', contact.email);

  const zenvio = new Zenvio();
  const { data: instances } = await zenvio.instances.list();
  const { message_ids } = await zenvio.messages.send({
    instance_id: instances.find(({ status }) => status === 'ACTIVE')?.id ?? '',
    to: [ana.phone],
    type: 'text',
    payload: { message: `Olá, ${ana.name}!` },
  });
  console.log('Zenvio queued the message', message_ids.join());
} catch (error) {
  if (!(error instanceof ChaveiroError)) throw error;
  console.error(`${error.name}: ${error.message}`);
  process.exitCode = 1;
}
