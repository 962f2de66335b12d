import { randomUUID } from 'node:crypto'
import type { PlanView } from '@stegvis/core/plans/schema.ts'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { testApp } from '../../test/app.ts'
import { testDatabase } from '../../test/database.ts'
import { signedInAs } from '../../test/people.ts'
import { calling, makeMeasured } from './test-plan.ts'

const database = await testDatabase()
const running = await testApp(database)
const { clock } = running
clock.set('2026-11-23T10:00:00Z')

/** A company measured at level 2 everywhere, its coach, a manager, a member, and a coach it is not given to. */
async function planned() {
  const scene = await makeMeasured(running, database, 2)
  const stranger = await signedInAs(running, scene.programme, {
    role: 'coach',
    partnerId: scene.programme.partnerId,
  })
  const asCoach = calling(running, scene, scene.coach)
  const company = `/companies/${scene.companyId}`
  const target = (dimension: string) => `${company}/targets/${scene.focusAreaId}/${dimension}`
  const readPlan = async (): Promise<PlanView> => (await asCoach('GET', `${company}/plan`)).body
  const dimension = (await readPlan()).ladders[0]!.dimensions[0]!.id
  return {
    ...scene,
    company,
    dimension,
    target,
    readPlan,
    asCoach,
    asManager: calling(running, scene, scene.manager),
    asMember: calling(running, scene, scene.member),
    asStranger: calling(running, scene, stranger),
  }
}

const wanted = (level: number | null, base = 0, dueOn: string | null = '2027-06-30') => ({ level, dueOn, base })

test('a target above the present level brings proposals for the gap, each with its reason', async () => {
  const { asManager, target, dimension, readPlan } = await planned()
  expect((await readPlan()).suggestions).toEqual([])
  const set = await asManager('PUT', target(dimension), wanted(4))
  expect(set).toMatchObject({ status: 200, body: { target: { level: 4, revision: 1 } } })

  const plan = await readPlan()
  expect(plan.ladders[0]!.dimensions[0]).toMatchObject({ level: 2, target: { level: 4, dueOn: '2027-06-30' } })
  const own = plan.suggestions.filter((suggestion) => suggestion.dimensionId === dimension)
  expect(own.map(({ to }) => to)).toEqual(expect.arrayContaining([3, 4]))
  expect(own.every(({ because }) => because.sv.length > 20 && because.en.length > 20)).toBe(true)
})

test.each([
  [1, 'target-below-level'],
  [2, 'target-below-level'],
  [6, 'target-out-of-reach'],
])('refuses level %i as a target: %s', async (level, problem) => {
  const { asCoach, target, dimension } = await planned()
  const reply = await asCoach('PUT', target(dimension), wanted(level))
  expect(reply.body.type).toBe(`/problems/${problem}`)
})

test('refuses a target on a day that has passed, and one for a dimension there is not', async () => {
  const { asCoach, target, dimension } = await planned()
  const late = await asCoach('PUT', target(dimension), wanted(3, 0, '2026-11-22'))
  expect(late).toMatchObject({ status: 422, body: { type: '/problems/target-date-passed' } })
  expect((await asCoach('PUT', target('nothing-like-it'), wanted(3))).status).toBe(404)
})

test('two people who set a target at once are told, and the same target twice is one', async () => {
  const { asCoach, asManager, target, dimension } = await planned()
  await asCoach('PUT', target(dimension), wanted(3))
  const other = await asManager('PUT', target(dimension), wanted(4))
  expect(other).toMatchObject({ status: 412, body: { current: { level: 3, revision: 1 } } })
  expect(await asManager('PUT', target(dimension), wanted(3))).toMatchObject({
    status: 200,
    body: { target: { revision: 1 } },
  })
  const moved = await asManager('PUT', target(dimension), wanted(4, 1))
  expect(moved).toMatchObject({ status: 200, body: { target: { level: 4, revision: 2 } } })
  expect(await asCoach('PUT', target(dimension), wanted(null, 2, null))).toMatchObject({ body: { target: null } })
})

test('a plan holds five goals; a removed one makes room and comes back only into room', async () => {
  const { asCoach, company, readPlan } = await planned()
  const goal = () => ({ id: randomUUID(), title: 'Kortare ledtid', measure: null, dueOn: null })
  const ids: string[] = []
  for (let n = 0; n < 5; n++) ids.push((await asCoach('POST', `${company}/goals`, goal())).body.id)
  expect((await asCoach('POST', `${company}/goals`, goal())).body.type).toBe('/problems/too-many-goals')
  await asCoach('DELETE', `/goals/${ids[0]}`)
  expect((await readPlan()).goals.map(({ id }) => id)).toEqual(ids.slice(1))
  await asCoach('POST', `${company}/goals`, goal())
  expect((await asCoach('POST', `/goals/${ids[0]}/restore`)).body.type).toBe('/problems/too-many-goals')
})

test('six goals sent at once are five', async () => {
  const { asCoach, company, readPlan } = await planned()
  const replies = await Promise.all(
    Array.from({ length: 6 }, () =>
      asCoach('POST', `${company}/goals`, { id: randomUUID(), title: 'Mål', measure: null, dueOn: null }),
    ),
  )
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(5)
  expect((await readPlan()).goals).toHaveLength(5)
})

test('the quarterly check is kept with how the actions stood, and is asked for again after 90 days', async () => {
  const { asManager, company, readPlan } = await planned()
  expect((await readPlan()).daysSinceCheck).toBeNull()
  const action = { title: 'Mät', status: 'planned', goalId: null, focusAreaId: null, dimensionId: null }
  await asManager('POST', `${company}/actions`, { id: randomUUID(), ...action })
  const silent = await asManager('POST', `${company}/plan-checks`, { id: randomUUID(), mood: 'stuck', note: '' })
  expect(silent.body.type).toBe('/problems/reason-required')

  const entry = { id: randomUUID(), mood: 'slow', note: 'Semestrar' }
  const made = await asManager('POST', `${company}/plan-checks`, entry)
  expect(made.body).toMatchObject({ checkedOn: '2026-11-23', counts: { planned: 1, done: 0 } })
  await asManager('POST', `${company}/plan-checks`, entry)
  expect((await readPlan()).checks).toHaveLength(1)

  clock.advance(91)
  expect((await readPlan()).daysSinceCheck).toBe(91)
  clock.advance(-91)
})

test('who may not know of the plan gets no plan, and who only reads it cannot change it', async () => {
  const { asStranger, asMember, company, target, dimension } = await planned()
  expect((await asStranger('GET', `${company}/plan`)).status).toBe(403)
  const other = await planned()
  expect((await other.asManager('GET', `${company}/plan`)).status).toBe(404)
  expect(await asMember('GET', `${company}/plan`)).toMatchObject({ status: 200, body: { mayEdit: false } })
  expect((await asMember('PUT', target(dimension), wanted(3))).status).toBe(403)
  const goal = { id: randomUUID(), title: 'Mål', measure: null, dueOn: null }
  expect((await asMember('POST', `${company}/goals`, goal)).status).toBe(403)
})

test('the spreadsheet holds the actions of the filter, with amounts as numbers', async () => {
  const { asCoach, company } = await planned()
  const blank = { status: 'planned', goalId: null, focusAreaId: null, dimensionId: null }
  const { body } = await asCoach('POST', `${company}/actions`, { id: randomUUID(), title: 'Köp givare', ...blank })
  await asCoach('PATCH', `/actions/${body.id}`, { changes: [{ field: 'costCents', from: null, to: 1_250_050 }] })
  await asCoach('POST', `${company}/actions`, { id: randomUUID(), title: 'Idé', ...blank, status: 'proposed' })
  const { raw } = await asCoach('GET', `${company}/plan.xlsx?status=planned`)
  const [first] = (await readXlsx(raw)).sheets
  expect(first!.rows).toHaveLength(2)
  expect(first!.rows[1]).toEqual(expect.arrayContaining(['Köp givare', 'Planerad', 12500.5]))
})
