import type { Me } from '@stegvis/core/people/me.ts'
import type { QueryClient } from '@tanstack/react-query'
import { createRoute, notFound, redirect } from '@tanstack/react-router'
import { openOffline } from '../offline/offline.ts'
import { AdminLayout } from './admin-layout.tsx'
import { GuestLayout } from './guest-layout.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { ProgrammeLayout } from './programme-layout.tsx'
import { rootRoute } from './root-route.tsx'
import { ProblemError } from './send.ts'
import { meQuery, programmeOf, signInPath } from './session.ts'
import { SignedInFrame } from './signed-in-frame.tsx'
import { WelcomeLayout } from './welcome-layout.tsx'

/** Pages for anyone: sign-in, set-up, invitations. A quiet frame without navigation. */
export const guestRoute = createRoute({ getParentRoute: () => rootRoute, id: 'guest', component: GuestLayout })

/** Everything behind sign-in. Without a session it leads to sign-in and back here afterwards. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const me = await signedInOr(() => redirect({ href: signInPath(location.href) }), context.queryClient)
    return { me, offline: await openOffline(me.id, context.queryClient) }
  },
  component: SignedInFrame,
})

async function signedInOr(elsewhere: () => unknown, queryClient: QueryClient): Promise<Me> {
  try {
    return await queryClient.ensureQueryData({ ...meQuery, revalidateIfStale: true })
  } catch (error) {
    if (error instanceof ProblemError && error.status === 401) throw elsewhere()
    throw error
  }
}

/** A signed-in person outside any programme: choosing one, their own account. */
export const welcomeFrameRoute = createRoute({
  getParentRoute: () => signedInRoute,
  id: 'welcome',
  component: WelcomeLayout,
})

/** Pages in a programme: features hang their routes here. */
export const programmeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'programmes/$programme',
  beforeLoad: ({ context, params }) => {
    const programme = programmeOf(context.me, params.programme)
    if (!programme) throw notFound()
    return { programme }
  },
  component: ProgrammeLayout,
  notFoundComponent: NotFoundPage,
})

/** Pages of the installation, for its administrators. */
export const adminRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'admin',
  beforeLoad: ({ context }) => {
    if (!context.me.administrator) throw notFound()
  },
  component: AdminLayout,
  notFoundComponent: NotFoundPage,
})
