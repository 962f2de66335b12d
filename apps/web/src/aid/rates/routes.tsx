import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { onlyWhoMay } from '../../app/guards.ts'
import { programmeRoute } from '../../app/parent-routes.tsx'

/** Currency rates of the programme, for those who read them in. */
const ratesRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'rates',
  beforeLoad: onlyWhoMay('rates.write'),
  component: lazyRouteComponent(() => import('./rates-page.tsx'), 'RatesPage'),
})

export const ratesRoutes = [ratesRoute] as const
