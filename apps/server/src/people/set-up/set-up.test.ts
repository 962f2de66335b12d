import { beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { CSRF, makeProgramme } from '../../../test/people.ts'
import { ensureInstallation } from './installation-store.ts'
import { setUpSecret } from './secret.ts'
import { prepareDemonstration } from './service.ts'

const database = await testDatabase()
const running = await testApp(database)
const { app, deps } = running
const { authSecret } = await database.asInstallation(ensureInstallation)
const secret = setUpSecret(authSecret)

const administrator = { name: 'Åsa Öberg', email: 'asa@example.org', password: 'korrekt häst batteri klammer' }
const programme = { choice: 'programme', secret, language: 'sv', administrator }

const post = (url: string, payload: object) => app.inject({ method: 'POST', url, headers: CSRF, payload })
const setUp = (payload: object) => post('/api/public/set-up', payload)
const options = () => app.inject({ url: '/api/public/sign-in' }).then((reply) => reply.json())

const readInstallation = () =>
  database.asInstallation((tx) => tx.selectFrom('installation').selectAll().executeTakeFirstOrThrow())

/** As on the first start. */
beforeEach(() =>
  database.asInstallation(async (tx) => {
    await tx
      .updateTable('installation')
      .set({ set_up_at: null, demonstration_sign_in: false, demonstration_administrator_id: null })
      .execute()
    await tx.updateTable('auth.user').set({ administrator: false }).execute()
    await tx.deleteFrom('auth.rate_limit').execute()
  }),
)

describe('setting up a programme of one’s own', () => {
  test('makes the first administrator, signs them in and closes the door', async () => {
    expect((await options()).setUp).toBe(false)
    const reply = await setUp(programme)
    expect([reply.statusCode, reply.json()]).toEqual([200, { signedIn: true }])
    const cookie = reply.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
    expect((await app.inject({ url: '/api/me', headers: { cookie } })).json()).toMatchObject({
      name: 'Åsa Öberg',
      email: 'asa@example.org',
      administrator: true,
      programmes: [],
    })
    expect((await options()).setUp).toBe(true)
    const { email, password } = administrator
    expect((await post('/api/public/sign-in/password', { email, password })).statusCode).toBe(204)
    const again = await setUp({ ...programme, administrator: { ...administrator, email: 'other@example.org' } })
    expect([again.statusCode, again.json().type]).toEqual([409, '/problems/setup-closed'])
  })

  test('is refused without the right secret, and leaves nothing behind', async () => {
    for (const wrong of ['', 'guess', secret.slice(0, -1), `${secret}a`]) {
      const input = { ...programme, secret: wrong, administrator: { ...administrator, email: 'intruder@example.org' } }
      const reply = await setUp(input)
      expect([reply.statusCode, reply.json().type]).toEqual([403, '/problems/setup-secret-wrong'])
      expect(reply.cookies).toEqual([])
    }
    expect((await readInstallation()).set_up_at).toBeNull()
    const made = await database.asInstallation((tx) =>
      tx.selectFrom('auth.user').select('id').where('email', '=', 'intruder@example.org').executeTakeFirst(),
    )
    expect(made).toBeUndefined()
  })

  test('tells a wrong secret the same before and after the set-up', async () => {
    const before = await post('/api/public/set-up/look', { secret: 'guess' })
    await setUp(programme)
    const after = await post('/api/public/set-up/look', { secret: 'guess' })
    expect(after.body).toBe(before.body)
    expect((await post('/api/public/set-up/look', { secret })).json().type).toBe('/problems/setup-closed')
  })

  test('lets secrets be guessed only a few times', async () => {
    const codes: number[] = []
    for (let at = 0; at < 21; at++) {
      codes.push((await post('/api/public/set-up/look', { secret: `guess ${at}` })).statusCode)
    }
    expect(codes.at(-1)).toBe(429)
  })

  test('makes one administrator when two try at once', async () => {
    const replies = await Promise.all(
      ['one', 'two'].map((name) =>
        setUp({ ...programme, administrator: { ...administrator, email: `${name}@example.org` } }),
      ),
    )
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    const administrators = await database.asInstallation((tx) =>
      tx.selectFrom('auth.user').select('id').where('administrator', '=', true).execute(),
    )
    expect(administrators).toHaveLength(1)
  })

  test('refuses a password that is easy to guess, and says why', async () => {
    for (const [password, fault] of [
      ['kort', 'too-short'],
      ['aaaaaaaaaaaaaaaa', 'repeats'],
      ['öbergöberg1234', 'personal'],
      ['välkommen1234', 'common'],
    ]) {
      const reply = await setUp({ ...programme, administrator: { ...administrator, password } })
      expect([reply.statusCode, reply.json().type, reply.json().fault]).toEqual([422, '/problems/weak-password', fault])
    }
    expect((await readInstallation()).set_up_at).toBeNull()
  })

  test('needs name, address and password', async () => {
    const reply = await setUp({ ...programme, administrator: { name: '', email: 'x' } })
    const pointers = reply.json().errors.map(({ pointer }: { pointer: string }) => pointer)
    expect(pointers).toEqual(expect.arrayContaining(['#/administrator/name', '#/administrator/email']))
  })
})

describe('setting up the demonstration', () => {
  test('needs nobody’s name, and offers its people and an administrator on the sign-in page', async () => {
    const reply = await setUp({ choice: 'demonstration', secret, language: 'en' })
    expect(reply.json()).toEqual({ signedIn: false })
    const { people } = (await options()).demonstration
    const roles = new Set(people.map(({ role }: { role: string | null }) => role))
    for (const role of ['company-manager', 'coach', 'sub-project-lead', 'programme-manager', null]) {
      expect(roles).toContain(role)
    }
    const { personId } = people.find(({ role }: { role: string | null }) => role === null)
    const signIn = await post('/api/public/sign-in/demonstration', { personId })
    expect(signIn.statusCode).toBe(204)
    const cookie = signIn.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
    expect((await app.inject({ url: '/api/admin/mail', headers: { cookie } })).statusCode).toBe(200)
  })

  test('no longer offers the administrator once a programme of somebody’s own exists', async () => {
    await setUp({ choice: 'demonstration', secret, language: 'sv' })
    const administratorId = (await readInstallation()).demonstration_administrator_id!
    await makeProgramme(database, { status: 'draft' })
    const { people } = (await options()).demonstration
    expect(people.some(({ role }: { role: string | null }) => role === null)).toBe(false)
    expect((await post('/api/public/sign-in/demonstration', { personId: administratorId })).statusCode).toBe(404)
  })

  test('never offers an administrator with a name', async () => {
    await setUp({ ...programme, choice: 'demonstration' })
    const { id } = await database.asInstallation((tx) =>
      tx.selectFrom('auth.user').select('id').where('administrator', '=', true).executeTakeFirstOrThrow(),
    )
    expect((await options()).demonstration.people).not.toContainEqual(expect.objectContaining({ personId: id }))
    expect((await post('/api/public/sign-in/demonstration', { personId: id })).statusCode).toBe(404)
  })

  test('started with --demo gives up its unnamed administrator when the installation is set up', async () => {
    await prepareDemonstration(deps)
    const unnamed = (await readInstallation()).demonstration_administrator_id!
    await setUp(programme)
    const stored = await database.asInstallation((tx) =>
      tx.selectFrom('auth.user').select('administrator').where('id', '=', unnamed).executeTakeFirstOrThrow(),
    )
    expect(stored.administrator).toBe(false)
    await prepareDemonstration(deps)
    expect((await readInstallation()).demonstration_administrator_id).toBeNull()
  })
})

test('the set-up secret is the same after a restart and is stored nowhere', async () => {
  const again = await database.asInstallation(ensureInstallation)
  expect(setUpSecret(again.authSecret)).toBe(secret)
  expect(JSON.stringify(await readInstallation())).not.toContain(secret)
})
