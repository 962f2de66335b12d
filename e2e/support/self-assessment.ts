import { expect, type Page } from '@playwright/test'

type Words = {
  next: string
  yes: string
  no: string
}

const WORDS: Record<'sv' | 'en', Words> = {
  sv: {
    next: 'Nästa',
    yes: 'Ja',
    no: 'Nej',
  },
  en: {
    next: 'Next',
    yes: 'Yes',
    no: 'No',
  },
}

/** Which rung to pick in each dimension, in order; the picked rung's statements are met, the one above's are not. */
export async function answerLadder(page: Page, levels: readonly number[], language: 'sv' | 'en' = 'sv'): Promise<void> {
  const words = WORDS[language]
  for (const level of levels) {
    await pickRung(page, level)
    const criteria = page.locator('fieldset').filter({ has: page.getByRole('radio', { name: words.yes, exact: true }) })
    await expect(criteria.first()).toBeVisible()
    const count = await criteria.count()
    for (let at = 0; at < count; at++) {
      const met = level > 1 && at < 2
      await criteria
        .nth(at)
        .getByText(met ? words.yes : words.no, { exact: true })
        .click()
    }
    await page.getByRole('button', { name: words.next, exact: true }).click()
  }
}

/** Taps the card of a rung. */
export async function pickRung(page: Page, level: number): Promise<void> {
  await page.locator(`label:has(input[type=radio][data-level="${level}"])`).click()
}
