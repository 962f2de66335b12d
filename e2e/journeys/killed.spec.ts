import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible, PHONE, signInAs, visitor } from '../support/people.ts'
import { findPrograms, startPostgres } from '../support/postgres.ts'
import { assessmentsOf, ownCompany, PROGRAMME } from '../support/records.ts'
import { PORT, type RunningServer, startServer } from '../support/server.ts'

/** What the screen called saved is in the database, whatever happens to the server in that moment. */

const OWN_PORT = PORT + 1
const PART = 'material'
const RESPONDENT = 'Amir Trastvåg'
test.use({ baseURL: `http://localhost:${OWN_PORT}` })
test.describe.configure({ timeout: 240_000 })

test('answers survive the kill of the server and its embedded database', async ({ browser }) => {
  const folder = await temporaryFolder()
  const start = () => startServer({ port: OWN_PORT, dataDir: path.join(folder, 'data'), demo: false })
  try {
    const server = await start()
    await setUpDemonstration(browser, server)
    await answerThroughKills(browser, server, start)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('answers survive the kill of a server beside its PostgreSQL', async ({ browser }) => {
  const programs = findPrograms()
  test.skip(programs === undefined && !process.env.CI, 'needs PostgreSQL 15 or newer (apt-get install postgresql-15)')
  const folder = await temporaryFolder()
  const database = await startPostgres(programs!, folder)
  const env = { DATABASE_URL: database.url }
  const start = () => startServer({ port: OWN_PORT, dataDir: path.join(folder, 'data'), env })
  try {
    await answerThroughKills(browser, await start(), start)
  } finally {
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
})

const temporaryFolder = () => mkdtemp(path.join(os.tmpdir(), 'stegvis-killed-'))

/** The link from the terminal leads to the set-up page, and that to the sign-in page with its people. */
async function setUpDemonstration(browser: Browser, server: RunningServer): Promise<void> {
  const { page, close } = await visitor(browser)
  const link = () => /Set it up (\S+)/.exec(server.output())?.[1]
  await expect.poll(link).toBeDefined()
  await page.goto(link()!)
  await expect(page.getByRole('radio', { name: /Prova demonstrationsprogrammet/ })).toBeChecked()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Starta' }).click()
  await page.waitForURL('**/sign-in', { timeout: 120_000 })
  await close()
}

type Start = () => Promise<RunningServer>

async function answerThroughKills(browser: Browser, first: RunningServer, start: Start): Promise<void> {
  let server = first
  const { page, close } = await visitor(browser, { size: PHONE })
  try {
    await signInAs(page, RESPONDENT)
    const [assessment] = await assessmentsOf(page, (await ownCompany(page)).id)
    await page.goto(`${PROGRAMME}/assessments/${assessment!.id}/answer?part=${PART}`)
    const statements = page.locator('fieldset').filter({ has: page.getByRole('radio', { name: 'Ja', exact: true }) })
    const choices = [
      page.locator('input[data-level="2"]'),
      statements.nth(0).getByRole('radio', { name: 'Ja', exact: true }),
      statements.nth(1).getByRole('radio', { name: 'Nej', exact: true }),
    ]
    for (const choice of choices) {
      await choice.locator('xpath=ancestor::label').click()
      await expect(choice).toBeChecked()
      await page.locator('[data-state=saved]').first().waitFor({ timeout: 30_000 })
      const shown = await answersOf(page)
      await server.kill()
      server = await start()
      expect(await onAnotherDevice(browser, page.url())).toEqual(shown)
    }

    // A tap that no server hears is called waiting, is kept by the device, and arrives once there is one again.
    await server.kill()
    const unheard = statements.nth(2)
    await unheard.getByText('Nej', { exact: true }).click()
    await expect(page.getByText(/^Sparas när/).first()).toBeVisible()
    const question = await unheard.locator('legend').textContent()
    server = await start()
    await page.reload()
    await expect.poll(() => onAnotherDevice(browser, page.url()), { timeout: 60_000 }).toContainEqual([question, 'no'])
    await close()
  } finally {
    await server.stop()
  }
}

type Answer = [question: string, choice: string]

/** What is chosen in each question of the part that is open. */
function answersOf(page: Page): Promise<Answer[]> {
  return page.locator('fieldset').evaluateAll((questions) =>
    questions.flatMap((question): Answer[] => {
      const choice = question.querySelector<HTMLInputElement>('input:checked')
      return choice ? [[question.querySelector('legend')!.textContent, choice.value]] : []
    }),
  )
}

/** The same page where nothing was typed: all that it knows comes from the server. */
async function onAnotherDevice(browser: Browser, address: string): Promise<Answer[]> {
  const { page, close } = await visitor(browser, { size: PHONE })
  await signInAs(page, RESPONDENT)
  await page.goto(address)
  await expect(page.locator('fieldset').first()).toBeVisible()
  const answers = await answersOf(page)
  await close()
  return answers
}
