import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { launchBrowser } from './support/browser.ts'
import { DESKTOP, PHONE } from './support/people.ts'
import { startServer } from './support/server.ts'

const FOLDER = path.resolve(import.meta.dirname, '../docs/screens')
const PORT = 4399
const MANAGER = 'Karin Furuhede'
const COACH = 'Eva Lindmarken'
const OFFICE = 'Ingrid Ekhamre'
const DEVICES = [
  ['desktop', DESKTOP],
  ['phone', PHONE],
] as const

/** Where the tour of the demonstration goes. */
type Tour = { programme: string; company: string }

const inside = (rest: string) => (tour: Tour) =>
  `/programmes/${tour.programme}${rest.replace('{company}', tour.company)}`

/** The ten main pages, each as the person who works there; null is a visitor. */
const PAGES: ReadonlyArray<{ name: string; who: string | null; path: (tour: Tour) => string }> = [
  { name: 'programme', who: null, path: ({ programme }) => `/p/${programme}` },
  { name: 'interest', who: null, path: ({ programme }) => `/p/${programme}/interest` },
  { name: 'home', who: MANAGER, path: inside('/home') },
  { name: 'results', who: MANAGER, path: inside('/results') },
  { name: 'plan', who: MANAGER, path: inside('/plan') },
  { name: 'key-figures', who: MANAGER, path: inside('/key-figures') },
  { name: 'companies', who: COACH, path: inside('/companies') },
  { name: 'company', who: COACH, path: inside('/companies/{company}') },
  { name: 'report', who: COACH, path: inside('/companies/{company}/report') },
  { name: 'set-up', who: OFFICE, path: inside('/set-up') },
]

type Demonstration = { demonstration: { people: { personId: string; name: string }[] } }
type Me = { programmes: { slug: string; grants: { companyId: string | null }[] }[] }

/** Takes a picture of the ten main pages in both languages, on phone and desktop, into docs/screens. */
export async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'stegvis-screens-'))
  const server = await startServer({ port: PORT, dataDir })
  const browser = await launchBrowser()
  try {
    for (const language of ['sv', 'en'] as const) {
      for (const [device, viewport] of DEVICES) {
        for (const who of new Set(PAGES.map((page) => page.who))) {
          // A browser of the person's own, as it is on their desk.
          const context = await browser.newContext({ viewport, locale: language === 'sv' ? 'sv-SE' : 'en-GB' })
          await context.addCookies([{ name: 'language', value: language, url: server.address }])
          const tour = await signIn(context.request, server.address, who)
          const page = await context.newPage()
          for (const { name, path: address } of PAGES.filter((one) => one.who === who)) {
            await page.goto(server.address + address(tour))
            await page.getByRole('heading', { level: 1 }).waitFor()
            // Grey lines stand in for what is still on its way.
            await page.locator('main [role="status"]').first().waitFor({ state: 'detached' })
            await page.evaluate(() => document.fonts.ready)
            await page.screenshot({ path: path.join(FOLDER, `${name}-${language}-${device}.png`) })
          }
          await context.close()
        }
      }
    }
  } finally {
    await browser.close()
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Signs the browser in as a person of the demonstration, and answers where the tour goes. */
async function signIn(request: APIRequestContext, address: string, who: string | null): Promise<Tour> {
  const headers = { 'x-stegvis-csrf': '1' }
  const { demonstration } = (await (await request.get(`${address}/api/public/sign-in`)).json()) as Demonstration
  const as = async (name: string) => {
    const person = demonstration.people.find((one) => one.name === name)
    if (!person) throw new Error(`${name} is not in the demonstration`)
    const data = { personId: person.personId }
    await request.post(`${address}/api/public/sign-in/demonstration`, { headers, data })
  }
  await as(MANAGER)
  const [programme] = ((await (await request.get(`${address}/api/me`)).json()) as Me).programmes
  if (who === null) await request.post(`${address}/api/me/sign-out`, { headers })
  else if (who !== MANAGER) await as(who)
  return { programme: programme?.slug ?? '', company: programme?.grants[0]?.companyId ?? '' }
}
