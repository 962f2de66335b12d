/** `sek, nok` as codes; words that are no codes are left out, none at all means every currency. */
export function currenciesIn(typed: string): string[] | undefined {
  const codes = typed.toUpperCase().match(/\b[A-Z]{3}\b/g)
  return codes ? [...new Set(codes)] : undefined
}

export const isMonth = (typed: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(typed)

/** The line of a file that a fault is at, from its pointer: `#/line/12`. */
export function lineOf(pointer: string): string | null {
  return /\/line\/(\d+)$/.exec(pointer)?.[1] ?? null
}
