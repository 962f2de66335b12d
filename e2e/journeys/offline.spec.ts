import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, signInAs, visitor } from '../support/people.ts'
import { companiesOfCoach, PROGRAMME, read, startAssessment } from '../support/records.ts'
import { pickRung } from '../support/self-assessment.ts'

const COACH = 'Eva Lindmarken'
type Findings = { findings: { question: string; value: { kind: string; level?: number; reason?: string } }[] }

/** Until the pages themselves are kept on the device, which the first visit does while it is used. */
async function keptOnTheDevice(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
}

test('a coach who loses the network in the factory loses nothing else', async ({ browser }) => {
  const coach = await visitor(browser)
  const { page, context } = coach
  await signInAs(page, COACH)
  const [, company] = await companiesOfCoach(page)
  const id = await startAssessment(page, company!.id, 'digitalisation')
  await page.goto(`${PROGRAMME}/assessments/${id}`)
  const dimensions = page.getByRole('navigation', { name: 'Delområden' }).getByRole('button')
  await expect(dimensions.first()).toBeVisible()
  await keptOnTheDevice(page)
  const before = (await read<Findings>(page, `${PROGRAMME}/assessments/${id}`)).findings

  await context.setOffline(true)
  await find(page, 2, 'Sett vid rundvandringen, utan täckning.')
  await expect(page.getByText('Sparas när du är uppkopplad igen').first()).toBeVisible()
  await dimensions.nth(1).click()
  await find(page, 3, 'Berättat av skiftlaget.')
  await expect(page.getByRole('button', { name: 'Lämna in mätningen' })).toBeDisabled()
  await expectAccessible(page)

  await page.reload()
  await dimensions.nth(0).click()
  await expect(page.locator('input[data-level="2"]')).toBeChecked()
  await expect(page.getByText('Sett vid rundvandringen, utan täckning.')).toBeVisible()
  await dimensions.nth(1).click()
  await expect(page.locator('input[data-level="3"]')).toBeChecked()
  const waiting = page.getByRole('button', { name: /ändringar väntar/ })
  await waiting.click()
  await expect(page.getByRole('dialog').getByText('Det som väntar är sparat på den här enheten')).toBeVisible()
  await page.keyboard.press('Escape')

  await context.setOffline(false)
  await expect(waiting).toHaveCount(0, { timeout: 30_000 })
  const added = async () => {
    const { findings } = await read<Findings>(page, `${PROGRAMME}/assessments/${id}`)
    const fresh = findings.filter(({ question }) => before.every((one) => one.question !== question))
    return Object.fromEntries(fresh.map(({ value }) => [value.level, value.reason]))
  }
  await expect.poll(added).toEqual({ 2: 'Sett vid rundvandringen, utan täckning.', 3: 'Berättat av skiftlaget.' })
  await expect(page.getByText('Sparat').first()).toBeVisible()

  // What has been sent is known without a network as well: an older reading would invite to answer it again.
  await context.setOffline(true)
  await page.reload()
  await dimensions.nth(0).click()
  await expect(page.locator('input[data-level="2"]')).toBeChecked()
  await coach.close()
})

async function find(page: Page, level: number, reason: string): Promise<void> {
  await pickRung(page, level)
  const field = page.getByLabel(/^Din motivering|^Varför ser du det annorlunda/)
  await field.fill(reason)
  await field.blur()
}
