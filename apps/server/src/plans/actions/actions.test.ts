import { randomUUID } from 'node:crypto'
import type { PlanView, SuggestionView } from '@stegvis/core/plans/schema.ts'
import { expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { giveRole, makePerson, signedInAs } from '../../../test/people.ts'
import { calling, makeMeasured } from '../test-plan.ts'

const database = await testDatabase()
const running = await testApp(database)
const { clock } = running
clock.set('2026-11-23T10:00:00Z')

/** A measured company with a target of level 4 in its first dimension, and so with proposals. */
async function planned() {
  const scene = await makeMeasured(running, database, 2)
  const asCoach = calling(running, scene, scene.coach)
  const company = `/companies/${scene.companyId}`
  const readPlan = async (): Promise<PlanView> => (await asCoach('GET', `${company}/plan`)).body
  const dimension = (await readPlan()).ladders[0]!.dimensions[0]!.id
  const target = { level: 4, dueOn: null, base: 0 }
  await asCoach('PUT', `${company}/targets/${scene.focusAreaId}/${dimension}`, target)
  const [suggestion] = (await readPlan()).suggestions
  return {
    ...scene,
    company,
    readPlan,
    suggestion: suggestion!,
    asCoach,
    asManager: calling(running, scene, scene.manager),
    asMember: calling(running, scene, scene.member),
  }
}
type Planned = Awaited<ReturnType<typeof planned>>

function answerTo(suggestion: SuggestionView, answer: 'accept' | 'decline', reason = '') {
  return { id: randomUUID(), focusAreaId: suggestion.focusAreaId, action: suggestion.template.id, answer, reason }
}

async function added({ asCoach, company }: Planned, facts: Record<string, unknown> = {}) {
  const blank = { title: 'Mät ledtiden', status: 'planned', goalId: null, focusAreaId: null, dimensionId: null }
  return (await asCoach('POST', `${company}/actions`, { id: randomUUID(), ...blank, ...facts })).body
}

const one = (field: string, from: unknown, to: unknown) => ({ changes: [{ field, from, to }] })

test('an accepted proposal is a planned action with what the ladder says of it, and is proposed no more', async () => {
  const { asManager, company, suggestion, readPlan } = await planned()
  const answer = answerTo(suggestion, 'accept')
  const { status, body } = await asManager('POST', `${company}/suggested-actions`, answer)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    title: suggestion.template.name.sv,
    status: 'planned',
    effortHours: suggestion.template.hours,
    toLevel: suggestion.to,
    template: { id: suggestion.template.id },
    mayChange: 'all',
  })
  expect((await asManager('POST', `${company}/suggested-actions`, answer)).body.id).toBe(body.id)
  const plan = await readPlan()
  expect(plan.actions).toHaveLength(1)
  expect(plan.suggestions.map(({ template }) => template.id)).not.toContain(suggestion.template.id)
})

test('undoing an accepted proposal proposes it again', async () => {
  const { asCoach, company, suggestion, readPlan } = await planned()
  const { body } = await asCoach('POST', `${company}/suggested-actions`, answerTo(suggestion, 'accept'))
  await asCoach('DELETE', `/actions/${body.id}`)
  const plan = await readPlan()
  expect(plan.actions).toEqual([])
  expect(plan.suggestions.map(({ template }) => template.id)).toContain(suggestion.template.id)
})

test('a declined proposal needs a reason and is remembered', async () => {
  const { asCoach, company, suggestion, readPlan } = await planned()
  const silent = await asCoach('POST', `${company}/suggested-actions`, answerTo(suggestion, 'decline'))
  expect(silent).toMatchObject({ status: 422, body: { type: '/problems/reason-required' } })
  await asCoach('POST', `${company}/suggested-actions`, answerTo(suggestion, 'decline', 'Gör vi redan'))
  const plan = await readPlan()
  expect(plan.actions[0]).toMatchObject({ status: 'dropped', reason: 'Gör vi redan', startedOn: null })
  expect(plan.suggestions.map(({ template }) => template.id)).not.toContain(suggestion.template.id)
})

test('of two people who answer one proposal at once, the second is told', async () => {
  const { asCoach, asManager, company, suggestion, readPlan } = await planned()
  const replies = await Promise.all([
    asCoach('POST', `${company}/suggested-actions`, answerTo(suggestion, 'accept')),
    asManager('POST', `${company}/suggested-actions`, answerTo(suggestion, 'decline', 'Nej')),
  ])
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
  expect((await readPlan()).actions).toHaveLength(1)
})

test('an unknown proposal is not found', async () => {
  const { asCoach, company, suggestion } = await planned()
  const unknown = { ...answerTo(suggestion, 'accept'), action: 'nothing-to-3-do' }
  expect((await asCoach('POST', `${company}/suggested-actions`, unknown)).status).toBe(404)
})

test('the status carries the days: begun, done, and back', async () => {
  const scene = await planned()
  const { id } = await added(scene)
  const begun = await scene.asCoach('PATCH', `/actions/${id}`, one('status', 'planned', 'ongoing'))
  expect(begun.body).toMatchObject({ startedOn: '2026-11-23', doneOn: null })
  const done = await scene.asCoach('PATCH', `/actions/${id}`, one('status', 'ongoing', 'done'))
  expect(done.body).toMatchObject({ doneOn: '2026-11-23' })
  const back = await scene.asCoach('PATCH', `/actions/${id}`, one('status', 'done', 'planned'))
  expect(back.body).toMatchObject({ startedOn: null, doneOn: null })
})

test('dropping needs a reason in the same breath', async () => {
  const scene = await planned()
  const { id } = await added(scene)
  const silent = await scene.asCoach('PATCH', `/actions/${id}`, one('status', 'planned', 'dropped'))
  expect(silent.body.type).toBe('/problems/reason-required')
  const changes = [
    { field: 'status', from: 'planned', to: 'dropped' },
    { field: 'reason', from: null, to: 'Kunden försvann' },
  ]
  const dropped = await scene.asCoach('PATCH', `/actions/${id}`, { changes })
  expect(dropped.body).toMatchObject({ status: 'dropped', reason: 'Kunden försvann' })
})

test('two people in one action are merged by field, and told where both wrote', async () => {
  const scene = await planned()
  const { id } = await added(scene)
  await scene.asManager('PATCH', `/actions/${id}`, one('title', 'Mät ledtiden', 'Mät genomloppstiden'))
  const late = await scene.asCoach('PATCH', `/actions/${id}`, {
    changes: [
      { field: 'title', from: 'Mät ledtiden', to: 'Följ en order' },
      { field: 'effortHours', from: null, to: 8 },
    ],
  })
  expect(late.status).toBe(412)
  expect(late.body.conflicts).toEqual([{ field: 'title', present: 'Mät genomloppstiden' }])
  const [action] = (await scene.readPlan()).actions
  expect(action).toMatchObject({ title: 'Mät genomloppstiden', effortHours: 8 })
})

test('points at what is not valid in a change', async () => {
  const scene = await planned()
  const { id } = await added(scene)
  const changes = [
    { field: 'title', from: 'Mät ledtiden', to: 'Mät' },
    { field: 'costCents', from: null, to: -1 },
    { field: 'createdAt', from: null, to: 'x' },
  ]
  const reply = await scene.asCoach('PATCH', `/actions/${id}`, { changes })
  expect(reply.status).toBe(422)
  expect(reply.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([
    '#/changes/1/to',
    '#/changes/2/field',
  ])
})

test("refuses an owner, a goal and an area that are not of the company's plan", async () => {
  const [scene, other] = [await planned(), await planned()]
  const { id } = await added(scene)
  const goal = { id: randomUUID(), title: 'Annat mål', measure: null, dueOn: null }
  await other.asCoach('POST', `${other.company}/goals`, goal)
  for (const [field, to] of [
    ['ownerId', other.manager.id],
    ['goalId', goal.id],
    ['focusAreaId', other.focusAreaId],
    ['effectKeyFigureId', 'nobody-counts-this'],
    ['dimensionId', 'no-such-dimension'],
  ] as const) {
    const reply = await scene.asCoach('PATCH', `/actions/${id}`, one(field, null, to))
    expect({ field, ...reply }).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/changes/0/to' }] } })
  }
})

test('a member updates the action they own, and nothing else of the plan', async () => {
  const scene = await planned()
  const { id } = await added(scene)
  expect((await scene.asMember('PATCH', `/actions/${id}`, one('status', 'planned', 'ongoing'))).status).toBe(403)
  await scene.asCoach('PATCH', `/actions/${id}`, one('ownerId', null, scene.member.id))

  const begun = await scene.asMember('PATCH', `/actions/${id}`, one('status', 'planned', 'ongoing'))
  expect(begun).toMatchObject({ status: 200, body: { status: 'ongoing', mayChange: 'own' } })
  expect((await scene.asMember('PATCH', `/actions/${id}`, one('ownerId', scene.member.id, null))).status).toBe(403)
  expect((await scene.asMember('DELETE', `/actions/${id}`)).status).toBe(403)

  const mine = await scene.asMember('GET', '/my-actions')
  expect(mine.body.actions).toMatchObject([{ id, companyId: scene.companyId, mayChange: 'own' }])
})

test('an action in a company the owner has left is not theirs to see', async () => {
  const scene = await planned()
  const { id } = await added(scene)
  const leaver = await makePerson(database)
  const grant = await giveRole(database, scene.programme.id, leaver.id, {
    role: 'company-member',
    companyId: scene.companyId,
  })
  await scene.asCoach('PATCH', `/actions/${id}`, one('ownerId', null, leaver.id))
  await database.owner.query('update role_grant set revoked_at = now() where id = $1', [grant])
  const elsewhere = await planned()
  const asOther = calling(running, elsewhere, elsewhere.member)
  expect((await asOther('PATCH', `/actions/${id}`, one('status', 'planned', 'done'))).status).toBe(404)
  expect((await scene.readPlan()).owners.map((owner) => owner.id)).not.toContain(leaver.id)
})

test('a coach the company is not given to finds no action there', async () => {
  const scene = await planned()
  const { id } = await added(scene)
  const grant = { role: 'coach', partnerId: scene.programme.partnerId } as const
  const asStranger = calling(running, scene, await signedInAs(running, scene.programme, grant))
  expect((await asStranger('PATCH', `/actions/${id}`, one('status', 'planned', 'done'))).status).toBe(404)
})

test('a removed action comes back with its history', async () => {
  const scene = await planned()
  const { id } = await added(scene)
  await scene.asCoach('PATCH', `/actions/${id}`, one('dueOn', null, '2027-01-31'))
  await scene.asCoach('DELETE', `/actions/${id}`)
  expect((await scene.readPlan()).actions).toEqual([])
  await scene.asCoach('POST', `/actions/${id}/restore`)
  expect((await scene.readPlan()).actions).toHaveLength(1)

  const { body } = await scene.asManager('GET', `/actions/${id}/history`)
  expect(body.entries).toMatchObject([
    { kind: 'action.restored' },
    { kind: 'action.removed' },
    { kind: 'action.changed', field: 'dueOn', from: null, to: '2027-01-31', who: scene.coach.name },
    { kind: 'action.added' },
  ])
  expect((await scene.asMember('GET', `/actions/${id}/history`)).status).toBe(403)
})

test('an action keeps its goal through the removal and return of the goal', async () => {
  const scene = await planned()
  const goal = { id: randomUUID(), title: 'Kortare ledtid', measure: null, dueOn: null }
  await scene.asCoach('POST', `${scene.company}/goals`, goal)
  const { id } = await added(scene, { goalId: goal.id })
  await scene.asCoach('DELETE', `/goals/${goal.id}`)
  expect((await scene.readPlan()).actions[0]?.goalId).toBeNull()
  await scene.asCoach('PATCH', `/actions/${id}`, one('effortHours', null, 4))
  await scene.asCoach('POST', `/goals/${goal.id}/restore`)
  expect((await scene.readPlan()).actions[0]?.goalId).toBe(goal.id)
})

test('what happens in the plan is on the timeline of the company', async () => {
  const scene = await planned()
  await added(scene)
  const { rows } = await database.owner.query(
    `select kind, audience from event where company_id = $1 and kind ~ '^(target|action)' order by at, id`,
    [scene.companyId],
  )
  expect(rows).toEqual([
    { kind: 'target.set', audience: 'all' },
    { kind: 'action.added', audience: 'all' },
  ])
})
