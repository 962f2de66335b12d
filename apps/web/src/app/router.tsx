import type { QueryClient } from '@tanstack/react-query'
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { groupsRoutes } from '../aid/groups/routes.tsx'
import { aidRoutes } from '../aid/ledger/routes.tsx'
import { ratesRoutes } from '../aid/rates/routes.tsx'
import { signingRoutes } from '../aid/signing/routes.tsx'
import { assessmentsRoutes } from '../assessments/routes.tsx'
import { auditRoutes } from '../audit/routes.tsx'
import { coachingRoutes } from '../coaching/routes.tsx'
import { companiesRoutes } from '../companies/routes.tsx'
import { indicatorsRoutes } from '../indicators/routes.tsx'
import { modelsRoutes } from '../models/routes.tsx'
import { peopleAccountRoutes, peopleAdminRoutes, peopleGuestRoutes, peopleRoutes } from '../people/routes.tsx'
import { plansRoutes } from '../plans/routes.tsx'
import { programmesAdminRoutes, programmesRoutes } from '../programmes/routes.tsx'
import { reportsRoutes } from '../reports/routes.tsx'
import { ErrorPage } from './error-page.tsx'
import { startPath } from './navigation.ts'
import { NotFoundPage } from './not-found-page.tsx'
import { adminRoute, guestRoute, programmeRoute, signedInRoute, welcomeFrameRoute } from './parent-routes.tsx'
import { PendingPage } from './pending-page.tsx'
import { rootRoute } from './root-route.tsx'

const startRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ href: startPath(context.me), replace: true })
  },
})

const welcomeRoute = createRoute({
  getParentRoute: () => welcomeFrameRoute,
  path: 'welcome',
  component: lazyRouteComponent(() => import('./welcome-page.tsx'), 'WelcomePage'),
})

const accessibilityRoute = createRoute({
  getParentRoute: () => guestRoute,
  path: 'accessibility',
  component: lazyRouteComponent(() => import('./accessibility-page.tsx'), 'AccessibilityPage'),
})

const programmeStartRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ href: startPath({ ...context.me, programmes: [context.programme] }), replace: true })
  },
})

const routeTree = rootRoute.addChildren([
  guestRoute.addChildren([accessibilityRoute, ...peopleGuestRoutes]),
  signedInRoute.addChildren([
    startRoute,
    welcomeFrameRoute.addChildren([welcomeRoute, ...peopleAccountRoutes, ...signingRoutes]),
    programmeRoute.addChildren([
      programmeStartRoute,
      ...aidRoutes,
      ...assessmentsRoutes,
      ...auditRoutes,
      ...coachingRoutes,
      ...companiesRoutes,
      ...groupsRoutes,
      ...indicatorsRoutes,
      ...modelsRoutes,
      ...peopleRoutes,
      ...plansRoutes,
      ...ratesRoutes,
      ...programmesRoutes,
      ...reportsRoutes,
    ]),
    adminRoute.addChildren([...peopleAdminRoutes, ...programmesAdminRoutes]),
  ]),
])

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    // The query cache decides what is fresh.
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultPendingMs: 300,
    defaultPendingComponent: PendingPage,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
