import { isPersonalNumber, OrganisationNumber } from '@stegvis/core/companies/organisation-number.ts'

/** The number as something to search by: a personal number is not. */
export function searchableNumber(stored: string): string | null {
  const parsed = OrganisationNumber.safeParse(stored)
  return parsed.success && isPersonalNumber(parsed.data) ? null : stored
}
