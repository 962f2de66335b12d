import { searchTextOf } from '../../companies/list/search.ts'
import { latestSize } from '../../companies/size/size.ts'
import { addDays, type PlainDate } from '../../kernel/day.ts'
import { isAwarded } from './aid.ts'
import { addSessions } from './coaching.ts'
import { type Facts, factsOf, type TakenNames, yearsOf } from './company.ts'
import type { Showcase } from './content.ts'
import { addEvents } from './events.ts'
import { addKeyFigures } from './figures.ts'
import { type Fate, fateOf, type Journey, journeyOf, workday } from './journey.ts'
import { firstStanding, laterStanding } from './measurement.ts'
import { addOccasion } from './occasions.ts'
import { addPlan, type Measured } from './plan.ts'
import { createRandom, type Random } from './random.ts'
import { noRecords, type Records } from './records.ts'
import { type Area, managerOf, type Setting } from './setting.ts'

export type Place = { index: number; supported: boolean; showcase: Showcase | undefined }

/** One company from its first contact to the end of the history, as records. */
export function storyOf(setting: Setting, { index, supported, showcase }: Place, taken: TakenNames): Records {
  const random = createRandom(`${setting.seed}/company/${index}`)
  const { stories } = setting.content
  const fate = showcase ? FATE_OF_STORY[showcase.story] : fateOf(index, supported)
  const journey = journeyOf(fate, setting, stories.statuses, random, entryOf(setting, showcase))
  const facts = factsOf(setting, index, journey.enteredOn, random, taken, showcase)
  const areas = areasOf(setting, showcase, random)
  const records = noRecords()
  const lastContactOn =
    setting.history === 'full' ? addHistory(setting, { facts, areas, journey, showcase, index }, records, random) : null
  addCompany(setting, { facts, areas, journey, lastContactOn }, records, random)
  if (setting.history === 'full') {
    addPeople(setting, facts, showcase, journey, records, random)
    addEvents(setting, { facts, journey }, records, random)
  }
  return records
}

const FATE_OF_STORY: Record<Showcase['story'], Fate> = {
  tour: 'active',
  'half-answered': 'active',
  'new-interest': 'interest',
}

/** The stories to look at first begin on days that do not depend on chance. */
function entryOf({ start, until }: Setting, showcase: Showcase | undefined): PlainDate | undefined {
  if (!showcase) return undefined
  const day = addDays(until, { tour: -800, 'half-answered': -75, 'new-interest': 0 }[showcase.story])
  return day < start ? start : day
}

function areasOf({ areas }: Setting, showcase: Showcase | undefined, random: Random): Area[] {
  if (showcase) return areas.filter(({ slug }) => showcase['focus-areas'].includes(slug))
  const count = random.weighted([
    [1, 4],
    [2, 4],
    [3, 1.5],
    [4, 0.5],
  ] as const)
  return random.sample(areas, count)
}

/** So many days before the coach's visit the company is asked to answer. */
const LONGEST_ANSWERING = 20

type Told = {
  facts: Facts
  areas: readonly Area[]
  journey: Journey
  showcase: Showcase | undefined
  index: number
}

/** Measurements, plan, coaching and key figures. Answers the day of the last contact, if there was any. */
function addHistory(
  setting: Setting,
  { facts, areas, journey, showcase, index }: Told,
  records: Records,
  random: Random,
): PlainDate | null {
  const { until } = setting
  const { followUpOn } = journey
  // The one that is being answered is being answered now, whatever day it is.
  const baselineOn = showcase?.story === 'half-answered' ? addDays(until, 6) : journey.baselineOn
  const talkedOn = journey.steps.find(({ to }) => to !== 'interest')?.on ?? null
  if (!baselineOn || addDays(baselineOn, -LONGEST_ANSWERING) > until) return talkedOn
  const drive = showcase ? 0.95 : random.next()
  const profile = { employees: facts.employees }
  const maturity = 1.6 + random.next() * 1.3
  const halfAnswered = showcase?.story === 'half-answered'
  const first = areas.map((area) => ({ area, standing: firstStanding(area.compiled, maturity, profile, random) }))
  const later = first.map(({ area, standing }) => ({
    area,
    standing: laterStanding(area.compiled, standing, drive, profile, random),
  }))
  const common = { facts, drive, halfAnswered, everybody: showcase !== undefined }
  const submitted = addOccasion(
    setting,
    { ...common, kind: 'baseline', on: baselineOn, ladders: first },
    records,
    random,
  )
  const finishedOn = journey.steps.at(-1)!.to === 'completed' ? journey.steps.at(-1)!.on : null
  const planOn = submitted ? workday(addDays(baselineOn, random.int(8, 35))) : null
  const planned = planOn !== null && planOn <= until
  const followsUp = submitted && followUpOn !== null && addDays(followUpOn, -LONGEST_ANSWERING) <= until
  const again =
    followsUp && addOccasion(setting, { ...common, kind: 'follow-up', on: followUpOn, ladders: later }, records, random)
  const measured: Measured[] = first.map(({ area, standing }, at) => ({
    area,
    before: standing,
    after: again ? later[at]!.standing : null,
  }))
  const input = { facts, measured, drive, followUpOn: again ? followUpOn : null, finishedOn }
  const actions = planned ? addPlan(setting, { ...input, plannedOn: planOn }, records, random) : []
  if (planned) addKeyFigures(setting, { ...input, baselineOn, end: finishedOn ?? until }, records, random)
  const activeOn = journey.steps.find(({ to }) => to === 'active')!.on
  return addSessions(
    setting,
    {
      ...{ facts, areas, actions, finishedOn },
      firstOn: activeOn,
      baselineOn: submitted ? baselineOn : null,
      planOn: planned ? planOn : null,
      followUpOn: again ? followUpOn : null,
      silent: !showcase && finishedOn === null && random.chance(0.12),
      awarded: isAwarded(setting, index),
    },
    records,
    random,
  )
}

type Outcome = { facts: Facts; areas: readonly Area[]; journey: Journey; lastContactOn: PlainDate | null }

function addCompany(
  setting: Setting,
  { facts, areas, journey, lastContactOn }: Outcome,
  records: Records,
  random: Random,
): void {
  const { stories } = setting.content
  const last = journey.steps.at(-1)!
  const steps = last.to === 'completed' || last.to === 'left' ? null : stories['next-steps'][last.to]
  const wishes = [...areas.map(({ slug }) => slug), 'other'].flatMap((key) => stories.interest[key] ?? [])
  const hasCoach = last.to !== 'interest' && facts.subProject !== undefined
  const town = setting.municipalities.get(facts.municipality) ?? null
  const main = facts.contacts[0]!
  const years = yearsOf(facts, setting.until, random)
  records.company.push({
    id: facts.id,
    organisationNumber: facts.organisationNumber,
    country: setting.content.programme.country,
    name: facts.name,
    municipalityCode: facts.municipality,
    subProjectId: facts.subProject?.id ?? null,
    partnerId: facts.subProject ? setting.partnerIds.get(facts.subProject.partner) : null,
    coachId: hasCoach ? facts.coach.id : null,
    status: last.to,
    statusSince: last.on,
    cameBy: journey.cameBy,
    industryCode: facts.industry.code,
    website: `https://${main.email.split('@')[1]}`,
    legalForm: 'Aktiebolag',
    city: town,
    description: `Tillverkar ${facts.industry.makes} för ${facts.industry.for}.`,
    nextStep: steps && random.pick(steps),
    nextStepOn: steps ? addDays(setting.until, random.chance(0.2) ? -random.int(1, 40) : random.int(1, 60)) : null,
    lastContactOn,
    interestMessage: journey.cameBy === 'interest-form' ? random.pick(wishes) : null,
    sizeClass: latestSize(years, null)?.size ?? null,
    searchText: searchTextOf([facts.name, facts.organisationNumber, town, town]),
    contactText: searchTextOf(facts.contacts.flatMap(({ name, email }) => [name, email])),
    revision: 1,
    createdAt: random.instant(journey.enteredOn),
  })
  for (const area of areas) records.companyFocusArea.push({ companyId: facts.id, focusAreaId: area.id })
  records.companyYear.push(...years.map((year) => ({ companyId: facts.id, source: 'company', ...year })))
  records.workplace.push({
    id: random.id(journey.enteredOn),
    companyId: facts.id,
    name: town ? `Fabriken i ${town}` : 'Fabriken',
    municipalityCode: facts.municipality,
    employees: facts.employees,
  })
  facts.contacts.forEach(({ id, personId, name, email, phone, title }, at) => {
    records.contact.push({
      ...{ id, companyId: facts.id, name, email, phone, title },
      main: at === 0,
      personId: setting.history === 'full' ? personId : null,
    })
  })
  for (const { from, to, reason, on } of journey.steps) {
    records.companyStatusChange.push({
      id: random.id(on),
      companyId: facts.id,
      fromStatus: from,
      toStatus: to,
      reason,
      changedBy: from === null ? null : facts.coach.id,
      changedOn: on,
      changedAt: random.instant(on),
    })
  }
  if (hasCoach) {
    const from = journey.steps.find(({ to }) => to !== 'interest')!.on
    records.coachAssignment.push({
      id: random.id(from),
      companyId: facts.id,
      coachId: facts.coach.id,
      fromOn: from,
      toOn: null,
      assignedBy: managerOf(setting).id,
    })
  }
}

/** The company's people can sign in: the first as its manager, the others as members. */
function addPeople(
  setting: Setting,
  facts: Facts,
  showcase: Showcase | undefined,
  journey: Journey,
  records: Records,
  random: Random,
): void {
  facts.contacts.forEach(({ personId, name, email, title }, at) => {
    records.person.push({ id: personId, name, email, language: 'sv', emailVerified: true })
    records.roleGrant.push({
      id: random.id(journey.enteredOn),
      personId,
      role: at === 0 ? 'company-manager' : 'company-member',
      companyId: facts.id,
      title,
      grantedBy: null,
      // Lists of roles begin with those granted first: the stories to look at come before the others.
      grantedAt: showcase ? `${setting.start}T0${6 + at}:00:00Z` : random.instant(journey.enteredOn),
    })
  })
}
