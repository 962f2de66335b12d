import { createHash } from 'node:crypto'
import type { SignatureView } from '@stegvis/core/aid/signing/schema.ts'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { newId } from '../../ids.ts'
import { errorsOf } from '../test-aid.ts'
import { signingOn } from './test-signing.ts'

const database = await testDatabase()
const server = await testApp(database)
server.clock.set('2026-11-23T13:05:00.123Z')
const { as, call, scene } = signingOn(server, database)

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const slugOf = ({ body }: { body: Record<string, unknown> }) => body.type
const signatureOf = ({ body }: { body: Record<string, unknown> }) => body.signature as SignatureView

describe('the paper to sign', () => {
  test('is a PDF of this state, the same however often it is asked for, with the words to agree to', async () => {
    const { paper, file, companyId } = await scene()
    const { body } = await paper()
    expect(body).toMatchObject({ maySign: true, methods: ['session'] })
    expect(body.paper).toMatchObject({ kind: 'declaration', state: 'draft', keepUntil: '2036-11-23', signatures: [] })
    expect(body.consents.alone.sv).toContain('jag tecknar firman ensam')
    const opened = await file(body.paper.id)
    expect(opened.headers['content-type']).toBe('application/pdf')
    expect(opened.headers['content-disposition']).toContain('-2026-11-23.pdf')
    expect(sha256(opened.rawPayload)).toBe(body.paper.file?.sha256)
    expect((await paper()).body).toEqual(body)
    const { rows } = await database.owner.query('select count(*)::int as n from document where company_id = $1', [
      companyId,
    ])
    expect(rows).toEqual([{ n: 1 }])
  })

  test('is made by the coach too, who may not sign it', async () => {
    const { paper, wanted, sign, coach } = await scene()
    const { body } = await paper('en', coach.headers)
    expect(body.maySign).toBe(false)
    expect((await sign(wanted(body), coach.headers)).status).toBe(403)
  })

  test('needs a declaration that is filled in', async () => {
    const here = await scene()
    await here.aid.answer({ assurance: false, activities: [] })
    const refused = await call(here.owner.headers, 'POST', here.at(`/declarations/${here.declaration}/paper`), {
      language: 'sv',
    })
    expect(refused.status).toBe(422)
    expect(errorsOf(refused).map((line) => line.split(':')[0])).toEqual(['#/activities', '#/assurance'])
  })

  test('is not there for another company', async () => {
    const [here, elsewhere] = [await scene(), await scene()]
    const { body } = await here.paper()
    expect((await here.file(body.paper.id, elsewhere.owner.headers)).statusCode).toBe(404)
    const address = elsewhere.at(`/papers/${body.paper.id}/file`)
    expect((await server.app.inject({ url: address, headers: elsewhere.owner.headers })).statusCode).toBe(404)
  })
})

describe('signing as who is signed in', () => {
  test('keeps words, hash, time, person and authority, and puts the declaration in force', async () => {
    const { paper, wanted, sign, aid, owner, at, companyId, declaration, programme } = await scene()
    const { body: shown } = await paper()
    const given = wanted(shown)
    const reply = await sign(given)
    expect([reply.status, reply.body.state, reply.body.complete]).toEqual([200, 'signed', true])
    const signature = signatureOf(reply)
    expect(signature).toEqual({
      id: given.id,
      company: companyId,
      subject: { kind: 'declaration', id: declaration },
      paper: shown.paper.id,
      documentSha256: shown.paper.file?.sha256,
      consent: given.consent,
      language: 'sv',
      signerName: owner.name,
      statedAuthority: 'alone',
      method: 'session',
      assurance: { account: owner.email },
      signedAt: server.clock.now(),
      verification: { storedSha256: shown.paper.file?.sha256, matches: true },
    })
    expect((await call(owner.headers, 'GET', at(`/signatures/${given.id}`))).body).toEqual(signature)
    const { declarations } = await aid.read(owner.headers)
    expect(declarations[0]).toMatchObject({ state: 'signed', signedOn: '2026-11-23', signatureId: given.id })
    const events = await database.inTenant({ programmeId: programme.id, personId: null }, (tx) =>
      tx.selectFrom('event').select(['kind', 'audience']).where('subject_id', '=', declaration).execute(),
    )
    expect(events).toContainEqual({ kind: 'aid.signed', audience: 'all' })
  })

  test('gives a record of it beside what was signed', async () => {
    const { paper, wanted, sign, papers, file } = await scene()
    const { body: shown } = await paper('en')
    const { id } = signatureOf(await sign(wanted(shown)))
    const { papers: listed, count } = await papers()
    expect(count).toBe(2)
    expect(listed.map(({ kind, state, subject }) => [kind, state, subject])).toEqual([
      ['signature-record', 'made', id],
      ['declaration', 'signed', shown.paper.subject],
    ])
    expect(listed[1]?.signatures).toMatchObject([{ id, statedAuthority: 'alone' }])
    expect((await file(listed[0]!.id)).rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('the same id again answers as the first time', async () => {
    const { paper, wanted, sign, papers } = await scene()
    const given = wanted((await paper()).body)
    const first = await sign(given)
    expect(await sign(given)).toEqual(first)
    expect((await papers()).count).toBe(2)
  })

  test('is refused when the file is not the one that was read, or the words are others', async () => {
    const { paper, wanted, sign } = await scene()
    const { body: shown } = await paper()
    const other = await sign(wanted(shown, { documentSha256: 'a'.repeat(64) }))
    expect([other.status, slugOf(other)]).toEqual([409, '/problems/paper-outdated'])
    const words = await sign(wanted(shown, { consent: 'Jag lovar ingenting.' }))
    expect([words.status, slugOf(words)]).toEqual([409, '/problems/consent-changed'])
    const way = await sign(wanted(shown, { method: 'oidc' }))
    expect([way.status, slugOf(way)]).toEqual([409, '/problems/signing-method-off'])
  })

  test('is refused when the declaration has changed since, and its new paper takes the place of the old', async () => {
    const { paper, wanted, sign, aid, papers } = await scene()
    const { body: old } = await paper()
    await aid.answer({ accountsSeparated: true })
    expect(slugOf(await sign(wanted(old)))).toBe('/problems/paper-outdated')
    const { body: fresh } = await paper()
    expect(fresh.paper.id).not.toBe(old.paper.id)
    expect((await papers()).papers.map(({ id }) => id)).toEqual([fresh.paper.id])
    expect((await sign(wanted(fresh))).status).toBe(200)
  })

  test('happens once: a signed declaration is signed no more', async () => {
    const { paper, wanted, sign, second } = await scene()
    const { body: shown } = await paper()
    await sign(wanted(shown))
    const again = await sign(wanted(shown), (await second()).headers)
    expect([again.status, slugOf(again)]).toEqual([409, '/problems/declaration-closed'])
  })

  test('waits for the other where two sign together', async () => {
    const { paper, wanted, sign, second, aid, owner } = await scene()
    const { body: shown } = await paper()
    const first = await sign(wanted(shown, { statedAuthority: 'jointly' }))
    expect(first.body).toMatchObject({ state: 'signed', complete: false })
    expect((await aid.read(owner.headers)).declarations[0]?.state).toBe('draft')
    const twice = await sign(wanted(shown, { statedAuthority: 'jointly' }))
    expect([twice.status, slugOf(twice)]).toEqual([409, '/problems/already-signed'])
    const other = await sign(wanted(shown, { statedAuthority: 'jointly' }), (await second()).headers)
    expect(other.body).toMatchObject({ state: 'signed', complete: true })
    expect((await aid.read(owner.headers)).declarations[0]?.state).toBe('signed')
  })

  test('by two at the same moment is complete once', async () => {
    const { paper, wanted, sign, second, aid, owner } = await scene()
    const { body: shown } = await paper()
    const other = await second()
    const replies = await Promise.all([
      sign(wanted(shown, { statedAuthority: 'jointly' })),
      sign(wanted(shown, { statedAuthority: 'jointly' }), other.headers),
    ])
    expect(replies.map(({ status }) => status)).toEqual([200, 200])
    expect((await aid.read(owner.headers)).declarations[0]?.state).toBe('signed')
  })

  test.each([
    ['#/documentSha256', { documentSha256: 'abc' }],
    ['#/statedAuthority', { statedAuthority: 'boss' }],
    ['#/paper', { paper: 'x' }],
  ])('points at %s when it is wrong', async (pointer, wrong) => {
    const { paper, wanted, sign } = await scene()
    const { body: shown } = await paper()
    const refused = await sign({ ...wanted(shown), ...wrong } as never)
    expect([refused.status, errorsOf(refused)[0]?.split(':')[0]]).toEqual([422, pointer])
  })
})

describe('the size of a company', () => {
  test('is signed as it was frozen', async () => {
    const { at, owner, companyId, coach, programme, wanted } = await scene()
    const lead = await as(programme, { role: 'sub-project-lead', subProjectId: programme.subProjectId })
    await call(coach.headers, 'PUT', at(`/group/accounts/${newId<string>()}`), {
      base: 0,
      partyId: companyId,
      accounts: {
        ...{ basis: 'closed', closedOn: '2025-12-31', awu: 30, currency: 'EUR' },
        ...{ turnoverCents: 700_000_000, balanceCents: 500_000_000 },
      },
    })
    const id = newId<string>()
    const taken = await call(lead.headers, 'POST', at('/size/snapshots'), { id, anchor: 'grant', on: '2026-11-23' })
    expect(taken.status).toBe(200)
    const shown = await call(owner.headers, 'POST', at(`/size/snapshots/${id}/paper`), { language: 'sv' })
    expect(shown.body.paper).toMatchObject({ kind: 'sme-declaration', state: 'draft' })
    const signed = await call(owner.headers, 'POST', at(`/size/snapshots/${id}/sign`), wanted(shown.body as never))
    expect(signed.body).toMatchObject({ state: 'signed', complete: true })
    expect(signatureOf(signed).subject).toEqual({ kind: 'size-snapshot', id })
  })
})

describe('what is kept', () => {
  test('a paper cannot be changed, and its file cannot be removed while it has to be kept', async () => {
    const { paper, programme, wanted, sign } = await scene()
    const { body: shown } = await paper()
    await sign(wanted(shown))
    const inTenant = (statement: string) => database.owner.query(`set app.programme = '${programme.id}'; ${statement}`)
    await expect(
      inTenant(`update document set content = 'x' where sha256 = '${shown.paper.file?.sha256}'`),
    ).rejects.toThrow('the paper has to be kept')
    await expect(inTenant(`delete from document where sha256 = '${shown.paper.file?.sha256}'`)).rejects.toThrow(
      'the paper has to be kept',
    )
    await expect(
      inTenant(`update paper set document_id = gen_random_uuid() where id = '${shown.paper.id}'`),
    ).rejects.toThrow()
    await expect(
      database.inTenant({ programmeId: programme.id, personId: null }, (tx) =>
        tx.deleteFrom('signature').where('document_sha256', '=', shown.paper.file!.sha256).execute(),
      ),
    ).rejects.toThrow('permission denied')
  })

  test('a file that is not what was signed shows in the verification', async () => {
    const { paper, wanted, sign, at, owner } = await scene()
    const { body: shown } = await paper()
    const { id } = signatureOf(await sign(wanted(shown)))
    await database.owner.query('alter table document disable trigger paper_document_is_kept')
    await database.owner.query(`update document set content = 'x' where sha256 = $1`, [shown.paper.file?.sha256])
    await database.owner.query('alter table document enable trigger paper_document_is_kept')
    const { body } = await call(owner.headers, 'GET', at(`/signatures/${id}`))
    expect(body.verification).toEqual({ storedSha256: sha256(Buffer.from('x')), matches: false })
  })
})

describe('papers of an award', () => {
  test('keep all papers under the scheme for ten years from the last of them', async () => {
    const { paper, wanted, sign, aid, papers } = await scene()
    await sign(wanted((await paper()).body))
    server.clock.set('2026-12-10T09:00:00.123Z')
    await aid.decide()
    server.clock.set('2026-11-23T13:05:00.123Z')
    expect(new Set((await papers()).papers.map(({ keepUntil }) => keepUntil))).toEqual(new Set(['2036-12-10']))
  })

  test('tell the company what it was given, and copy what it declared, in both languages', async () => {
    const { paper, wanted, sign, aid, papers, file, coach } = await scene()
    await sign(wanted((await paper()).body))
    expect((await aid.decide()).status).toBe(200)
    const made = (await papers(coach.headers)).papers.filter(({ kind }) => kind.startsWith('aid-'))
    expect(made.map(({ kind, language, state }) => `${kind} ${language} ${state}`).sort()).toEqual([
      'aid-certificate en made',
      'aid-certificate sv made',
      'aid-information en made',
      'aid-information sv made',
    ])
    const opened = await file(made[0]!.id)
    expect(sha256(opened.rawPayload)).toBe(made[0]?.file?.sha256)
    const { rows } = await database.owner.query<{ material: { act: { title: { sv: string } }; material: object } }>(
      `select material from paper where kind = 'aid-information' and id = any($1)`,
      [made.map(({ id }) => id)],
    )
    expect(rows[0]?.material.act.title.sv).toContain('(EU) 2023/2831')
    expect(rows[0]?.material.material).toMatchObject({
      regulation: '2023/2831',
      authority: 'Tillväxtverket',
      awardedOn: '2026-11-23',
      support: { amount: { currency: 'SEK', minor: 1_000_000, eurCents: 100_000 } },
      register: { by: '2026-12-21' },
    })
  })
})
