import type { FieldRules, FieldValue } from '../kernel/changes.ts'

/**
 * Fields of a record by path: `name.sv` is the Swedish part of its name. Fields are what people change one at a
 * time; an empty text is null.
 */

type Nested = Readonly<Record<string, unknown>>

/** Every field of the rules with what the record holds. */
export function readFields<Rules extends FieldRules>(
  record: Nested,
  rules: Rules,
): Record<keyof Rules & string, FieldValue> {
  const fields = Object.keys(rules).map((path) => [path, valueAt(record, path)] as const)
  return Object.fromEntries(fields) as Record<keyof Rules & string, FieldValue>
}

function valueAt(record: Nested, path: string): FieldValue {
  let value: unknown = record
  for (const step of path.split('.')) value = (value as Nested | null | undefined)?.[step]
  return value === '' || value === undefined ? null : (value as FieldValue)
}

/** The record with one field changed; what lies around it is kept. A part of a text is emptied to `''`. */
export function writeField<T extends Nested>(record: T, path: string, value: FieldValue): T {
  const [step, ...rest] = path.split('.') as [string, ...string[]]
  if (rest.length === 0) return { ...record, [step]: value }
  const inner = (record[step] ?? {}) as Nested
  const isText = rest.length === 1 && (rest[0] === 'sv' || rest[0] === 'en')
  return { ...record, [step]: writeField(inner, rest.join('.'), isText ? (value ?? '') : value) }
}
