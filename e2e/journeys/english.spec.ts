import { expect, type Page, test } from '@playwright/test'
import { linkIn, mailTo } from '../support/mails.ts'
import { expectAccessible, signInAs, visitor } from '../support/people.ts'
import { companyNamed, PROGRAMME } from '../support/records.ts'
import { answerLadder } from '../support/self-assessment.ts'
import { validateLadder } from '../support/validation.ts'

/** The main job once in English, from the public page to the result, with nothing Swedish left on the way. */
test.describe.configure({ mode: 'serial' })

const COMPANY = 'Oakvale Turning AB'
const NUMBER = '559999-0024'
const OLIVIA = { name: 'Olivia Oakvale', email: 'olivia@oakvale.example.com' }
const LEAD = 'Mats Tallvåg'
const LADDER = 'Resource-efficient production'
const DIMENSIONS = [
  'Flow and lead time',
  'Equipment',
  'Material and scrap',
  'Standards and daily management',
  'Improvement work',
  'Environmental losses in the flow',
]

/** Words that nearly any Swedish sentence has, and no English one. */
const SWEDISH = /(?<![\p{L}-])(och|är|inte|för|eller|att|som|vi|ert|din|steg|mål|företag)(?![\p{L}-])/iu

async function expectEnglish(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', /^en/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  // biome-ignore lint/performance/useDomNodeTextContent: the lines a reader sees, without what is hidden.
  const text = await page.locator('main').innerText()
  const swedish = text.split('\n').filter((line) => SWEDISH.test(line))
  expect(swedish, `Swedish on ${new URL(page.url()).pathname}`).toEqual([])
  await expectAccessible(page)
}

async function openMail(page: Page, about: string): Promise<void> {
  const mail = await mailTo(OLIVIA.email, { about })
  expect(mail.text).not.toMatch(SWEDISH)
  await page.goto(linkIn(mail))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/programmes\//)
}

test('a company expresses its interest, signs in by its mail and answers', async ({ browser }) => {
  const olivia = await visitor(browser, { language: 'en' })
  const { page } = olivia
  await page.goto('/p/industry-in-west')
  await expectEnglish(page)
  await page.getByRole('link', { name: 'Express interest' }).first().click()
  await page.getByLabel('Organisation number').fill(NUMBER)
  await page.getByLabel('Name of the company').fill(COMPANY)
  await page.getByLabel('Municipality').selectOption({ label: 'Skara' })
  await page.getByLabel('Your name').fill(OLIVIA.name)
  await page.getByLabel('Your e-mail').fill(OLIVIA.email)
  await page.getByLabel(LADDER).check()
  await expectAccessible(page)
  // Nobody types as fast as a journey; what is sent within seconds is taken for spam.
  await expect(async () => {
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Thank you!' })).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await expectEnglish(page)

  await openMail(page, 'interest')
  await expect(page.getByRole('heading', { level: 1, name: COMPANY })).toBeVisible()
  await expectEnglish(page)
  await page.getByRole('link', { name: 'Start an assessment' }).click()
  await expectEnglish(page)
  await page.getByRole('button', { name: 'Start and invite' }).click()
  await page.getByRole('link', { name: 'Start answering' }).click()
  await expectEnglish(page)
  await answerLadder(page, [2, 2, 1, 3, 2, 2], 'en')
  await expectEnglish(page)
  await page.getByRole('button', { name: 'I am done' }).click()
  await expect(page.getByText('Thank you for your answers!')).toBeVisible()
  await expectEnglish(page)
  await olivia.close()
})

test('the lead validates and submits it', async ({ browser }) => {
  const lead = await visitor(browser, { language: 'en' })
  await signInAs(lead.page, LEAD)
  await lead.page.getByRole('button', { name: /English/ }).click()
  const { id } = await companyNamed(lead.page, COMPANY)
  await lead.page.goto(`${PROGRAMME}/companies/${id}/assessments`)
  await lead.page.getByRole('link', { name: LADDER }).click()
  await expect(lead.page.getByText('1 of 1 have finished')).toBeVisible()
  await expectEnglish(lead.page)
  await validateLadder(
    lead.page,
    DIMENSIONS.map((dimension) => ({ dimension, level: 2 })),
    'en',
  )
  await lead.page.getByRole('button', { name: 'Submit the assessment' }).click()
  await lead.page.getByRole('alertdialog').getByRole('button', { name: 'Submit the assessment' }).click()
  await lead.page.getByRole('link', { name: 'To the result' }).click()
  await expect(lead.page.getByText('The coach’s assessment: step 2, Mapped').first()).toBeVisible()
  await lead.close()
})

test('the company reads its result and all its other pages', async ({ browser }) => {
  const olivia = await visitor(browser, { language: 'en' })
  await olivia.page.goto('/sign-in')
  await olivia.page.getByLabel('E-mail address').first().fill(OLIVIA.email)
  await olivia.page.getByRole('button', { name: 'E-mail me a link' }).click()
  await openMail(olivia.page, 'sign-in link')
  for (const part of ['results', 'plan', 'documents', 'key-figures', 'people', 'facts', 'owners', 'home']) {
    await olivia.page.goto(`${PROGRAMME}/${part}`)
    await expectEnglish(olivia.page)
  }
  await olivia.close()
})
