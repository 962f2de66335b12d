import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { onlyWhoMay } from '../app/guards.ts'
import { programmeRoute } from '../app/parent-routes.tsx'
import { sessionQuery, sessionStartQuery } from './api.ts'

export const newSessionRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'companies/$company/sessions/new',
  beforeLoad: onlyWhoMay('session.log'),
  loader: ({ context, params }) =>
    context.queryClient.ensureQueryData(sessionStartQuery(params.programme, params.company)),
  component: lazyRouteComponent(() => import('./session-page.tsx'), 'NewSessionPage'),
})

export const sessionRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'companies/$company/sessions/$session',
  beforeLoad: onlyWhoMay('session.log'),
  loader: ({ context, params }) =>
    Promise.all([
      context.queryClient.ensureQueryData(sessionStartQuery(params.programme, params.company)),
      context.queryClient.fetchQuery(sessionQuery(params.programme, params.session)),
    ]),
  component: lazyRouteComponent(() => import('./session-page.tsx'), 'CorrectSessionPage'),
})

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

export const ownSessionsRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'sessions',
  validateSearch: (search: Record<string, unknown>): { month?: string } =>
    typeof search.month === 'string' && MONTH.test(search.month) ? { month: search.month } : {},
  beforeLoad: onlyWhoMay('session.log'),
  component: lazyRouteComponent(() => import('./own-sessions-page.tsx'), 'OwnSessionsPage'),
})

export const coachingRoutes = [newSessionRoute, sessionRoute, ownSessionsRoute] as const
