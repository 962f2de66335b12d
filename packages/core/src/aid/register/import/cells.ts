import { PlainDate } from '../../../kernel/day.ts'

/** A cell as spreadsheets and text files have it; a day of a spreadsheet comes as `2026-11-23`. */
export type Cell = string | number | null

/** The text of a cell; empty for an empty one. */
export function textOf(cell: Cell | undefined): string {
  return cell === null || cell === undefined
    ? ''
    : String(cell)
        .replace(/[\s\u00a0]+/g, ' ')
        .trim()
}

/** `2026-11-23`, with a time after it too; `20261123`; `23.11.2026`, `23/11/2026`: day first, as in Europe. */
export function dayOf(text: string): PlainDate | undefined {
  const year = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T ].*)?$/.exec(text)
  const day = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text)
  const parts = year ? [year[1], year[2], year[3]] : day ? [day[3], day[2], day[1]] : undefined
  if (!parts) return undefined
  return PlainDate.safeParse(parts.map((part) => part!.padStart(2, '0')).join('-')).data
}

const MARKS: Readonly<Record<string, string>> = { kr: 'SEK', sek: 'SEK', eur: 'EUR', euro: 'EUR', '€': 'EUR' }

/**
 * An amount as people write it, in the smallest unit: `44 642,86`, `44.642,86`, `44,642.86`, `10 000 kr`, with the
 * currency where it stands there. A sign with three digits after it groups thousands. Undefined for anything else:
 * a negative amount, or more decimals than the currency has.
 */
export function amountOf(cell: Cell, decimals: number): { minor: number; currency: string | null } | undefined {
  if (typeof cell === 'number') return withMinor(cell.toFixed(6), decimals, null)
  const found = /^(?<before>[a-z€]*)(?<digits>[\d.,'’]+)(?::-|,-)?(?<after>[a-z€]*)$/.exec(
    textOf(cell).toLowerCase().replace(/\s/g, ''),
  )?.groups
  if (!found) return undefined
  const mark = found.before || found.after || ''
  if (mark !== '' && !Object.hasOwn(MARKS, mark)) return undefined
  const plain = plainDecimal(found.digits!.replace(/['’]/g, ''))
  return plain === undefined ? undefined : withMinor(plain, decimals, MARKS[mark] ?? null)
}

/** Digits with a point before the decimals, and nothing between thousands. */
function plainDecimal(digits: string): string | undefined {
  const signs = [...digits].filter((sign) => sign === '.' || sign === ',')
  const last = signs.at(-1)
  if (last === undefined) return digits
  const [decimals] = digits.split(last).slice(-1)
  const isGrouped = signs.every((sign) => sign === last) && decimals!.length === 3
  const whole = isGrouped ? digits : digits.slice(0, digits.lastIndexOf(last))
  const parts = whole.split(/[.,]/)
  if (parts.length > 1 && parts.slice(1).some((part) => part.length !== 3)) return undefined
  return isGrouped ? parts.join('') : `${parts.join('')}.${decimals}`
}

function withMinor(plain: string, decimals: number, currency: string | null) {
  const [whole = '', after = ''] = plain.split('.')
  const kept = after.replace(/0+$/, '')
  if (!/^\d+$/.test(whole) || kept.length > decimals) return undefined
  const minor = Number(whole + kept.padEnd(decimals, '0'))
  return Number.isSafeInteger(minor) ? { minor, currency } : undefined
}
