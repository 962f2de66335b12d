/** Whether two plain values say the same, whatever the order of their keys; a key that is undefined is as not there. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b || Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, at) => sameValue(item, b[at]))
    )
  }
  const [left, right] = [a, b].map((value) => Object.entries(value).filter(([, entry]) => entry !== undefined))
  if (left!.length !== right!.length) return false
  const other = new Map(right)
  return left!.every(([key, value]) => other.has(key) && sameValue(value, other.get(key)))
}
