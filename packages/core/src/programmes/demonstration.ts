import type { SmeDefinitions } from '../aid/size/definition.ts'
import type { CompiledModel } from '../assessments/walk.ts'
import type { PlainDate } from '../kernel/day.ts'
import type { PersonId } from '../kernel/ids.ts'
import { ROLES } from '../people/roles.ts'
import { aidOf, rulesOf } from './demonstration/aid.ts'
import type { TakenNames } from './demonstration/company.ts'
import type { DemonstrationContent } from './demonstration/content.ts'
import { ownersOf, ratesOf } from './demonstration/owners.ts'
import { createRandom } from './demonstration/random.ts'
import type { DemonstrationRecord, Records } from './demonstration/records.ts'
import { type Setting, settingOf } from './demonstration/setting.ts'
import { storyOf } from './demonstration/story.ts'

export type DemonstrationInput = {
  content: DemonstrationContent
  /** the same seed on the same day gives the same demonstration */
  seed: string
  today: PlainDate
  /** names of municipalities by code */
  municipalities: ReadonlyMap<string, string>
  /** an installed model; throws when there is none */
  model(id: string, version: string): CompiledModel
  /** by which the sizes of companies are decided */
  smeDefinitions: SmeDefinitions
  /** people who have an id already, by mail address */
  knownPeople: ReadonlyMap<string, PersonId>
  /** companies that take part, and companies that do not yet or no longer */
  supported: number
  others: number
  /** `none`: facts and status only, for measuring lists with very many companies */
  history: 'full' | 'none'
}

export type Demonstration = {
  programmeId: string
  /** one record each, in camel case and without the programme */
  programme: DemonstrationRecord
  partners: DemonstrationRecord[]
  funders: DemonstrationRecord[]
  subProjects: DemonstrationRecord[]
  subProjectMunicipalities: DemonstrationRecord[]
  focusAreas: DemonstrationRecord[]
  people: DemonstrationRecord[]
  currencyRates: DemonstrationRecord[]
  aidRules: DemonstrationRecord[]
  roleGrants: DemonstrationRecord[]
  /** one after the other, made when asked for: there can be very many */
  companies(): Generator<Records>
}

/** A whole invented programme. Reads neither clock nor chance; no day in it is later than yesterday. */
export function generateDemonstration(input: DemonstrationInput): Demonstration {
  const setting = settingOf(input)
  const { content, start } = setting
  const random = createRandom(`${input.seed}/frame`)
  const programmeId = random.id<string>(start)
  const rates = input.history === 'full' ? ratesOf(setting, random.id(start)) : []
  return {
    programmeId,
    programme: programmeRecord(setting),
    ...organisations(setting),
    focusAreas: content.programme['focus-areas'].map((area, position) => ({
      id: setting.areas[position]!.id,
      slug: area.id,
      name: area.name,
      summary: area.summary,
      modelId: area.model,
      modelVersion: area.version,
      accent: area.accent,
      position,
    })),
    people: content.people.map(({ name, email }) => ({
      id: setting.personId(email),
      name,
      email,
      language: 'sv',
      emailVerified: true,
    })),
    currencyRates: rates,
    aidRules: input.history === 'full' ? [{ ...rulesOf(setting) }] : [],
    roleGrants: content.people.map(({ role, title, email, partner, 'sub-project': subProject }, at) => ({
      id: random.id(start),
      personId: setting.personId(email),
      role,
      partnerId: partner && ROLES[role].scope === 'partner' ? setting.partnerIds.get(partner) : null,
      subProjectId: subProject && ROLES[role].scope === 'sub-project' ? subProjectId(setting, subProject) : null,
      title,
      grantedAt: `${start}T05:${String(at).padStart(2, '0')}:00Z`,
    })),
    companies: () => companiesOf(setting, input, rates),
  }
}

function* companiesOf(
  setting: Setting,
  { supported, others, smeDefinitions }: DemonstrationInput,
  rates: readonly DemonstrationRecord[],
): Generator<Records> {
  const taken: TakenNames = new Set(setting.content.companies.showcase.map(({ name }) => name))
  const showcase = [...setting.content.companies.showcase]
  const owners = ownersOf(setting)
  const aid = aidOf(setting, rates, smeDefinitions)
  for (let index = 0; index < supported + others; index++) {
    const isSupported = index < supported
    const at = showcase.findIndex(({ story }) => (story === 'new-interest') !== isSupported)
    const place = { index, supported: isSupported, showcase: showcase.splice(at, at < 0 ? 0 : 1)[0] }
    const records = storyOf(setting, place, taken)
    for (const owned of owners.join(index, records)) aid.add(owned, records)
    yield records
  }
}

function programmeRecord({ content: { programme } }: Setting): DemonstrationRecord {
  const { settings } = programme
  return {
    slug: programme.slug,
    name: programme.name,
    status: 'open',
    demonstration: true,
    timeZone: programme['time-zone'],
    country: programme.country,
    startsOn: programme['starts-on'],
    endsOn: programme['ends-on'],
    texts: programme.texts,
    settings: {
      comparisonThreshold: settings['comparison-threshold'],
      silentDays: settings['silent-days'],
      followUpMonths: settings['follow-up-months'],
    },
    createdAt: `${programme['starts-on']}T05:00:00Z`,
  }
}

function organisations(
  setting: Setting,
): Pick<Demonstration, 'partners' | 'funders' | 'subProjects' | 'subProjectMunicipalities'> {
  const { content, start, partnerIds } = setting
  const { programme } = content
  const random = createRandom(`${setting.seed}/organisations`)
  return {
    partners: programme.partners.map((partner, position) => ({
      id: partnerIds.get(partner.id),
      name: partner.name,
      kind: partner.kind,
      budgetCents: partner['budget-sek'] * 100,
      targetCompanies: partner['target-companies'],
      position,
    })),
    funders: programme.funders.map((funder, position) => ({
      id: random.id(start),
      name: funder.name,
      kind: funder.kind,
      amountCents: funder['amount-sek'] * 100,
      acknowledgement: funder.acknowledgement,
      position,
    })),
    subProjects: programme['sub-projects'].map((subProject, position) => ({
      id: subProjectId(setting, subProject.id),
      name: subProject.name,
      partnerId: partnerIds.get(subProject.partner),
      position,
    })),
    subProjectMunicipalities: programme['sub-projects'].flatMap((subProject) =>
      subProject.municipalities.map((municipalityCode) => ({
        municipalityCode,
        subProjectId: subProjectId(setting, subProject.id),
      })),
    ),
  }
}

function subProjectId({ content, subProjects }: Setting, key: string): string {
  return subProjects[content.programme['sub-projects'].findIndex(({ id }) => id === key)]!.id
}
