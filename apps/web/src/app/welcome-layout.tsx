import { Outlet } from '@tanstack/react-router'
import { Frame } from '../ui/frame.tsx'
import { TopBar } from '../ui/top-bar.tsx'
import { AccountMenu } from './account-menu.tsx'
import { AppFooter } from './app-footer.tsx'
import { useMe } from './session.ts'

/** The signed-in person outside any programme: choosing one, their own account. */
export function WelcomeLayout() {
  return (
    <Frame
      narrow
      header={<TopBar name="Stegvis" href="/" tools={<AccountMenu me={useMe()} />} />}
      footer={<AppFooter />}
    >
      <Outlet />
    </Frame>
  )
}
