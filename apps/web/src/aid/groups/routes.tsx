import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router'
import { onlyWhoMay } from '../../app/guards.ts'
import { programmeRoute } from '../../app/parent-routes.tsx'
import { ownCompany } from '../../app/session.ts'
import { companyQuery } from '../../companies/api.ts'
import { groupQuery } from './api.ts'

/** The owners of the company a person is there for; staff have them under the company. */
const ourOwnersRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'owners',
  beforeLoad: onlyWhoMay('aid.read'),
  loader: ({ context: { queryClient, programme }, params }) => {
    const company = ownCompany(programme)
    if (!company) throw notFound()
    return Promise.all([
      queryClient.ensureQueryData({ ...companyQuery(params.programme, company.id), revalidateIfStale: true }),
      queryClient.ensureQueryData({ ...groupQuery(params.programme, company.id), revalidateIfStale: true }),
    ])
  },
  component: lazyRouteComponent(() => import('./our-owners-page.tsx'), 'OurOwnersPage'),
})

export const groupsRoutes = [ourOwnersRoute] as const
