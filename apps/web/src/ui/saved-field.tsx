import { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { ReactNode } from 'react'
import { useSharedTexts } from '../locales/texts.tsx'
import type { FieldValue } from '../offline/database.ts'
import { Button } from './button.tsx'
import { Checkbox } from './checkbox.tsx'
import { DateField } from './date-field.tsx'
import fieldStyles from './field.module.css'
import { NumberField } from './number-field.tsx'
import { RadioGroup } from './radio-group.tsx'
import styles from './save-state.module.css'
import { SaveState } from './save-state.tsx'
import { ComboBox, Select, type SelectOption } from './select.tsx'
import { TextArea, TextField } from './text-field.tsx'
import { RecordContext, type RecordOnServer, type SavedField, useSavedField } from './use-saved-field.ts'

/**
 * A record whose fields save by themselves. There is no save button: each field shows how far its change has
 * come, keeps it through reload and sign-out, and can take it back.
 */
export function SavedRecord({ children, ...record }: RecordOnServer & { children: ReactNode }) {
  return <RecordContext value={record}>{children}</RecordContext>
}

type Common = { field: string; label: string; hint?: ReactNode; optional?: boolean; errorText?: string }

const textOf = (value: FieldValue) => (value === null ? '' : String(value))
/** An emptied text is "not given", which the server stores as null. */
const orNull = (text: string) => (text === '' ? null : text)

type TextProps = Common & { short?: boolean; type?: 'text' | 'email' | 'tel' | 'url' }

export function SavedTextField({ field, errorText, ...props }: TextProps) {
  const saved = useSavedField(field, props.label)
  return (
    <Around saved={saved}>
      <TextField
        {...props}
        {...useCommonProps(saved, errorText)}
        value={textOf(saved.value)}
        onChange={(text) => saved.change(orNull(text))}
      />
    </Around>
  )
}

export function SavedTextArea({ field, errorText, ...props }: Common & { rows?: number }) {
  const saved = useSavedField(field, props.label)
  return (
    <Around saved={saved}>
      <TextArea
        {...props}
        {...useCommonProps(saved, errorText)}
        value={textOf(saved.value)}
        onChange={(text) => saved.change(orNull(text))}
      />
    </Around>
  )
}

type NumberProps = Common & {
  unit?: string
  minValue?: number
  maxValue?: number
  formatOptions?: Intl.NumberFormatOptions
  /** 100 for a field in kronor over a value in öre */
  stored?: number
}

export function SavedNumberField({ field, errorText, stored = 1, ...props }: NumberProps) {
  const saved = useSavedField(field, props.label)
  return (
    <Around saved={saved}>
      <NumberField
        {...props}
        {...useCommonProps(saved, errorText)}
        value={typeof saved.value === 'number' ? saved.value / stored : null}
        onChange={(number) => saved.change(Number.isNaN(number) ? null : Math.round(number * stored * 1e6) / 1e6)}
      />
    </Around>
  )
}

export function SavedDateField({ field, errorText, ...props }: Common & { min?: PlainDate; max?: PlainDate }) {
  const saved = useSavedField(field, props.label)
  const day = PlainDate.safeParse(saved.value)
  const { isReadOnly, ...common } = useCommonProps(saved, errorText)
  return (
    <Around saved={saved}>
      <DateField
        {...props}
        {...common}
        isDisabled={isReadOnly}
        value={day.success ? day.data : null}
        onChange={(next) => saved.change(next)}
      />
    </Around>
  )
}

type SelectProps = Common & { options: readonly SelectOption[]; none?: string; short?: boolean }

export function SavedSelect({ field, errorText, ...props }: SelectProps) {
  const saved = useSavedField(field, props.label)
  const { isReadOnly, ...common } = useCommonProps(saved, errorText)
  return (
    <Around saved={saved}>
      <Select
        {...props}
        {...common}
        isDisabled={isReadOnly}
        value={saved.value === null ? null : String(saved.value)}
        onChange={(id) => saved.change(id, 'now')}
      />
    </Around>
  )
}

export function SavedComboBox({ field, errorText, ...props }: Omit<SelectProps, 'none'>) {
  const saved = useSavedField(field, props.label)
  const { isReadOnly, ...common } = useCommonProps(saved, errorText)
  return (
    <Around saved={saved}>
      <ComboBox
        {...props}
        {...common}
        isDisabled={isReadOnly}
        value={saved.value === null ? null : String(saved.value)}
        onChange={(id) => saved.change(id, 'now')}
      />
    </Around>
  )
}

type RadioProps = Common & {
  options: ReadonlyArray<{ id: string; label: ReactNode; description?: ReactNode }>
  row?: boolean
  /** the field holds the number that the id spells */
  numeric?: boolean
  /** the field holds true, false or null, as the id spells it */
  truth?: boolean
}

const TRUTHS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null }

export function SavedRadioGroup({ field, errorText, numeric, truth, ...props }: RadioProps) {
  const saved = useSavedField(field, props.label)
  return (
    <Around saved={saved}>
      <RadioGroup
        {...props}
        {...useCommonProps(saved, errorText)}
        value={saved.value === null && !truth ? null : String(saved.value)}
        onChange={(id) => saved.change(truth ? TRUTHS[id]! : numeric ? Number(id) : id, 'now')}
      />
    </Around>
  )
}

export function SavedCheckbox({
  field,
  label,
  description,
}: {
  field: string
  label: string
  description?: ReactNode
}) {
  const saved = useSavedField(field, label)
  return (
    <Around saved={saved}>
      <span className={fieldStyles.label}>
        <Checkbox
          isSelected={saved.value === true}
          isReadOnly={saved.isReadOnly}
          onChange={(checked) => saved.change(checked, 'now')}
          description={description}
        >
          {label}
        </Checkbox>
        <SaveState state={saved.state} onUndo={saved.undo} />
      </span>
    </Around>
  )
}

function useCommonProps(saved: SavedField, errorText: string | undefined) {
  const { problems, ui } = useSharedTexts()
  const { refusal } = saved
  const error = refusal && (refusal.slug === 'invalid-input' ? (errorText ?? ui.invalidField) : problems[refusal.slug])
  return {
    error,
    isReadOnly: saved.isReadOnly,
    onBlur: saved.commit,
    status: <SaveState state={saved.state} onUndo={saved.undo} />,
  }
}

/** The field, and under it the choice when somebody else wrote in it as well. */
function Around({ saved: { conflict }, children }: { saved: SavedField; children: ReactNode }) {
  const { ui } = useSharedTexts()
  return (
    <div className={styles.around}>
      {children}
      {conflict && (
        <div className={styles.conflict} role="alert">
          <strong>{ui.conflict.title}</strong>
          <div className={styles.sides}>
            <Side
              name={ui.conflict.mine}
              value={conflict.mine}
              action={ui.conflict.keepMine}
              onPress={conflict.keepMine}
            />
            <Side
              name={ui.conflict.theirs}
              value={conflict.theirs}
              action={ui.conflict.takeTheirs}
              onPress={conflict.takeTheirs}
            />
          </div>
        </div>
      )}
    </div>
  )
}

function Side({
  name,
  value,
  action,
  onPress,
}: {
  name: string
  value: FieldValue
  action: string
  onPress: () => void
}) {
  const { common, ui } = useSharedTexts()
  const shown = typeof value === 'boolean' ? (value ? common.yes : common.no) : textOf(value) || ui.conflict.empty
  return (
    <div className={styles.side}>
      <div>
        <div className={fieldStyles.hint}>{name}</div>
        <q>{shown}</q>
      </div>
      <Button small onPress={onPress}>
        {action}
      </Button>
    </div>
  )
}
