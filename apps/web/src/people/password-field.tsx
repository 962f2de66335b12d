import { PASSWORD_MAX, PASSWORD_MIN, type PasswordFault } from '@stegvis/core/people/sign-in/password.ts'
import { useState } from 'react'
import { ProblemError } from '../app/send.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Stack } from '../ui/layout.tsx'
import { TextField } from '../ui/text-field.tsx'

/** A password to be chosen. It can be looked at, which spares writing it twice. */
export function NewPasswordField({ name, label }: { name: string; label?: string }) {
  const { people } = useTexts()
  const [shown, show] = useState(false)
  return (
    <Stack gap="s">
      <TextField
        name={name}
        type={shown ? 'text' : 'password'}
        label={label ?? people.password.label}
        hint={people.password.hint}
        autoComplete="new-password"
        minLength={PASSWORD_MIN}
        maxLength={PASSWORD_MAX}
        isRequired
      />
      <Checkbox isSelected={shown} onChange={show}>
        {people.password.show}
      </Checkbox>
    </Stack>
  )
}

/** What is wrong with the password the server refused; undefined when that was not it. */
export function useFaultText(problem: unknown): string | undefined {
  const { people } = useTexts()
  if (!(problem instanceof ProblemError) || problem.slug !== 'weak-password') return undefined
  return people.password.faults[problem.extra.fault as PasswordFault]
}
