import { type ComponentPropsWithRef, type ReactNode, useId } from 'react'
import { useSharedTexts } from '../locales/texts.tsx'
import buttonStyles from './button.module.css'
import choiceStyles from './choice.module.css'
import { cx } from './cx.ts'
import styles from './field.module.css'
import { Icon, type IconName } from './icon.tsx'

/*
 * Fields and buttons on the browser's own elements, for the public pages and the rows of long lists: they look like
 * the others and weigh next to nothing, so that a visitor on a phone has the form at once, and a list does not wait
 * for its boxes.
 */

type NativeFieldProps = { label: string; hint?: ReactNode; error?: string | undefined; optional?: boolean }

type Described = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

function NativeField({
  label,
  hint,
  error,
  optional,
  children,
}: NativeFieldProps & { children: (given: Described) => ReactNode }) {
  const { common } = useSharedTexts()
  const id = useId()
  const describedBy = cx(hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`)
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label} {optional && <span className={styles.optional}>({common.optional})</span>}
      </label>
      {hint !== undefined && (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
      {children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      <NativeError id={id} error={error} />
    </div>
  )
}

function NativeError({ id, error }: { id: string; error: string | undefined }) {
  if (error === undefined) return null
  return (
    <div id={`${id}-error`} className={styles.error}>
      <Icon name="alert" />
      <span>{error}</span>
    </div>
  )
}

type NativeTextFieldProps = NativeFieldProps &
  Omit<ComponentPropsWithRef<'input'>, 'id' | 'value' | 'onChange' | 'className'> & {
    value: string
    onChange: (text: string) => void
    short?: boolean
  }

export function NativeTextField({
  label,
  hint,
  error,
  optional = false,
  short,
  onChange,
  ...input
}: NativeTextFieldProps) {
  return (
    <NativeField {...{ label, hint, error, optional }}>
      {(given) => (
        <input
          {...input}
          {...given}
          className={cx(styles.input, short && styles.short)}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </NativeField>
  )
}

type NativeTextAreaProps = NativeFieldProps &
  Omit<ComponentPropsWithRef<'textarea'>, 'id' | 'value' | 'onChange' | 'className'> & {
    value: string
    onChange: (text: string) => void
  }

export function NativeTextArea({ label, hint, error, optional = false, onChange, ...area }: NativeTextAreaProps) {
  return (
    <NativeField {...{ label, hint, error, optional }}>
      {(given) => (
        <textarea {...area} {...given} className={styles.input} onChange={(event) => onChange(event.target.value)} />
      )}
    </NativeField>
  )
}

type Choice = { id: string; label: ReactNode; description?: ReactNode }

type NativeCheckboxGroupProps = NativeFieldProps & {
  options: readonly Choice[]
  name: string
  value: readonly string[]
  onChange: (ids: string[]) => void
}

export function NativeCheckboxGroup(props: NativeCheckboxGroupProps) {
  const { label, hint, error, optional, options, name, value, onChange } = props
  const toggle = (id: string) => onChange(value.includes(id) ? value.filter((other) => other !== id) : [...value, id])
  const { common } = useSharedTexts()
  const id = useId()
  return (
    <fieldset className={styles.field} aria-describedby={error === undefined ? undefined : `${id}-error`}>
      <legend className={styles.label}>
        {label} {optional && <span className={styles.optional}>({common.optional})</span>}
      </legend>
      {hint !== undefined && <div className={styles.hint}>{hint}</div>}
      <div className={choiceStyles.options}>
        {options.map((option) => (
          <label key={option.id} className={choiceStyles.choice}>
            <input
              type="checkbox"
              name={name}
              value={option.id}
              checked={value.includes(option.id)}
              className={choiceStyles.native}
              onChange={() => toggle(option.id)}
            />
            <span>
              {option.label}
              {option.description && <span className={choiceStyles.description}>{option.description}</span>}
            </span>
          </label>
        ))}
      </div>
      <NativeError id={id} error={error} />
    </fieldset>
  )
}

type NativeCheckboxProps = { label: string; checked: boolean; onChange: (checked: boolean) => void }

/** The box of a row in a table: the row tells the eye what it chooses, `label` tells the ear. */
export function NativeCheckbox({ label, checked, onChange }: NativeCheckboxProps) {
  return (
    <input
      type="checkbox"
      aria-label={label}
      checked={checked}
      className={choiceStyles.native}
      onChange={(event) => onChange(event.target.checked)}
    />
  )
}

type NativeButtonProps = Omit<ComponentPropsWithRef<'button'>, 'className' | 'children'> & {
  kind?: 'primary' | 'secondary' | 'quiet'
  icon?: IconName
  isPending?: boolean
  children: string
}

/** Stays focusable while it works; a second press does nothing. */
export function NativeButton({
  kind = 'secondary',
  icon,
  isPending,
  type = 'button',
  onClick,
  children,
  ...props
}: NativeButtonProps) {
  return (
    <button
      {...props}
      type={type}
      aria-disabled={isPending || undefined}
      className={cx(buttonStyles.button, buttonStyles[kind])}
      onClick={(event) => {
        if (isPending) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {isPending ? <span className={buttonStyles.spinner} aria-hidden /> : icon && <Icon name={icon} />}
      {children}
    </button>
  )
}
