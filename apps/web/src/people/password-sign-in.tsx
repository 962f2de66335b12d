import { useMutation } from '@tanstack/react-query'
import { api, read } from '../app/api.ts'
import { Link } from '../app/link.tsx'
import { useTexts } from '../locales/app-texts.tsx'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { TextField } from '../ui/text-field.tsx'
import { openAfterSignIn } from './after-sign-in.ts'

export function PasswordSignIn({ returnTo }: { returnTo: string | undefined }) {
  const { people } = useTexts()
  const signIn = useMutation({
    mutationFn: (body: { email: string; password: string }) => read(api.POST('/api/public/sign-in/password', { body })),
    onSuccess: () => openAfterSignIn(returnTo),
  })
  return (
    <Form
      problem={signIn.error}
      fieldTexts={{ email: people.invite.checkEmail }}
      onSubmit={(data) => signIn.mutate({ email: String(data.get('email')), password: String(data.get('password')) })}
      actions={
        <>
          <Button type="submit" isPending={signIn.isPending || signIn.isSuccess}>
            {people.signIn.submit}
          </Button>
          <Link to="/sign-in/new-password">{people.signIn.forgot}</Link>
        </>
      }
    >
      <TextField name="email" type="email" label={people.signIn.email} autoComplete="username" isRequired />
      <TextField
        name="password"
        type="password"
        label={people.signIn.password}
        autoComplete="current-password"
        isRequired
      />
    </Form>
  )
}
