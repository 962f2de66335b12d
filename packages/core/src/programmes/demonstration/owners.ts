import { groupFacts, partiesOf, withParties } from '../../aid/groups/records.ts'
import type { GroupFacts, Party } from '../../aid/groups/schema.ts'
import type { PartyAccounts } from '../../aid/size/records.ts'
import { withCheckDigit } from '../../companies/organisation-number.ts'
import { addDays, addMonths, daysBetween, type PlainDate, plainDate, yearOf } from '../../kernel/day.ts'
import { aloneIn, type Owned } from './aid.ts'
import type { GroupsFile } from './content.ts'
import { createRandom, type Random } from './random.ts'
import type { DemonstrationRecord, Records } from './records.ts'
import { managerOf, type Setting } from './setting.ts'

type Group = GroupsFile['groups'][number]

/**
 * Adds the owners of a group to the records of the last of its companies, when all of them are there. Answers the
 * companies whose owners are known with it: the one that joined where nobody owns it, or all of its group.
 */
export function ownersOf(setting: Setting): { join(index: number, records: Records): Owned[] } {
  const companies = new Map<number, Records>()
  const waiting = new Set(setting.history === 'full' ? setting.content.groups.groups : [])
  const numbers = numbersFrom(setting.content.groups['first-serial'])
  return {
    join(index, records) {
      const group = [...waiting].find((one) => one.companies.includes(index))
      if (!group) return [{ index, own: records, facts: aloneIn(records), isNew: true }]
      companies.set(index, records)
      if (!group.companies.every((at) => companies.has(at))) return []
      waiting.delete(group)
      const facts = addGroup(setting, group, companies, numbers, records)
      return group.companies.map((at) => ({ index: at, own: companies.get(at)!, facts, isNew: false }))
    },
  }
}

/** Numbers that belong to nobody, one after the other. */
function numbersFrom(first: number): () => string {
  let next = first
  return () => withCheckDigit(String(next++))
}

function addGroup(
  setting: Setting,
  group: Group,
  companies: ReadonlyMap<number, Records>,
  nextNumber: () => string,
  records: Records,
): GroupFacts {
  const parties: Party[] = []
  const random = createRandom(`${setting.seed}/owners/${group.companies.join()}`)
  const statedOn = addDays(setting.until, -random.int(5, 120))
  const ids = new Map<string, string>()
  const idOf = (key: string) => ids.get(key) ?? key
  const said = () => ({ source: 'staff', statedBy: managerOf(setting).id, statedAt: random.instant(statedOn) })
  for (const at of group.companies) {
    const { id, name, country, organisationNumber: number } = companies.get(at)!.company[0]!
    parties.push(...aloneIn(companies.get(at)!).parties)
    ids.set(`company-${at}`, String(id))
    const row = { id, companyId: id, kind: 'enterprise', name, country, number, attributes: {} }
    records.party.push({ ...row, ...said(), statedBy: null, revision: 0 })
  }
  for (const party of group.parties) {
    ids.set(party.id, random.id(statedOn))
    records.party.push({ ...partyRow(party, idOf(party.id), nextNumber), ...said(), revision: 1 })
    parties.push({ ...party, id: idOf(party.id) })
  }
  for (const given of group.facts) {
    const stated = withParties(given, idOf)
    const id = random.id<string>(statedOn)
    const { note } = setting.content.groups
    records.groupFact.push({ id, kind: stated.kind, fact: stated.fact, note, ...said(), revision: 1 })
    records.groupFactParty.push(...partiesOf(stated).map((partyId) => ({ factId: id, partyId })))
  }
  addAccounts(setting, group, idOf, { said, random, statedOn }, records)
  return groupFacts(
    parties,
    group.facts.map((given) => withParties(given, idOf)),
  )
}

/** Swedish owners get a number; of other countries none is known to be free. */
function partyRow(party: Party, id: string, nextNumber: () => string): DemonstrationRecord {
  const { id: _, kind, name, ...rest } = party
  const { country = null, number: __, ...attributes } = { country: undefined, number: undefined, ...rest }
  return { id, companyId: null, kind, name, country, number: country === 'SE' ? nextNumber() : null, attributes }
}

type Stating = { said: () => DemonstrationRecord; random: Random; statedOn: PlainDate }

const MILLION_CENTS = 100_000_000

function addAccounts(
  { until }: Setting,
  group: Group,
  idOf: (key: string) => string,
  { said, random, statedOn }: Stating,
  records: Records,
): void {
  for (const { party, currency, years } of group.accounts) {
    for (const [back, [awu, turnover, balance]] of years.entries()) {
      const closedOn = plainDate(yearOf(until) - 1 - back, 12, 31)
      const accounts: PartyAccounts = {
        ...{ basis: 'closed', closedOn, months: 12, scope: 'own', awu: String(awu), currency },
        turnoverCents: Math.round(turnover * MILLION_CENTS),
        balanceCents: Math.round(balance * MILLION_CENTS),
      }
      const row = { id: random.id(statedOn), partyId: idOf(party), onDay: closedOn, scope: 'own', accounts }
      records.partyAccounts.push({ ...row, ...said(), revision: 1 })
    }
  }
}

const MONTHS_OF_RATES = 48

/** Made-up rates for every day of some years but the weekends, and for every month. */
export function ratesOf({ content, seed, until }: Setting, importId: string): DemonstrationRecord[] {
  const { source, currencies } = content.groups.rates
  const first = addMonths(plainDate(yearOf(until), Number(until.slice(5, 7)), 1), -MONTHS_OF_RATES)
  return Object.entries(currencies).flatMap(([currency, average]) => {
    const random = createRandom(`${seed}/rates/${currency}`)
    let drift = 0
    const rate = (every: 'day' | 'month', onDay: PlainDate) => {
      drift = drift * 0.98 + (random.next() - 0.5) * 0.004
      const perEuro = (average * (1 + drift)).toFixed(4)
      return { currency, every, onDay, perEuro, source, importId, importedBy: null, importedAt: `${until}T05:00:00Z` }
    }
    const days: DemonstrationRecord[] = []
    // The day a demonstration is put in place is the one after its history.
    for (let day = first, weekday = weekdayOf(first); day <= addDays(until, 1); day = addDays(day, 1)) {
      if (weekday < 5) days.push(rate('day', day))
      if (day.endsWith('-01')) days.push(rate('month', day))
      weekday = (weekday + 1) % 7
    }
    return days
  })
}

const A_MONDAY = plainDate(2001, 1, 1)

/** 0 is Monday. */
const weekdayOf = (day: PlainDate): number => daysBetween(A_MONDAY, day) % 7
