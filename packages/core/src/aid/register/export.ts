import { z } from 'zod'
import { maskPersonalNumbers } from '../../identity/masking.ts'
import type { Language, Text } from '../../kernel/text.ts'
import type { Rate } from '../de-minimis/amount.ts'
import { REGISTER_FIELD_KEYS, type RegisterFieldKey } from './fields.ts'
import { RegisterFilter, type RegisterRow } from './schema.ts'

/**
 * `register`: for who registers, with names. `public`: may be published; sole traders have pseudonyms and nothing
 * that leads to them.
 */
export const RegisterEdition = z.enum(['register', 'public'])
export type RegisterEdition = z.infer<typeof RegisterEdition>

export const RegisterExportQuery = RegisterFilter.extend({
  edition: RegisterEdition.default('register'),
  language: z.enum(['sv', 'en']).optional(),
})
export type RegisterExportQuery = z.infer<typeof RegisterExportQuery>

const Line = z.record(z.enum(REGISTER_FIELD_KEYS), z.string())
/** One award as files have it: every field a text, empty where there is nothing to say. */
export type RegisterLine = z.infer<typeof Line>

export const RegisterFile = z
  .strictObject({
    format: z.literal('stegvis-aid-register/1'),
    edition: RegisterEdition,
    programme: z.string(),
    madeAt: z.string(),
    grants: z.array(Line),
  })
  .meta({ id: 'AidRegisterFile' })
export type RegisterFile = z.infer<typeof RegisterFile>

const SOLE_TRADER: Text = { sv: 'Enskild näringsidkare', en: 'Sole trader' }

export type LineOf = {
  row: RegisterRow
  rate: Rate | null
  /** the same letters for the same company in every file of the programme, from which nobody finds the company */
  pseudonym: string
  /** decimals of the currency */
  decimals: number
}

/**
 * An award as a line of a file. Amounts are decimal numbers with a point.
 *
 * Source: Regulation (EU) 2023/2831, Art. 6(1) for the fields, Art. 6(2) for pseudonyms (RULES.md B-16, E-03).
 */
export function registerLine(
  { row, rate, pseudonym, decimals }: LineOf,
  edition: RegisterEdition,
  language: Language,
): RegisterLine {
  const isHidden = edition === 'public' && row.isSoleTrader
  const named = (text: string) => (isHidden ? '' : text)
  const line: RegisterLine = {
    beneficiaryNumber: named(row.number),
    beneficiaryName: isHidden ? `${SOLE_TRADER[language]} ${pseudonym}` : row.name,
    beneficiaryCountry: row.country,
    awardedOn: row.awardedOn,
    amount: decimalText(row.minor, decimals),
    currency: row.currency,
    amountEur: decimalText(row.eurCents, 2),
    rate: rate?.perEuro ?? '',
    rateSource: rate?.source ?? '',
    rateDay: rate?.day ?? '',
    memberState: row.memberState,
    regulation: row.regulation,
    authority: row.authority,
    scheme: row.scheme,
    instrument: row.instrument,
    nace: naceOf(row.industryCode),
    reference: named(row.reference),
    withdrawnOn: row.withdrawnOn ?? '',
    registerBy: row.deadline?.by ?? '',
    registeredOn: row.registeredOn ?? '',
    registerReference: named(row.registerReference ?? ''),
  }
  return Object.fromEntries(
    REGISTER_FIELD_KEYS.map((key): [RegisterFieldKey, string] => [key, maskPersonalNumbers(line[key])]),
  ) as RegisterLine
}

/** The NACE class of a national code: its first four digits. Source: SNI has the codes of NACE and a fifth digit. */
export function naceOf(code: string): string {
  const digits = code.replace(/\D/g, '').slice(0, 4)
  return digits.length > 2 ? `${digits.slice(0, 2)}.${digits.slice(2)}` : digits
}

function decimalText(minor: number, decimals: number): string {
  const digits = String(minor).padStart(decimals + 1, '0')
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
