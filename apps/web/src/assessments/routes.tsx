import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { onlyOwnCompany, onlyWhoMay } from '../app/guards.ts'
import { programmeRoute } from '../app/parent-routes.tsx'
import { ownCompany } from '../app/session.ts'
import {
  answeringQuery,
  assessmentQuery,
  occasionsQuery,
  planningQuery,
  resultsQuery,
  treeResultsQuery,
} from './api.ts'

type Part = { part?: string }

/** Which part is open; what is no part of the model is left to the page. */
const validateSearch = (search: Record<string, unknown>): Part =>
  typeof search.part === 'string' && /^[a-z0-9-]{1,80}$/.test(search.part) ? { part: search.part } : {}

export const answerRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'assessments/$assessment/answer',
  validateSearch,
  loader: ({ context, params }) =>
    context.queryClient.ensureQueryData(answeringQuery(params.programme, params.assessment)),
  component: lazyRouteComponent(() => import('./answering/answer-page.tsx'), 'AnswerPage'),
})

export const assessmentRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'assessments/$assessment',
  validateSearch,
  loader: ({ context, params }) =>
    context.queryClient.ensureQueryData(assessmentQuery(params.programme, params.assessment)),
  component: lazyRouteComponent(() => import('./validation/assessment-page.tsx'), 'AssessmentPage'),
})

export const startRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'companies/$company/assessments/new',
  beforeLoad: onlyWhoMay('assessment.plan'),
  loader: ({ context, params }) => context.queryClient.fetchQuery(planningQuery(params.programme, params.company)),
  component: lazyRouteComponent(() => import('./planning/start-page.tsx'), 'StartPage'),
})

export const companyResultsRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'companies/$company/results',
  validateSearch: (search: Record<string, unknown>): { ladder?: string } =>
    typeof search.ladder === 'string' ? { ladder: search.ladder } : {},
  loader: ({ context, params }) =>
    Promise.all([
      context.queryClient.ensureQueryData(resultsQuery(params.programme, params.company)),
      context.queryClient.ensureQueryData(treeResultsQuery(params.programme, params.company)),
      context.queryClient.ensureQueryData(occasionsQuery(params.programme, params.company)),
    ]),
  component: lazyRouteComponent(() => import('./results/results-page.tsx'), 'CompanyResultsPage'),
})

/** The same page for people of a company, whose address need not say which. */
export const ownResultsRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'results',
  validateSearch: (search: Record<string, unknown>): { ladder?: string } =>
    typeof search.ladder === 'string' ? { ladder: search.ladder } : {},
  beforeLoad: onlyOwnCompany,
  loader: async ({ context, params }) => {
    const company = ownCompany(context.programme)
    if (!company) return
    await Promise.all([
      context.queryClient.ensureQueryData(resultsQuery(params.programme, company.id)),
      context.queryClient.ensureQueryData(treeResultsQuery(params.programme, company.id)),
    ])
  },
  component: lazyRouteComponent(() => import('./results/results-page.tsx'), 'OwnResultsPage'),
})

export const assessmentsRoutes = [
  answerRoute,
  assessmentRoute,
  startRoute,
  companyResultsRoute,
  ownResultsRoute,
] as const
