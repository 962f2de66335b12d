import { CompanyFilter, CompanySort } from '@stegvis/core/companies/list/schema.ts'
import { TimelineGroup } from '@stegvis/core/companies/timeline/schema.ts'
import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router'
import { programmeRoute } from '../app/parent-routes.tsx'
import { mayIn, ownCompany } from '../app/session.ts'
import { type PlanSearch, readPlanSearch } from '../plans/search.ts'
import { type CompanySearch, companyChoicesQuery, companyCountsQuery, companyListQuery, companyQuery } from './api.ts'
import { isCompanyTab } from './company-tabs.tsx'

/** What the address says, without what it says wrongly: an old link still opens the list. */
function readSearch(search: Record<string, unknown>): CompanySearch {
  const shape = { ...CompanyFilter.shape, sort: CompanySort }
  const read = Object.entries(shape).flatMap(([key, schema]) => {
    const parsed = schema.safeParse(search[key])
    return parsed.success && parsed.data !== undefined ? [[key, parsed.data]] : []
  })
  return Object.fromEntries(read)
}

export const companyListRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'companies',
  validateSearch: readSearch,
  beforeLoad: ({ context: { me, programme } }) => {
    if (!mayIn(me, programme, 'company.list')) throw notFound()
  },
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, params: { programme }, deps }) => {
    // Started here and awaited by nobody: the list shows its own skeleton, so that typing never leaves the page.
    void queryClient.prefetchInfiniteQuery(companyListQuery(programme, deps))
    void queryClient.prefetchQuery(companyCountsQuery(programme, deps))
    return queryClient.ensureQueryData(companyChoicesQuery(programme))
  },
  component: lazyRouteComponent(() => import('./list-page.tsx'), 'CompanyListPage'),
})

export const companyRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'companies/$company',
  loader: ({ context: { queryClient }, params: { programme, company } }) =>
    Promise.all([
      queryClient.ensureQueryData({ ...companyQuery(programme, company), revalidateIfStale: true }),
      queryClient.ensureQueryData(companyChoicesQuery(programme)),
    ]),
  component: lazyRouteComponent(() => import('./company-page.tsx'), 'CompanyPage'),
})

export const companyTabRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'companies/$company/$tab',
  validateSearch: (search: Record<string, unknown>): PlanSearch & { group?: TimelineGroup } => {
    const group = TimelineGroup.safeParse(search.group)
    return { ...readPlanSearch(search), ...(group.success && { group: group.data }) }
  },
  beforeLoad: ({ params: { tab } }) => {
    if (!isCompanyTab(tab)) throw notFound()
  },
  loader: ({ context: { queryClient }, params: { programme, company } }) =>
    Promise.all([
      queryClient.ensureQueryData({ ...companyQuery(programme, company), revalidateIfStale: true }),
      queryClient.ensureQueryData(companyChoicesQuery(programme)),
    ]),
  component: lazyRouteComponent(() => import('./company-page.tsx'), 'CompanyPage'),
})

/** The pages of a company's own people: their company, without its id in the address. */
export const homeRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'home',
  loader: ({ context: { queryClient, programme }, params }) => {
    const company = ownCompany(programme)
    if (!company) throw notFound()
    return Promise.all([
      queryClient.ensureQueryData({ ...companyQuery(params.programme, company.id), revalidateIfStale: true }),
      queryClient.ensureQueryData(companyChoicesQuery(params.programme)),
    ])
  },
  component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
})

export const ourFactsRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'facts',
  loader: ({ context: { queryClient, programme }, params }) => {
    const company = ownCompany(programme)
    if (!company) throw notFound()
    return Promise.all([
      queryClient.ensureQueryData({ ...companyQuery(params.programme, company.id), revalidateIfStale: true }),
      queryClient.ensureQueryData(companyChoicesQuery(params.programme)),
    ])
  },
  component: lazyRouteComponent(() => import('./our-facts-page.tsx'), 'OurFactsPage'),
})

export const companiesRoutes = [companyListRoute, companyRoute, companyTabRoute, homeRoute, ourFactsRoute] as const
