import { aidRoutes } from './aid/routes.ts'
import type { App } from './app.ts'
import { assessmentsRoutes } from './assessments/routes.ts'
import { coachingRoutes } from './coaching/routes.ts'
import { companiesRoutes } from './companies/routes.ts'
import type { Deps } from './deps.ts'
import { indicatorsRoutes } from './indicators/routes.ts'
import { modelsRoutes } from './models/routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { plansRoutes } from './plans/routes.ts'
import { programmesRoutes } from './programmes/routes.ts'
import { reportsRoutes } from './reports/routes.ts'

/** Every feature's routes, one line each. */
export const FEATURES: ReadonlyArray<(app: App, deps: Deps) => void> = [
  peopleRoutes,
  coachingRoutes,
  companiesRoutes,
  assessmentsRoutes,
  modelsRoutes,
  plansRoutes,
  indicatorsRoutes,
  programmesRoutes,
  reportsRoutes,
  aidRoutes,
]
