import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, read } from '../app/api.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Form } from '../ui/form.tsx'
import { Card } from '../ui/layout.tsx'
import { markNavigation } from '../ui/page-focus.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/states.tsx'
import { TextField } from '../ui/text-field.tsx'
import { openAfterSignIn } from './after-sign-in.ts'
import { newPasswordLinkQuery } from './api.ts'
import { isSpent } from './link-page.tsx'
import { NewPasswordField, useFaultText } from './password-field.tsx'
import { SentMail } from './sent-mail.tsx'
import { useLinkToken } from './use-link-token.ts'

/** Without a secret in the address it asks for a mail; with one, the new password is chosen. */
export function NewPasswordPage() {
  const token = useLinkToken()
  return token === '' ? <AskForLink /> : <ChoosePassword key={token} token={token} />
}

function AskForLink({ spent }: { spent?: boolean }) {
  const { people } = useTexts()
  const { language } = useLanguage()
  const [sentTo, setSentTo] = useState<string>()
  const request = useMutation({
    mutationFn: (email: string) =>
      read(api.POST('/api/public/sign-in/new-password-link', { body: { email, language } })),
    onSuccess: (_, email) => {
      markNavigation()
      setSentTo(email)
    },
  })
  if (sentTo !== undefined) return <SentMail kind="password" email={sentTo} onOther={() => setSentTo(undefined)} />
  return (
    <>
      <PageHeader
        title={spent ? people.link.expired : people.newPassword.askTitle}
        intro={spent ? people.newPassword.expiredText : people.newPassword.askIntro}
      />
      <Card>
        <Form
          problem={request.error}
          fieldTexts={{ email: people.invite.checkEmail }}
          onSubmit={(data) => request.mutate(String(data.get('email')))}
          actions={
            <Button kind="primary" type="submit" icon="mail" isPending={request.isPending}>
              {people.newPassword.ask}
            </Button>
          }
        >
          <TextField name="email" type="email" label={people.signIn.email} autoComplete="username" isRequired />
        </Form>
      </Card>
    </>
  )
}

function ChoosePassword({ token }: { token: string }) {
  const { people } = useTexts()
  const { data: owner, error, refetch } = useQuery(newPasswordLinkQuery(token))
  const save = useMutation({
    mutationFn: (password: string) => read(api.POST('/api/public/sign-in/new-password', { body: { token, password } })),
    onSuccess: () => openAfterSignIn(undefined),
  })
  const fault = useFaultText(save.error)
  if (isSpent(error) || isSpent(save.error)) return <AskForLink spent />
  return (
    <>
      <PageHeader title={people.newPassword.title} intro={owner && people.newPassword.for(owner)} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!owner && !error && <Skeleton lines={2} />}
      {owner && (
        <Card>
          <Form
            problem={save.error}
            fieldTexts={fault ? { password: fault } : {}}
            onSubmit={(data) => save.mutate(String(data.get('password')))}
            actions={
              <Button kind="primary" type="submit" isPending={save.isPending || save.isSuccess}>
                {people.newPassword.submit}
              </Button>
            }
          >
            {/* Password managers file the new password under this name. */}
            <input type="text" name="username" autoComplete="username" value={owner.email} readOnly hidden />
            <NewPasswordField name="password" />
          </Form>
        </Card>
      )}
    </>
  )
}
