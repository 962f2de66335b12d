import type { CompanyAid } from '@stegvis/core/aid/gate/schema.ts'
import type { CompanyId, PersonId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import type { TestApp } from '../../test/app.ts'
import type { TestDatabase } from '../../test/database.ts'
import { giveRole, type TestProgramme } from '../../test/people.ts'
import { newId } from '../ids.ts'
import { completeDeclaration } from './declarations/service.ts'
import { aidOn } from './test-aid.ts'

/** With a server and a database: companies on their way to advice, step by step. */
export function ledgerOn(server: TestApp, database: TestDatabase) {
  const { as, call, scene } = aidOn(server, database)
  const day = () => server.clock.today('Europe/Stockholm')

  /** Rules with the gate on: an hour costs 1 000 kronor, nothing on top. */
  const setRules = async (programme: TestProgramme, manager: { headers: Record<string, string> }, gate = true) => {
    const changes = [
      { field: 'authority', from: '', to: 'Tillväxtverket' },
      { field: 'scheme', from: '', to: 'Exempelordningen' },
      { field: 'hourlyMinor', from: null, to: 100_000 },
      ...(gate ? [{ field: 'gate', from: false, to: true }] : []),
    ]
    const url = `/api/programmes/${programme.slug}/aid-rules`
    const reply = await call(manager.headers, 'PATCH', url, { changes })
    if (reply.status !== 200) throw new Error(`the rules answered ${reply.status}: ${JSON.stringify(reply.body)}`)
  }

  /** Ten kronor for one euro, in the months around the tests. */
  const setRates = async ({ id }: TestProgramme) => {
    for (const month of ['2023-11-01', '2024-05-01', '2025-09-01', '2026-10-01', '2026-11-01', '2026-12-01']) {
      await database.owner.query(
        `insert into currency_rate (programme_id, currency, every, on_day, per_euro, source, import_id)
         values ($1, 'SEK', 'month', $2, '10', 'InforEuro', gen_random_uuid())`,
        [id, month],
      )
    }
  }

  /** That the company may take part, as it would be decided from its size. */
  const setEligible = async ({ id }: TestProgramme, companyId: string, verdict = 'pass') => {
    await database.owner.query(
      `insert into size_snapshot (programme_id, id, company_id, anchor, on_day, input, status, verdict, category, taken_by)
       values ($1, gen_random_uuid(), $2, 'grant', $3, '{}', '{}', $4, 'small', gen_random_uuid())`,
      [id, companyId, day(), verdict],
    )
  }

  /** A company of a programme with rules, and the people who take the steps. */
  const begin = async ({ gate = true } = {}) => {
    const here = await scene()
    const { programme, companyId } = here
    const manager = await as(programme, { role: 'programme-manager' })
    const economist = await as(programme, { role: 'economist' })
    const owner = await as(programme, { role: 'company-manager', companyId })
    await setRules(programme, manager, gate)
    await setRates(programme)
    await database.owner.query(`update company set industry_code = '25.620' where id = $1`, [companyId])
    return {
      ...here,
      manager,
      economist,
      owner,
      aid: stepsOf(here.programme, companyId, { ...here, economist, owner }),
    }
  }

  type People = Record<'coach' | 'economist' | 'owner', { id: PersonId; headers: Record<string, string> }>

  /** The steps of one company; each answers what the interface did. */
  const stepsOf = (programme: TestProgramme, companyId: CompanyId, people: People) => {
    const at = (rest: string) => `/api/programmes/${programme.slug}/companies/${companyId}${rest}`
    const { coach, economist, owner } = people
    const read = async (headers = coach.headers, query = '') =>
      (await call(headers, 'GET', at(`/aid${query}`))).body as unknown as CompanyAid
    /** Hours with the company at 1 000 kronor, 100 euro. */
    const plan = (hours: number, id = newId<string>()) =>
      call(coach.headers, 'POST', at('/aid/supports'), { id, ...support(hours) })
    const earlier = (awardedOn: string, euro: number, more: object = {}) =>
      call(coach.headers, 'POST', at('/aid/grants'), {
        ...{ id: newId<string>(), party: null, memberState: 'SE', awardedOn, authority: 'Regionen' },
        regulation: awardedOn < '2024' ? '1407/2013' : '2023/2831',
        ...{ scheme: '', instrument: '', industryCode: '', reference: '' },
        amount: { currency: 'EUR', minor: euro * 100 },
        ...more,
      })
    const draft = () => call(owner.headers, 'POST', at('/aid/declarations'), { id: newId<string>() })
    const answer = async (more: object = {}) => {
      const { declarations } = await read(owner.headers)
      const { id, revision, content } = declarations.find(({ state }) => state === 'draft')!
      return call(owner.headers, 'PUT', at(`/aid/declarations/${id}`), {
        revision,
        undertaking: { ...content.undertaking, isComplete: true },
        restructurings: { ...content.restructurings, isComplete: true },
        earlierAid: content.earlierAid,
        activities: content.activities,
        accountsSeparated: null,
        conditions: content.conditions,
        assurance: true,
        ...more,
      })
    }
    /** As signing does it, in a transaction of the person who signs. */
    const sign = async () => {
      const { declarations } = await read(owner.headers)
      const { id } = declarations.find(({ state }) => state === 'draft')!
      const moment = { today: day(), now: server.clock.now() }
      const nothing = { signatureId: null, documentId: null }
      const actor = actorOf(programme, owner.id, companyId)
      await database.inTenant(actor, (tx) => completeDeclaration(tx, actor, companyId, id, nothing, moment))
    }
    const declare = async () => {
      await draft()
      await answer()
      await sign()
    }
    const decide = async (more: object = {}, headers = economist.headers) => {
      const open = (await read()).supports.find(({ state }) => state === 'planned' || state === 'submitted')!
      return call(headers, 'POST', at(`/aid/supports/${open.id}/decision`), {
        ...{ revision: open.revision, outcome: 'granted', decidedOn: day(), authority: 'Tillväxtverket' },
        ...{ reference: 'Dnr 1', minor: null, reason: '' },
        ...more,
      })
    }
    const log = (more: object = {}, headers = coach.headers, id = newId<string>()) =>
      call(headers, 'POST', at('/sessions'), { id, ...session(day()), ...more })
    return { at, read, plan, earlier, draft, answer, sign, declare, decide, log }
  }

  return { as, call, scene, begin, stepsOf, setRules, setRates, setEligible }
}

export const support = (hours: number) => ({
  staff: [{ work: 'direct', minutes: hours * 60 }],
  ...{ bought: [], paidMinor: 0, share: { own: 1, of: 1 }, note: '' },
})

export const session = (heldOn: string) => ({
  ...{ heldOn, how: 'on-site', minutes: 120, focusAreaIds: [], participants: [] },
  ...{ noteAll: '', noteTeam: '', nextStep: '', nextStepOn: null },
})

function actorOf({ id }: TestProgramme, personId: PersonId, companyId: CompanyId): Actor {
  const grant = { role: 'company-manager' as const, partnerId: null, subProjectId: null, companyId }
  const name = 'Företagets kontaktperson'
  return { personId, name, language: 'sv', programmeId: id, timeZone: 'Europe/Stockholm', grants: [grant] }
}

/** The same company in another programme, with a role there for somebody from here. */
export async function sameCompanyIn(
  database: TestDatabase,
  programme: TestProgramme,
  from: CompanyId,
  person: PersonId,
): Promise<CompanyId> {
  const id = newId<CompanyId>()
  await database.owner.query(
    `insert into company (programme_id, id, organisation_number, name, status, status_since, came_by, industry_code)
     select $1, $2, organisation_number, name, status, status_since, came_by, industry_code from company where id = $3`,
    [programme.id, id, from],
  )
  await giveRole(database, programme.id, person, { role: 'economist' })
  return id
}
