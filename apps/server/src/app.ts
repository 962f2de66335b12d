import type { IncomingMessage, ServerResponse } from 'node:http'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController, type RawServerDefault } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Deps } from './deps.ts'
import { FEATURES } from './features.ts'
import { checkAccess, requireAccess } from './http/access.ts'
import { answerProblems } from './http/errors.ts'
import { healthRoutes } from './http/health.ts'
import { openApi } from './http/openapi.ts'
import { Problem } from './http/problem.ts'
import { securityHeaders } from './http/security.ts'
import { webApplication } from './http/web.ts'

export type App = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>

const UPLOAD_BYTES = 10 * 1024 * 1024

/** The whole application, ready to listen or to be called in-process. One line per feature. */
export async function buildApp(deps: Deps): Promise<App> {
  const app: App = Fastify({
    loggerInstance: deps.log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: deps.config.trustProxy,
    bodyLimit: 1024 * 1024,
    routerOptions: { ignoreTrailingSlash: true },
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerProblems(app)
  app.addHook('onRoute', requireAccess)

  await app.register(helmet, securityHeaders(deps.config))
  await app.register(compress, { threshold: 1024 })
  await app.register(multipart, { limits: { fileSize: UPLOAD_BYTES, files: 1, fields: 10 } })
  await app.register(rateLimit, { global: false, errorResponseBuilder: () => new Problem('too-many-requests') })
  await openApi(app)

  app.addHook('onRequest', refuseCrossSite)
  app.addHook('onRequest', checkAccess(deps.database, deps.findSession))
  app.addHook('onSend', async (request, reply) => {
    // What a person reads is kept by nobody on the way, unless its route says how long.
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) {
      reply.header('cache-control', 'private, no-store')
    }
  })
  app.addHook('onResponse', async (request, reply) => {
    // The route pattern, never the address: ids and search words stay out of the log.
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    )
  })

  app.addHook('onClose', () => deps.printer.stop())

  healthRoutes(app, deps)
  for (const feature of FEATURES) feature(app, deps)
  await webApplication(app)
  return app
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A write needs a header that a form or a link of another site cannot set. */
async function refuseCrossSite(request: {
  method: string
  url: string
  headers: Record<string, unknown>
}): Promise<void> {
  if (SAFE.has(request.method) || !request.url.startsWith('/api/')) return
  if (request.headers['x-stegvis-csrf'] === undefined) throw new Problem('cross-site-request')
}
