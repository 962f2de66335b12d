import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Card, Section, Stack } from '../ui/layout.tsx'
import { markNavigation } from '../ui/page-focus.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { Callout } from '../ui/states.tsx'
import { openAfterSignIn } from './after-sign-in.ts'
import { presentPersonQuery, signInOptionsQuery } from './api.ts'
import { DemonstrationPeople } from './demonstration-people.tsx'
import { LinkForm } from './link-form.tsx'
import { PasswordSignIn } from './password-sign-in.tsx'
import { SentMail } from './sent-mail.tsx'

export function SignInPage() {
  const { return: returnTo } = useSearch({ from: '/guest/sign-in' })
  const { people } = useTexts()
  const { data: options } = useSuspenseQuery(signInOptionsQuery)
  const [sentTo, setSentTo] = useState<string>()
  if (sentTo !== undefined) {
    const again = () => {
      markNavigation()
      setSentTo(undefined)
    }
    return <SentMail kind="link" email={sentTo} onOther={again} />
  }
  const ways = <WaysIn returnTo={returnTo} onSent={setSentTo} />
  return (
    <>
      <PageHeader title={people.signIn.title} intro={!options.demonstration && people.signIn.intro} />
      <Stack gap="l">
        <AlreadySignedIn returnTo={returnTo} />
        {!options.setUp && !options.demonstration && (
          <Callout title={people.signIn.notSetUp}>{people.signIn.notSetUpText}</Callout>
        )}
        {options.demonstration ? (
          <>
            <DemonstrationPeople offer={options.demonstration} returnTo={returnTo} />
            <Section title={people.signIn.orYourself} intro={people.signIn.intro}>
              {ways}
            </Section>
          </>
        ) : (
          ways
        )}
      </Stack>
    </>
  )
}

function WaysIn({ returnTo, onSent }: { returnTo: string | undefined; onSent: (email: string) => void }) {
  const { people } = useTexts()
  return (
    <Stack>
      <Card>
        <LinkForm returnTo={returnTo} onSent={onSent} />
      </Card>
      <Disclosure summary={people.signIn.withPassword}>
        <PasswordSignIn returnTo={returnTo} />
      </Disclosure>
    </Stack>
  )
}

function AlreadySignedIn({ returnTo }: { returnTo: string | undefined }) {
  const { people } = useTexts()
  const { data: person } = useQuery(presentPersonQuery)
  if (!person) return null
  return (
    <Callout
      actions={
        <Button small onPress={() => void openAfterSignIn(returnTo)}>
          {people.signIn.goOn}
        </Button>
      }
    >
      {people.signIn.already({ name: person.name })}
    </Callout>
  )
}
