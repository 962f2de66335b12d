import { searchTextOf } from '../../companies/list/search.ts'
import { type OrganisationNumber, withCheckDigit } from '../../companies/organisation-number.ts'
import type { StatedYear } from '../../companies/size/size.ts'
import type { PlainDate } from '../../kernel/day.ts'
import { yearOf } from '../../kernel/day.ts'
import type { CompanyId, PersonId } from '../../kernel/ids.ts'
import type { Industry, Showcase } from './content.ts'
import type { Random } from './random.ts'
import type { Setting, Staff } from './setting.ts'
import { coachesOf } from './setting.ts'

export type Contact = {
  id: string
  personId: PersonId
  name: string
  firstName: string
  email: string
  phone: string
  title: string
}

/** The facts of one invented company. */
export type Facts = {
  id: CompanyId
  organisationNumber: OrganisationNumber
  name: string
  municipality: string
  industry: Industry
  employees: number
  subProject: Setting['subProjects'][number] | undefined
  coach: Staff
  contacts: Contact[]
}

/** Names that have been given: no two companies of a demonstration share one. */
export type TakenNames = Set<string>

export function factsOf(
  setting: Setting,
  index: number,
  on: PlainDate,
  random: Random,
  taken: TakenNames,
  showcase: Showcase | undefined,
): Facts {
  const { companies } = setting.content
  const municipality = showcase?.municipality ?? municipalityOf(setting, random)
  const industry =
    companies.industries.find(({ code }) => code === showcase?.industry) ??
    random.weighted(companies.industries.map((entry) => [entry, entry.weight] as const))
  const name = showcase?.name ?? newName(setting, industry, municipality, random, taken)
  taken.add(name)
  const employees = showcase?.employees ?? employeesOf(industry, random)
  const subProject = setting.subProjects.find(({ municipalities }) => municipalities.includes(municipality))
  const coaches = coachesOf(setting, subProject?.partner ?? setting.content.programme.partners[0]!.id)
  const domain = `${slugOf(name)}.example.com`
  return {
    id: random.id<CompanyId>(on),
    organisationNumber: withCheckDigit(String(companies['last-serial'] - index)),
    name,
    municipality,
    industry,
    employees,
    subProject,
    coach: showcase ? coaches[0]! : random.pick(coaches),
    contacts: contactsOf(setting, domain, on, employees, random, showcase),
  }
}

function municipalityOf({ content, subProjects }: Setting, random: Random): string {
  const weights = content.companies['municipality-weights']
  const codes = subProjects.flatMap(({ municipalities }) => municipalities)
  return random.weighted(codes.map((code) => [code, weights[code] ?? 2] as const))
}

/** Skewed as companies are: most are small, a few are large, all are below 250. */
function employeesOf({ staff }: Industry, random: Random): number {
  const spread = random.next() + random.next() + random.next() - 1.5
  return Math.min(240, Math.max(3, Math.round(staff * 2.4 ** (spread * 1.6))))
}

const TRIES = 12

function newName(
  { content, municipalities }: Setting,
  { trades }: Industry,
  municipality: string,
  random: Random,
  taken: TakenNames,
): string {
  const { places } = content.companies
  for (let tries = 0; tries < TRIES; tries++) {
    const name = `${random.pick(places.first)}${random.pick(places.last)} ${random.pick(trades)} AB`
    if (!taken.has(name)) return name
  }
  for (let number = 1; ; number++) {
    const place = `${random.pick(places.first)}${random.pick(places.last)} ${random.pick(trades)}`
    const town = municipalities.get(municipality) ?? municipality
    const name = number < TRIES ? `${place} i ${town} AB` : `${place} i ${town} ${number} AB`
    if (!taken.has(name)) return name
  }
}

function contactsOf(
  { content, personId }: Setting,
  domain: string,
  on: PlainDate,
  employees: number,
  random: Random,
  showcase: Showcase | undefined,
): Contact[] {
  const { people } = content.companies
  const count = showcase ? 3 : employees < 10 ? random.int(1, 2) : random.int(2, 4)
  const titles = [random.pick(people.titles.main), ...random.sample(people.titles.other, count - 1)]
  const names = new Set<string>(showcase ? [showcase.contact] : [])
  while (names.size < count) {
    const surname = `${random.pick(people['surname-first'])}${random.pick(people['surname-last'])}`
    names.add(`${random.pick(people.first)} ${surname}`)
  }
  return [...names].map((name, at) => {
    const email = `${slugOf(name).replaceAll('-', '.')}@${domain}`
    return {
      id: random.id(on),
      personId: personId(email),
      name,
      firstName: name.split(' ')[0]!,
      email,
      // The Swedish numbering plan keeps 070-174 06 05 to 70-174 06 99 for fiction.
      phone: `070-174 06 ${String(random.int(5, 99)).padStart(2, '0')}`,
      title: titles[at]!,
    }
  })
}

export function slugOf(name: string): string {
  return searchTextOf([name])
    .replace(/\bab\b/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-')
}

/** Three financial years before the history ends; employees and turnover drift from year to year. */
export function yearsOf(facts: Facts, until: PlainDate, random: Random): StatedYear[] {
  let employees = facts.employees
  const years: StatedYear[] = []
  for (let back = 1; back <= 3; back++) {
    const perHead = facts.industry['turnover-per-head'] * (0.75 + random.next() * 0.5)
    const turnoverThousands = Math.round(employees * perHead)
    years.push({
      year: yearOf(until) - back,
      employees,
      turnoverCents: turnoverThousands * 100_000,
      balanceCents: Math.round(turnoverThousands * (0.45 + random.next() * 0.4)) * 100_000,
    })
    employees = Math.max(2, Math.round(employees * (0.88 + random.next() * 0.2)))
  }
  return years
}
