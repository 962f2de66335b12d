import type { PlannedAnswer } from '@stegvis/core/aid/de-minimis/planned/planned.ts'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { makeProgramme } from '../../../test/people.ts'
import { newId } from '../../ids.ts'
import { enterprise, holding, type Reply } from '../test-aid.ts'
import { ledgerOn, sameCompanyIn, support } from '../test-ledger.ts'

const database = await testDatabase()
const server = await testApp(database)
const { as, call, begin, stepsOf, setRules, setRates, setEligible, scene } = ledgerOn(server, database)

const TODAY = '2026-11-23'
server.clock.set(`${TODAY}T09:00:00.000Z`)

const judgedIn = ({ body }: Reply) => body.judged as PlannedAnswer

describe('two grants against the same headroom at the same moment', () => {
  /** Two companies of one undertaking, with room for one of two awards. */
  async function sisters() {
    const here = await begin()
    const { programme, companyId, coach, aid } = here
    const other = await scene({ programme, name: 'Systerbolaget AB' })
    await database.owner.query(`update company set industry_code = '25.620' where id = $1`, [other.companyId])
    const sister = stepsOf(programme, other.companyId, {
      ...{ coach: other.coach, economist: here.economist, owner: here.owner },
    })
    const mother = enterprise('Moderbolaget AB')
    for (const [steps, id, headers] of [
      [aid, companyId, coach.headers],
      [sister, other.companyId, other.coach.headers],
    ] as const) {
      const stated = holding(mother.id, id, 100)
      const parties = steps === aid ? [mother] : []
      await call(headers, 'PUT', steps.at(`/group/facts/${newId<string>()}`), { base: 0, stated, parties })
    }
    return { ...here, sister, other }
  }

  test('in two companies of one undertaking: one is awarded, the other is told what is left', async () => {
    const { aid, sister, programme, companyId, other } = await sisters()
    await aid.earlier('2025-09-01', 299_000)
    for (const [steps, id] of [
      [aid, companyId],
      [sister, other.companyId],
    ] as const) {
      await setEligible(programme, id)
      await steps.plan(10)
    }
    await declarePast([companyId, other.companyId], programme.id)
    const replies = await Promise.all([aid.decide(), sister.decide()])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    const refused = replies.find(({ status }) => status === 409)!
    expect(refused.body.type).toBe('/problems/aid-over-ceiling')
    expect(judgedIn(refused)).toMatchObject({ eurCents: 100_000, withinCeiling: false, largest: { minor: 4 } })
    expect((await aid.read()).headroom?.headroomEurCents).toBe(0)
    const { grants } = await aid.read()
    expect(grants.filter(({ origin }) => origin === 'programme')).toHaveLength(1)
  })

  test('in two programmes, by somebody with a role in both: the same, and each sees the other’s line', async () => {
    const here = await begin()
    const { programme, companyId, coach, economist, owner, aid, manager } = here
    const there = await makeProgramme(database)
    const thereId = await sameCompanyIn(database, there, companyId, economist.id)
    const managerThere = await as(there, { role: 'programme-manager' })
    await setRules(there, managerThere)
    await setRates(there)
    await aid.earlier('2025-09-01', 299_000)
    const twin = stepsOf(there, thereId, { coach: economist, economist, owner })
    await aid.plan(10)
    await call(managerThere.headers, 'POST', twin.at('/aid/supports'), { id: newId<string>(), ...support(10) })
    await declarePast([companyId], programme.id)
    await declarePast([thereId], there.id)
    const replies = await Promise.all([aid.decide(), twin.decide()])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    const { grants } = await twin.read(economist.headers)
    expect(
      grants.some(
        ({ origin, programme: name }) => origin === 'declared' && name === `Program ${nameOf(programme.slug)}`,
      ),
    ).toBe(true)
    // A role in one programme alone shows nothing of the other.
    expect((await aid.read(coach.headers)).grants.every(({ programme: name }) => name === null)).toBe(true)
    expect((await aid.read(manager.headers)).grants.every(({ programme: name }) => name === null)).toBe(true)
  })

  const nameOf = (slug: string) => slug.replace('programme-', '')

  /** A signed declaration, whoever the company's manager is. */
  async function declarePast(companies: readonly string[], programmeId: string) {
    for (const companyId of companies) {
      await database.owner.query(
        `insert into aid_declaration (programme_id, id, company_id, state, content, made_by, signed_on)
         values ($1, gen_random_uuid(), $2, 'signed', $3, gen_random_uuid(), $4)`,
        [programmeId, companyId, JSON.stringify(CONTENT), TODAY],
      )
    }
  }

  const CONTENT = {
    ...{ on: TODAY, regulation: '2023/2831', memberState: 'SE', authority: '', scheme: '', schemeReference: '' },
    ...{ support: null, earlierAid: [], activities: [{ code: '25.620', supported: true }], accountsSeparated: null },
    undertaking: { members: [], isComplete: true, missing: '' },
    restructurings: { known: [], isComplete: true, missing: '' },
    conditions: {
      ...{ fixedOnPriceOrQuantity: null, passedOnToPrimaryProducers: null },
      ...{ exportRelated: null, domesticOverImported: null },
    },
    assurance: true,
  }
})
