import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { Text } from 'react-aria-components/Text'
import { useSharedTexts } from '../locales/texts.tsx'
import { cx } from './cx.ts'
import fieldStyles from './field.module.css'
import { FieldHint, FieldLabel, FieldMessage, type FieldProps, invalid } from './field.tsx'
import { Icon } from './icon.tsx'
import styles from './popover.module.css'

export type SelectOption<K extends string = string> = {
  id: K
  /** what is shown and typed against */
  label: string
  description?: string
  disabled?: boolean
}

type SelectProps<K extends string> = FieldProps & {
  options: ReadonlyArray<SelectOption<K>>
  /** `null` when nothing is chosen */
  value: K | null
  onChange: (id: K | null) => void
  /** a first row that clears the choice, with this text */
  none?: string
  placeholder?: string
  name?: string
  short?: boolean
  isDisabled?: boolean
  isRequired?: boolean
  onBlur?: () => void
}

/** The key of the row that clears: no id of ours is empty. */
const NONE = ''

/** One of up to some twenty known things. More than that, or typing helps: ComboBox. */
export function Select<K extends string>(props: SelectProps<K>) {
  const { label, hint, error, optional, status, options, value, onChange, none, placeholder, short, ...rest } = props
  const { common } = useSharedTexts()
  const rows = none === undefined ? options : [{ id: NONE, label: none }, ...options]
  return (
    <AriaSelect
      {...rest}
      {...invalid(error)}
      value={value ?? (none === undefined ? null : NONE)}
      onChange={(key) => onChange(key === null || key === NONE ? null : (key as K))}
      placeholder={placeholder ?? common.choose}
      className={cx(fieldStyles.field, short && fieldStyles.short)}
    >
      <FieldLabel {...{ label, status }} optional={optional ?? false} />
      <FieldHint>{hint}</FieldHint>
      <Button className={cx(fieldStyles.input, styles.trigger)}>
        <SelectValue>
          {({ selectedText, isPlaceholder, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}
        </SelectValue>
        <Icon name="chevron-down" />
      </Button>
      <FieldMessage error={error} />
      <Popover className={styles.popover!}>
        <Options rows={rows} />
      </Popover>
    </AriaSelect>
  )
}

type ComboBoxProps<K extends string> = Omit<SelectProps<K>, 'none'>

/** One of many known things, found by typing: municipalities, companies, people. */
export function ComboBox<K extends string>(props: ComboBoxProps<K>) {
  const { label, hint, error, optional, status, options, value, onChange, placeholder, short, ...rest } = props
  const { ui } = useSharedTexts()
  return (
    <AriaComboBox
      {...rest}
      {...invalid(error)}
      defaultItems={options}
      value={value}
      onChange={(key) => onChange(key as K | null)}
      menuTrigger="focus"
      className={cx(fieldStyles.field, short && fieldStyles.short)}
    >
      <FieldLabel {...{ label, status }} optional={optional ?? false} />
      <FieldHint>{hint}</FieldHint>
      <Group className={fieldStyles.box!}>
        <Input className={fieldStyles.bare!} {...(placeholder ? { placeholder } : {})} />
        <Button className={fieldStyles.inside!} aria-label={ui.combo.show}>
          <Icon name="chevron-down" />
        </Button>
      </Group>
      <FieldMessage error={error} />
      <Popover className={styles.popover!}>
        <ListBox
          className={styles.list!}
          items={options}
          renderEmptyState={() => <div className={styles.empty}>{ui.combo.nothing}</div>}
        >
          {(option: SelectOption) => <OptionRow option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}

function Options({ rows }: { rows: readonly SelectOption[] }): ReactNode {
  return (
    <ListBox className={styles.list!} items={rows}>
      {(option: SelectOption) => <OptionRow option={option} />}
    </ListBox>
  )
}

function OptionRow({ option }: { option: SelectOption }) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} isDisabled={option.disabled ?? false} className={styles.item!}>
      {({ isSelected }) => (
        <>
          <Text slot="label">{option.label}</Text>
          {isSelected && <Icon name="check" />}
          {option.description && (
            <Text slot="description" className={styles.description}>
              {option.description}
            </Text>
          )}
        </>
      )}
    </ListBoxItem>
  )
}
