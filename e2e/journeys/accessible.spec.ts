import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectAccessibleLightAndDark, PHONE, signInAs, visitor } from '../support/people.ts'
import { assessmentsOf, companiesOfCoach, companyNamed, PROGRAMME, startAssessment } from '../support/records.ts'

/** Every page as the person who uses it most, in light and dark; then what opens on top of pages. */
test.describe.configure({ mode: 'parallel' })

const COMPANY = 'Häggforsens Mekaniska AB'

async function everyPage(page: Page, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    await page.goto(address)
    await settled(page)
    expect(await page.title(), address).toMatch(/\S – Stegvis$/)
    await expectAccessibleLightAndDark(page)
  }
}

/** Until the page shows what it is about, and not its skeleton. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('status', { name: 'Hämtar …' })).toHaveCount(0)
}

test('pages for anyone', async ({ browser }) => {
  const anyone = await visitor(browser, { size: PHONE })
  for (const address of ['/p/industry-in-west', '/p/industry-in-west/interest', '/p/no-such-programme']) {
    await anyone.page.goto(address)
    await settled(anyone.page)
    await expectAccessibleLightAndDark(anyone.page)
  }
  await everyPage(anyone.page, [
    '/sign-in',
    '/sign-in/link',
    '/sign-in/new-password',
    '/invitation',
    '/set-up?secret=wrong',
    '/accessibility',
    '/no/such/page',
  ])
  await anyone.close()
})

test('pages of a company’s own people', async ({ browser }) => {
  const manager = await visitor(browser, { size: PHONE })
  await signInAs(manager.page, 'Karin Furuhede')
  const own = ['home', 'plan', 'results', 'key-figures', 'documents', 'people', 'facts', 'owners']
  await everyPage(manager.page, [...own.map((part) => `${PROGRAMME}/${part}`), '/account', '/welcome'])
  await manager.close()
})

test('a company’s record as its coach', async ({ browser }) => {
  test.slow()
  const coach = await visitor(browser)
  const { page } = coach
  await signInAs(page, 'Eva Lindmarken')
  const { id } = await companyNamed(page, COMPANY)
  const company = `${PROGRAMME}/companies/${id}`
  const tabs = [
    '',
    '/assessments',
    '/plan',
    '/coaching',
    '/key-figures',
    '/owners',
    '/documents',
    '/people',
    '/facts',
    '/timeline',
  ]
  const pages = ['/results', '/plan/print', '/report', '/sessions/new', '/assessments/new']
  await everyPage(
    page,
    [...tabs, ...pages].map((part) => `${company}${part}`),
  )
  await coach.close()
})

test('assessments, lists and staff as a coach', async ({ browser }) => {
  const coach = await visitor(browser)
  const { page } = coach
  await signInAs(page, 'Eva Lindmarken')
  const { id } = await companyNamed(page, COMPANY)
  const submitted = (await assessmentsOf(page, id)).find(({ status }) => status === 'submitted')
  const [, , company] = await companiesOfCoach(page)
  const open = await startAssessment(page, company!.id, 'digitalisation')
  await everyPage(page, [
    `${PROGRAMME}/assessments/${submitted!.id}`,
    `${PROGRAMME}/assessments/${open}`,
    `${PROGRAMME}/companies`,
    `${PROGRAMME}/sessions`,
    `${PROGRAMME}/people`,
  ])
  await coach.close()
})

test('setting a programme up as its manager', async ({ browser }) => {
  test.slow()
  const manager = await visitor(browser)
  const { page } = manager
  await signInAs(page, 'Ingrid Ekhamre')
  const parts = [
    '',
    '/basics',
    '/funders',
    '/partners',
    '/sub-projects',
    '/focus-areas',
    '/texts',
    '/settings',
    '/history',
  ]
  await everyPage(page, [
    ...parts.map((part) => `${PROGRAMME}/set-up${part}`),
    `${PROGRAMME}/people`,
    `${PROGRAMME}/people/invite`,
  ])
  await page.goto(`${PROGRAMME}/people`)
  await page.getByRole('link', { name: 'Mats Tallvåg' }).click()
  await expectAccessibleLightAndDark(page)
  await manager.close()
})

test('the installation as its administrator', async ({ browser }) => {
  const administrator = await visitor(browser)
  await signInAs(administrator.page, 'Administratör')
  await everyPage(administrator.page, ['/admin/programmes', '/admin/people', '/admin/mail'])
  await administrator.close()
})

for (const name of ['Henrik Stenfalla', 'Lovisa Björkvallen', 'Margareta Frågelund', 'Lennart Siffervall']) {
  test(`the first page of ${name}`, async ({ browser }) => {
    const person = await visitor(browser)
    await signInAs(person.page, name)
    await settled(person.page)
    await expectAccessibleLightAndDark(person.page)
    await person.close()
  })
}

test('menus, choices and dialogs while they are open', async ({ browser }) => {
  test.slow()
  const lead = await visitor(browser, { size: PHONE, dark: true })
  const { page } = lead
  await signInAs(page, 'Mats Tallvåg')
  const { id } = await companyNamed(page, COMPANY)

  await page.goto(`${PROGRAMME}/companies`)
  await settled(page)
  await page.getByText('Filtrera', { exact: true }).click()
  await expectAccessible(page)
  await page.goto(`${PROGRAMME}/companies/${id}`)
  await page.getByRole('button', { name: 'Mer', exact: true }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('menuitem').first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: /^Konto/ }).click()
  await expectAccessible(page)

  await page.goto(`${PROGRAMME}/companies/${id}/sessions/new`)
  await settled(page)
  await page
    .getByRole('button', { name: /kalender/i })
    .first()
    .click()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.goto(`${PROGRAMME}/companies/${id}/key-figures`)
  await page
    .getByRole('button', { name: /Lägg till värde|Fyll i/ })
    .first()
    .click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectAccessible(page)
  await lead.close()
})
