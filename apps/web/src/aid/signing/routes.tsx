import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { welcomeFrameRoute } from '../../app/parent-routes.tsx'

/** Where a provider of electronic identities sends the browser back to, whichever programme it was about. */
const returnRoute = createRoute({
  getParentRoute: () => welcomeFrameRoute,
  path: 'signing/return',
  component: lazyRouteComponent(() => import('./return-page.tsx'), 'SigningReturnPage'),
})

export const signingRoutes = [returnRoute] as const
