import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router'
import { programmeRoute } from '../app/parent-routes.tsx'
import { ownCompany } from '../app/session.ts'
import { planQuery } from './api.ts'
import { readPlanSearch } from './search.ts'

/** The plan of the company a person is there for. */
export const ownPlanRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'plan',
  validateSearch: readPlanSearch,
  loader: ({ context: { queryClient, programme } }) => {
    const company = ownCompany(programme)
    if (!company) throw notFound()
    return queryClient.ensureQueryData({ ...planQuery(programme.slug, company.id), revalidateIfStale: true })
  },
  component: lazyRouteComponent(() => import('./plan-page.tsx'), 'PlanPage'),
})

export const planPrintRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'companies/$company/plan/print',
  loader: ({ context: { queryClient }, params: { programme, company } }) =>
    queryClient.ensureQueryData({ ...planQuery(programme, company), revalidateIfStale: true }),
  component: lazyRouteComponent(() => import('./print-page.tsx'), 'PlanPrintPage'),
})

export const plansRoutes = [ownPlanRoute, planPrintRoute] as const
