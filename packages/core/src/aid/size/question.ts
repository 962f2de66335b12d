import type { Text } from '../../kernel/text.ts'
import { checkGroup } from '../groups/check.ts'
import { type Fault, faultAt, type Path, type Reading, readInput } from '../input.ts'
import { checkRates, findRate, rateTable } from '../rates/lookup.ts'
import type { Rate } from '../rates/schema.ts'
import { accountsDay } from './accounts.ts'
import { classifySme, type InForce } from './classify.ts'
import { definitionOn, type SmeDefinitions } from './definition.ts'
import { type Accounts, SmeQuestion, type SmeStatus } from './schema.ts'

const SENTENCES = {
  notInForce: { sv: 'Ingen definition gällde den {day}.', en: 'No definition was in force on {day}.' },
  unknown: { sv: 'Det finns ingen part med det id:t.', en: 'There is no party with that id.' },
  notEnterprise: { sv: 'Bara ett företag kan klassas.', en: 'Only an enterprise can be classified.' },
  headcount: {
    sv: 'Skriv antingen ”awu” eller ”workforce”, inte båda.',
    en: 'Write either “awu” or “workforce”, not both.',
  },
  noHeadcount: { sv: 'Skriv ”awu” eller ”workforce”.', en: 'Write “awu” or “workforce”.' },
  twice: {
    sv: 'Räkenskaper för samma företag och dag finns redan i listan.',
    en: 'Accounts of the same enterprise and day are in the list already.',
  },
  approval: { sv: 'Godkända innan året var slut.', en: 'Approved before the year was over.' },
} as const satisfies Record<string, Text>

/**
 * The status of an enterprise from an input nobody has looked at: the status, or every fault with its place. `more`
 * are rates from files, beside those in the input.
 */
export function answerSmeQuestion(
  input: unknown,
  definitions: SmeDefinitions,
  more: readonly Rate[] = [],
): Reading<SmeStatus> {
  const read = readInput(SmeQuestion, input)
  if (!read.ok) return read
  const question = { ...read.value, rates: [...read.value.rates, ...more] }
  const inForce = definitionOn(definitions, question.on)
  if (!inForce) return { ok: false, faults: [faultAt(['on'], SENTENCES.notInForce, { day: question.on })] }
  const faults = [
    ...checkGroup(question.group, ['group']),
    ...enterpriseFaults(question),
    ...checkRates(question.rates, ['rates']),
    ...checkAccounts(question, ['accounts']),
  ]
  if (faults.length === 0) faults.push(...rateFaults(question, inForce))
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: classifySme(question, inForce) }
}

function enterpriseFaults({ enterprise, group }: SmeQuestion): Fault[] {
  const party = group.parties.find(({ id }) => id === enterprise)
  if (!party) return [faultAt(['enterprise'], SENTENCES.unknown)]
  return party.kind === 'enterprise' ? [] : [faultAt(['enterprise'], SENTENCES.notEnterprise)]
}

/** What cannot be true of accounts, each by its place in the list. */
export function checkAccounts({ accounts, group }: Pick<SmeQuestion, 'accounts' | 'group'>, place: Path): Fault[] {
  const ids = new Set(group.parties.map(({ id }) => id))
  const seen = new Set<string>()
  return accounts.flatMap((entry, n) => {
    const at = [...place, n]
    const key = [entry.enterprise, entry.basis, accountsDay(entry), scopeOf(entry)].join('\n')
    const faults: Fault[] = []
    if (!ids.has(entry.enterprise)) faults.push(faultAt([...at, 'enterprise'], SENTENCES.unknown))
    if (seen.has(key)) faults.push(faultAt(at, SENTENCES.twice))
    if (entry.awu !== undefined && entry.workforce) faults.push(faultAt([...at, 'workforce'], SENTENCES.headcount))
    if (entry.awu === undefined && !entry.workforce) faults.push(faultAt([...at, 'awu'], SENTENCES.noHeadcount))
    if (entry.basis === 'closed' && entry.approvedOn && entry.approvedOn < entry.closedOn) {
      faults.push(faultAt([...at, 'approvedOn'], SENTENCES.approval))
    }
    seen.add(key)
    return faults
  })
}

const scopeOf = (entry: Accounts) => (entry.basis === 'closed' ? entry.scope : 'own')

/** Every amount that could count needs its rate. */
function rateFaults(question: SmeQuestion, { definition }: InForce): Fault[] {
  const table = rateTable(question.rates)
  const policy = question.ratePolicy ?? definition.ratePolicy
  return question.accounts.flatMap((entry, n) => {
    if (accountsDay(entry) > question.on) return []
    const found = findRate(table, entry.currency, accountsDay(entry), policy)
    return found.ok ? [] : [faultAt(['accounts', n, 'currency'], found.missing)]
  })
}
