import { CompanyFilter, CompanySort } from '@stegvis/core/companies/list/schema.ts'
import { TimelineGroup } from '@stegvis/core/companies/timeline/schema.ts'
import type { Me, MyProgramme } from '@stegvis/core/people/me.ts'
import { createRoute, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router'
import { onlyOwnCompany, onlyWhoMay } from '../app/guards.ts'
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
  beforeLoad: onlyWhoMay('company.list'),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, params: { programme }, deps }) => {
    // Started here and awaited by nobody: the list shows its own skeleton, so that typing never leaves the page.
    void queryClient.prefetchInfiniteQuery(companyListQuery(programme, deps))
    void queryClient.prefetchQuery(companyCountsQuery(programme, deps))
    return queryClient.ensureQueryData(companyChoicesQuery(programme))
  },
  component: lazyRouteComponent(() => import('./list-page.tsx'), 'CompanyListPage'),
})

/** Where the company's own people find what staff have under a tab of the company. */
const OWN_PAGES: Readonly<Record<string, string>> = { '': 'home', assessments: 'results', coaching: 'timeline' }

type Visit = { context: { me: Me; programme: MyProgramme }; params: { company: string } }

/** A link meant for staff leads the company's own people to their own page. */
function toOwnPage({ context: { me, programme }, params }: Visit, tab = ''): void {
  if (ownCompany(programme)?.id !== params.company || mayIn(me, programme, 'company.list')) return
  throw redirect({ href: `/programmes/${programme.slug}/${OWN_PAGES[tab] ?? tab}`, replace: true })
}

export const companyRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'companies/$company',
  beforeLoad: (visit) => toOwnPage(visit),
  loader: ({ context: { queryClient }, params: { programme, company } }) =>
    Promise.all([
      queryClient.ensureQueryData({ ...companyQuery(programme, company), revalidateIfStale: true }),
      queryClient.ensureQueryData(companyChoicesQuery(programme)),
    ]),
  component: lazyRouteComponent(() => import('./company-page.tsx'), 'CompanyPage'),
})

function readGroup(search: Record<string, unknown>): { group?: TimelineGroup } {
  const group = TimelineGroup.safeParse(search.group)
  return group.success ? { group: group.data } : {}
}

export const companyTabRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'companies/$company/$tab',
  validateSearch: (search: Record<string, unknown>): PlanSearch & { group?: TimelineGroup } => ({
    ...readPlanSearch(search),
    ...readGroup(search),
  }),
  beforeLoad: (visit) => {
    if (!isCompanyTab(visit.params.tab)) throw notFound()
    toOwnPage(visit, visit.params.tab)
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

/** Everything that happened to the company, for its own people. */
export const ourTimelineRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'timeline',
  validateSearch: readGroup,
  beforeLoad: onlyOwnCompany,
  loader: ({ context: { queryClient, programme }, params }) =>
    Promise.all([
      queryClient.ensureQueryData(companyQuery(params.programme, ownCompany(programme)?.id ?? '')),
      queryClient.ensureQueryData(companyChoicesQuery(params.programme)),
    ]),
  component: lazyRouteComponent(() => import('./our-timeline-page.tsx'), 'OurTimelinePage'),
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

export const companiesRoutes = [
  companyListRoute,
  companyRoute,
  companyTabRoute,
  homeRoute,
  ourFactsRoute,
  ourTimelineRoute,
] as const
