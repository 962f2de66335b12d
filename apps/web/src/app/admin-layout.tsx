import { Outlet } from '@tanstack/react-router'
import { Frame } from '../ui/frame.tsx'
import { TopBar } from '../ui/top-bar.tsx'
import { AccountMenu } from './account-menu.tsx'
import { AppFooter } from './app-footer.tsx'
import { ADMIN_NAVIGATION } from './navigation.ts'
import { NavigationBar, NavigationSheet } from './navigation-bar.tsx'
import { useMe } from './session.ts'

export function AdminLayout() {
  return (
    <Frame
      header={
        <TopBar
          name="Stegvis"
          href="/"
          navigation={<NavigationBar items={ADMIN_NAVIGATION} />}
          tools={
            <>
              <AccountMenu me={useMe()} />
              <NavigationSheet items={ADMIN_NAVIGATION} />
            </>
          }
        />
      }
      footer={<AppFooter />}
    >
      <Outlet />
    </Frame>
  )
}
