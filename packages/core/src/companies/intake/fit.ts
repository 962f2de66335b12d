import type { PartnerId, SubProjectId } from '../../kernel/ids.ts'
import type { SizeClass } from '../size/size.ts'
import { sizeClass } from '../size/size-class.ts'

/** Where a company belongs: found by its municipality. */
export type Territory = {
  municipalityCode: string
  subProject: { id: SubProjectId; name: string }
  partner: { id: PartnerId; name: string }
}

/** The sub-project that has the municipality; undefined outside the programme's territory or when unknown. */
export function routeTo(territories: readonly Territory[], municipalityCode: string | null): Territory | undefined {
  return municipalityCode === null
    ? undefined
    : territories.find((territory) => territory.municipalityCode === municipalityCode)
}

/**
 * Kronor for a euro in the visitor's own check. The Recommendation fixes no rate, so a size near a ceiling is
 * called uncertain and is looked at together (RULES.md A-21).
 */
export const APPROXIMATE_SEK_PER_EUR = 11
const NEAR_CEILING = 0.1
const SME_TURNOVER_EUR_CENTS = 50 * 100_000_000

export type FitQuestion = {
  municipalityCode: string | null
  employees: number | null
  /** in öre; null when the visitor did not say */
  turnoverCents: number | null
}

/** `near-ceiling`: the amounts are so close to the limit that the rate decides. */
export type Fit = {
  answer: 'yes' | 'probably' | 'ask'
  reasons: ('outside-territory' | 'too-large' | 'near-ceiling' | 'municipality-unknown' | 'size-unknown')[]
  size: SizeClass | null
  territory: Territory | null
}

/**
 * Whether the programme is for this company, from three answers. Never a refusal: what speaks against it is
 * said as a reason to ask, since exceptions and linked companies are judged by a person.
 *
 * Source: size by Recommendation 2003/361/EC, Annex, Article 2, without looking at owners.
 */
export function checkFit(question: FitQuestion, territories: readonly Territory[]): Fit {
  const territory = routeTo(territories, question.municipalityCode) ?? null
  const turnoverEurCents =
    question.turnoverCents === null ? null : Math.round(question.turnoverCents / APPROXIMATE_SEK_PER_EUR)
  const size = sizeClass({ employees: question.employees, turnoverEurCents, balanceEurCents: null })?.size ?? null
  const near =
    turnoverEurCents !== null &&
    Math.abs(turnoverEurCents - SME_TURNOVER_EUR_CENTS) <= SME_TURNOVER_EUR_CENTS * NEAR_CEILING
  const headcountFits = question.employees === null || question.employees < 250

  const reasons: Fit['reasons'] = []
  if (question.municipalityCode === null) reasons.push('municipality-unknown')
  else if (!territory) reasons.push('outside-territory')
  if (size === null) reasons.push('size-unknown')
  else if (near && headcountFits) reasons.push('near-ceiling')
  else if (size === 'large') reasons.push('too-large')

  const against = reasons.includes('outside-territory') || reasons.includes('too-large')
  return { answer: against ? 'ask' : reasons.length === 0 ? 'yes' : 'probably', reasons, size, territory }
}

/** A form filled in faster than anyone types, or with the field no person sees, comes from a machine. */
export const LEAST_SECONDS_IN_FORM = 3

export type KnownContact = { name: string; email: string | null }

/** Whether the sender is somebody the company's record does not name yet. Addresses are compared in lower case. */
export function isNewContact(known: readonly KnownContact[], email: string): boolean {
  return !known.some((contact) => contact.email === email.toLowerCase())
}
