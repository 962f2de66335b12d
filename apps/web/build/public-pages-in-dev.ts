import type { Plugin } from 'vite'

const PUBLIC_PAGE = /^\/p\/[^/]+(\/interest)?\/?(\?|$)/

/** Serves the small public entry under /p/… while developing, as the server does with the built files. */
export function publicPagesInDev(): Plugin {
  return {
    name: 'stegvis-public-pages',
    configureServer(server) {
      server.middlewares.use((request, _reply, next) => {
        if (PUBLIC_PAGE.test(request.url ?? '')) request.url = '/public.html'
        next()
      })
    },
  }
}
