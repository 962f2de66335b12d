import { Checkbox } from '../../ui/checkbox.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select, type SelectOption } from '../../ui/select.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import type { Path } from '../document/path.ts'
import { asLines, useTyped } from './typed.ts'
import { useBound } from './use-bound.ts'

type AtProps = { path: Path; label: string; hint?: string; optional?: boolean }

const trimmed = (typed: string): string => typed.trim()

/** A short text that is the same in every language. */
export function TextAt({ path, label, hint, optional = false, short = false }: AtProps & { short?: boolean }) {
  const { value, type, leave, error, pointer, isReadOnly } = useBound(path)
  const typed = useTyped(typeof value === 'string' ? value : '', trimmed)
  return (
    <div data-pointer={pointer}>
      <TextField
        {...{ label, optional, short, isReadOnly }}
        {...(hint !== undefined && { hint })}
        {...(error !== undefined && { error })}
        autoComplete="off"
        value={typed.shown}
        onChange={(text) => {
          typed.type(text)
          type(optional && trimmed(text) === '' ? undefined : trimmed(text))
        }}
        onBlur={() => {
          typed.left()
          leave()
        }}
      />
    </div>
  )
}

/** Several short texts, one a line. */
export function LinesAt({ path, label, hint, optional = false }: AtProps) {
  const { value, type, leave, error, pointer, isReadOnly } = useBound(path)
  const lines = Array.isArray(value) ? value.map(String) : []
  const typed = useTyped(lines.join('\n'), (text) => asLines(text).join('\n'))
  return (
    <div data-pointer={pointer}>
      <TextArea
        {...{ label, optional, isReadOnly }}
        {...(hint !== undefined && { hint })}
        {...(error !== undefined && { error })}
        rows={3}
        value={typed.shown}
        onChange={(text) => {
          typed.type(text)
          const next = asLines(text)
          type(optional && next.length === 0 ? undefined : next)
        }}
        onBlur={() => {
          typed.left()
          leave()
        }}
      />
    </div>
  )
}

type NumberAtProps = AtProps & { min?: number; max?: number; decimals?: number; unit?: string; steps?: boolean }

/** A number. Emptied it is left out when `optional`, and otherwise stays what it was. */
export function NumberAt({ path, label, hint, optional = false, min, max, decimals = 6, unit, steps }: NumberAtProps) {
  const { value, set, error, pointer, isReadOnly } = useBound(path)
  const held = typeof value === 'number' ? value : null
  return (
    <div data-pointer={pointer}>
      <NumberField
        {...{ label, optional, isReadOnly }}
        {...(hint !== undefined && { hint })}
        {...(error !== undefined && { error })}
        {...(min !== undefined && { minValue: min })}
        {...(max !== undefined && { maxValue: max })}
        {...(unit !== undefined && { unit })}
        {...(steps && !isReadOnly && { steps })}
        formatOptions={{ maximumFractionDigits: decimals }}
        value={held}
        onChange={(next) => {
          if (Number.isFinite(next)) set(next)
          else if (optional) set(undefined)
        }}
      />
    </div>
  )
}

type ChoiceAtProps<K extends string> = AtProps & {
  options: readonly SelectOption<K>[]
  /** a first row that leaves the key out, with this text */
  none?: string
  short?: boolean
}

/** One of a few words. */
export function ChoiceAt<K extends string>({ path, label, hint, optional, options, none, short }: ChoiceAtProps<K>) {
  const { value, set, error, pointer, isReadOnly } = useBound(path)
  return (
    <div data-pointer={pointer}>
      <Select
        label={label}
        {...(optional !== undefined && { optional })}
        {...(hint !== undefined && { hint })}
        {...(error !== undefined && { error })}
        {...(none !== undefined && { none })}
        {...(short !== undefined && { short })}
        isDisabled={isReadOnly}
        options={options}
        value={(value as K | undefined) ?? null}
        onChange={(next) => set(next ?? undefined)}
      />
    </div>
  )
}

type TickAtProps = { path: Path; children: string; description?: string; on: unknown; off?: unknown }

/** A tick: `on` when it is set, and `off` (or nothing at all) when it is not. */
export function TickAt({ path, children, description, on, off }: TickAtProps) {
  const { value, set, pointer, isReadOnly } = useBound(path)
  return (
    <div data-pointer={pointer}>
      <Checkbox
        isReadOnly={isReadOnly}
        isSelected={value === on}
        onChange={(is) => set(is ? on : off)}
        {...(description !== undefined && { description })}
      >
        {children}
      </Checkbox>
    </div>
  )
}
