import type { App } from '../app.ts'
import type { Deps } from '../deps.ts'
import { adminRoutes } from './admin/routes.ts'
import { companyPeopleRoutes } from './company-people/routes.ts'
import { invitationRoutes } from './invitations/routes.ts'
import { meRoutes } from './me/routes.ts'
import { roleRoutes } from './roles/routes.ts'
import { setUpRoutes } from './set-up/routes.ts'
import { signInRoutes } from './sign-in/routes.ts'

export function peopleRoutes(app: App, deps: Deps): void {
  signInRoutes(app, deps)
  setUpRoutes(app, deps)
  meRoutes(app, deps)
  roleRoutes(app, deps)
  invitationRoutes(app, deps)
  companyPeopleRoutes(app, deps)
  adminRoutes(app, deps)
}
