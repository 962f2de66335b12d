import { z } from 'zod'

/** What a field holds: text, a number, yes or no, or nothing. */
export const FieldValue = z.union([z.string(), z.number(), z.boolean(), z.null()])
export type FieldValue = z.infer<typeof FieldValue>

/** One field as it was on the screen, and as the person wants it. */
export const FieldChange = z.strictObject({ field: z.string().max(40), from: FieldValue, to: FieldValue })
export type FieldChange = z.infer<typeof FieldChange>

/** What a field accepts; the parsed value is what is stored. */
export type FieldRules = Readonly<Record<string, z.ZodType<FieldValue, unknown>>>

/** One change the fields do not accept, by its place in the list. */
export type ChangeError = { at: number; part: 'field' | 'to'; detail: string }

export type AppliedChanges = {
  /** the changes to store, with the value as it was parsed; those that change nothing are left out */
  apply: FieldChange[]
  /** fields that somebody else changed first, with what they hold now */
  conflicts: { field: string; present: FieldValue }[]
  errors: ChangeError[]
}

/**
 * Merges by field: a change is applied while `from` is still what is stored, so that two people in one form
 * meet only where both wrote in the same field. Repeating a change that is done already is no conflict.
 */
export function applyChanges(
  stored: Readonly<Record<string, FieldValue>>,
  changes: readonly FieldChange[],
  rules: FieldRules,
): AppliedChanges {
  const result: AppliedChanges = { apply: [], conflicts: [], errors: [] }
  changes.forEach(({ field, from, to }, at) => {
    const rule = Object.hasOwn(rules, field) ? rules[field] : undefined
    if (!rule) {
      result.errors.push({ at, part: 'field', detail: 'there is no such field' })
      return
    }
    const parsed = rule.safeParse(to)
    if (!parsed.success) {
      result.errors.push({ at, part: 'to', detail: parsed.error.issues[0]?.message ?? 'not valid' })
      return
    }
    const present = stored[field] ?? null
    if (present === parsed.data) return
    if (present !== from) result.conflicts.push({ field, present })
    else result.apply.push({ field, from, to: parsed.data })
  })
  return result
}
