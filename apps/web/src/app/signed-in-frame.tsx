import { Outlet, useRouteContext } from '@tanstack/react-router'
import { OfflineContext } from '../offline/offline-context.tsx'

/** What was written and read on this device belongs to one person: everything behind sign-in is inside. */
export function SignedInFrame() {
  const offline = useRouteContext({ from: '/signed-in', select: (context) => context.offline })
  return (
    <OfflineContext value={offline}>
      <Outlet />
    </OfflineContext>
  )
}
