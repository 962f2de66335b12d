import type { GroupFacts } from '@stegvis/core/aid/groups/schema.ts'
import { findRate, rateTable } from '@stegvis/core/aid/rates/lookup.ts'
import { accountsDay } from '@stegvis/core/aid/size/accounts.ts'
import { ceilingsOf, definitionOn } from '@stegvis/core/aid/size/definition.ts'
import { answerSmeQuestion } from '@stegvis/core/aid/size/question.ts'
import type { Accounts, SmeQuestion } from '@stegvis/core/aid/size/schema.ts'
import { type CompanySize, missingAccounts } from '@stegvis/core/aid/size/snapshots.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import type { Tx } from '../../db/tenancy.ts'
import { readBooks } from '../accounts/books.ts'
import { factsOf, readComponent } from '../groups/service.ts'
import { listRatesNear } from '../rates/store.ts'
import { SME_DEFINITIONS } from './definitions.ts'

/** The question whether a company is an SME, with everything the programme knows that could answer it. */
export async function askSize(
  tx: Tx,
  within: { programmeId: ProgrammeId },
  companyId: CompanyId,
  { on, anchor }: Pick<SmeQuestion, 'on' | 'anchor'>,
): Promise<SmeQuestion> {
  const component = await readComponent(tx, within, companyId)
  const { books } = await readBooks(tx, within.programmeId, component)
  const accounts = books
    .map((book): Accounts => ({ ...book.accounts, enterprise: book.partyId }))
    .filter((entry) => accountsDay(entry) <= on)
  const needs = accounts.map((entry) => ({ currency: entry.currency, on: accountsDay(entry) }))
  const rates = await listRatesNear(tx, needs)
  const group: GroupFacts = factsOf(component)
  return { format: 'stegvis-sme/1', enterprise: component.partyId, on, anchor, group, accounts, rates }
}

/** The answer of the rules, or what is missing for one, by what the screen asks for. */
export function answerSize(question: SmeQuestion): CompanySize {
  const rates = missingRates(question)
  const reading = answerSmeQuestion(question, SME_DEFINITIONS)
  const { on } = question
  if (reading.ok) {
    const accounts = missingAccounts(reading.value)
    const ceilings = ceilingsOf(SME_DEFINITIONS, reading.value.definition.id)
    return { on, status: reading.value, ceilings, missing: { accounts, rates }, faults: [] }
  }
  const faults = reading.faults
    .filter(({ pointer }) => rates.length === 0 || !/^#\/accounts\/\d+\/currency$/.test(pointer))
    .map(({ pointer, message }) => ({ pointer, text: message }))
  return { on, status: null, ceilings: [], missing: { accounts: [], rates }, faults }
}

/** Every rate that some accounts wait for, each once. */
function missingRates({ accounts, rates, on, ratePolicy }: SmeQuestion): CompanySize['missing']['rates'] {
  const policy = ratePolicy ?? definitionOn(SME_DEFINITIONS, on)?.definition.ratePolicy ?? 'last-published'
  const table = rateTable(rates)
  const missing = accounts.flatMap((entry) => {
    const day: PlainDate = accountsDay(entry)
    const found = findRate(table, entry.currency, day, policy)
    return found.ok ? [] : [{ currency: entry.currency, on: day, text: found.missing }]
  })
  return [...new Map(missing.map((each) => [`${each.currency}/${each.on}`, each])).values()]
}
