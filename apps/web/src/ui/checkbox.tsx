import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components/Checkbox'
import {
  CheckboxGroup as AriaCheckboxGroup,
  type CheckboxGroupProps as AriaGroupProps,
} from 'react-aria-components/CheckboxGroup'
import styles from './choice.module.css'
import { cx } from './cx.ts'
import fieldStyles from './field.module.css'
import { FieldHint, FieldLabel, FieldMessage, type FieldProps, invalid } from './field.tsx'
import { Icon } from './icon.tsx'

type CheckboxProps = Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> & {
  children: ReactNode
  description?: ReactNode
}

export function Checkbox({ children, description, ...props }: CheckboxProps) {
  return (
    <AriaCheckbox {...props} className={styles.choice!}>
      {({ isIndeterminate }) => (
        <>
          <span className={styles.mark}>
            <Icon name={isIndeterminate ? 'minus' : 'check'} />
          </span>
          <span>
            {children}
            {description && <span className={styles.description}>{description}</span>}
          </span>
        </>
      )}
    </AriaCheckbox>
  )
}

type CheckboxGroupProps = Omit<AriaGroupProps, 'className' | 'style' | 'children'> &
  FieldProps & { options: ReadonlyArray<{ id: string; label: ReactNode; description?: ReactNode }>; row?: boolean }

export function CheckboxGroup(props: CheckboxGroupProps) {
  const { label, hint, error, optional, status, options, row, ...rest } = props
  return (
    <AriaCheckboxGroup {...rest} {...invalid(error)} className={fieldStyles.field!}>
      <FieldLabel {...{ label, status }} optional={optional ?? false} />
      <FieldHint>{hint}</FieldHint>
      <div className={cx(row ? styles.row : styles.options)}>
        {options.map((option) => (
          <Checkbox key={option.id} value={option.id} description={option.description}>
            {option.label}
          </Checkbox>
        ))}
      </div>
      <FieldMessage error={error} />
    </AriaCheckboxGroup>
  )
}
