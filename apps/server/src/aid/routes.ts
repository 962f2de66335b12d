import type { App } from '../app.ts'
import type { Deps } from '../deps.ts'
import { groupRoutes } from './groups/routes.ts'

/** Owners, size and state aid, one line each. */
export function aidRoutes(app: App, deps: Deps): void {
  groupRoutes(app, deps)
}
