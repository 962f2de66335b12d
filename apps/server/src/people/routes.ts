import type { App } from '../app.ts'
import type { Deps } from '../deps.ts'
import { meRoutes } from './me/routes.ts'
import { setUpRoutes } from './set-up/routes.ts'
import { signInRoutes } from './sign-in/routes.ts'

export function peopleRoutes(app: App, deps: Deps): void {
  signInRoutes(app, deps)
  setUpRoutes(app, deps)
  meRoutes(app, deps)
}
