import { useMutation, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { api, read } from '../app/api.ts'
import { ButtonLink } from '../app/link.tsx'
import { ProblemError } from '../app/send.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Form } from '../ui/form.tsx'
import { Card, Section } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { RadioCards } from '../ui/radio-group.tsx'
import { Callout, EmptyState, Skeleton } from '../ui/states.tsx'
import { TextField } from '../ui/text-field.tsx'
import { openAfterSignIn } from './after-sign-in.ts'
import { setUpLinkQuery } from './api.ts'
import { NewPasswordField, useFaultText } from './password-field.tsx'

type Choice = 'demonstration' | 'programme'

/** The first page of a new installation, for whoever has the link from the terminal. */
export function SetUpPage() {
  const { secret = '' } = useSearch({ from: '/guest/set-up' })
  const { people } = useTexts()
  const { data: open, error, refetch } = useQuery(setUpLinkQuery(secret))
  const slug = error instanceof ProblemError ? error.slug : undefined
  if (slug === 'setup-closed') return <Closed title={people.setUp.closed} text={people.setUp.closedText} />
  if (slug === 'setup-secret-wrong') return <Closed title={people.setUp.wrong} text={people.setUp.wrongText} />
  return (
    <>
      <PageHeader title={people.setUp.title} intro={people.setUp.intro} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!open && !error && <Skeleton />}
      {open && <SetUpForm secret={secret} />}
    </>
  )
}

function Closed({ title, text }: { title: string; text: string }) {
  const { people } = useTexts()
  return (
    <>
      <PageHeader title={people.setUp.title} />
      <EmptyState title={title} action={<ButtonLink to="/sign-in">{people.setUp.toSignIn}</ButtonLink>}>
        {text}
      </EmptyState>
    </>
  )
}

function SetUpForm({ secret }: { secret: string }) {
  const { people } = useTexts()
  const [choice, setChoice] = useState<Choice>('demonstration')
  const [ownAccount, setOwnAccount] = useState(false)
  const setUp = useSetUp(secret, choice)
  const fault = useFaultText(setUp.error)
  return (
    <Card>
      <Form
        problem={setUp.error}
        fieldTexts={{
          'administrator.email': people.invite.checkEmail,
          ...(fault && { 'administrator.password': fault }),
        }}
        onSubmit={(data) => setUp.mutate(choice === 'programme' || ownAccount ? administratorFrom(data) : undefined)}
        actions={
          <Button kind="primary" type="submit" isPending={setUp.isPending || setUp.isSuccess}>
            {people.setUp.start}
          </Button>
        }
      >
        <RadioCards
          label={people.setUp.choice}
          value={choice}
          onChange={(id) => setChoice(id as Choice)}
          options={[
            {
              id: 'demonstration',
              label: people.setUp.demonstration,
              description: people.setUp.demonstrationText,
            },
            { id: 'programme', label: people.setUp.programme, description: people.setUp.programmeText },
          ]}
        />
        {choice === 'demonstration' && (
          <Checkbox isSelected={ownAccount} onChange={setOwnAccount} description={people.setUp.administratorOptional}>
            {people.setUp.own}
          </Checkbox>
        )}
        {(choice === 'programme' || ownAccount) && <AdministratorFields />}
        {choice === 'demonstration' && setUp.isPending && <Callout>{people.setUp.starting}</Callout>}
      </Form>
    </Card>
  )
}

function AdministratorFields() {
  const { people } = useTexts()
  return (
    <Section title={people.setUp.administrator} intro={people.setUp.administratorText}>
      <TextField name="administrator.name" label={people.setUp.name} autoComplete="name" isRequired />
      <TextField
        name="administrator.email"
        type="email"
        label={people.setUp.email}
        autoComplete="username"
        isRequired
      />
      <NewPasswordField name="administrator.password" label={people.setUp.password} />
    </Section>
  )
}

type AdministratorInput = { name: string; email: string; password: string }

const administratorFrom = (data: FormData): AdministratorInput => ({
  name: String(data.get('administrator.name')),
  email: String(data.get('administrator.email')),
  password: String(data.get('administrator.password')),
})

function useSetUp(secret: string, choice: Choice) {
  const { language } = useLanguage()
  return useMutation({
    mutationFn: (administrator: AdministratorInput | undefined) =>
      read(
        api.POST('/api/public/set-up', {
          body:
            choice === 'programme'
              ? { choice, secret, language, administrator: administrator! }
              : { choice, secret, language, ...(administrator && { administrator }) },
        }),
      ),
    onSuccess: ({ signedIn }) => (signedIn ? openAfterSignIn('/admin/programmes') : location.assign('/sign-in')),
  })
}
