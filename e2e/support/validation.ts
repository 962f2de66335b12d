import { expect, type Locator, type Page } from '@playwright/test'
import { pickRung } from './self-assessment.ts'

const WORDS = {
  sv: {
    yes: 'Ja',
    no: 'Nej',
    ignored: /rekommenderat|frivilligt/,
    rung: 'Steg',
    shown: /Så har det visats/,
    differs: 'Varför ser du det annorlunda än företaget?',
    because: 'Vi gick igenom det på plats och kom överens.',
  },
  en: {
    yes: 'Yes',
    no: 'No',
    ignored: /recommended|optional/,
    rung: 'Step',
    shown: /How it was shown/,
    differs: 'Why do you see it differently from the company?',
    because: 'We went through it on site and agreed.',
  },
} as const

type Words = (typeof WORDS)['sv' | 'en']
type Finding = { dimension: string; level: number }

/** What the coach finds in each dimension, by its name: the rung; its statements met and shown in full. */
export async function validateLadder(page: Page, findings: readonly Finding[], language: 'sv' | 'en' = 'sv') {
  const words = WORDS[language]
  for (const { dimension, level } of findings) {
    await page
      .getByRole('button', { name: new RegExp(`^${dimension}`) })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 2, name: dimension })).toBeVisible()
    await pickRung(page, level)
    await explainDifference(page, words)
    const criteria = page.locator('fieldset').filter({ has: page.getByRole('radio', { name: words.yes, exact: true }) })
    await expect(criteria.first()).toBeVisible()
    for (let at = 0; at < (await criteria.count()); at++) {
      const criterion = criteria.nth(at)
      if ((await criterion.getByText(words.ignored).count()) > 0) continue
      const isOf = (rung: number) => criterion.getByText(`${words.rung} ${rung}`, { exact: true }).count()
      const met = await isOf(level)
      // Further down is asked only as long as a rung does not hold yet.
      if (met === 0 && (await isOf(level + 1)) === 0) break
      if (met > 0 && level > 1) await judgeMet(page, criterion, words)
      else await criterion.getByText(words.no, { exact: true }).click()
    }
  }
}

async function judgeMet(page: Page, criterion: Locator, words: Words): Promise<void> {
  await criterion.getByText(words.yes, { exact: true }).click()
  await criterion.getByRole('button', { name: words.shown }).click()
  await page.getByRole('option', { name: /^E4/ }).click()
}

/** Where the coach's rung is another than the company's, a reason is asked for. */
async function explainDifference(page: Page, words: Words): Promise<void> {
  const reason = page.getByLabel(words.differs)
  if ((await reason.count()) === 0) return
  await reason.fill(words.because)
  await reason.blur()
}
