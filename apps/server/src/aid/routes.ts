import type { App } from '../app.ts'
import type { Deps } from '../deps.ts'
import { accountsRoutes } from './accounts/routes.ts'
import { groupRoutes } from './groups/routes.ts'
import { ratesRoutes } from './rates/routes.ts'
import { sizeRoutes } from './size/routes.ts'

/** Owners, size and state aid, one line each. */
export function aidRoutes(app: App, deps: Deps): void {
  groupRoutes(app, deps)
  accountsRoutes(app, deps)
  sizeRoutes(app, deps)
  ratesRoutes(app, deps)
}
