import { expect, type Page, test } from '@playwright/test'
import { linkIn, mailTo } from '../support/mails.ts'
import { givePapers } from '../support/papers.ts'
import { expectAccessible, PHONE, signInAs, visitor } from '../support/people.ts'
import { companyNamed } from '../support/records.ts'
import { answerLadder } from '../support/self-assessment.ts'
import { validateLadder } from '../support/validation.ts'

/**
 * One company from first contact to a climbed step, as four people in browsers of their own: Maja (the company's
 * manager, on a phone), Nils (her production manager, on a phone), Mats (the lead) and Eva (the coach).
 */
test.describe.configure({ mode: 'serial' })

const COMPANY = 'Provköpings Svarvteknik AB'
const NUMBER = '559999-0008'
const MAJA = { name: 'Maja Provmark', email: 'maja@provkoping.example.com' }
const NILS = { name: 'Nils Provmark', email: 'nils@provkoping.example.com' }
const LEAD = 'Mats Tallvåg'
const COACH = 'Eva Lindmarken'
const ECONOMIST = 'Henrik Stenfalla'
const LADDER = 'Resurseffektiv produktion'

/** Signs in by the newest mail about something, as its reader would. */
async function openMail(page: Page, address: string, about: string): Promise<void> {
  await page.goto(linkIn(await mailTo(address, { about })))
  await page.getByRole('button', { name: 'Logga in' }).click()
  await page.waitForURL(/\/programmes\//)
}

async function openCompany(page: Page, person: string): Promise<void> {
  await signInAs(page, person)
  await page.goto('/programmes/industry-in-west/companies')
  await page.getByRole('searchbox').fill('provköping')
  await page.getByRole('link', { name: COMPANY }).click()
  await expect(page.getByRole('heading', { level: 1, name: COMPANY })).toBeVisible()
}

async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Företagets delar' }).getByRole('link', { name }).click()
}

test('J1: the company comes in by the public form and is signed in by its mail', async ({ browser }) => {
  const maja = await visitor(browser, { size: PHONE })
  const { page } = maja
  await page.goto('/p/industry-in-west')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Anmäl intresse' }).first().click()
  await page.getByLabel('Organisationsnummer').fill(NUMBER)
  await page.getByLabel('Företagets namn').fill(COMPANY)
  await page.getByLabel('Kommun').selectOption({ label: 'Skara' })
  await page.getByLabel('Ditt namn').fill(MAJA.name)
  await page.getByLabel('Din e-post').fill(MAJA.email)
  await page.reload()
  await expect(page.getByLabel('Företagets namn')).toHaveValue(COMPANY)
  await page.getByLabel(LADDER).check()
  await expectAccessible(page)
  // Nobody types as fast as a journey; what is sent within seconds is taken for spam.
  const thanks = page.getByRole('heading', { name: 'Tack för er anmälan!' })
  await expect(async () => {
    // An answer that took its time may be there by now, and the button gone.
    if (!(await thanks.isVisible())) await page.getByRole('button', { name: 'Skicka intresseanmälan' }).click()
    await expect(thanks).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await expectAccessible(page)

  await openMail(page, MAJA.email, 'intresseanmälan')
  await expect(page.getByRole('heading', { level: 1, name: COMPANY })).toBeVisible()
  await expectAccessible(page)
  await maja.close()
})

test('J1: the lead sees it at once, follows up and gives it a coach', async ({ browser }) => {
  const lead = await visitor(browser)
  const { page } = lead
  await signInAs(page, LEAD)
  await page.goto('/programmes/industry-in-west/companies?sort=newest')
  await expect(page.getByRole('row').nth(1)).toContainText(COMPANY)
  await expectAccessible(page)
  await page.getByRole('link', { name: COMPANY }).click()
  await page.getByRole('button', { name: 'Ändra status' }).click()
  await page.getByRole('radio', { name: /I dialog/ }).check({ force: true })
  await page.getByLabel('Orsak').fill('Ringt och pratat')
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Ändra status' }).click()
  await expect(page.getByText('I dialog').first()).toBeVisible()

  await page.getByRole('button', { name: 'Mer' }).click()
  await page.getByRole('menuitem', { name: 'Utse utvecklare' }).click()
  const dialog = page.getByRole('dialog')
  await dialog
    .getByRole('button', { name: /Ny utvecklare/ })
    .or(dialog.getByLabel('Ny utvecklare'))
    .first()
    .click()
  await page.getByRole('option', { name: new RegExp(COACH) }).click()
  await dialog.getByLabel('Anteckning till den som tar över').fill('Vill komma i gång fort')
  await dialog.getByRole('button', { name: 'Utse' }).click()
  await expect(page.getByText(COACH).first()).toBeVisible()
  await lead.close()
})

const DIMENSIONS = [
  'Flöde och ledtid',
  'Utrustning',
  'Material och spill',
  'Standarder och daglig styrning',
  'Förbättringsarbete',
  'Miljöförluster i flödet',
]

test('J3: the coach starts a baseline and invites two people of the company', async ({ browser }) => {
  const eva = await visitor(browser)
  const { page } = eva
  await openCompany(page, COACH)
  await openTab(page, 'Mätning')
  await page.getByRole('link', { name: 'Starta en mätning' }).click()
  await expect(page.getByRole('radio', { name: /Startmätning/ })).toBeChecked()
  await page.getByLabel('Namn', { exact: true }).fill(NILS.name)
  await page.getByLabel('E-post', { exact: true }).fill(NILS.email)
  await page.getByRole('button', { name: 'Lägg till' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Starta och bjud in' }).click()
  await expect(page.getByText('2 personer är inbjudna')).toBeVisible()
  await eva.close()
})

test('J3: both answer on their own phones, and submitting is refused while something is open', async ({ browser }) => {
  for (const [person, levels] of [
    [MAJA, [2, 2, 2, 2, 2, 2]],
    [NILS, [2, 1, 3, 2, 2, 1]],
  ] as const) {
    const phone = await visitor(browser, { size: PHONE })
    const { page } = phone
    await openMail(page, person.email, 'Dags att svara')
    await expectAccessible(page)
    await answerLadder(page, levels)
    await expect(page.getByText('Du har svarat på allt')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Jag är klar' }).click()
    await expect(page.getByText('Tack för dina svar!')).toBeVisible()
    await phone.close()
  }
})

test('J3: the coach validates beside their answers, adds evidence and submits', async ({ browser }) => {
  const eva = await visitor(browser)
  const { page } = eva
  await openCompany(page, COACH)
  await openTab(page, 'Mätning')
  await page.getByRole('link', { name: LADDER }).click()
  await expect(page.getByText('2 av 2 har svarat klart')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Lämna in mätningen' })).toBeDisabled()
  await expectAccessible(page)
  await validateLadder(
    page,
    DIMENSIONS.map((dimension) => ({ dimension, level: 2 })),
  )
  await fileEvidence(page, 'Flödeskarta för svarvade axlar')
  await page.getByRole('button', { name: 'Lämna in mätningen' }).click()
  await expectAccessible(page)
  await page.getByRole('alertdialog').getByRole('button', { name: 'Lämna in mätningen' }).click()
  await expect(page.getByText(/^Inlämnad/).first()).toBeVisible()
  await page.getByRole('link', { name: 'Till resultatet' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Resultat' })).toBeVisible()
  await expect(page.getByText('Utvecklarens bedömning: steg 2, Kartlagt').first()).toBeVisible()
  await expectAccessible(page)
  await eva.close()
})

test('J4: the management marks the step it wants to stand on and agrees on a plan', async ({ browser }) => {
  const maja = await visitor(browser, { size: PHONE })
  const { page } = maja
  await signInWithMailedLink(page, MAJA.email)
  await page.goto('/programmes/industry-in-west/plan')
  for (const dimension of ['Flöde och ledtid', 'Utrustning']) {
    const stairs = page.getByRole('group', { name: `Mål för ${dimension}` })
    await stairs.getByRole('button', { name: /^3?\s*Steg 3,/ }).click()
    await expect(stairs.getByRole('button', { name: /Steg 3,.* mål/ })).toBeVisible()
  }
  await page.getByRole('button', { name: 'Lägg till mål' }).click()
  await page.getByRole('dialog').getByLabel('Mål', { exact: true }).fill('Vi levererar på halva tiden')
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Lägg till mål' }).click()
  await expect(page.getByRole('heading', { name: 'Vi levererar på halva tiden' })).toBeVisible()
  await page.getByRole('button', { name: 'Ta med i planen' }).first().click()
  await expect(page.getByText('är med i planen')).toBeVisible()
  await expectAccessible(page)
  await maja.close()
})

test('the papers on State aid are in order before the first visit', async ({ browser }) => {
  const [lead, manager, office] = [await visitor(browser), await visitor(browser), await visitor(browser)]
  await openCompany(lead.page, LEAD)
  await signInWithMailedLink(manager.page, MAJA.email)
  await signInAs(office.page, ECONOMIST)
  const { id } = await companyNamed(lead.page, COMPANY)
  await givePapers({ lead: lead.page, manager: manager.page, office: office.page }, id)
  for (const one of [lead, manager, office]) await one.close()
})

test('J5: the coach logs a visit on a phone in under a minute', async ({ browser }) => {
  const eva = await visitor(browser, { size: PHONE })
  const { page } = eva
  await openCompany(page, COACH)
  await openTab(page, 'Coachning')
  const began = Date.now()
  await page.getByRole('link', { name: 'Logga möte' }).click()
  await page.getByLabel('Anteckning för alla').fill('Gick igenom flaskhalsen och kom överens om nästa steg.')
  await page.getByLabel('Anteckning för teamet').fill('Bra tryck i gruppen.')
  await page.getByLabel(/^Nästa steg/).fill('Maja mäter ställtiden')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Spara möte' }).click()
  await expect(page.getByText('Gick igenom flaskhalsen')).toBeVisible()
  expect(Date.now() - began).toBeLessThan(60_000)
  await eva.close()
})

test('J6: the follow-up shows the steps climbed, and the company holds its report', async ({ browser }) => {
  const eva = await visitor(browser)
  const { page } = eva
  await openCompany(page, COACH)
  await openTab(page, 'Mätning')
  await page.getByRole('link', { name: 'Starta en mätning' }).click()
  await expect(page.getByRole('radio', { name: /Uppföljning/ })).toBeChecked()
  await page.getByRole('button', { name: 'Starta och bjud in' }).click()
  const underWay = page.getByRole('row').filter({ hasText: 'Företaget svarar' })
  await underWay.getByRole('link', { name: LADDER }).click()
  await validateLadder(
    page,
    DIMENSIONS.map((dimension) => ({ dimension, level: 3 })),
  )
  await page.getByRole('button', { name: 'Lämna in mätningen' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Lämna in mätningen' }).click()
  await page.getByRole('link', { name: 'Till resultatet' }).click()
  await expect(page.getByText('1 steg upp').first()).toBeVisible()
  await expect(page.getByText('Utvecklarens bedömning: steg 3, Igångsatt').first()).toBeVisible()
  await eva.close()

  const maja = await visitor(browser, { size: PHONE })
  await signInWithMailedLink(maja.page, MAJA.email)
  await maja.page.goto('/programmes/industry-in-west/documents')
  await maja.page.getByRole('button', { name: 'Gör rapport' }).click()
  await expectAccessible(maja.page)
  await maja.page.getByRole('dialog').getByRole('button', { name: 'Gör rapporten' }).click()
  const download = maja.page.waitForEvent('download')
  await maja.page.getByRole('link', { name: 'Uppföljningsrapport (pdf)' }).first().click()
  expect((await download).suggestedFilename()).toMatch(/^Stegvis-.*\.pdf$/)
  await maja.close()
})

/** Asks for a link on the sign-in page, and follows it. */
async function signInWithMailedLink(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-postadress').first().fill(email)
  const asked = Date.now()
  await page.getByRole('button', { name: 'Mejla mig en länk' }).click()
  await expect(page.getByText(`Om ${email} finns hos oss`)).toBeVisible()
  await page.goto(linkIn(await mailTo(email, { about: 'Din länk', after: asked })))
  await page.getByRole('button', { name: 'Logga in' }).click()
  await page.waitForURL(/\/programmes\//)
}

/** A photo as evidence for the first statement that can have one. */
async function fileEvidence(page: Page, description: string): Promise<void> {
  await page
    .getByRole('button', { name: /^Flöde och ledtid/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Lägg till underlag' }).first().click()
  await page.getByLabel('Vad är det?').fill(description)
  await page.getByRole('button', { name: 'Lägg till underlag' }).last().click()
  await expect(page.getByText(description).first()).toBeVisible()
}
