import { hasLuhnDigit } from '../identity/luhn.ts'

// Free of the schema library, so that the public pages stay small.

/** A number as people write it without spaces, hyphen and the prefix 16 of a twelve-digit number. */
export function tenDigits(input: string): string {
  const digits = input.replace(/[\s\u00a0+-]/g, '')
  return /^16\d{10}$/.test(digits) ? digits.slice(2) : digits
}

/** Whether the last digit fits the others. Source: Luhn's algorithm (RULES.md E-01). */
export function hasValidCheckDigit(ten: string): boolean {
  return hasLuhnDigit(ten)
}

/** The same rule as the server's for what a visitor types; the schema library stays out of the public pages. */
export function isOrganisationNumber(input: string): boolean {
  const ten = tenDigits(input)
  return /^\d{10}$/.test(ten) && hasValidCheckDigit(ten)
}
