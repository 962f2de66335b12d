import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { App } from '../app.ts'

/** OpenAPI 3.1 from the routes' own schemas, as JSON and as a page for people. */
export async function openApi(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Stegvis',
        version: '1',
        description:
          'Runs publicly co-funded transition programmes for manufacturers. Errors are RFC 9457 problem details. ' +
          'Sign in first; writes need the header `x-stegvis-csrf: 1`.',
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'stegvis.session_token' } } },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: true,
    uiConfig: { deepLinking: true, tryItOutEnabled: false },
  })
  app.get('/api/openapi.json', { config: { access: { public: true } }, schema: { hide: true } }, () => app.swagger())
}
