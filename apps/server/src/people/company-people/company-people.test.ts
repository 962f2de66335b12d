import type { CompanyId } from '@stegvis/core/kernel/ids.ts'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { CSRF, makeProgramme, signedInAs } from '../../../test/people.ts'
import { newId } from '../../ids.ts'
import { freshEmail, inviterOn } from '../invitations/test-inviter.ts'
import { cookieOf } from '../sign-in/test-visitor.ts'

const database = await testDatabase()
const running = await testApp(database)
const { clock } = running
const { post, get, staff, newestMail, accept, eventsOf } = inviterOn(running, database)

describe('the people of a company', () => {
  async function company() {
    const programme = await makeProgramme(database)
    const coach = await signedInAs(running, programme, { role: 'coach', partnerId: programme.partnerId })
    const id = newId<CompanyId>()
    await database.inTenant({ programmeId: programme.id, personId: null }, (tx) =>
      tx
        .insertInto('company')
        .values({
          ...{ programme_id: programme.id, id, organisation_number: '5560000167', name: 'Verkstaden AB' },
          ...{ partner_id: programme.partnerId, sub_project_id: programme.subProjectId, coach_id: coach.id },
          ...{ status: 'active', status_since: clock.today('UTC'), came_by: 'coach' },
        })
        .execute(),
    )
    return { programme, coach, id, base: `/api/programmes/${programme.slug}/companies/${id}` }
  }

  const member = (more: object = {}) => ({
    id: newId(),
    name: 'Karin Kollega',
    email: freshEmail('karin'),
    language: 'sv',
    role: 'company-member',
    title: 'Produktionschef',
    message: null,
    ...more,
  })

  test('are invited by the coach and by the company itself, and see their company', async () => {
    const { programme, coach, id, base } = await company()
    const first = member({ role: 'company-manager' })
    expect((await post(`${base}/invitations`, coach.headers, first)).statusCode).toBe(204)
    const cookie = cookieOf(await accept((await newestMail(first.email)).token))
    expect((await get('/api/me', { cookie })).json().programmes).toMatchObject([
      { slug: programme.slug, grants: [{ role: 'company-manager', companyId: id, companyName: 'Verkstaden AB' }] },
    ])
    const second = member()
    const headers = { ...CSRF, cookie }
    expect((await post(`${base}/invitations`, headers, second)).statusCode).toBe(204)
    expect((await newestMail(second.email)).text).toContain('Verkstaden AB')
    const { people, invitations } = (await get(`${base}/people`, headers)).json()
    expect(people).toMatchObject([{ name: 'Karin Kollega', role: 'company-manager', title: 'Produktionschef' }])
    expect(invitations).toMatchObject([{ id: second.id, role: 'company-member', within: 'Verkstaden AB' }])
    const events = await eventsOf(programme)
    expect(events.every(({ audience }) => audience === 'all')).toBe(true)
  })

  test('are no business of a company member, another coach or another company', async () => {
    const { programme, id, base } = await company()
    const companyMember = await signedInAs(running, programme, { role: 'company-member', companyId: id })
    expect((await post(`${base}/invitations`, companyMember.headers, member())).statusCode).toBe(403)
    expect((await get(`${base}/people`, companyMember.headers)).statusCode).toBe(200)
    const otherCoach = await signedInAs(running, programme, { role: 'coach', partnerId: programme.partnerId })
    expect((await get(`${base}/people`, otherCoach.headers)).statusCode).toBe(403)
    const economist = await signedInAs(running, programme, { role: 'economist' })
    expect((await post(`${base}/invitations`, economist.headers, member())).statusCode).toBe(403)
    const outsider = await signedInAs(running, await makeProgramme(database), { role: 'programme-manager' })
    expect((await get(`${base}/people`, outsider.headers)).statusCode).toBe(404)
  })

  test('cannot be given a role in the programme this way', async () => {
    const { coach, base } = await company()
    const reply = await post(`${base}/invitations`, coach.headers, member({ role: 'programme-manager' }))
    expect(reply.json().errors[0].pointer).toBe('#/role')
  })

  test('lose the company at once when they are removed', async () => {
    const { programme, coach, id, base } = await company()
    const gone = await signedInAs(running, programme, { role: 'company-member', companyId: id })
    expect((await get(`${base}/people`, gone.headers)).statusCode).toBe(200)
    const { people } = (await get(`${base}/people`, coach.headers)).json()
    const url = `${base}/people/${people[0].grantId}/remove`
    expect((await post(url, coach.headers, { reason: 'Har slutat' })).statusCode).toBe(204)
    expect((await get(`${base}/people`, gone.headers)).statusCode).toBe(404)
    expect((await get('/api/me', gone.headers)).json().programmes).toEqual([])
    expect((await post(url, coach.headers, { reason: '' })).statusCode).toBe(404)
    expect((await eventsOf(programme)).at(-1)).toMatchObject({
      kind: 'role.revoked',
      detail: { role: 'company-member', team: { reason: 'Har slutat' } },
    })
  })

  test('are reached through their own company only', async () => {
    const { programme, base, coach } = await company()
    const grant = { role: 'programme-manager' } as const
    const { headers } = await signedInAs(running, programme, grant)
    const invitation = staff(programme)
    await post(`/api/programmes/${programme.slug}/invitations`, headers, invitation)
    const url = `${base}/invitations/${invitation.id}/withdraw`
    expect((await post(url, coach.headers)).statusCode).toBe(404)
  })
})
