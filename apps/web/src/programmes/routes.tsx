import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router'
import { adminRoute, programmeRoute } from '../app/parent-routes.tsx'
import { mayIn } from '../app/session.ts'
import { choicesQuery, countiesQuery, historyQuery, programmeQuery, programmesQuery } from './api.ts'

/** The set-up is for those who may change texts; what else one may change is shown as such. */
const setUpRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'set-up',
  beforeLoad: ({ context: { me, programme } }) => {
    if (!mayIn(me, programme, 'programme.texts')) throw notFound()
  },
  loader: ({ context: { queryClient }, params }) =>
    queryClient.ensureQueryData({ ...programmeQuery(params.programme), revalidateIfStale: true }),
})

export const setUpOverviewRoute = createRoute({
  getParentRoute: () => setUpRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./overview-page.tsx'), 'OverviewPage'),
})

const basicsRoute = createRoute({
  getParentRoute: () => setUpRoute,
  path: 'basics',
  component: lazyRouteComponent(() => import('./basics-page.tsx'), 'BasicsPage'),
})

const fundersRoute = createRoute({
  getParentRoute: () => setUpRoute,
  path: 'funders',
  component: lazyRouteComponent(() => import('./funders-page.tsx'), 'FundersPage'),
})

const partnersRoute = createRoute({
  getParentRoute: () => setUpRoute,
  path: 'partners',
  component: lazyRouteComponent(() => import('./partners-page.tsx'), 'PartnersPage'),
})

const subProjectsRoute = createRoute({
  getParentRoute: () => setUpRoute,
  path: 'sub-projects',
  loader: async ({ context: { queryClient }, params }) => {
    const { country } = await queryClient.ensureQueryData(programmeQuery(params.programme))
    await queryClient.ensureQueryData(countiesQuery(country))
  },
  component: lazyRouteComponent(() => import('./sub-projects-page.tsx'), 'SubProjectsPage'),
})

const focusAreasRoute = createRoute({
  getParentRoute: () => setUpRoute,
  path: 'focus-areas',
  loader: ({ context: { queryClient }, params }) => queryClient.ensureQueryData(choicesQuery(params.programme)),
  component: lazyRouteComponent(() => import('./focus-areas-page.tsx'), 'FocusAreasPage'),
})

const textsRoute = createRoute({
  getParentRoute: () => setUpRoute,
  path: 'texts',
  component: lazyRouteComponent(() => import('./texts-page.tsx'), 'TextsPage'),
})

const settingsRoute = createRoute({
  getParentRoute: () => setUpRoute,
  path: 'settings',
  component: lazyRouteComponent(() => import('./settings-page.tsx'), 'SettingsPage'),
})

const historyRoute = createRoute({
  getParentRoute: () => setUpRoute,
  path: 'history',
  loader: ({ context: { queryClient }, params }) =>
    queryClient.ensureInfiniteQueryData({ ...historyQuery(params.programme), revalidateIfStale: true }),
  component: lazyRouteComponent(() => import('./history-page.tsx'), 'HistoryPage'),
})

export const programmesRoutes = [
  setUpRoute.addChildren([
    setUpOverviewRoute,
    basicsRoute,
    fundersRoute,
    partnersRoute,
    subProjectsRoute,
    focusAreasRoute,
    textsRoute,
    settingsRoute,
    historyRoute,
  ]),
] as const

const programmesRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: 'programmes',
  loader: ({ context: { queryClient } }) =>
    queryClient.ensureQueryData({ ...programmesQuery, revalidateIfStale: true }),
  component: lazyRouteComponent(() => import('./programmes-page.tsx'), 'ProgrammesPage'),
})

export const programmesAdminRoutes = [programmesRoute] as const
