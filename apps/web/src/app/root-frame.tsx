import { Outlet, useRouter } from '@tanstack/react-router'
import { useCallback, useEffect } from 'react'
import { RouterProvider as AriaRouterProvider } from 'react-aria-components'
import { NavigateContext } from '../ui/anchor.tsx'
import { markNavigation } from '../ui/page-focus.ts'
import { Toasts } from '../ui/toast.tsx'
import { UpdateNotice } from './update-notice.tsx'

/** Around every page: links in shared components go through the router, focus follows navigation, toasts appear. */
export function RootFrame() {
  const router = useRouter()
  const go = useCallback((href: string) => void router.navigate({ href }), [router])
  useEffect(
    () =>
      router.subscribe('onBeforeNavigate', ({ pathChanged, fromLocation }) => {
        if (pathChanged && fromLocation) markNavigation()
      }),
    [router],
  )
  return (
    <NavigateContext value={go}>
      <AriaRouterProvider navigate={go}>
        <Outlet />
        <UpdateNotice />
        <Toasts />
      </AriaRouterProvider>
    </NavigateContext>
  )
}
