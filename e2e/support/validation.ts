import { expect, type Page } from '@playwright/test'
import { pickRung } from './self-assessment.ts'

/** What the coach finds in each dimension, by its name: the rung; its statements met and shown in full. */
export async function validateLadder(page: Page, findings: ReadonlyArray<{ dimension: string; level: number }>) {
  for (const { dimension, level } of findings) {
    await page
      .getByRole('button', { name: new RegExp(`^${dimension}`) })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 2, name: dimension })).toBeVisible()
    await pickRung(page, level)
    await explainDifference(page)
    const criteria = page.locator('fieldset').filter({ has: page.getByRole('radio', { name: 'Ja', exact: true }) })
    await expect(criteria.first()).toBeVisible()
    for (let at = 0; at < (await criteria.count()); at++) {
      const criterion = criteria.nth(at)
      if ((await criterion.getByText(/rekommenderat|frivilligt/).count()) > 0) continue
      const met = await criterion.getByText(`Steg ${level}`, { exact: true }).count()
      if (met > 0 && level > 1) await judgeMet(page, criterion)
      else await criterion.getByText('Nej', { exact: true }).click()
    }
  }
}

async function judgeMet(page: Page, criterion: ReturnType<Page['locator']>): Promise<void> {
  await criterion.getByText('Ja', { exact: true }).click()
  await criterion.getByRole('button', { name: /Så har det visats/ }).click()
  await page.getByRole('option', { name: /^E4/ }).click()
}

/** Where the coach's rung is another than the company's, a reason is asked for. */
async function explainDifference(page: Page): Promise<void> {
  const reason = page.getByLabel('Varför ser du det annorlunda än företaget?')
  if ((await reason.count()) === 0) return
  await reason.fill('Vi gick igenom det på plats och kom överens.')
  await reason.blur()
}
