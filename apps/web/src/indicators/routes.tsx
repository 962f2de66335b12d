import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router'
import { programmeRoute } from '../app/parent-routes.tsx'
import { ownCompany } from '../app/session.ts'
import { keyFiguresQuery } from './api.ts'

/** The key figures of the company a person is there for. */
export const ownKeyFiguresRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'key-figures',
  loader: ({ context: { queryClient, programme } }) => {
    const company = ownCompany(programme)
    if (!company) throw notFound()
    return queryClient.ensureQueryData({ ...keyFiguresQuery(programme.slug, company.id), revalidateIfStale: true })
  },
  component: lazyRouteComponent(() => import('./key-figures-page.tsx'), 'KeyFiguresPage'),
})

export const indicatorsRoutes = [ownKeyFiguresRoute] as const
