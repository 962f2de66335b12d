import type { App } from '../app.ts'
import type { Deps } from '../deps.ts'
import { Problem } from './problem.ts'

const PUBLIC = { config: { access: { public: true } as const }, schema: { hide: true } }

/** `/healthz`: the process lives. `/readyz`: it can reach its database and so may be given traffic. */
export function healthRoutes(app: App, { database }: Deps): void {
  app.get('/healthz', PUBLIC, () => ({ status: 'ok' }))
  app.get('/readyz', PUBLIC, async () => {
    const ready = await database.isReachable()
    if (!ready) throw new Problem('unavailable')
    return { status: 'ready' }
  })
}
