import { sameValue } from '../../../kernel/same-value.ts'

/** One place where two values of the same shape differ. A value that is not there is undefined. */
export type Difference = { path: readonly string[]; from: unknown; to: unknown }

type Plain = Readonly<Record<string, unknown>>

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Where two values differ, as far down as things can be told apart by name: keys of objects, and items of lists
 * that all carry an `id`, a `level` or a `value` of their own. The order of such a list plays no part. What stands
 * under a key of `whole` is never looked into.
 */
export function differences(
  older: unknown,
  newer: unknown,
  whole: ReadonlySet<string>,
  path: readonly string[] = [],
): Difference[] {
  if (sameValue(older, newer)) return []
  const [from, to] = [named(older), named(newer)]
  if (!from || !to || whole.has(path.at(-1) ?? '')) return [{ path, from: older, to: newer }]
  return keysOf(from, to).flatMap((key) => differences(valueAt(from, key), valueAt(to, key), whole, [...path, key]))
}

function keysOf(a: Plain, b: Plain): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
}

/** Ids are anybody's choice, `constructor` among them: only what the object holds itself counts. */
function valueAt(object: Plain, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

/** An object as it is, a list by the names of its items, or undefined where nothing has a name. */
function named(value: unknown): Plain | undefined {
  if (isPlain(value)) return value
  if (!Array.isArray(value) || value.length === 0 || !value.every(isPlain)) return undefined
  for (const key of ['id', 'level', 'value']) {
    const names = value.map((item: Plain) => item[key])
    if (names.every((name) => name !== undefined) && new Set(names).size === names.length) {
      return Object.fromEntries(value.map((item: Plain) => [String(item[key]), item]))
    }
  }
  return undefined
}
