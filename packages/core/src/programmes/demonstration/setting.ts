import type { CompiledModel } from '../../assessments/walk.ts'
import { addDays, type PlainDate } from '../../kernel/day.ts'
import type { FocusAreaId, PartnerId, PersonId, SubProjectId } from '../../kernel/ids.ts'
import type { DemonstrationContent } from './content.ts'
import { createRandom, type Random } from './random.ts'

export type Staff = { id: PersonId; name: string; partner: string | null; role: string }

export type Area = {
  id: FocusAreaId
  slug: string
  compiled: CompiledModel
}

/** What all companies of a demonstration have in common. */
export type Setting = {
  content: DemonstrationContent
  seed: string
  start: PlainDate
  /** the last day of the history: yesterday, or the end of the programme */
  until: PlainDate
  municipalities: ReadonlyMap<string, string>
  partnerIds: ReadonlyMap<string, PartnerId>
  subProjects: readonly { id: SubProjectId; partner: string; municipalities: readonly string[] }[]
  areas: readonly Area[]
  staff: readonly Staff[]
  personId(email: string): PersonId
  /** whether companies have a history, or only facts and a status */
  history: 'full' | 'none'
}

export type SettingInput = {
  content: DemonstrationContent
  seed: string
  today: PlainDate
  municipalities: ReadonlyMap<string, string>
  /** the model of each focus area; throws when it is not installed */
  model(id: string, version: string): CompiledModel
  /** people who have an id already, by mail address */
  knownPeople: ReadonlyMap<string, PersonId>
  history: 'full' | 'none'
}

export function settingOf(input: SettingInput): Setting {
  const { content, seed, today, knownPeople } = input
  const { programme } = content
  const start = programme['starts-on']
  const until = within(addDays(today, -1), start, programme['ends-on'])
  const random = createRandom(`${seed}/programme`)
  const personId = (email: string): PersonId => knownPeople.get(email) ?? createRandom(email).id(start)
  return {
    content,
    seed,
    start,
    until,
    municipalities: input.municipalities,
    partnerIds: new Map(programme.partners.map(({ id }) => [id, random.id<PartnerId>(start)])),
    subProjects: programme['sub-projects'].map(({ partner, municipalities }) => ({
      id: random.id<SubProjectId>(start),
      partner,
      municipalities,
    })),
    areas: programme['focus-areas'].map(({ id, model, version }) => ({
      id: random.id<FocusAreaId>(start),
      slug: id,
      compiled: input.model(model, version),
    })),
    staff: content.people.map(({ name, email, role, partner }) => ({
      id: personId(email),
      name,
      role,
      partner: partner ?? null,
    })),
    personId,
    history: input.history,
  }
}

function within(day: PlainDate, first: PlainDate, last: PlainDate): PlainDate {
  if (day < first) return first
  return day > last ? last : day
}

export function coachesOf({ staff }: Setting, partner: string): Staff[] {
  return staff.filter((person) => person.role === 'coach' && person.partner === partner)
}

export function managerOf({ staff }: Setting): Staff {
  return staff.find(({ role }) => role === 'programme-manager')!
}

/** `{contact}` and the like, filled in. */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

export function sentences(random: Random, ...lists: readonly (readonly string[])[]): string {
  return lists
    .map((list) => random.pick(list))
    .filter(Boolean)
    .join(' ')
}
