/** A document of somebody's own that is served in several places. */
export const ZOO = {
  openapi: '3.1.0',
  info: { title: 'Zoo', version: '1' },
  servers: [{ url: 'https://api.zoo.test/v1' }, { url: 'https://sandbox.zoo.test:8443/v2' }, { url: '/api' }],
  paths: {
    '/pets': {
      servers: [{ url: 'https://eu.zoo.test' }],
      get: {
        security: [{ zoo: [] }],
        responses: { 200: { description: 'Pets', content: { 'application/json': { example: ['onça'] } } } },
      },
    },
  },
  components: { securitySchemes: { zoo: { type: 'apiKey', in: 'header', name: 'x-zoo' } } },
} as const;
