import type { ReactNode } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import { Footer } from '../ui/top-bar.tsx'

export function AppFooter({ children }: { children?: ReactNode }) {
  const { shell } = useTexts()
  return <Footer links={[{ label: shell.accessibilityLink, href: '/accessibility' }]}>{children}</Footer>
}
