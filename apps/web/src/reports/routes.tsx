import { ReportKind } from '@stegvis/core/reports/schema.ts'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { onlyOwnCompany, onlyWhoMay } from '../app/guards.ts'
import { programmeRoute } from '../app/parent-routes.tsx'

/** What the address says of the kind, without what it says wrongly. */
function readSearch(search: Record<string, unknown>): { kind?: ReportKind } {
  const kind = ReportKind.safeParse(search.kind)
  return kind.success ? { kind: kind.data } : {}
}

const reportRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'companies/$company/report',
  validateSearch: readSearch,
  beforeLoad: onlyWhoMay('report.read'),
  component: lazyRouteComponent(() => import('./report-page.tsx'), 'ReportPage'),
})

const documentsRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'documents',
  beforeLoad: onlyOwnCompany,
  component: lazyRouteComponent(() => import('./documents-page.tsx'), 'DocumentsPage'),
})

export const reportsRoutes = [reportRoute, documentsRoute] as const
