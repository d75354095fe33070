import { expect, test } from 'vitest';
import { plain, platformName } from './names.ts';

test.each([
  ['Swagger Petstore - OpenAPI 3.0', 'petstore'],
  ['GitHub v3 REST API', 'github'],
  ['Stripe API', 'stripe'],
  ['DigitalOcean API', 'digitalocean'],
  ['API', 'api'],
  ['Órgãos Públicos', 'orgaos-publicos'],
  ['3scale', 'api-3scale'],
  ['日本', 'api'],
])('%s is called %s', (title, name) => {
  expect(platformName(title)).toBe(name);
});

test('a scheme keeps its words apart', () => {
  expect(plain('bearerAuth_v2')).toBe('bearer-auth-v2');
});
