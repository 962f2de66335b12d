import { PlainDate } from '../kernel/day.ts'
import { accept, type Decision, refuse } from '../kernel/decision.ts'
import type { FactValues } from '../models/tree/answers.ts'
import type { Fact } from '../models/tree/schema.ts'
import type { AssessmentFact, FactInput } from './tree-schema.ts'

/** What a company record holds that a model may read; null where it is not known. */
export type CompanyRecordFacts = {
  /** of the newest financial year that says */
  employees: number | null
  turnoverCents: number | null
  /** SNI 2007, five digits; the first four are the NACE class */
  industryCode: string | null
  municipalityCode: string | null
}

type FactValue = AssessmentFact['value']

/** The facts of a model in its order: the company record speaks first, and what was said for the measurement after. */
export function factsOf(
  facts: readonly Fact[],
  record: CompanyRecordFacts,
  said: ReadonlyMap<string, { value: FactValue; revision: number }>,
): AssessmentFact[] {
  return facts.map((fact): AssessmentFact => {
    const own = said.get(fact.id)
    const revision = own?.revision ?? 0
    const known = recorded(fact, record)
    if (known !== null) return { id: fact.id, value: known, source: 'company', revision }
    const value = own?.value ?? null
    return { id: fact.id, value, source: value === null ? null : 'assessment', revision }
  })
}

export function factValues(facts: readonly AssessmentFact[]): FactValues {
  return Object.fromEntries(facts.map(({ id, value }) => [id, value]))
}

/** How many cents one of the unit is; a unit not known here is asked for instead of guessed. */
const CENTS: Readonly<Record<string, number>> = {
  ...{ SEK: 100, kr: 100, kSEK: 100_000, tkr: 100_000, MSEK: 100_000_000, mkr: 100_000_000 },
}

/** A fact by the name the company record has for it; null where the record has none, or of another type. */
function recorded(fact: Fact, record: CompanyRecordFacts): FactValue {
  const { employees, turnoverCents, industryCode, municipalityCode } = record
  if (fact.type === 'number' && fact.id === 'employees') return employees
  if (fact.type === 'number' && fact.id === 'turnover') {
    const cents = CENTS[fact.unit ?? 'SEK']
    return turnoverCents === null || cents === undefined ? null : turnoverCents / cents
  }
  if (fact.type === 'code' && fact.id === 'municipality') return municipalityCode
  if (fact.type === 'code' && (fact.id === 'sni' || fact.id === 'nace')) return industry(fact.codes, industryCode)
  return null
}

/** Where a model lists codes of a coarser division, the narrowest that the company's own lies in. */
function industry(codes: readonly string[] | undefined, code: string | null): string | null {
  if (code === null || codes === undefined) return code
  return codes.filter((one) => code.startsWith(one)).sort((a, b) => b.length - a.length)[0] ?? null
}

/** Whether a value can be said of a fact. What the company record says is put right there. */
export function sayFact(fact: Fact, record: CompanyRecordFacts, { value }: FactInput): Decision<FactValue> {
  if (recorded(fact, record) !== null) return refuse('invalid-input', 'the company record says it')
  if (value === null || fits(fact, value)) return accept(value)
  return refuse('invalid-input', `not a ${fact.type}`)
}

function fits(fact: Fact, value: NonNullable<FactValue>): boolean {
  if (fact.type === 'number') return typeof value === 'number' && Math.abs(value) <= 1e12
  if (fact.type === 'truth') return typeof value === 'boolean'
  if (fact.type === 'day') return PlainDate.safeParse(value).success
  return typeof value === 'string' && value !== '' && (fact.codes?.includes(value) ?? true)
}
