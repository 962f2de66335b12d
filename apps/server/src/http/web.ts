import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { App } from '../app.ts'
import { WEB_BUILD } from '../paths.ts'
import { Problem } from './problem.ts'
import { ASSET_HEADERS } from './security.ts'

const PUBLIC = { config: { access: { public: true } as const }, schema: { hide: true } }
/** A file whose name tells its bytes needs no day to ask about. */
const FOR_EVER = { lastModified: false, acceptRanges: false }

/**
 * The built web application: hashed files for a year, the two pages never cached.
 * Visitors of `/p/…` get the small public page; everything else is the application, which routes by itself.
 */
export async function webApplication(app: App): Promise<void> {
  const root = WEB_BUILD
  if (!existsSync(path.join(root, 'index.html'))) {
    app.setNotFoundHandler(() => {
      throw new Problem('not-found')
    })
    return
  }
  await app.register(fastifyStatic, {
    root,
    serve: false,
    cacheControl: false,
    preCompressed: true,
  })
  app.get('/assets/*', { ...PUBLIC, helmet: ASSET_HEADERS }, (request, reply) => {
    reply.header('cache-control', 'public, max-age=31536000, immutable')
    return reply.sendFile(`assets/${(request.params as { '*': string })['*']}`, FOR_EVER)
  })
  for (const file of ['favicon.svg', 'manifest.webmanifest', 'service-worker.js']) {
    app.get(`/${file}`, PUBLIC, (_request, reply) => reply.header('cache-control', 'no-cache').sendFile(file))
  }
  app.setNotFoundHandler((request, reply) => {
    const [address] = request.url.split('?')
    if (request.method !== 'GET' || address!.startsWith('/api/') || address!.startsWith('/assets/')) {
      throw new Problem('not-found')
    }
    const page = address!.startsWith('/p/') ? 'public.html' : 'index.html'
    return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').sendFile(page)
  })
}
