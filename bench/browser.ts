import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { systemClock } from '../apps/server/src/clock.ts'
import { readConfig } from '../apps/server/src/config.ts'
import { openMigrated } from '../apps/server/src/main.ts'
import { loadModels } from '../apps/server/src/models/library.ts'
import { MODELS } from '../apps/server/src/paths.ts'
import { seedDemonstration } from '../apps/server/src/programmes/demonstration/service.ts'
import { launchBrowser } from '../e2e/support/browser.ts'
import { DESKTOP, PHONE, signInAs } from '../e2e/support/people.ts'
import { assessmentsOf, companiesOfCoach, ownCompany, PROGRAMME, startAssessment } from '../e2e/support/records.ts'
import { startServer } from '../e2e/support/server.ts'
import { type Browser, bytesOfFirstLoad, forgetData, type Page, timeLoad, timePress } from './browser-page.ts'
import { ms, percentile, printTable, ratio } from './table.ts'

const PORT = 4398
/** Those who take part have a history of three years; more of them take minutes to make and are read by no page here. */
const COMPANIES = { supported: 250, others: 1250 }
const [WARM_UP, REPETITIONS] = [3, 40]
const FIRST_LOAD = 120_000

/** Who works with what in the demonstration. */
const [OFFICE, COACH, MEMBER] = ['Ingrid Ekhamre', 'Eva Lindmarken', 'Sofia Hasselhamre']

const PUBLIC = PROGRAMME.replace('/programmes', '/p')
const PUBLIC_PAGES = { 'programme page': PUBLIC, 'interest form': `${PUBLIC}/interest` }
const LIST = `${PROGRAMME}/companies`
const ROW = 'main tbody tr:nth-child(20) a[href*="/companies/"]'
const RUNGS = 'main input[data-level]'
/** Of two rungs the one that is not chosen: each tap is a change. */
const OTHER_RUNG = `${RUNGS}[data-level="2"]:not(:checked), ${RUNGS}[data-level="3"]:not(:checked)`
const SAVED = ['main [data-state="saving"]', 'main [data-state="saved"]'] as const

type Row = { what: string; taken: number[]; target: number }

/**
 * What people wait for, from a real browser: from the press, or from the start of a load, until the screen has
 * been drawn with what they came for. The device holds the application as a browser does after the first visit,
 * but, except where it is saved, none of the data.
 */
export async function benchBrowser(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stegvis-bench-'))
  fs.chmodSync(folder, 0o755)
  try {
    const seconds = await seedInto(folder)
    const server = await startServer({ port: PORT, dataDir: folder })
    const browser = await launchBrowser()
    try {
      const rows = [
        ...(await benchList(browser)),
        ...(await benchValidation(browser)),
        ...(await benchAnswers(browser)),
      ]
      printTimes(rows, seconds)
      await printBytes(browser)
    } finally {
      await browser.close()
      await server.stop()
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** The demonstration with as many companies as the targets speak of; the seconds it took. */
async function seedInto(dataDir: string): Promise<number> {
  const database = await openMigrated(readConfig({ DATA_DIR: dataDir }))
  const start = performance.now()
  await seedDemonstration(database, loadModels(MODELS), systemClock, pino({ level: 'silent' }), COMPANIES)
  await database.close()
  return (performance.now() - start) / 1000
}

type Visit = { page: Page; close(): Promise<void> }

async function signedIn(browser: Browser, who: string, viewport = DESKTOP): Promise<Visit> {
  const context = await browser.newContext({ baseURL: `http://localhost:${PORT}`, viewport, locale: 'sv-SE' })
  const page = await context.newPage()
  await signInAs(page, who)
  return { page, close: () => context.close() }
}

async function benchList(browser: Browser): Promise<Row[]> {
  const { page, close } = await signedIn(browser, OFFICE)
  const link = `nav a[href="${LIST}"]`
  const rows = [
    {
      what: 'list of 1 500 companies, by a link',
      taken: await opened(page, `${PROGRAMME}/models`, link, ROW),
      target: 300,
    },
    { what: 'list of 1 500 companies, page loaded', taken: await loaded(page, LIST, ROW), target: 300 },
  ]
  await close()
  return rows
}

async function benchValidation(browser: Browser): Promise<Row[]> {
  const { page, close } = await signedIn(browser, COACH)
  const [company] = await companiesOfCoach(page)
  const assessment = await startAssessment(page, company!.id, 'digitalisation')
  const address = `${PROGRAMME}/assessments/${assessment}`
  const from = `${LIST}/${company!.id}/assessments`
  const rows = [
    {
      what: 'assessment, coach, by a link',
      taken: await opened(page, from, `a[href="${address}"]`, RUNGS),
      target: 500,
    },
    { what: 'assessment, coach, page loaded', taken: await loaded(page, address, RUNGS), target: 500 },
    { what: 'finding saved, coach', taken: await saved(page), target: 100 },
  ]
  await close()
  return rows
}

async function benchAnswers(browser: Browser): Promise<Row[]> {
  const { page, close } = await signedIn(browser, MEMBER, PHONE)
  const assessments = await assessmentsOf(page, (await ownCompany(page)).id)
  const open = assessments.find(({ status }) => status === 'self')!
  const address = `${PROGRAMME}/assessments/${open.id}/answer`
  const rows = [
    {
      what: 'self-assessment, by a link',
      taken: await opened(page, `${PROGRAMME}/home`, `a[href="${address}"]`, RUNGS),
      target: 500,
    },
    { what: 'self-assessment, page loaded', taken: await loaded(page, address, RUNGS), target: 500 },
    { what: 'answer saved, on a phone', taken: await saved(page), target: 100 },
  ]
  await close()
  return rows
}

/** From the press of a link, in a session that has not seen the page it leads to. */
function opened(page: Page, from: string, link: string, until: string): Promise<number[]> {
  return repeated(async () => {
    await forgetData(page)
    await page.goto(from)
    await page.locator(link).first().waitFor()
    await page.waitForLoadState('networkidle')
    return timePress(page, link, [until])
  })
}

function loaded(page: Page, address: string, until: string): Promise<number[]> {
  return repeated(async () => {
    await forgetData(page)
    return timeLoad(page, address, until)
  })
}

/** From the tap of a rung until the screen says that it is saved. The page is open. */
async function saved(page: Page): Promise<number[]> {
  await page.waitForLoadState('networkidle')
  return repeated(async () => {
    const taken = await timePress(page, OTHER_RUNG, SAVED)
    // Nobody taps faster.
    await page.waitForTimeout(300)
    return taken
  })
}

async function repeated(once: () => Promise<number>): Promise<number[]> {
  for (let n = 0; n < WARM_UP; n++) await once()
  const taken: number[] = []
  for (let n = 0; n < REPETITIONS; n++) taken.push(await once())
  return taken
}

function printTimes(rows: readonly Row[], seconds: number): void {
  printTable(
    `What people wait for in the browser, ms, ${REPETITIONS} times each (${seconds.toFixed(1)} s to make 1 500 companies)`,
    ['', 'p50', 'p95', 'target', 'p95 to target'],
    rows.map(({ what, taken, target }) => {
      const p95 = percentile(taken, 0.95)
      return [what, ms(percentile(taken, 0.5)), ms(p95), ms(target), ratio(p95 / target)]
    }),
  )
}

/** The pages a visitor comes to first. */
async function printBytes(browser: Browser): Promise<void> {
  const rows: string[][] = []
  for (const [name, address] of Object.entries(PUBLIC_PAGES)) {
    const { others, fonts } = await bytesOfFirstLoad(browser, `http://localhost:${PORT}${address}`)
    rows.push([name, kB(others), kB(fonts), kB(FIRST_LOAD), ratio(others / FIRST_LOAD)])
  }
  printTable(
    'First load of the public pages, kB as they travelled, headers included',
    ['', 'fonts apart', 'fonts', 'target', 'fonts apart to target'],
    rows,
  )
}

const kB = (bytes: number): string => (bytes / 1000).toFixed(1)
