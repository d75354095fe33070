// The same program as CommonJS.
const { inspect } = require('node:util');
const { ChaveiroError, createClient, Zenvio } = require('@chaveiro/sdk');
const { InvalidKeyError, Pingback } = require('@chaveiro/sdk/pingback');
const { RDStation } = require('@chaveiro/sdk/rdstation');

const [, , baseUrl] = process.argv;
const options = { baseUrl, apiKey: 'good-key' };

async function main() {
  const inModules = await import('@chaveiro/sdk/pingback');
  const { data } = await new Pingback(options).contacts.list();
  const { event_uuid } = await new RDStation(options).conversions.create({ conversion_identifier: 'ebook', email: 'a@b.c' });
  const { message_ids } = await new Zenvio(options).messages.send({
    instance_id: 'i1',
    to: ['5511999999999'],
    type: 'text',
    payload: { message: 'Olá' },
  });
  const typed = await createClient({ keys: { pingback: 'good-key' }, baseUrl }).GET('/contacts');
  const { error } = await new Pingback({ ...options, apiKey: 'bad-key' }).contacts.list().safe();
  const foreign = await new inModules.Pingback({ ...options, apiKey: 'bad-key' }).contacts.list().catch((thrown) => thrown);
  console.log(
    JSON.stringify({
      contacts: data.data.length,
      event_uuid,
      message_ids,
      typed: typed.response.status,
      code: error.code,
      ofClass: error instanceof InvalidKeyError && error instanceof ChaveiroError,
      ofOtherCopy: foreign instanceof InvalidKeyError && !(foreign instanceof Zenvio) && foreign.code === error.code,
      shown: inspect(new Pingback(options)).includes('••••'),
    }),
  );
}

main();
