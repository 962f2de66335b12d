import { municipalitiesOf, municipalityName as nameOf } from '../programmes/geography.ts'

export type Municipality = { code: string; name: string; county: string }

const collator = new Intl.Collator('sv')

/** The municipalities that can be chosen, in Swedish order. */
export const MUNICIPALITIES: readonly Municipality[] = municipalitiesOf('SE')
  .map(({ code, name, county }) => ({ code, name, county }))
  .sort((a, b) => collator.compare(a.name, b.name))

/** A code of another country is its own name. */
export function municipalityName(code: string | null): string | null {
  return code === null ? null : nameOf(code)
}
