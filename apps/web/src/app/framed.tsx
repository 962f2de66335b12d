import type { ReactNode } from 'react'
import { Frame, useIsFramed } from '../ui/frame.tsx'
import { TopBar } from '../ui/top-bar.tsx'
import { AppFooter } from './app-footer.tsx'

/** For what is shown where a page should have been: with the plain frame when no layout is around it. */
export function Framed({ children }: { children: ReactNode }) {
  const isFramed = useIsFramed()
  if (isFramed) return children
  return (
    <Frame narrow header={<TopBar name="Stegvis" href="/" />} footer={<AppFooter />}>
      {children}
    </Frame>
  )
}
