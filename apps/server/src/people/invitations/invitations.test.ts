import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { makePerson, makeProgramme, signedInAs } from '../../../test/people.ts'
import { newId } from '../../ids.ts'
import { cookieOf } from '../sign-in/test-visitor.ts'
import { inviterOn } from './test-inviter.ts'

const database = await testDatabase()
const running = await testApp(database)
const { clock } = running
const { post, get, staff, newestMail, look, accept, eventsOf } = inviterOn(running, database)

async function manager() {
  const programme = await makeProgramme(database)
  const person = await signedInAs(running, programme, { role: 'programme-manager' })
  return { programme, ...person, base: `/api/programmes/${programme.slug}` }
}

describe('inviting staff', () => {
  test('mails a link that shows the offer, gives the role and signs in', async () => {
    const { programme, headers, base, name: inviter } = await manager()
    const invitation = staff(programme, { message: 'Kul att du är med!\nVi ses.' })
    expect((await post(`${base}/invitations`, headers, invitation)).statusCode).toBe(204)
    const { subject, text, token } = await newestMail(invitation.email)
    expect(subject).toBe(`Inbjudan till ${programme.slug.replace('programme-', 'Program ')}`)
    expect(text).toContain(`${inviter} skriver:\nKul att du är med!`)
    expect(text).toContain(`http://stegvis.test/invitation#${token}`)

    expect((await look(token)).json()).toMatchObject({
      role: 'coach',
      within: 'Partner',
      name: 'Nils Ny',
      invitedBy: inviter,
      message: invitation.message,
    })
    const accepted = await accept(token)
    expect(accepted.statusCode).toBe(204)
    const me = (await get('/api/me', { cookie: cookieOf(accepted) })).json()
    expect(me).toMatchObject({
      name: 'Nils Ny',
      programmes: [{ slug: programme.slug, grants: [{ role: 'coach', partnerId: programme.partnerId }] }],
    })
    expect((await accept(token)).json().type).toBe('/problems/invitation-expired')
    const events = await eventsOf(programme)
    expect(events.map(({ kind }) => kind)).toEqual(['invitation.sent', 'role.granted', 'invitation.accepted'])
    expect(events.every(({ audience }) => audience === 'office')).toBe(true)
    expect(events[2]!.person_id).toBe(me.id)
  })

  test('in English writes in English', async () => {
    const { programme, headers, base } = await manager()
    const invitation = staff(programme, { language: 'en', role: 'economist', partnerId: null })
    await post(`${base}/invitations`, headers, invitation)
    expect((await newestMail(invitation.email)).text).toContain('Your role will be economist.')
  })

  test('with the same id again sends nothing more', async () => {
    const { programme, headers, base } = await manager()
    const invitation = staff(programme)
    await post(`${base}/invitations`, headers, invitation)
    const { token } = await newestMail(invitation.email)
    expect((await post(`${base}/invitations`, headers, invitation)).statusCode).toBe(204)
    expect((await newestMail(invitation.email)).token).toBe(token)
  })

  test('is refused for somebody who is invited or in already', async () => {
    const { programme, headers, base } = await manager()
    const invitation = staff(programme)
    await post(`${base}/invitations`, headers, invitation)
    const again = await post(`${base}/invitations`, headers, { ...invitation, id: newId() })
    expect([again.statusCode, again.json().type]).toEqual([409, '/problems/already-exists'])
    await accept((await newestMail(invitation.email)).token)
    expect((await post(`${base}/invitations`, headers, { ...invitation, id: newId() })).statusCode).toBe(409)
    const other = { ...invitation, id: newId(), role: 'economist', partnerId: null }
    expect((await post(`${base}/invitations`, headers, other)).statusCode).toBe(204)
  })

  test('needs the scope the role is held in, and no other', async () => {
    const { programme, headers, base } = await manager()
    for (const [more, pointer] of [
      [{ role: 'coach', partnerId: null }, '#/partnerId'],
      [{ role: 'economist', partnerId: programme.partnerId }, '#/partnerId'],
      [{ role: 'sub-project-lead', partnerId: null }, '#/subProjectId'],
      [{ role: 'company-manager', partnerId: null }, '#/role'],
      [{ name: ' ' }, '#/name'],
    ] as const) {
      const reply = await post(`${base}/invitations`, headers, staff(programme, more))
      expect(reply.statusCode).toBe(422)
      expect(reply.json().errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer)
    }
    const elsewhere = await makeProgramme(database)
    const reply = await post(`${base}/invitations`, headers, staff(programme, { partnerId: elsewhere.partnerId }))
    expect(reply.statusCode).toBe(404)
  })

  test('is for the programme manager alone', async () => {
    const { programme, base } = await manager()
    for (const role of ['coach', 'sub-project-lead', 'economist', 'auditor'] as const) {
      const grant = {
        role,
        ...(role === 'coach' && { partnerId: programme.partnerId }),
        ...(role === 'sub-project-lead' && { subProjectId: programme.subProjectId }),
      }
      const { headers } = await signedInAs(running, programme, grant)
      expect((await post(`${base}/invitations`, headers, staff(programme))).statusCode).toBe(403)
    }
    const stranger = await signedInAs(running, await makeProgramme(database), { role: 'programme-manager' })
    expect((await post(`${base}/invitations`, stranger.headers, staff(programme))).statusCode).toBe(404)
  })
})

describe('an invitation', () => {
  async function invited() {
    const by = await manager()
    const invitation = staff(by.programme)
    await post(`${by.base}/invitations`, by.headers, invitation)
    const { token } = await newestMail(invitation.email)
    return { ...by, invitation, token, url: `${by.base}/invitations/${invitation.id}` }
  }

  test('runs out after fourteen days', async () => {
    const { token } = await invited()
    clock.advance(13.9)
    expect((await look(token)).statusCode).toBe(200)
    clock.advance(0.2)
    expect((await look(token)).json().type).toBe('/problems/invitation-expired')
    expect((await accept(token)).statusCode).toBe(410)
  })

  test('that was withdrawn gives nothing', async () => {
    const { token, url, headers } = await invited()
    expect((await post(`${url}/withdraw`, headers)).statusCode).toBe(204)
    const reply = await accept(token)
    expect([reply.statusCode, reply.cookies]).toEqual([410, []])
    expect((await post(`${url}/withdraw`, headers)).statusCode).toBe(410)
    expect((await post(`${url}/resend`, headers)).statusCode).toBe(410)
  })

  test('sent again has a new secret and a new fortnight, also after it ran out', async () => {
    const { token, url, headers, invitation } = await invited()
    clock.advance(15)
    expect((await post(`${url}/resend`, headers)).statusCode).toBe(204)
    const again = await newestMail(invitation.email)
    expect(again.token).not.toBe(token)
    expect((await look(token)).statusCode).toBe(410)
    expect((await accept(again.token)).statusCode).toBe(204)
  })

  test('is listed until it is answered, marked when it has run out', async () => {
    const { base, headers, invitation, token, name } = await invited()
    const list = async () => (await get(`${base}/invitations`, headers)).json().invitations
    expect(await list()).toMatchObject([{ id: invitation.id, invitedBy: name, within: 'Partner', expired: false }])
    clock.advance(15)
    expect(await list()).toMatchObject([{ expired: true }])
    clock.advance(-15)
    await accept(token)
    expect(await list()).toEqual([])
  })

  test('comes in pages, newest first', async () => {
    const { programme, headers, base } = await manager()
    for (let at = 0; at < 53; at++) await post(`${base}/invitations`, headers, staff(programme))
    const first = (await get(`${base}/invitations`, headers)).json()
    const second = (await get(`${base}/invitations?after=${first.next}`, headers)).json()
    expect([first.invitations.length, second.invitations.length, second.next]).toEqual([50, 3, null])
    const ids = [...first.invitations, ...second.invitations].map(({ id }: { id: string }) => id)
    expect(new Set(ids).size).toBe(53)
    expect((await get(`${base}/invitations?after=nonsense`, headers)).statusCode).toBe(422)
  })

  test('leaves no secret in the database, nor accepts one that was never given', async () => {
    const { token, programme } = await invited()
    const rows = await database.inTenant({ programmeId: programme.id, personId: null }, (tx) =>
      tx.selectFrom('invitation').selectAll().execute(),
    )
    expect(JSON.stringify(rows)).not.toContain(token)
    const other = Buffer.from(token, 'base64url')
    other[other.length - 1]! ^= 1
    for (const wrong of [other.toString('base64url'), 'a'.repeat(64), 'b'.repeat(43)]) {
      expect((await accept(wrong)).statusCode).toBe(410)
    }
  })

  test('given to somebody who is known keeps their name', async () => {
    const { programme, headers, base } = await manager()
    const known = await makePerson(database, { name: 'Gunilla Gammal' })
    await post(`${base}/invitations`, headers, staff(programme, { email: known.email, name: 'Gun-Britt' }))
    const reply = await accept((await newestMail(known.email)).token)
    expect((await get('/api/me', { cookie: cookieOf(reply) })).json()).toMatchObject({ id: known.id, name: known.name })
  })
})
