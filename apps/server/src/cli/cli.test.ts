import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { runCommand } from './test-command.ts'

const MODEL = path.resolve(import.meta.dirname, '../../../../content/models/energy-transition/1.0.0.yaml')
const ANSWERS = path.resolve(import.meta.dirname, '../../../../docs/answers-example.json')

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'stegvis-cli-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const stegvis = (words: readonly string[], { input = '', env = {} } = {}) =>
  runCommand(words, { input, env: { DATA_DIR: dataDir, ...env } })

describe('the command line', () => {
  test('without a command says what there is', async () => {
    const { code, out } = await stegvis([])
    expect(code).toBe(0)
    for (const command of ['start', 'migrate', 'demo', 'invite', 'model check', 'model score']) {
      expect(out).toContain(command)
    }
  })

  test('refuses a command it does not have', async () => {
    const { code, out, problem } = await stegvis(['strat'])
    expect([code, out]).toEqual([1, ''])
    expect(problem).toContain('There is no command strat.')
  })

  test('names each wrong setting in one line', async () => {
    const { code, problem } = await stegvis(['migrate'], { env: { PORT: 'abc', LOG_LEVEL: 'loud' } })
    expect(code).toBe(1)
    expect(problem.trim().split('\n')).toEqual([
      'PORT must be a port number, 0 to 65535',
      expect.stringMatching(/^LOG_LEVEL must be one of /),
    ])
  })

  test('checks a model and answers in JSON', async () => {
    const { code, out } = await stegvis(['model', 'check', MODEL])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ ok: true, model: { id: 'energy-transition', dimensions: 6 } })
  })

  test('tells the errors of a model by line and ends with 1', async () => {
    const { code, out, problem } = await stegvis(['model', 'check', '-'], { input: 'format: nonsense\n' })
    expect(code).toBe(1)
    expect(JSON.parse(out).ok).toBe(false)
    expect(problem).toMatch(/^-:\d+:\d+: /)
  })

  test('refuses answers to another model, and files that are not there', async () => {
    const other = await stegvis(['model', 'score', MODEL, ANSWERS])
    expect(other.code).toBe(1)
    expect(other.problem).toContain('The answers are for another model')
    const missing = await stegvis(['model', 'score', MODEL, 'nowhere.json'])
    expect([missing.code, missing.problem.trim()]).toEqual([1, 'nowhere.json cannot be read: ENOENT'])
    const broken = await stegvis(['model', 'score', MODEL, '-'], { input: '{' })
    expect(broken.problem).toContain('- is not JSON')
  })
})

describe('on a database of its own', () => {
  test('migrates, names an administrator and invites, with links that work without a mail server', async () => {
    const migrated = JSON.parse((await stegvis(['migrate'])).out).migrated
    expect(migrated.length).toBeGreaterThan(0)
    expect(JSON.parse((await stegvis(['migrate'])).out)).toEqual({ migrated: [] })

    const person = { name: 'Åsa Öberg', email: 'asa@example.org', language: 'sv' }
    const early = await stegvis(['invite', '-'], {
      input: JSON.stringify({ ...person, programme: 'nowhere', role: 'programme-manager' }),
    })
    expect([early.code, early.problem.trim()]).toEqual([
      1,
      'There is no programme nowhere, or no administrator yet to see it.',
    ])

    const administrator = JSON.stringify({ ...person, administrator: true })
    const appointed = await stegvis(['invite', '-'], { input: administrator, env: { PUBLIC_URL: 'https://x.example' } })
    expect(appointed.code).toBe(0)
    expect(JSON.parse(appointed.out).link).toMatch(/^https:\/\/x\.example\/sign-in\/link\?to=\S+#[\w-]{43}$/)
    const again = await stegvis(['invite', '-'], { input: administrator })
    expect([again.code, again.problem.trim()]).toEqual([1, 'It exists already'])

    const lost = await stegvis(['invite', '-'], {
      input: JSON.stringify({ ...person, programme: 'nowhere', role: 'programme-manager' }),
    })
    expect([lost.code, lost.problem]).toEqual([1, expect.stringContaining('There is no programme nowhere')])
    const wrong = await stegvis(['invite', '-'], {
      input: JSON.stringify({ ...person, email: 'x', programme: 'nowhere', role: 'king' }),
    })
    expect(wrong.code).toBe(1)
    expect(wrong.problem).toMatch(/email[\s\S]*role|role[\s\S]*email/)
  }, 60_000)
})
