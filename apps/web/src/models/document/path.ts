/** The way to a value in a model, from the top. */
export type Path = readonly (string | number)[]

export function valueAt(document: unknown, path: Path): unknown {
  let value = document
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string | number, unknown>)[step]
  }
  return value
}

/** The same document with another value in one place; `undefined` takes the key away. Nothing is changed in place. */
export function withValue<T>(document: T, path: Path, value: unknown): T {
  return put(document, path, value) as T
}

function put(holder: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value
  if (Array.isArray(holder)) return holder.with(Number(step), put(holder[Number(step)], rest, value))
  const record = typeof holder === 'object' && holder !== null ? (holder as Record<string, unknown>) : {}
  const next = put(record[step], rest, value)
  if (next !== undefined) return { ...record, [step]: next }
  const { [step]: _, ...others } = record
  return others
}

export function pathOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** Whether one way begins with the other; numbers and their digits are the same step. */
export function isWithin(path: Path, start: Path): boolean {
  return start.every((step, at) => String(path[at]) === String(step))
}
