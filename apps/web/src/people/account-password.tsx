import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, read } from '../app/api.ts'
import { useMe } from '../app/session.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { Card, Row, Section } from '../ui/layout.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { mySignInQuery } from './api.ts'
import { NewPasswordField, useFaultText } from './password-field.tsx'

export function PasswordSection({ hasPassword }: { hasPassword: boolean }) {
  const { people } = useTexts()
  const [open, setOpen] = useState(false)
  return (
    <Section title={people.account.password} intro={people.account.passwordText}>
      <Card>
        {open ? (
          <PasswordForm hasPassword={hasPassword} onClose={() => setOpen(false)} />
        ) : (
          <Row align="between">
            <span>{hasPassword ? people.account.hasPassword : people.account.noPassword}</span>
            <Button onPress={() => setOpen(true)}>
              {hasPassword ? people.account.changePassword : people.account.setPassword}
            </Button>
          </Row>
        )}
      </Card>
    </Section>
  )
}

function PasswordForm({ hasPassword, onClose }: { hasPassword: boolean; onClose: () => void }) {
  const { people, common } = useTexts()
  const { email } = useMe()
  const queryClient = useQueryClient()
  const save = useMutation({
    mutationFn: (body: { present?: string; password: string }) => read(api.PUT('/api/me/password', { body })),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: mySignInQuery.queryKey })
      toast(people.account.passwordSaved)
      onClose()
    },
  })
  const fault = useFaultText(save.error)
  return (
    <Form
      problem={save.error}
      fieldTexts={{ present: people.account.presentWrong, ...(fault && { password: fault }) }}
      onSubmit={(data) =>
        save.mutate({
          password: String(data.get('password')),
          ...(hasPassword && { present: String(data.get('present')) }),
        })
      }
      actions={
        <>
          <Button type="submit" isPending={save.isPending}>
            {hasPassword ? people.account.changePassword : people.account.setPassword}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {common.cancel}
          </Button>
        </>
      }
    >
      {/* Password managers file the new password under this name. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      {hasPassword && (
        <TextField
          name="present"
          type="password"
          label={people.account.present}
          autoComplete="current-password"
          isRequired
          autoFocus
        />
      )}
      <NewPasswordField name="password" />
    </Form>
  )
}
