import type { ReactNode } from 'react'
import { useSharedTexts } from '../locales/texts.tsx'
import { Frame } from './frame.tsx'
import { Footer, TopBar } from './top-bar.tsx'

type PublicFrameProps = {
  /** the programme's name and public page */
  name: string
  href: string
  logo?: ReactNode
  demonstration?: boolean
  /** who pays, by name or logo, as the funders ask */
  funders?: ReactNode
  narrow?: boolean
  children: ReactNode
}

/** The frame of the pages that need no account. */
export function PublicFrame({ name, href, logo, funders, children, ...frame }: PublicFrameProps) {
  const { ui } = useSharedTexts()
  return (
    <Frame
      {...frame}
      header={<TopBar name={name} href={href} logo={logo} />}
      footer={
        <Footer
          links={[
            { label: ui.signIn, href: '/sign-in' },
            { label: ui.accessibility, href: '/accessibility' },
          ]}
        >
          {funders}
        </Footer>
      }
    >
      {children}
    </Frame>
  )
}
