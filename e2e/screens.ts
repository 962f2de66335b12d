import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { findBrowser } from './support/browser.ts'
import { DESKTOP, PHONE } from './support/people.ts'
import { startServer } from './support/server.ts'

const FOLDER = path.resolve(import.meta.dirname, '../docs/screens')
const PORT = 4399
const PROGRAMME = '/programmes/industry-in-west'
const MANAGER = 'Karin Furuhede'
const COACH = 'Eva Lindmarken'
const OFFICE = 'Ingrid Ekhamre'

/** The ten main pages, each as the person who works there. `{company}` is the company of the tour. */
const PAGES: ReadonlyArray<{ name: string; who: string | null; path: string }> = [
  { name: 'programme', who: null, path: '/p/industry-in-west' },
  { name: 'interest', who: null, path: '/p/industry-in-west/interest' },
  { name: 'home', who: MANAGER, path: `${PROGRAMME}/home` },
  { name: 'results', who: MANAGER, path: `${PROGRAMME}/results` },
  { name: 'plan', who: MANAGER, path: `${PROGRAMME}/plan` },
  { name: 'key-figures', who: MANAGER, path: `${PROGRAMME}/key-figures` },
  { name: 'companies', who: COACH, path: `${PROGRAMME}/companies` },
  { name: 'company', who: COACH, path: `${PROGRAMME}/companies/{company}` },
  { name: 'report', who: COACH, path: `${PROGRAMME}/companies/{company}/report` },
  { name: 'set-up', who: OFFICE, path: `${PROGRAMME}/set-up` },
]

type Demonstration = { demonstration: { people: { personId: string; name: string }[] } }
type Me = { programmes: { grants: { companyId: string | null }[] }[] }

/** Takes a picture of the ten main pages in both languages, on phone and desktop, into docs/screens. */
export async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'stegvis-screens-'))
  const server = await startServer({ port: PORT, dataDir })
  const browser = await chromium.launch(await findBrowser())
  try {
    for (const language of ['sv', 'en'] as const) {
      for (const [device, viewport] of [
        ['desktop', DESKTOP],
        ['phone', PHONE],
      ] as const) {
        const context = await browser.newContext({ viewport, locale: language === 'sv' ? 'sv-SE' : 'en-GB' })
        await context.addCookies([{ name: 'language', value: language, url: server.address }])
        const page = await context.newPage()
        for (const { name, who, path: address } of PAGES) {
          const company = await signIn(context.request, server.address, who)
          await page.goto(server.address + address.replace('{company}', company), { waitUntil: 'networkidle' })
          await page.screenshot({ path: path.join(FOLDER, `${name}-${language}-${device}.png`) })
        }
        await context.close()
      }
    }
  } finally {
    await browser.close()
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Signs the browser in as a person of the demonstration; answers the company of the tour. */
async function signIn(
  request: import('@playwright/test').APIRequestContext,
  address: string,
  who: string | null,
): Promise<string> {
  const headers = { 'x-stegvis-csrf': '1' }
  const { demonstration } = (await (await request.get(`${address}/api/public/sign-in`)).json()) as Demonstration
  const as = async (name: string) => {
    const person = demonstration.people.find((one) => one.name === name)
    if (!person) throw new Error(`${name} is not in the demonstration`)
    const data = { personId: person.personId }
    await request.post(`${address}/api/public/sign-in/demonstration`, { headers, data })
  }
  await as(MANAGER)
  const me = (await (await request.get(`${address}/api/me`)).json()) as Me
  const company = me.programmes[0]?.grants[0]?.companyId ?? ''
  if (who === null) await request.post(`${address}/api/me/sign-out`, { headers })
  else if (who !== MANAGER) await as(who)
  return company
}
