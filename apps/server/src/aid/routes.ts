import type { App } from '../app.ts'
import type { Deps } from '../deps.ts'
import { accountsRoutes } from './accounts/routes.ts'
import { declarationRoutes } from './declarations/routes.ts'
import { companyAidRoutes } from './gate/routes.ts'
import { groupRoutes } from './groups/routes.ts'
import { grantRoutes } from './ledger/routes.ts'
import { papersRoutes } from './papers/routes.ts'
import { ratesRoutes } from './rates/routes.ts'
import { importRoutes } from './register/import/routes.ts'
import { registerFileRoutes, registerRoutes } from './register/routes.ts'
import { aidRulesRoutes } from './rules/routes.ts'
import { signingRoutes } from './signing/routes.ts'
import { sizeRoutes } from './size/routes.ts'
import { supportRoutes } from './support/routes.ts'

/** Owners, size and state aid, one line each. */
export function aidRoutes(app: App, deps: Deps): void {
  groupRoutes(app, deps)
  accountsRoutes(app, deps)
  sizeRoutes(app, deps)
  ratesRoutes(app, deps)
  aidRulesRoutes(app, deps)
  companyAidRoutes(app, deps)
  supportRoutes(app, deps)
  declarationRoutes(app, deps)
  grantRoutes(app, deps)
  papersRoutes(app, deps)
  signingRoutes(app, deps)
  registerRoutes(app, deps)
  registerFileRoutes(app, deps)
  importRoutes(app, deps)
}
