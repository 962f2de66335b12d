import { z } from 'zod'
import { accept, type Decision, refuse } from '../kernel/decision.ts'
import { hasValidCheckDigit, tenDigits } from './check-digit.ts'

/** A Swedish organisation number: ten digits without hyphen. For a sole trader it is a personal number. */
export const OrganisationNumber = z
  .string()
  .regex(/^\d{10}$/)
  .refine(hasValidCheckDigit, { error: 'wrong check digit' })
  .meta({ example: '5599990008' })
  .brand<'OrganisationNumber'>()
export type OrganisationNumber = z.infer<typeof OrganisationNumber>

/**
 * Reads a number as people write it: spaces, a hyphen, the prefix 16 of a twelve-digit number.
 *
 * Source: Luhn's algorithm, weights 2 and 1 from the left over all ten digits (RULES.md E-01).
 */
export function parseOrganisationNumber(input: string): Decision<OrganisationNumber> {
  const parsed = OrganisationNumber.safeParse(tenDigits(input))
  return parsed.success ? accept(parsed.data) : refuse('organisation-number-invalid')
}

/** The third digit of an organisation number is at least 2; below that the number is a person's own. */
export function isPersonalNumber(number: OrganisationNumber): boolean {
  return number[2]! < '2'
}

/** `559999-0008`; a sole trader's number with its last four digits masked, since it is personal data. */
export function formatOrganisationNumber(number: OrganisationNumber): string {
  return `${number.slice(0, 6)}-${isPersonalNumber(number) ? '****' : number.slice(6)}`
}

/** Nine digits with the check digit that makes them valid. For generated companies and tests. */
export function withCheckDigit(nine: string): OrganisationNumber {
  for (let digit = 0; digit < 10; digit++) {
    const candidate = `${nine}${digit}`
    if (hasValidCheckDigit(candidate)) return OrganisationNumber.parse(candidate)
  }
  throw new RangeError('nine digits are needed')
}

/** The same for a number as it is stored; a number of another country is shown as it is. */
export function formatNumber(stored: string): string {
  const parsed = OrganisationNumber.safeParse(stored)
  return parsed.success ? formatOrganisationNumber(parsed.data) : stored
}
