import type { ReactNode } from 'react'
import {
  type RadioGroupProps as AriaGroupProps,
  RadioGroup as AriaRadioGroup,
  Radio,
} from 'react-aria-components/RadioGroup'
import styles from './choice.module.css'
import { cx } from './cx.ts'
import fieldStyles from './field.module.css'
import { FieldHint, FieldLabel, FieldMessage, type FieldProps, invalid } from './field.tsx'

type Option = {
  id: string
  label: ReactNode
  description?: ReactNode
  /** in cards: examples, badges and the like under the description */
  extra?: ReactNode
  disabled?: boolean
}

type RadioGroupProps = Omit<AriaGroupProps, 'className' | 'style' | 'children'> &
  FieldProps & { options: readonly Option[]; row?: boolean }

export function RadioGroup({ options, row, ...props }: RadioGroupProps) {
  return (
    <RadioFrame {...props}>
      <div className={cx(row ? styles.row : styles.options)}>
        {options.map((option) => (
          <Radio key={option.id} value={option.id} isDisabled={option.disabled ?? false} className={styles.choice!}>
            <span className={cx(styles.mark, styles.round)} />
            <span>
              {option.label}
              {option.description && <span className={styles.description}>{option.description}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </RadioFrame>
  )
}

/** One pick among a few that need explaining, such as the rungs of a dimension. The whole card is the target. */
export function RadioCards({ options, row: _row, ...props }: RadioGroupProps) {
  return (
    <RadioFrame {...props}>
      <div className={styles.cards}>
        {options.map((option) => (
          <Radio key={option.id} value={option.id} isDisabled={option.disabled ?? false} className={styles.card!}>
            <span className={cx(styles.mark, styles.round)} />
            <span>
              <span className={styles.title}>{option.label}</span>
              {option.description && <span className={styles.description}>{option.description}</span>}
            </span>
            {option.extra && <span className={styles.extra}>{option.extra}</span>}
          </Radio>
        ))}
      </div>
    </RadioFrame>
  )
}

function RadioFrame(props: Omit<AriaGroupProps, 'className' | 'style'> & FieldProps & { children: ReactNode }) {
  const { label, hint, error, optional, status, children, ...rest } = props
  return (
    <AriaRadioGroup {...rest} {...invalid(error)} className={fieldStyles.field!}>
      <FieldLabel {...{ label, status }} optional={optional ?? false} />
      <FieldHint>{hint}</FieldHint>
      {children}
      <FieldMessage error={error} />
    </AriaRadioGroup>
  )
}
