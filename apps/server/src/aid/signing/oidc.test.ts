import { createHash } from 'node:crypto'
import type { NewSignature, SignatureView } from '@stegvis/core/aid/signing/schema.ts'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { TEST_CONFIG, testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { namesAgree } from './names.ts'
import { startProvider } from './test-provider.ts'
import { signingOn } from './test-signing.ts'

const REDIRECT = `${TEST_CONFIG.publicUrl}/signing/return`

const database = await testDatabase()
const provider = await startProvider(REDIRECT)
const server = await testApp(database, {
  config: { signing: { methods: ['oidc', 'session'], oidc: provider.config } },
})
const { call, scene: company } = signingOn(server, database)

beforeEach(() => server.clock.set('2026-11-23T13:05:00.123Z'))
afterEach(() => Object.assign(provider.visitor, { sub: '198112289874', acr: 'loa3', denies: false }))
afterAll(() => provider.stop())

/** A declaration to sign, and the person's way to the provider and back. */
async function scene() {
  const here = await company()
  provider.visitor.name = here.owner.name
  const { body: shown } = await here.paper()
  const begin = async (more: Partial<NewSignature> = {}) => {
    const reply = await here.sign(here.wanted(shown, { method: 'oidc', ...more }))
    return { ...reply, address: reply.body.address as string }
  }
  const complete = (parameters: Record<string, string>, headers = here.owner.headers) =>
    call(headers, 'POST', '/api/me/signing/complete', { parameters })
  return { ...here, shown, begin, complete, there: (address: string) => provider.visit(address) }
}

const outcome = ({ status, body }: { status: number; body: Record<string, unknown> }) => [status, body.type]

test('a signature by a provider keeps who vouches, at which level, and for which document', async () => {
  const { begin, there, complete, shown, programme, companyId, declaration, owner, aid } = await scene()
  expect(shown.methods).toEqual(['oidc', 'session'])
  const { body, address } = await begin()
  expect(body.state).toBe('elsewhere')
  const asked = new URL(address).searchParams
  expect(Object.fromEntries(asked)).toMatchObject({
    ...{ response_type: 'code', code_challenge_method: 'S256', acr_values: 'loa3', prompt: 'login', ui_locales: 'sv' },
    redirect_uri: REDIRECT,
  })
  const reply = await complete(await there(address))
  expect(reply.status).toBe(200)
  expect(reply.body).toMatchObject({
    programme: programme.slug,
    company: companyId,
    subject: { kind: 'declaration', id: declaration },
    complete: true,
  })
  const { assurance, ...signature } = reply.body.signature as SignatureView
  expect(signature).toMatchObject({ method: 'oidc', signerName: owner.name, verification: { matches: true } })
  expect(assurance).toMatchObject({
    account: owner.email,
    issuer: provider.config.issuer,
    level: 'loa3',
    means: ['mobile'],
    identifier: '19811228-****',
  })
  const [salt, bound] = asked.get('nonce')!.split('.')
  const said = JSON.stringify([salt, shown.paper.file?.sha256, shown.consents.alone.sv])
  expect(bound).toBe(createHash('sha256').update(said).digest('base64url'))
  expect(assurance.nonce).toBe(asked.get('nonce'))
  expect((await aid.read(owner.headers)).declarations[0]?.state).toBe('signed')
})

test('nothing that proves the round trip is stored', async () => {
  const { begin, programme } = await scene()
  const { address } = await begin()
  const { rows } = await database.owner.query('select * from signing_session where programme_id = $1', [programme.id])
  const stored = JSON.stringify(rows)
  for (const word of ['state', 'nonce', 'code_challenge']) {
    expect(stored).not.toContain(new URL(address).searchParams.get(word))
  }
})

test('whoever breaks off has not signed, and can begin again', async () => {
  const { begin, there, complete, aid, owner } = await scene()
  provider.visitor.denies = true
  const back = await there((await begin()).address)
  expect(back.error).toBe('access_denied')
  expect(outcome(await complete(back))).toEqual([409, '/problems/signing-denied'])
  expect(outcome(await complete(back))).toEqual([410, '/problems/signing-expired'])
  expect((await aid.read(owner.headers)).declarations[0]?.state).toBe('draft')
  provider.visitor.denies = false
  expect((await complete(await there((await begin()).address))).status).toBe(200)
})

test('an answer counts once, and in time', async () => {
  const first = await scene()
  const back = await first.there((await first.begin()).address)
  expect((await first.complete(back)).status).toBe(200)
  expect(outcome(await first.complete(back))).toEqual([410, '/problems/signing-expired'])
  const late = await scene()
  const too = await late.there((await late.begin()).address)
  server.clock.set('2026-11-23T13:21:00.123Z')
  expect(outcome(await late.complete(too))).toEqual([410, '/problems/signing-expired'])
})

test('an earlier way there does not count once it was begun again', async () => {
  const { begin, there, complete, wanted, shown } = await scene()
  const { id } = wanted(shown)
  const earlier = await there((await begin({ id })).address)
  const later = await there((await begin({ id })).address)
  expect(outcome(await complete(earlier))).toEqual([410, '/problems/signing-expired'])
  expect((await complete(later)).status).toBe(200)
})

test('an answer that was not asked for, or was changed on the way, is none', async () => {
  const { begin, there, complete } = await scene()
  expect(outcome(await complete({ code: 'x', state: 'y' }))).toEqual([410, '/problems/signing-expired'])
  const back = await there((await begin()).address)
  expect(outcome(await complete({ ...back, code: 'another' }))).toEqual([410, '/problems/signing-expired'])
  const mixed = await there((await begin()).address)
  expect(outcome(await complete({ ...mixed, iss: 'https://other.example.org' }))).toEqual([
    409,
    '/problems/signing-denied',
  ])
})

test('somebody else’s identity, or somebody else’s browser, signs nothing', async () => {
  const { begin, there, complete, second, aid, owner } = await scene()
  provider.visitor.name = 'Någon Annan'
  expect(outcome(await complete(await there((await begin()).address)))).toEqual([403, '/problems/signing-other-person'])
  provider.visitor.name = owner.name
  const back = await there((await begin()).address)
  expect(outcome(await complete(back, (await second()).headers))).toEqual([403, '/problems/signing-other-person'])
  const stranger = await company()
  expect((await complete(back, stranger.owner.headers)).status).toBe(410)
  expect((await aid.read(owner.headers)).declarations[0]?.state).toBe('draft')
})

test('a weaker proof than asked for is refused', async () => {
  const { begin, there, complete } = await scene()
  provider.visitor.acr = 'loa2'
  const back = await there((await begin()).address)
  expect(outcome(await complete(back))).toEqual([403, '/problems/signing-too-weak'])
})

test('a declaration that changed meanwhile is not signed', async () => {
  const { begin, there, complete, aid } = await scene()
  const back = await there((await begin()).address)
  await aid.answer({ accountsSeparated: true })
  expect(outcome(await complete(back))).toEqual([409, '/problems/paper-outdated'])
})

test('a provider that does not answer is told as such', async () => {
  const nowhere = { ...provider.config, issuer: 'http://127.0.0.1:9' }
  const lost = await testApp(database, { config: { signing: { methods: ['oidc'], oidc: nowhere } } })
  const { scene: elsewhere } = signingOn(lost, database)
  const { paper, sign, wanted } = await elsewhere()
  const reply = await sign(wanted((await paper()).body, { method: 'oidc' }))
  expect(outcome(reply)).toEqual([503, '/problems/signing-unavailable'])
  await lost.app.close()
})

test.each([
  ['Anna Alm', 'ANNA ALM', true],
  ['Alm, Anna Maria', 'Anna Alm', true],
  ['Renée Öhman', 'Renee Ohman', true],
  ['Anna Alm', 'Bo Alm', false],
  ['Anna Alm', '', false],
])('the names %s and %s can be of one person: %s', (one, other, answer) => {
  expect(namesAgree(one, other)).toBe(answer)
  expect(namesAgree(other, one)).toBe(answer)
})
