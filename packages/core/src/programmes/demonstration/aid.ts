import type { Rate } from '../../aid/de-minimis/amount.ts'
import { prefilled } from '../../aid/declaration/rules.ts'
import type { DeclarationContent, EarlierAid } from '../../aid/declaration/schema.ts'
import { decimal, over, ratio, rounded } from '../../aid/exact.ts'
import type { GroupFacts } from '../../aid/groups/schema.ts'
import { undertakingView } from '../../aid/groups/view.ts'
import { firstRules, staffCost } from '../../aid/rules/rules.ts'
import type { AidRules } from '../../aid/rules/schema.ts'
import type { SmeDefinitions } from '../../aid/size/definition.ts'
import { costOf, ownValue } from '../../aid/support/rules.ts'
import { addDays, type PlainDate } from '../../kernel/day.ts'
import type { AidFile } from './content.ts'
import { between, laterOf, workday } from './journey.ts'
import { createRandom, type Random } from './random.ts'
import type { DemonstrationRecord, Records } from './records.ts'
import { managerOf, type Setting } from './setting.ts'
import { addDecidedSize } from './size.ts'

/** What the programme of the content has settled about the aid it gives. */
export function rulesOf({ content }: Pick<Setting, 'content'>): AidRules {
  const { rules } = content.aid
  return {
    ...firstRules(rules['member-state']),
    gate: true,
    regulation: rules.regulation,
    authority: rules.authority,
    scheme: rules.scheme,
    schemeReference: rules['scheme-reference'],
    instrument: rules.instrument,
    currency: rules.currency,
    hourlyMinor: rules['hourly-ore'],
    payrollPpm: rules['payroll-ppm'],
    flatPpm: rules['flat-ppm'],
    publicPpm: rules['public-ppm'],
    ratePolicy: rules['rate-policy'],
  }
}

/** A company whose owners are known by now: the records of its own, and its group. */
export type Owned = { index: number; own: Records; facts: GroupFacts; isNew: boolean }

type Fate = 'granted' | 'undeclared' | 'undecided'

/** A few companies lack a paper, so that there is something to see and to do. */
function fateOf({ lacking: { declaration, decision } }: AidFile, index: number): Fate {
  if (index % declaration.every === declaration.from) return 'undeclared'
  return index % decision.every === decision.from ? 'undecided' : 'granted'
}

/** Puts the papers of coached companies in place before their first session, as records beside the others. */
export function aidOf(setting: Setting, rates: readonly DemonstrationRecord[], definitions: SmeDefinitions) {
  const rules = rulesOf(setting)
  const rateOn = ratesBy(setting, rules.currency, rates)
  return {
    /** `records`: where they are put; those of the company itself may be written already */
    add({ index, own, facts, isNew }: Owned, records: Records): void {
      const sessions = own.coachingSession
      if (sessions.length === 0) return
      const fate = fateOf(setting.content.aid, index)
      const told: Told = {
        setting,
        rules,
        rateOn,
        own,
        facts,
        fate,
        random: createRandom(`${setting.seed}/aid/${index}`),
      }
      if (isNew) {
        records.party.push(partyOf(own))
        addDecidedSize(setting, definitions, rates, told, records)
      }
      addPapers(told, index, daysOf(told), records)
    },
  }
}

/** Whether the sessions of a company were held after its award. */
export function isAwarded({ content }: Pick<Setting, 'content'>, index: number): boolean {
  return fateOf(content.aid, index) === 'granted'
}

/** The company itself, as a party of its own picture. */
export function aloneIn(own: Records): GroupFacts {
  const { id, name, country, organisationNumber: number } = own.company[0]! as Record<string, string>
  const party = { id: id!, kind: 'enterprise' as const, name: name!, country: country!, number: number! }
  const none = { holdings: [], controls: [], actingJointly: [], markets: [], consolidations: [], restructurings: [] }
  return { parties: [party], ...none }
}

function partyOf(own: Records): DemonstrationRecord {
  const { id, name, country, organisationNumber: number, createdAt } = own.company[0]!
  const said = { source: 'staff', statedBy: null, statedAt: createdAt, revision: 0 }
  return { id, companyId: id, kind: 'enterprise', name, country, number, attributes: {}, ...said }
}

type Told = {
  setting: Setting
  rules: AidRules
  rateOn: (day: PlainDate) => Rate
  own: Records
  facts: GroupFacts
  fate: Fate
  random: Random
}

type Days = { plannedOn: PlainDate; signedOn: PlainDate; decidedOn: PlainDate }

/** In order, before the first session and not before the company came in. */
function daysOf({ own, random }: Told): Days {
  const firstOn = own.coachingSession.map(({ heldOn }) => heldOn as PlainDate).sort()[0]!
  const cameOn = String(own.company[0]!.createdAt).slice(0, 10) as PlainDate
  const back = (day: PlainDate, most: number) => {
    return laterOf(cameOn, workday(addDays(day, -random.int(2, most))))
  }
  const decidedOn = back(firstOn, 10)
  const signedOn = back(decidedOn, 8)
  return { plannedOn: back(signedOn, 8), signedOn, decidedOn }
}

function addPapers(told: Told, index: number, days: Days, records: Records): void {
  const { random, fate } = told
  const [supportId, declarationId] = [random.id<string>(days.plannedOn), random.id<string>(days.plannedOn)]
  const planned = plannedSupport(told, days.decidedOn)
  const earlier = earlierAid(told, index, days.signedOn)
  addSupport(told, supportId, planned, days, records)
  if (fate === 'undeclared') return
  addDeclaration(told, declarationId, { ...planned, supportId }, earlier, days, records)
  for (const aid of earlier) records.aidGrant.push(earlierRow(told, aid, declarationId, days))
  if (fate === 'granted') records.aidGrant.push(awardRow(told, supportId, planned, days))
}

type Planned = { cost: ReturnType<typeof costOf>; amountMinor: number; minutes: number; rate: Rate; eurCents: number }

/** Enough hours for all the sessions that were held, with some to spare. */
function plannedSupport({ setting, rules, rateOn, own }: Told, decidedOn: PlainDate): Planned {
  const { 'step-hours': step, margin, preparation } = setting.content.aid.planned
  const held = own.coachingSession.reduce((sum, { minutes }) => sum + Number(minutes), 0)
  const direct = Math.ceil((held * margin) / (step * 60)) * step * 60
  const staff = [
    { work: 'direct' as const, minutes: direct },
    { work: 'preparation' as const, minutes: Math.round(direct * preparation) },
  ]
  const input = { staff, bought: [], paidMinor: 0, share: { own: 1, of: 1 } }
  const cost = costOf(input, staffCost(rules)!, String(own.company[0]!.id))
  const amountMinor = ownValue(cost).aidMinor
  const rate = rateOn(decidedOn)
  const minutes = staff.reduce((sum, one) => sum + one.minutes, 0)
  return { cost, amountMinor, minutes, rate, eurCents: inEuro(amountMinor, rate) }
}

function addSupport(
  { setting, rules, own, fate, random }: Told,
  id: string,
  { cost, amountMinor, rate, eurCents }: Planned,
  { plannedOn, decidedOn }: Days,
  records: Records,
): void {
  const { authority } = rules
  const isGranted = fate === 'granted'
  const reference = `EXEMPEL ${String(random.int(1, 9999)).padStart(4, '0')}`
  const decision = { outcome: 'granted', authority, reference, reason: '', judged: null }
  const state = isGranted ? 'granted' : fate === 'undecided' ? 'submitted' : 'planned'
  records.support.push({
    ...{ id, companyId: own.company[0]!.id, state, planned: cost, amountMinor, currency: rules.currency },
    ...{ rate: isGranted ? rate : null, amountEurCents: isGranted ? eurCents : null, note: '' },
    decision: isGranted ? decision : null,
    decidedOn: isGranted ? decidedOn : null,
    decidedBy: isGranted ? economistOf(setting) : null,
    decidedAt: isGranted ? `${decidedOn}T07:30:00Z` : null,
    ...{ revision: isGranted ? 3 : 1, madeBy: coachOf(own), madeAt: `${plannedOn}T06:30:00Z` },
  })
  const common = { companyId: own.company[0]!.id, subjectId: id, audience: 'all' }
  const amount = { amountMinor, currency: rules.currency }
  const planned = { kind: 'aid.support-planned', at: `${plannedOn}T06:30:00Z`, personId: coachOf(own), detail: amount }
  records.event.push({ id: random.id(plannedOn), ...common, ...planned })
  if (!isGranted) return
  const detail = { decidedOn, authority, reference, reason: '', ...amount, eurCents }
  const granted = { kind: 'aid.granted', at: `${decidedOn}T07:30:00Z`, personId: economistOf(setting), detail }
  records.event.push({ id: random.id(decidedOn), ...common, ...granted })
}

function addDeclaration(
  { rules, own, facts, random }: Told,
  id: string,
  { supportId, amountMinor, minutes, rate, eurCents }: Planned & { supportId: string },
  earlier: readonly EarlierAid[],
  { plannedOn, signedOn }: Days,
  records: Records,
): void {
  const company = own.company[0]!
  const manager = own.contact[0]!.personId
  const members = undertakingView(facts, String(company.id), signedOn, rules.memberState) ?? []
  const known = prefilled({
    ...{ on: signedOn, rules, group: facts },
    support: { supportId, amountMinor, currency: rules.currency, eurCents, rate, minutes },
    members: members.filter(({ party }) => party !== company.id),
    earlierAid: [...earlier],
    activities: [{ code: String(company.industryCode), supported: true }],
  })
  const content: DeclarationContent = {
    ...known,
    undertaking: { ...known.undertaking, isComplete: true },
    restructurings: { ...known.restructurings, isComplete: true },
    assurance: true,
  }
  const at = `${signedOn}T09:15:00Z`
  records.aidDeclaration.push({
    ...{ id, companyId: company.id, state: 'signed', content, revision: 2 },
    ...{ madeBy: manager, madeAt: `${plannedOn}T10:00:00Z`, signedOn, signedAt: at },
  })
  const detail = { signedOn, earlierAid: earlier.length }
  const signed = { kind: 'aid.declaration-signed', at, personId: manager, detail }
  records.event.push({ id: random.id(signedOn), companyId: company.id, subjectId: id, audience: 'all', ...signed })
}

/** Aid from others in the three years before; of a few nearly all that is possible. */
function earlierAid({ setting, rules, rateOn, own, random }: Told, index: number, signedOn: PlainDate): EarlierAid[] {
  const { every, euro, authorities, ...near } = setting.content.aid.earlier
  if (index % every !== 0) return []
  const isNear = (index / every) % near['near-ceiling-every'] === 1
  const amounts = isNear ? near['near-ceiling-euro'] : [random.int(...euro)]
  return amounts.map((amount) => {
    const awardedOn = workday(between(addDays(signedOn, -900), signedOn, 0, 860, random))
    const rate = rateOn(awardedOn)
    const minor = Math.round((amount * 100 * Number(rate.perEuro)) / 100_000) * 100_000
    return {
      ...{ id: random.id<string>(awardedOn), grantId: null, party: null, name: String(own.company[0]!.name) },
      ...{ memberState: rules.memberState, authority: random.pick(authorities), awardedOn, programme: null },
      regulation: awardedOn < '2024-01-01' ? '1407/2013' : rules.regulation,
      amount: { currency: rules.currency, minor, rate },
    }
  })
}

function earlierRow({ own }: Told, aid: EarlierAid, declarationId: string, { signedOn }: Days): DemonstrationRecord {
  const { id: companyId, industryCode } = own.company[0]!
  const { id, memberState, regulation, awardedOn, authority, amount } = aid
  return {
    ...{ id, partyId: companyId, companyId, origin: 'declared', memberState, regulation, awardedOn },
    ...{ currency: amount.currency, minor: amount.minor, rate: amount.rate },
    ...{ eurCents: inEuro(amount.minor, amount.rate!), authority, scheme: '', instrument: '', reference: '' },
    ...{ industryCode, supportId: null, declarationId, enteredBy: own.contact[0]!.personId },
    ...{ enteredAt: `${signedOn}T09:15:00Z`, revision: 1 },
  }
}

function awardRow(
  { setting, rules, own, random }: Told,
  supportId: string,
  { amountMinor, rate, eurCents }: Planned,
  { decidedOn }: Days,
): DemonstrationRecord {
  const { memberState, regulation, currency, authority, scheme, instrument } = rules
  const { id: companyId, industryCode } = own.company[0]!
  return {
    ...{ id: random.id(decidedOn), partyId: companyId, companyId, origin: 'programme', memberState, regulation },
    ...{ awardedOn: decidedOn, currency, minor: amountMinor, rate, eurCents, authority, scheme, instrument },
    ...{ reference: 'EXEMPEL', industryCode, supportId, declarationId: null, enteredBy: economistOf(setting) },
    ...{ enteredAt: `${decidedOn}T07:30:00Z`, revision: 1 },
  }
}

const coachOf = (own: Records) => own.coachingSession[0]!.coachId
const economistOf = (setting: Setting) =>
  (setting.staff.find(({ role }) => role === 'economist') ?? managerOf(setting)).id

const inEuro = (minor: number, { perEuro }: Rate): number => rounded(over(ratio(minor), decimal(perEuro)))

/** The made-up rate of a day, of the last day before that has one, or of the first there is. */
function ratesBy(setting: Setting, currency: string, rates: readonly DemonstrationRecord[]): (day: PlainDate) => Rate {
  const { source } = setting.content.groups.rates
  const days = rates
    .filter((rate) => rate.currency === currency && rate.every === 'day')
    .map(({ onDay, perEuro }) => ({ day: onDay as PlainDate, perEuro: String(perEuro) }))
  return (day) => {
    const found = days.findLast((rate) => rate.day <= day)
    // Of earlier days no rates are kept: what was agreed then is said with the amount.
    return { perEuro: found?.perEuro ?? days[0]!.perEuro, source, day: found?.day ?? day }
  }
}
