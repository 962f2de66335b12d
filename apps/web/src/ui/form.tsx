import type { ReactNode } from 'react'
import { Form as AriaForm } from 'react-aria-components/Form'
import { ProblemError } from '../app/send.ts'
import { useFormats, useSharedTexts } from '../locales/texts.tsx'
import { cx } from './cx.ts'
import styles from './form.module.css'
import { Callout, useProblemText } from './states.tsx'

type FormProps = {
  onSubmit: (data: FormData) => void
  /** what the server answered last, if it refused */
  problem?: unknown
  /** what to say about a field, by name; else a general sentence */
  fieldTexts?: Readonly<Record<string, string>>
  children: ReactNode
  /** buttons, the one that sends first */
  actions: ReactNode
}

/** `#/contact/email` is the field named `contact.email`. */
const fieldName = (pointer: string) => pointer.replace(/^#\//, '').replaceAll('/', '.')

/**
 * Sent as a whole, unlike fields that save as you type. What the server refused is shown at the fields it
 * names (they carry the same `name`), the rest above; focus goes to the first of them.
 */
export function Form({ onSubmit, problem, fieldTexts = {}, children, actions }: FormProps) {
  const { ui } = useSharedTexts()
  const { language } = useFormats()
  const text = useProblemText()
  const errors = problem instanceof ProblemError ? problem.errors : []
  const messages = Object.fromEntries(
    errors.map(({ pointer, message }) => {
      const name = fieldName(pointer)
      return [name, fieldTexts[name] ?? message?.[language] ?? ui.invalidField]
    }),
  )
  return (
    <AriaForm
      className={cx(styles.form)}
      validationErrors={messages}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit(new FormData(event.currentTarget))
      }}
    >
      {problem !== undefined && problem !== null && <Callout tone="danger">{text(problem)}</Callout>}
      {children}
      <div className={styles.actions}>{actions}</div>
    </AriaForm>
  )
}
