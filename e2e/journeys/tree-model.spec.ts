import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectAccessibleLightAndDark, PHONE, signInAs, visitor } from '../support/people.ts'
import { PROGRAMME } from '../support/records.ts'

/**
 * A model that is no ladder, from the manager's choice to the result: scales of its own, questions that come and go,
 * facts the company's record does not hold, points and stars.
 */
test.describe.configure({ mode: 'serial' })

const MODEL = 'Avfalls- och materialkollen'
const COMPANY = 'Häggforsens Mekaniska AB'
const MANAGER = 'Ingrid Ekhamre'
const COACH = 'Eva Lindmarken'
const RESPONDENT = 'Karin Furuhede'

const question = (page: Page, text: string) => page.getByRole('group', { name: text })
const next = (page: Page) => page.getByRole('button', { name: 'Nästa', exact: true }).click()

async function openMeasurements(page: Page): Promise<void> {
  await page.goto(`${PROGRAMME}/companies`)
  await page.getByRole('searchbox').fill('häggforsen')
  await page.getByRole('link', { name: COMPANY }).click()
  await page.getByRole('navigation', { name: 'Företagets delar' }).getByRole('link', { name: 'Mätning' }).click()
}

/** Answers every question of the page: shares to splits, the choice of this name where there is one. */
async function answerPage(page: Page, shares: readonly string[], choice: string): Promise<void> {
  const questions = page.getByRole('group').filter({ has: page.locator('legend') })
  await expect(questions.first()).toBeVisible()
  for (const one of await questions.all()) {
    const fields = one.getByRole('textbox')
    if ((await fields.count()) === 0) {
      await one.getByText(choice, { exact: true }).click()
      continue
    }
    for (const [at, share] of shares.entries()) await fields.nth(at).fill(share)
    await fields.nth(shares.length - 1).blur()
    await expect(one.getByText('Summan är 100 %.')).toBeVisible()
  }
}

test('the manager chooses a model of points for a new focus area', async ({ browser }) => {
  const manager = await visitor(browser)
  const { page } = manager
  await signInAs(page, MANAGER)
  await page.goto(`${PROGRAMME}/set-up/focus-areas`)
  await page.getByRole('button', { name: 'Lägg till fokusområde' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /Modell/ }).click()
  await page.getByRole('option', { name: new RegExp(`^${MODEL}`) }).click()
  await dialog.getByRole('button', { name: 'Lägg till fokusområde' }).click()
  await expect(page.getByText(MODEL).first()).toBeVisible()
  await expectAccessible(page)
  await manager.close()
})

test('the coach starts a baseline on it', async ({ browser }) => {
  const coach = await visitor(browser)
  const { page } = coach
  await signInAs(page, COACH)
  await openMeasurements(page)
  await page.getByRole('link', { name: 'Starta en mätning' }).click()
  await page.getByRole('radio', { name: /Startmätning/ }).check({ force: true })
  await page.getByLabel(MODEL).check({ force: true })
  for (const box of await page.getByRole('group', { name: 'Vilka svarar?' }).getByRole('checkbox').all()) {
    await box.setChecked(false, { force: true })
  }
  await page.getByLabel(RESPONDENT).check({ force: true })
  await page.getByRole('button', { name: 'Starta och bjud in' }).click()
  await expect(page.getByText('en person är inbjuden')).toBeVisible()
  await coach.close()
})

test('she answers on her phone: facts first, shares that must sum to a hundred, reasons where needed', async ({
  browser,
}) => {
  const phone = await visitor(browser, { size: PHONE })
  const { page } = phone
  await signInAs(page, RESPONDENT)
  await page.getByRole('link', { name: 'Börja svara' }).first().click()
  await expect(page.getByRole('heading', { level: 2, name: 'Om företaget' })).toBeVisible()
  await expect(page.getByText('Del 1 av 5')).toBeVisible()
  await page.getByText('Nej', { exact: true }).click()
  // Without hazardous waste its questions are never asked.
  await expect(page.getByText('Del 1 av 4')).toBeVisible()
  await expectAccessible(page)
  await next(page)

  const first = page
    .getByRole('group')
    .filter({ has: page.locator('legend') })
    .first()
  await first.getByRole('textbox').first().fill('60')
  await expect(first.getByText('40 % kvar att fördela')).toBeVisible()
  await first.getByRole('button', { name: 'Lägg 40 % här' }).first().click()
  await expect(first.getByText('Summan är 100 %.')).toBeVisible()
  await first.getByLabel('Gäller inte oss').check()
  await expect(first.getByText('Svaret sparas när du har skrivit skälet.')).toBeVisible()
  await first.getByLabel('Varför gäller det inte er?').fill('Allt går i ett kärl')
  await first.getByLabel('Varför gäller det inte er?').blur()
  await expectAccessibleLightAndDark(page)
  await page.reload()
  await expect(first.getByLabel('Varför gäller det inte er?')).toHaveValue('Allt går i ett kärl')
  await first.getByLabel('Gäller inte oss').uncheck()

  for (let at = 0; at < 3; at++) {
    await answerPage(page, ['50', '30', '20'], 'Delvis')
    await next(page)
  }
  await expect(page.getByText('Du har svarat på allt')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Jag är klar' }).click()
  await expect(page.getByText('Tack för dina svar!')).toBeVisible()
  await phone.close()
})

test('the coach validates beside her answers, also without a network, and submits', async ({ browser }) => {
  const coach = await visitor(browser)
  const { page, context } = coach
  await signInAs(page, COACH)
  await openMeasurements(page)
  await page.getByRole('link', { name: MODEL }).click()
  await expect(page.getByRole('heading', { level: 1, name: MODEL })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Lämna in mätningen' })).toBeDisabled()
  await expect(page.getByText('Gjort 50 %').first()).toBeVisible()

  await context.setOffline(true)
  const balance = question(page, 'Har ni ställt upp en materialbalans för minst en viktig produkt')
  await balance.getByText('Ja', { exact: true }).click()
  await expect(balance.getByLabel('Varför ser du det annorlunda än företaget?')).toBeVisible()
  await balance.getByLabel('Varför ser du det annorlunda än företaget?').fill('Den finns för skåpet.')
  await balance.getByLabel('Varför ser du det annorlunda än företaget?').blur()
  await context.setOffline(false)

  for (let at = 0; at < 3; at++) {
    for (let same = page.getByRole('button', { name: 'Samma som företaget' }); (await same.count()) > 0; ) {
      const before = await same.count()
      await same.first().click()
      await expect(same).toHaveCount(before - 1)
    }
    if (at < 2) await next(page)
  }
  await page.getByText('Varför blev det så?').first().click()
  await expect(page.getByText(/möjliga poäng/).first()).toBeVisible()
  await expectAccessibleLightAndDark(page)
  await expect(page.getByText('Allt som krävs är bedömt.')).toBeVisible()
  await page.getByRole('button', { name: 'Lämna in mätningen' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Lämna in mätningen' }).click()
  await expect(page.getByText(/^Inlämnad .* av Eva Lindmarken/)).toBeVisible()
  await expect(page.getByText('Den finns för skåpet.')).toBeVisible()
  await expectAccessible(page)
  await coach.close()
})

test('the company reads its result: level, points, parts and what to do next', async ({ browser }) => {
  const phone = await visitor(browser, { size: PHONE })
  const { page } = phone
  await signInAs(page, RESPONDENT)
  await expect(page.getByRole('heading', { level: 3, name: MODEL })).toBeVisible()
  await page.goto(`${PROGRAMME}/results?ladder=avfalls-och-materialkollen`)
  await page.getByRole('link', { name: MODEL }).click()
  await expect(page.getByRole('heading', { level: 2, name: MODEL })).toBeVisible()
  await expect(page.getByText(/av 100 poäng/).first()).toBeVisible()
  await expect(page.getByRole('img', { name: /Förebygga/ })).toBeVisible()
  await expect(page.getByText('gäller inte').first()).toBeVisible()
  await page.locator('summary').filter({ hasText: 'Veta' }).click()
  await expect(page.getByText('Gjort 50 %').first()).toBeVisible()
  await expectAccessibleLightAndDark(page)
  await phone.close()
})
