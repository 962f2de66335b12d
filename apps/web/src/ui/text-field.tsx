import type { HTMLInputAutoCompleteAttribute } from 'react'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
} from 'react-aria-components/SearchField'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField'
import { useSharedTexts } from '../locales/texts.tsx'
import { cx } from './cx.ts'
import styles from './field.module.css'
import { FieldHint, FieldLabel, FieldMessage, type FieldProps, invalid } from './field.tsx'
import { Icon } from './icon.tsx'

type Base = Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> & FieldProps

type TextFieldProps = Base & {
  /** for numbers, codes and years: the field is as wide as what goes in */
  short?: boolean
  autoComplete?: HTMLInputAutoCompleteAttribute
}

export function TextField({ label, hint, error, optional, status, short, ...props }: TextFieldProps) {
  return (
    <AriaTextField {...props} {...invalid(error)} className={styles.field!}>
      <FieldLabel {...{ label, status }} optional={optional ?? false} />
      <FieldHint>{hint}</FieldHint>
      <Input className={cx(styles.input, short && styles.short)} />
      <FieldMessage error={error} />
    </AriaTextField>
  )
}

export function TextArea({ label, hint, error, optional, status, rows = 4, ...props }: Base & { rows?: number }) {
  return (
    <AriaTextField {...props} {...invalid(error)} className={styles.field!}>
      <FieldLabel {...{ label, status }} optional={optional ?? false} />
      <FieldHint>{hint}</FieldHint>
      <AriaTextArea className={styles.input!} rows={rows} />
      <FieldMessage error={error} />
    </AriaTextField>
  )
}

type SearchFieldProps = Omit<AriaSearchFieldProps, 'className' | 'style' | 'children'> & {
  label: string
  placeholder?: string
}

/** Searches as you type: debounce in the page. The label is spoken, the icon shown. */
export function SearchField({ label, placeholder, ...props }: SearchFieldProps) {
  const { ui } = useSharedTexts()
  return (
    <AriaSearchField {...props} aria-label={label} className={cx(styles.field, styles.search)}>
      {({ isEmpty }) => (
        <div className={styles.box}>
          <Icon name="search" />
          <Input className={cx(styles.bare)} placeholder={placeholder ?? label} />
          {!isEmpty && (
            <Button className={styles.inside!} aria-label={ui.clear}>
              <Icon name="close" />
            </Button>
          )}
        </div>
      )}
    </AriaSearchField>
  )
}
