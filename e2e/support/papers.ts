import { expect, type Page } from '@playwright/test'
import { newId, PROGRAMME, read } from './records.ts'

/** Signed in: the lead of the company's sub-project, the company's manager, and somebody who records decisions. */
export type People = { lead: Page; manager: Page; office: Page }

type Aid = {
  today: string
  supports: { id: string; state: string; revision: number }[]
  declarations: { id: string; state: string; revision: number; content: Content }[]
}
type Content = { earlierAid: object[]; undertaking: object; restructurings: object; conditions: object }
type Paper = {
  paper: { id: string; language: 'sv' | 'en'; file: { sha256: string } }
  consents: { alone: { sv: string; en: string } }
}

/**
 * Puts a company's papers in order, as the pages would send them: it may take part, its declaration is signed, and the
 * support is awarded. After that, advice of today can be logged.
 */
export async function givePapers({ lead, manager, office }: People, company: string): Promise<void> {
  const at = `${PROGRAMME}/companies/${company}`
  const { today } = await read<Aid>(lead, `${at}/aid`)
  await decideEligibility(lead, at, today)
  await send(lead, 'post', `${at}/aid/supports`, {
    ...{ id: newId(), staff: [{ work: 'direct', minutes: 1200 }], bought: [] },
    ...{ paidMinor: 0, share: { own: 1, of: 1 }, note: '' },
  })
  await declare(manager, at)
  const { supports } = await read<Aid>(office, `${at}/aid`)
  const { id, revision } = supports.find(({ state }) => state === 'planned')!
  await send(office, 'post', `${at}/aid/supports/${id}/decision`, {
    ...{ revision, outcome: 'granted', decidedOn: today, authority: 'Tillväxtverket', reference: 'Dnr 1' },
    ...{ minor: null, reason: 'Bedömt i den här resan' },
  })
}

async function decideEligibility(lead: Page, at: string, on: string): Promise<void> {
  const taken = await send<{ id: string; verdict: string }>(lead, 'post', `${at}/size/snapshots`, {
    ...{ id: newId(), anchor: 'grant', on },
  })
  if (taken.verdict !== 'review') return
  const review = { verdict: 'pass', reason: 'Nystartat företag utan bokslut' }
  await send(lead, 'post', `${at}/size/snapshots/${taken.id}/review`, review)
}

async function declare(manager: Page, at: string): Promise<void> {
  const draftOf = async () => {
    const { declarations } = await read<Aid>(manager, `${at}/aid`)
    return declarations.find(({ state }) => state === 'draft')!
  }
  await send(manager, 'post', `${at}/aid/declarations`, { id: newId() })
  const { id, revision, content } = await draftOf()
  const { undertaking, restructurings, earlierAid, conditions } = content
  await send(manager, 'put', `${at}/aid/declarations/${id}`, {
    ...{ revision, earlierAid, conditions, accountsSeparated: null, assurance: true },
    undertaking: { ...undertaking, isComplete: true },
    restructurings: { ...restructurings, isComplete: true },
    activities: [{ code: '25.620', supported: true }],
  })
  const address = `${at}/declarations/${id}`
  const { paper, consents } = await send<Paper>(manager, 'post', `${address}/paper`, { language: 'sv' })
  await send(manager, 'post', `${address}/sign`, {
    ...{ id: newId(), paper: paper.id, documentSha256: paper.file.sha256, statedAuthority: 'alone' },
    ...{ consent: consents.alone[paper.language], method: 'session' },
  })
}

async function send<T>(page: Page, method: 'post' | 'put', address: string, data: object): Promise<T> {
  const reply = await page.request[method](`/api${address}`, { headers: { 'x-stegvis-csrf': '1' }, data })
  expect(reply.ok(), `${address}: ${await reply.text()}`).toBe(true)
  return (await reply.json()) as T
}
