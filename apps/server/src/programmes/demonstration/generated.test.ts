import { createHash } from 'node:crypto'
import { OrganisationNumber } from '@stegvis/core/companies/organisation-number.ts'
import { CompanyStatus, STATUS_PATHS, TAKING_PART } from '@stegvis/core/companies/standing/status.ts'
import { PlainDate } from '@stegvis/core/kernel/day.ts'
import { noRecords, RECORD_KINDS, type Records } from '@stegvis/core/programmes/demonstration/records.ts'
import { generateDemonstration } from '@stegvis/core/programmes/demonstration.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { SME_DEFINITIONS } from '../../aid/size/definitions.ts'
import { loadModels } from '../../models/library.ts'
import { MODELS } from '../../paths.ts'
import { municipalitiesOf } from '../geography.ts'
import { loadDemonstration } from './content.ts'

const today = PlainDate.parse('2026-11-23')
const models = loadModels(MODELS)
const content = loadDemonstration()

const input = {
  content,
  seed: 'stegvis',
  today,
  municipalities: new Map(municipalitiesOf('SE').map(({ code, name }) => [code, name])),
  model: (id: string, version: string) => models.get(id, version),
  smeDefinitions: SME_DEFINITIONS,
  knownPeople: new Map(),
  supported: 250,
  others: 60,
  history: 'full' as const,
}

function generateAll(changes: Partial<typeof input> = {}): Records {
  const all = noRecords()
  for (const company of generateDemonstration({ ...input, ...changes }).companies()) {
    for (const kind of RECORD_KINDS) all[kind].push(...company[kind])
  }
  return all
}

const hashOf = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')

describe('the generated history', () => {
  let all: Records
  beforeAll(() => {
    all = generateAll()
  }, 120_000)

  test('is the same every time on the same day', { timeout: 120_000 }, () => {
    expect(hashOf(generateAll())).toBe(hashOf(all))
    expect(hashOf(generateAll({ seed: 'another' }))).not.toBe(hashOf(all))
  })

  test('has 250 companies that take part and 60 that do not', () => {
    const taking = all.company.filter(({ status }) => TAKING_PART.includes(CompanyStatus.parse(status)))
    expect(taking).toHaveLength(250)
    expect(all.company).toHaveLength(310)
    expect(new Set(all.company.map(({ status }) => status))).toEqual(new Set(CompanyStatus.options))
  })

  test('gives every company a name and a valid number of its own, from the end of the series', () => {
    expect(new Set(all.company.map(({ name }) => name)).size).toBe(310)
    const numbers = all.company.map(({ organisationNumber }) => OrganisationNumber.parse(organisationNumber))
    expect(new Set(numbers).size).toBe(310)
    expect(numbers.every((number) => number.startsWith('559999'))).toBe(true)
  })

  test('changes statuses along allowed paths only, and never back in time', () => {
    const byCompany = Map.groupBy(all.companyStatusChange, ({ companyId }) => companyId)
    for (const company of all.company) {
      const changes = byCompany.get(company.id)!
      expect(changes[0]!.fromStatus).toBeNull()
      for (const [at, change] of changes.entries()) {
        if (at === 0) continue
        const before = changes[at - 1]!
        expect(change.fromStatus).toBe(before.toStatus)
        expect(STATUS_PATHS[CompanyStatus.parse(change.fromStatus)].map(({ to }) => to)).toContain(change.toStatus)
        expect(String(change.changedOn) >= String(before.changedOn)).toBe(true)
        expect(change.reason).toBeTruthy()
      }
      expect(changes.at(-1)!.toStatus).toBe(company.status)
    }
  })

  test('has not happened in the future', () => {
    const happened = [
      'changedOn',
      'heldOn',
      'submittedOn',
      'startedOn',
      'selfCompletedOn',
      'checkedOn',
      'datedOn',
      'doneOn',
      'statusSince',
      'lastContactOn',
      'createdAt',
      'enteredAt',
      'loggedAt',
      'answeredAt',
      'foundAt',
      'changedAt',
      'at',
    ]
    for (const kind of RECORD_KINDS) {
      for (const record of all[kind]) {
        for (const name of happened) {
          const value = record[name]
          if (typeof value === 'string') expect(value < today, `${kind}.${name} ${value}`).toBe(true)
        }
      }
    }
  })

  test('measures again at least nine months after the baseline, and the steps move unevenly', () => {
    const submitted = all.assessment.filter(({ status }) => status === 'submitted')
    const occasions = new Map(all.occasion.map((occasion) => [occasion.id, occasion]))
    const moves: number[] = []
    for (const later of submitted) {
      if (occasions.get(later.occasionId)!.kind !== 'follow-up') continue
      const first = submitted.find(
        (one) =>
          one.companyId === later.companyId &&
          one.focusAreaId === later.focusAreaId &&
          occasions.get(one.occasionId)!.kind === 'baseline',
      )!
      const days = (Date.parse(String(later.submittedOn)) - Date.parse(String(first.submittedOn))) / 86_400_000
      expect(days).toBeGreaterThanOrEqual(270)
      moves.push(Number(later.coachStep) - Number(first.coachStep))
    }
    expect(moves.length).toBeGreaterThan(150)
    expect(new Set(moves)).toEqual(new Set([-1, 0, 1, 2].filter((move) => moves.includes(move))))
    expect(moves.filter((move) => move > 0).length).toBeGreaterThan(moves.length * 0.25)
    expect(moves.filter((move) => move <= 0).length).toBeGreaterThan(moves.length * 0.2)
  })

  test('gives every submitted measurement the levels it was made for', () => {
    for (const { status, result, coachStep } of all.assessment) {
      if (status !== 'submitted') continue
      expect((result as { coach: { state: string } }).coach.state).toBe('complete')
      expect(coachStep).not.toBeNull()
    }
  })

  test('holds two to fourteen sessions with each company that was coached', () => {
    for (const sessions of Map.groupBy(all.coachingSession, ({ companyId }) => companyId).values()) {
      expect(sessions.length).toBeLessThanOrEqual(14)
    }
    expect(all.coachingSession.length).toBeGreaterThan(1200)
  })

  test('puts the papers in order before the first session, and leaves a few without', () => {
    const firstOn = new Map<unknown, string>()
    for (const { companyId, heldOn } of all.coachingSession) {
      const day = String(heldOn)
      if (day < (firstOn.get(companyId) ?? '9999')) firstOn.set(companyId, day)
    }
    expect(new Set(all.support.map(({ companyId }) => companyId))).toEqual(new Set(firstOn.keys()))
    const granted = all.support.filter(({ state }) => state === 'granted')
    const lacking = all.support.length - granted.length
    expect([lacking > 3, lacking < 20]).toEqual([true, true])
    for (const { id, companyId, decidedOn } of granted) {
      const { signedOn } = all.aidDeclaration.find((one) => one.companyId === companyId)!
      expect(String(signedOn) <= String(decidedOn) && String(decidedOn) <= firstOn.get(companyId)!).toBe(true)
      expect(all.aidGrant.find(({ supportId }) => supportId === id)).toMatchObject({ awardedOn: decidedOn })
    }
    expect(new Set(all.support.slice(0, 3).map(({ state }) => state))).toEqual(new Set(['granted']))
  })

  test('leaves a few companies little room for more aid, and takes none over the ceiling', () => {
    const byParty = [...Map.groupBy(all.aidGrant, ({ partyId }) => partyId).values()]
    const sums = byParty.map((grants) => grants.reduce((sum, { eurCents }) => sum + Number(eurCents), 0))
    expect(Math.max(...sums)).toBeLessThan(30_000_000)
    expect(sums.filter((sum) => sum > 27_000_000).length).toBeGreaterThan(2)
  })

  test('has a company in the middle of its own answers, and one with the coach', () => {
    const open = all.assessment.filter(({ status }) => status === 'self')
    const half = open.find(({ companyId }) => companyId === all.company[1]!.id)
    expect(half).toBeDefined()
    const answers = all.answer.filter(({ assessmentId }) => assessmentId === half!.id)
    expect(answers.length).toBeGreaterThan(5)
    expect(answers.length).toBeLessThan(60)
    expect(all.assessment.some(({ status }) => status === 'coach')).toBe(true)
  })

  test('tells one story whole: measured twice with steps climbed, a plan, sessions and figures', () => {
    const [tour] = all.company
    const of = (records: Records[keyof Records]) => records.filter(({ companyId }) => companyId === tour!.id)
    expect(of(all.assessment).map(({ status }) => status)).toEqual(['submitted', 'submitted', 'submitted', 'submitted'])
    const steps = of(all.assessment).map(({ coachStep }) => Number(coachStep))
    expect(Math.max(...steps)).toBeGreaterThan(Math.min(...steps))
    expect(new Set(of(all.action).map(({ status }) => status)).size).toBeGreaterThan(2)
    for (const records of [all.goal, all.target, all.planCheck, all.coachingSession, all.keyFigureValue]) {
      expect(of(records).length).toBeGreaterThan(2)
    }
  })

  test('fills in every placeholder', () => {
    const open = JSON.stringify([all.coachingSession, all.finding, all.action, all.goal]).match(/\{\w+\}/)
    expect(open).toBeNull()
  })
})

describe('the programme as its file has it', () => {
  const { programme } = content
  const codes = programme['sub-projects'].flatMap(({ municipalities }) => municipalities)

  test('shares out all that the funders give, and 250 companies', () => {
    const given = programme.funders.reduce((sum, funder) => sum + funder['amount-sek'], 0)
    const shared = programme.partners.reduce((sum, partner) => sum + partner['budget-sek'], 0)
    const companies = programme.partners.flatMap((partner) => Object.values(partner['target-companies']))
    expect([given, shared]).toEqual([93_000_000, 93_000_000])
    expect(companies.reduce((sum, count) => sum + count, 0)).toBe(250)
  })

  test('has each municipality once, and each is one there is', () => {
    const known = new Set(municipalitiesOf(programme.country).map(({ code }) => code))
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.filter((code) => !known.has(code))).toEqual([])
  })

  test('has a coach at every partner, a lead in every sub-project and one owner', () => {
    const coached = new Set(content.people.filter(({ role }) => role === 'coach').map(({ partner }) => partner))
    const led = new Set(content.people.map((person) => person['sub-project']))
    expect(programme.partners.filter(({ id }) => !coached.has(id))).toEqual([])
    expect(programme['sub-projects'].filter(({ id }) => !led.has(id))).toEqual([])
    expect(programme.partners.filter(({ kind }) => kind === 'owner')).toHaveLength(1)
  })
})

test('every municipality of the country is there, under its own county', () => {
  const municipalities = municipalitiesOf('SE')
  expect(municipalities).toHaveLength(290)
  expect(new Set(municipalities.map(({ code }) => code)).size).toBe(290)
  const regions = new Map(municipalities.map(({ code, nuts3 }) => [code.slice(0, 2), nuts3]))
  expect(new Set(regions.values()).size).toBe(21)
  expect(regions.get('13')).toBe('SE231')
  expect(regions.get('14')).toBe('SE232')
})

test('on the first day of the programme nothing has happened yet', () => {
  const first = generateAll({ today: content.programme['starts-on'], supported: 30, others: 5 })
  expect(first.assessment.filter(({ status }) => status !== 'self')).toEqual([])
  const sessions = first.coachingSession.map(({ heldOn }) => String(heldOn))
  const days = [...sessions, ...first.companyStatusChange.map(({ changedOn }) => String(changedOn))]
  expect(days.every((day) => day <= content.programme['starts-on'])).toBe(true)
})

test('the people and their addresses are invented', () => {
  for (const { email } of content.people) expect(email).toMatch(/@example\.(org|com)$/)
  for (const { email } of generateAll({ supported: 20, others: 5 }).person) expect(email).toMatch(/\.example\.com$/)
})
