import { Outlet } from '@tanstack/react-router'
import { Frame } from '../ui/frame.tsx'
import { TopBar } from '../ui/top-bar.tsx'
import { AppFooter } from './app-footer.tsx'

export function GuestLayout() {
  return (
    <Frame narrow header={<TopBar name="Stegvis" href="/" />} footer={<AppFooter />}>
      <Outlet />
    </Frame>
  )
}
