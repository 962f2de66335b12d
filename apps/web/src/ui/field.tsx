import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { useSharedTexts } from '../locales/texts.tsx'
import styles from './field.module.css'
import { Icon } from './icon.tsx'

/** What every field takes besides its value. */
export type FieldProps = {
  label: string
  /** help that stays visible, under the label */
  hint?: ReactNode
  /** what is wrong and what to do; the field is marked invalid when given */
  error?: string | undefined
  /** adds "(optional)". Fields are required by the task or marked so, never starred. */
  optional?: boolean
  /** the save state, shown on the label's line */
  status?: ReactNode
}

export function FieldLabel({ label, optional, status }: Pick<FieldProps, 'label' | 'optional' | 'status'>) {
  const { common } = useSharedTexts()
  return (
    <span className={styles.label}>
      <Label>
        {label} {optional && <span className={styles.optional}>({common.optional})</span>}
      </Label>
      {status}
    </span>
  )
}

export function FieldHint({ children }: { children: ReactNode }) {
  if (!children) return null
  return (
    <Text slot="description" className={styles.hint}>
      {children}
    </Text>
  )
}

/** Shows `error`, else what the form around it says about this field. */
export function FieldMessage({ error }: { error: string | undefined }) {
  return (
    <FieldError className={styles.error!}>
      {({ validationErrors }) => (
        <>
          <Icon name="alert" />
          <span>{error ?? validationErrors.join(' ')}</span>
        </>
      )}
    </FieldError>
  )
}

/** Marks the field invalid only when there is an error, so that the form's own messages still work. */
export function invalid(error: string | undefined): { isInvalid: true } | object {
  return error === undefined ? {} : { isInvalid: true }
}
