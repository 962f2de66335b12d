import { useMutation } from '@tanstack/react-query'
import { api, read } from '../app/api.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { markNavigation } from '../ui/page-focus.ts'
import { TextField } from '../ui/text-field.tsx'

type LinkFormProps = {
  /** the page to open after signing in */
  returnTo?: string | undefined
  onSent: (email: string) => void
}

/** Asks for a mail with a sign-in link. The answer never tells whether the address is known. */
export function LinkForm({ returnTo, onSent }: LinkFormProps) {
  const { people } = useTexts()
  const { language } = useLanguage()
  const request = useMutation({
    mutationFn: (email: string) =>
      read(
        api.POST('/api/public/sign-in/link', {
          body: { email, language, ...(returnTo !== undefined && { returnTo }) },
        }),
      ),
    onSuccess: (_, email) => {
      markNavigation()
      onSent(email)
    },
  })
  return (
    <Form
      problem={request.error}
      fieldTexts={{ email: people.invite.checkEmail }}
      onSubmit={(data) => request.mutate(String(data.get('email')))}
      actions={
        <Button kind="primary" type="submit" icon="mail" isPending={request.isPending}>
          {people.signIn.sendLink}
        </Button>
      }
    >
      <TextField name="email" type="email" label={people.signIn.email} autoComplete="username" isRequired />
    </Form>
  )
}
