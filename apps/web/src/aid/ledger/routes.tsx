import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router'
import { onlyWhoMay } from '../../app/guards.ts'
import { programmeRoute } from '../../app/parent-routes.tsx'
import { ownCompany } from '../../app/session.ts'
import { companyQuery } from '../../companies/api.ts'
import { aidRulesQuery } from '../rules/api.ts'
import { companyAidQuery } from './api.ts'

/** What the support means for the company a person is there for; staff have it under the company. */
const ownAidRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'aid',
  beforeLoad: onlyWhoMay('aid.read'),
  loader: ({ context: { queryClient, programme }, params }) => {
    const company = ownCompany(programme)
    if (!company) throw notFound()
    return Promise.all([
      queryClient.ensureQueryData({ ...companyQuery(params.programme, company.id), revalidateIfStale: true }),
      queryClient.ensureQueryData({ ...companyAidQuery(params.programme, company.id), revalidateIfStale: true }),
    ])
  },
  component: lazyRouteComponent(() => import('./own-aid-page.tsx'), 'OwnAidPage'),
})

const declarationRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'companies/$company/aid/declaration',
  validateSearch: (search: Record<string, unknown>): { step?: 'sign' } =>
    search.step === 'sign' ? { step: 'sign' } : {},
  beforeLoad: onlyWhoMay('aid.read'),
  loader: ({ context: { queryClient }, params: { programme, company } }) =>
    Promise.all([
      queryClient.ensureQueryData(companyQuery(programme, company)),
      queryClient.ensureQueryData({ ...companyAidQuery(programme, company), revalidateIfStale: true }),
    ]),
  component: lazyRouteComponent(() => import('../declaration/declaration-page.tsx'), 'DeclarationPage'),
})

const rulesRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'set-up/aid',
  beforeLoad: onlyWhoMay('aid.read'),
  loader: ({ context: { queryClient }, params: { programme } }) =>
    queryClient.ensureQueryData({ ...aidRulesQuery(programme), revalidateIfStale: true }),
  component: lazyRouteComponent(() => import('../rules/rules-page.tsx'), 'AidRulesPage'),
})

export const aidRoutes = [ownAidRoute, declarationRoute, rulesRoute] as const
