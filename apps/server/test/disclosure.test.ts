import fs from 'node:fs'
import path from 'node:path'
import type { PaperToSign } from '@stegvis/core/aid/papers/schema.ts'
import { Role } from '@stegvis/core/people/roles.ts'
import { beforeAll, expect, test } from 'vitest'
import { registerOn } from '../src/aid/register/test-register.ts'
import { callerOf, MODEL, makeScene, type Scene, startMeasuring } from '../src/assessments/test-scene.ts'
import { newId } from '../src/ids.ts'
import { type TestApp, testApp } from './app.ts'
import { testDatabase } from './database.ts'
import { signedInAs, type TestGrant } from './people.ts'

const database = await testDatabase()

/** Every address that can be read in a programme, from the description of the interface. */
const READABLE = Object.entries(
  (
    JSON.parse(fs.readFileSync(path.join(import.meta.dirname, '../openapi.json'), 'utf8')) as {
      paths: Record<string, Record<string, unknown>>
    }
  ).paths,
).flatMap(([address, methods]) =>
  'get' in methods && address.startsWith('/api/programmes/{programme}') ? [address] : [],
)

/** What is written about one company: a word that stands nowhere else, for each kind of content. */
const WORDS = {
  company: 'Hemlighetsbolaget',
  contact: 'Kontaktpersson',
  sessionNote: 'Anteckningföralla',
  teamNote: 'Anteckningförteamet',
  finding: 'Bedömningsskäl',
  evidence: 'Underlagsbeskrivning',
  goal: 'Målsättningen',
  keyFigure: 'Nyckeltalskällan',
  owner: 'Ägarhemligheten',
  ownerNote: 'Ägaranteckningen',
  earlierAid: 'Stödgivaren',
  award: 'Beviljaren',
  signature: 'jag tecknar firman ensam',
} as const
type Word = keyof typeof WORDS

let app: TestApp
let scene: Scene
let ids: Record<string, string>

beforeAll(async () => {
  app = await testApp(database)
  scene = await makeScene(app, database)
  const call = callerOf(app, scene.programme, scene.coach)
  const must = async (...request: Parameters<typeof call>) => {
    const { status, body } = await call(...request)
    if (status >= 300) throw new Error(`${request[0]} ${request[1]} answered ${status}: ${JSON.stringify(body)}`)
  }
  const { companyId } = scene
  await database.inTenant({ programmeId: scene.programme.id, personId: null }, (tx) =>
    tx.updateTable('company').set({ name: WORDS.company }).where('id', '=', companyId).execute(),
  )
  const of = `/companies/${companyId}`
  const assessment = await startMeasuring(call, scene, [])
  ids = { programme: scene.programme.slug, company: companyId, assessment, ...{ session: newId(), evidence: newId() } }
  await must('POST', `${of}/contacts`, { id: newId(), name: WORDS.contact })
  await must('POST', `${of}/sessions`, {
    ...{ id: ids.session, heldOn: app.clock.today('Europe/Stockholm'), how: 'on-site', minutes: 60 },
    ...{ participants: [], focusAreaIds: [], nextStep: '', nextStepOn: null },
    ...{ noteAll: WORDS.sessionNote, noteTeam: WORDS.teamNote },
  })
  const { dimensions, criteria } = app.deps.models.get(MODEL.id, MODEL.version)
  const finding = { kind: 'rung', level: 2, reason: WORDS.finding }
  await must('PUT', `/assessments/${assessment}/findings/${dimensions[0]!}`, { value: finding, base: 0 })
  const evidence = { question: criteria[0]!, class: 'E2', description: WORDS.evidence, datedOn: '2026-01-10' }
  await must('PUT', `/assessments/${assessment}/evidence/${ids.evidence!}`, { value: evidence, base: 0 })
  await must('POST', `${of}/goals`, { id: newId(), title: WORDS.goal, measure: null, dueOn: null })
  const owner = { id: newId<string>(), kind: 'enterprise', name: WORDS.owner, country: 'SE' }
  const held = { owner: owner.id, owned: companyId, capitalPpm: 600_000, votesPpm: 600_000 }
  await must('PUT', `${of}/group/facts/${newId<string>()}`, {
    ...{ base: 0, stated: { kind: 'holding', fact: held }, note: WORDS.ownerNote, parties: [owner] },
  })
  await must('POST', `${of}/aid/grants`, {
    ...{ id: newId(), party: null, memberState: 'SE', regulation: '2023/2831', awardedOn: '2025-09-01' },
    ...{ authority: WORDS.earlierAid, scheme: '', instrument: '', industryCode: '', reference: '' },
    amount: { currency: 'EUR', minor: 100_000 },
  })
  Object.assign(ids, await signedSize(), { grant: await awarded() })
  const { body } = await call('GET', `${of}/key-figures`)
  const { keyFigures } = body as { keyFigures: { id: string }[] }
  await must('POST', `${of}/key-figures`, {
    ...{ id: newId(), keyFigureId: keyFigures[0]!.id, amount: 1, fromOn: '2025-01-01', toOn: '2025-12-31' },
    ...{ quality: 'estimated', source: WORDS.keyFigure, note: '' },
  })
  return () => app.app.close()
})

/** An award of the programme to the company. */
async function awarded(): Promise<string> {
  const { programme, companyId } = scene
  const [grant] = await registerOn(app, database).setGrants(programme, companyId, ['2026-01-10'])
  await database.owner.query('update aid_grant set authority = $1 where id = $2', [WORDS.award, grant])
  return grant!
}

/** The size of the company, frozen and signed; one id for both, since addresses call both so. */
async function signedSize(): Promise<{ id: string; paper: string }> {
  const { programme, companyId, manager } = scene
  const lead = await signedInAs(app, programme, { role: 'sub-project-lead', subProjectId: programme.subProjectId })
  const of = `/companies/${companyId}/size/snapshots`
  const id = newId<string>()
  const on = app.clock.today('Europe/Stockholm')
  await callerOf(app, programme, lead)('POST', of, { id, anchor: 'grant', on })
  const call = callerOf(app, programme, manager)
  const { paper, consents } = (await call('POST', `${of}/${id}/paper`, { language: 'sv' })).body as PaperToSign
  const { status } = await call('POST', `${of}/${id}/sign`, {
    ...{ id, paper: paper.id, documentSha256: paper.file?.sha256, method: 'session' },
    ...{ statedAuthority: 'alone', consent: consents.alone.sv },
  })
  if (status !== 200) throw new Error(`signing answered ${status}`)
  return { id, paper: paper.id }
}

const EVERYTHING = Object.keys(WORDS) as Word[]
/** Who owns it, what it was awarded and what it signed, for those who work with its size and aid. */
const AID = ['owner', 'ownerNote', 'earlierAid', 'award', 'signature'] as const
const here = () => ({ companyId: scene.companyId })

/** What each role may come to know of a company that has not been opened to it with a reason. */
const SEES: Record<Role, { grant: () => Omit<TestGrant, 'role'>; words: readonly Word[] }> = {
  'company-manager': { grant: here, words: ['company', 'contact', 'sessionNote', 'goal', 'keyFigure', ...AID] },
  'company-member': { grant: here, words: ['company', 'contact', 'goal', 'keyFigure'] },
  expert: { grant: here, words: ['company', 'contact', 'finding', 'evidence', 'goal'] },
  coach: { grant: () => ({ partnerId: scene.programme.partnerId }), words: ['company'] },
  'sub-project-lead': { grant: () => ({ subProjectId: scene.programme.subProjectId }), words: EVERYTHING },
  'programme-manager': {
    grant: () => ({}),
    words: ['company', 'contact', 'sessionNote', 'goal', 'keyFigure', ...AID],
  },
  economist: { grant: () => ({}), words: ['company', 'contact', 'keyFigure', ...AID] },
  communicator: { grant: () => ({}), words: [] },
  funder: { grant: () => ({}), words: [] },
  // What the programme has awarded, and to whom: the register is public but for sole traders.
  auditor: { grant: () => ({}), words: ['company', 'award'] },
  evaluator: { grant: () => ({}), words: [] },
  'model-author': { grant: () => ({}), words: [] },
}

/** The words in all that somebody can read, each with an address it stands at. */
async function wordsSeenBy(headers: Record<string, string>): Promise<Partial<Record<Word, string>>> {
  const seen: Partial<Record<Word, string>> = {}
  for (const address of READABLE) {
    const url = address.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? newId<string>())
    const reply = await app.app.inject({ url, headers, query: url.endsWith('/report') ? { language: 'sv' } : {} })
    expect(reply.statusCode, url).toBeLessThan(500)
    for (const word of EVERYTHING) if (reply.body.includes(WORDS[word])) seen[word] = address
  }
  return seen
}

test('the description names what can be read', () => expect(READABLE.length).toBeGreaterThan(25))

test.each(Role.options)('%s reads what the role is for, at no address more', async (role) => {
  const { grant, words } = SEES[role]
  const { headers } = await signedInAs(app, scene.programme, { role, ...grant() })
  const seen = await wordsSeenBy(headers)
  expect(Object.keys(seen).sort(), JSON.stringify(seen)).toEqual([...words].sort())
})

test('its coach reads everything; a role in another company or sub-project, no more than the register', async () => {
  expect(Object.keys(await wordsSeenBy(scene.coach.headers)).sort()).toEqual([...EVERYTHING].sort())
  const elsewhere = await makeScene(app, database)
  for (const person of [elsewhere.coach, elsewhere.manager]) expect(await wordsSeenBy(person.headers)).toEqual({})
})
