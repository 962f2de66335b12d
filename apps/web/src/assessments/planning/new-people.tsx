import { Email } from '@stegvis/core/people/email.ts'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './planning.module.css'

export type NewPerson = { name: string; email: string }

type NewPeopleProps = { people: readonly NewPerson[]; onChange: (people: NewPerson[]) => void }

/** Colleagues who are not in Stegvis yet: they become people of the company when the invitation is sent. */
export function NewPeople({ people, onChange }: NewPeopleProps) {
  const { assessments } = useTexts()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [isTried, setTried] = useState(false)
  const address = Email.safeParse(email)
  const add = () => {
    setTried(true)
    if (name.trim() === '' || !address.success) return
    onChange([...people.filter((person) => person.email !== address.data), { name: name.trim(), email: address.data }])
    setName('')
    setEmail('')
    setTried(false)
  }
  return (
    <fieldset className={styles.people}>
      <legend>{assessments.someoneElse}</legend>
      {people.length > 0 && (
        <ul className={styles.list}>
          {people.map((person) => (
            <li key={person.email}>
              {person.name} ({person.email})
              <IconButton
                small
                icon="close"
                label={assessments.removePerson({ name: person.name })}
                onPress={() => onChange(people.filter((one) => one !== person))}
              />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.row}>
        <TextField
          label={assessments.personName}
          value={name}
          onChange={setName}
          autoComplete="off"
          error={isTried && name.trim() === '' ? assessments.nameMissing : undefined}
        />
        <TextField
          label={assessments.personEmail}
          type="email"
          value={email}
          onChange={setEmail}
          autoComplete="off"
          error={isTried && !address.success ? assessments.emailWrong : undefined}
        />
        <Button icon="add" onPress={add}>
          {assessments.addPerson}
        </Button>
      </div>
    </fieldset>
  )
}
