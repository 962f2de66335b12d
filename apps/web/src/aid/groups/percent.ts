const WHOLE_PPM = 1_000_000

/** Millionths as they are typed and shown: 250000 is 25. */
export const percentOf = (ppm: number): number => ppm / 10_000

/**
 * A share as it is typed: `25`, `33,3333`, `12.5 %`, `1/3`. Millionths; `null` where nothing is typed, `undefined`
 * where it is no share between nothing and the whole.
 */
export function parseShare(typed: string): number | null | undefined {
  const text = typed.replace(/[\s\u00a0%]/g, '').replace(',', '.')
  if (text === '') return null
  const part = /^(\d{1,9})\/(\d{1,9})$/.exec(text)
  if (part) return within(Number(part[2]) === 0 ? Number.NaN : (Number(part[1]) / Number(part[2])) * WHOLE_PPM)
  return /^\d{1,3}(\.\d+)?$/.test(text) ? within(Number(text) * 10_000) : undefined
}

function within(ppm: number): number | undefined {
  const whole = Math.round(ppm)
  return whole >= 0 && whole <= WHOLE_PPM ? whole : undefined
}
