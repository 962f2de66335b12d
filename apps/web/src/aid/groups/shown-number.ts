import { checkNumber, numberSchemes } from '@stegvis/core/identity/number.ts'

/** A company's number as its country writes it: `559999-6013`. One that fits no scheme stands as it is. */
export function shownNumber(country: string, number: string): string {
  const fitting = numberSchemes(country).map((scheme) => checkNumber(scheme, number))
  return fitting.find(({ valid }) => valid)?.value ?? number
}
