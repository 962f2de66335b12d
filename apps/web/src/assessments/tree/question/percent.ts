/** A share as typed, with a comma or a point: `undefined` when empty, `null` when it is no number from 0 to 100. */
export function parsePercent(text: string): number | undefined | null {
  const plain = text
    .replace(/[\s\u00a0%]/g, '')
    .replace('−', '-')
    .replace(',', '.')
  if (plain === '') return undefined
  if (!/^\d{1,3}(\.\d{0,2})?$/.test(plain)) return null
  const share = Number(plain)
  return share <= 100 ? share : null
}

/** What is left of 100; below 0 when there is too much. Settled, so that 33.3 + 33.3 + 33.4 leaves nothing. */
export function remainderOf(parts: Readonly<Record<string, number>>): number {
  const sum = Object.values(parts).reduce((total, share) => total + share, 0)
  return Math.round((100 - sum) * 1e6) / 1e6 + 0
}
