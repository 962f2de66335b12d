import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
} from 'react-aria-components/NumberField'
import { useSharedTexts } from '../locales/texts.tsx'
import { cx } from './cx.ts'
import styles from './field.module.css'
import { FieldHint, FieldLabel, FieldMessage, type FieldProps, invalid } from './field.tsx'
import { Icon } from './icon.tsx'

type NumberFieldProps = Omit<AriaNumberFieldProps, 'className' | 'style' | 'children' | 'value' | 'defaultValue'> &
  FieldProps & {
    /** `null` is empty, which is not zero */
    value?: number | null
    defaultValue?: number | null
    /** `kr`, `kWh`, `%`: shown after the number */
    unit?: string
    /** plus and minus buttons, for small counts */
    steps?: boolean
  }

const shown = (value: number | null) => value ?? Number.NaN

/** Reads and writes numbers as the language does: `1 234,5`. */
export function NumberField(props: NumberFieldProps) {
  const { label, hint, error, optional, status, unit, steps, value, defaultValue, ...rest } = props
  const { ui } = useSharedTexts()
  return (
    <AriaNumberField
      {...rest}
      {...(value === undefined ? {} : { value: shown(value) })}
      {...(defaultValue === undefined ? {} : { defaultValue: shown(defaultValue) })}
      {...invalid(error)}
      className={styles.field!}
    >
      <FieldLabel {...{ label, status }} optional={optional ?? false} />
      <FieldHint>{hint}</FieldHint>
      <Group className={cx(styles.box, styles.short)}>
        <Input className={cx(styles.bare, styles.numeric)} />
        {unit && <span className={styles.unit}>{unit}</span>}
        {steps && (
          <>
            <Button slot="decrement" className={styles.inside!} aria-label={ui.number.less}>
              <Icon name="minus" />
            </Button>
            <Button slot="increment" className={styles.inside!} aria-label={ui.number.more}>
              <Icon name="add" />
            </Button>
          </>
        )}
      </Group>
      <FieldMessage error={error} />
    </AriaNumberField>
  )
}
