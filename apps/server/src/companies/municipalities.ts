import * as geography from '../programmes/geography.ts'

const COUNTRY = 'SE'
const collator = new Intl.Collator('sv')

/** The municipalities that can be chosen, in Swedish order. */
export const MUNICIPALITIES: ReadonlyArray<{ code: string; name: string }> = geography
  .municipalitiesOf(COUNTRY)
  .map(({ code, name }) => ({ code, name }))
  .sort((a, b) => collator.compare(a.name, b.name))

export function municipalityName(code: string | null): string | null {
  return code === null ? null : geography.municipalityName(code)
}
