import { Language } from '@stegvis/core/kernel/text.ts'
import { ProblemError } from '../app/send.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'

type InvitedPersonProps = { language: Language; onLanguage: (language: Language) => void }

/** Who is invited, the same for a programme and for a company. */
export function InvitedPerson({ language, onLanguage }: InvitedPersonProps) {
  const { people, ui } = useTexts()
  return (
    <>
      <TextField name="name" label={people.invite.name} autoComplete="off" maxLength={120} isRequired autoFocus />
      <TextField name="email" type="email" label={people.invite.email} autoComplete="off" isRequired />
      <RadioGroup
        row
        label={people.invite.language}
        value={language}
        onChange={(id) => onLanguage(Language.parse(id))}
        options={Language.options.map((id) => ({ id, label: <span lang={id}>{ui.languageNames[id]}</span> }))}
      />
    </>
  )
}

export function InvitationMessage() {
  const { people } = useTexts()
  return (
    <TextArea
      name="message"
      label={people.invite.message}
      hint={people.invite.messageHint}
      rows={3}
      optional
      maxLength={1000}
    />
  )
}

/** What the fields hold; what is left empty is not known. */
export function invitedFrom(data: FormData) {
  const text = (name: string) => String(data.get(name) ?? '').trim()
  return {
    name: text('name'),
    email: text('email'),
    title: text('title') || null,
    message: text('message') || null,
  }
}

/** What to say at the address of somebody invited: not an address, or nothing to invite to. */
export function emailText(problem: unknown, texts: { checkEmail: string; exists: string }): string {
  return problem instanceof ProblemError && problem.slug === 'already-exists' ? texts.exists : texts.checkEmail
}
