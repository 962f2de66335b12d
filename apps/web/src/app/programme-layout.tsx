import { inLanguage } from '@stegvis/core/kernel/text.ts'
import { Outlet } from '@tanstack/react-router'
import { useLanguage } from '../locales/texts.tsx'
import { Frame } from '../ui/frame.tsx'
import { TopBar } from '../ui/top-bar.tsx'
import { AccountMenu } from './account-menu.tsx'
import { AppFooter } from './app-footer.tsx'
import { navigationFor } from './navigation.ts'
import { NavigationBar, NavigationSheet } from './navigation-bar.tsx'
import { OutboxStatus } from './outbox-status.tsx'
import { FunderRow, useProgrammeLogo } from './programme-face.tsx'
import { useMe, useProgramme } from './session.ts'

export function ProgrammeLayout() {
  const me = useMe()
  const programme = useProgramme()
  const { language } = useLanguage()
  const items = navigationFor(me, programme)
  const name = inLanguage(programme.name, language)
  return (
    <Frame
      demonstration={programme.demonstration}
      header={
        <TopBar
          name={name}
          logo={useProgrammeLogo(programme.slug)}
          href={`/programmes/${programme.slug}`}
          navigation={<NavigationBar items={items} />}
          tools={
            <>
              <OutboxStatus />
              <AccountMenu me={me} />
              <NavigationSheet items={items} />
            </>
          }
        />
      }
      footer={
        <AppFooter>
          <FunderRow slug={programme.slug} name={name} />
        </AppFooter>
      }
    >
      <Outlet />
    </Frame>
  )
}
