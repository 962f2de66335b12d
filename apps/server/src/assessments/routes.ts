import type { App } from '../app.ts'
import type { Deps } from '../deps.ts'
import { answeringRoutes, factRoutes } from './answering/routes.ts'
import { planningRoutes } from './planning/routes.ts'
import { resultRoutes } from './results/routes.ts'
import { evidenceRoutes, validationRoutes } from './validation/routes.ts'

export function assessmentsRoutes(app: App, deps: Deps): void {
  planningRoutes(app, deps)
  answeringRoutes(app, deps)
  factRoutes(app, deps)
  validationRoutes(app, deps)
  evidenceRoutes(app, deps)
  resultRoutes(app, deps)
}
