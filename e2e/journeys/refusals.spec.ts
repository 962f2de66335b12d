import { expect, type Page, test } from '@playwright/test'
import { DESKTOP, expectAccessible, PHONE, signInAs, visitor } from '../support/people.ts'
import {
  assessmentsOf,
  companiesOfCoach,
  companyNamed,
  ownCompany,
  PROGRAMME,
  startAssessment,
} from '../support/records.ts'

const MANAGER = 'Karin Furuhede'
const MANAGERS_COMPANY = 'Häggforsens Mekaniska AB'
const OTHER_MANAGER = 'Amir Trastvåg'
const OTHER_COMPANY = 'Lärkbäckens Plast AB'
/** of another partner than the one that has the other company */
const COACH = 'Eva Lindmarken'

/** The page says that there is nothing here, and shows nothing of what it would hold. */
async function expectNoSuchPage(page: Page, address: string, secret: string): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1, name: 'Sidan finns inte' })).toBeVisible()
  await expect(page.getByText(secret)).toHaveCount(0)
}

async function refusal(page: Page, address: string): Promise<{ status: number; text: string }> {
  const reply = await page.request.get(`/api${address}`)
  return { status: reply.status(), text: await reply.text() }
}

test('a wrong organisation number is told at its field, and nothing is sent', async ({ browser }) => {
  const stranger = await visitor(browser, { size: PHONE })
  const { page } = stranger
  const sent: string[] = []
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
  await page.goto('/p/industry-in-west/interest')
  await page.getByLabel('Organisationsnummer').fill('559999-0009')
  await page.getByLabel('Företagets namn').fill('Felräknade Svarv AB')
  await page.getByLabel('Ditt namn').fill('Vera Prov')
  await page.getByLabel('Din e-post').fill('vera@felraknade.example.com')
  await page.getByRole('button', { name: 'Skicka intresseanmälan' }).click()

  const number = page.getByLabel('Organisationsnummer')
  await expect(number).toHaveAttribute('aria-invalid', 'true')
  await expect(number).toBeFocused()
  await expect(number).toHaveAccessibleDescription(/stämmer inte|kontrollera/i)
  await expectAccessible(page)
  expect(sent).toEqual([])

  await number.fill('5599990008')
  await expect(page.getByText('Numret stämmer')).toBeVisible()
  await expect(page.getByLabel('Företagets namn')).toHaveValue('Felräknade Svarv AB')
  await stranger.close()
})

test('a person of a company finds nothing of another company', async ({ browser }) => {
  const other = await visitor(browser)
  await signInAs(other.page, OTHER_MANAGER)
  const { id: company } = await ownCompany(other.page)
  const [assessment] = await assessmentsOf(other.page, company)
  await other.close()

  const manager = await visitor(browser, { size: DESKTOP })
  const { page } = manager
  await signInAs(page, MANAGER)
  for (const part of ['', '/assessments', '/plan', '/results', '/timeline', '/documents']) {
    await expectNoSuchPage(page, `${PROGRAMME}/companies/${company}${part}`, OTHER_COMPANY)
  }
  await expectNoSuchPage(page, `${PROGRAMME}/assessments/${assessment!.id}/answer`, OTHER_COMPANY)
  await expectNoSuchPage(page, `${PROGRAMME}/assessments/${assessment!.id}`, OTHER_COMPANY)
  for (const part of ['', '/occasions', '/results', '/plan', '/sessions', '/timeline', '/key-figures', '/reports']) {
    const { status, text } = await refusal(page, `${PROGRAMME}/companies/${company}${part}`)
    expect({ part, status }).toEqual({ part, status: 404 })
    expect(text).not.toContain(OTHER_COMPANY)
  }
  // What is refused is the same as what is not there, so that nobody learns of a company by asking.
  const nowhere = company.replace(/.{12}$/, '000000000000')
  const [there, notThere] = [
    await refusal(page, `${PROGRAMME}/companies/${company}`),
    await refusal(page, `${PROGRAMME}/companies/${nowhere}`),
  ]
  expect(there.text.replaceAll(company, nowhere)).toBe(notThere.text)

  await page.goto(`${PROGRAMME}/home`)
  await expect(page.getByRole('heading', { level: 1, name: MANAGERS_COMPANY })).toBeVisible()
  await expectNoSuchPage(page, `${PROGRAMME}/companies`, OTHER_COMPANY)
  await manager.close()
})

test('a coach of another partner sees that a company is there, and none of its answers', async ({ browser }) => {
  const other = await visitor(browser)
  await signInAs(other.page, OTHER_MANAGER)
  const [assessment] = await assessmentsOf(other.page, (await ownCompany(other.page)).id)
  await other.close()

  const coach = await visitor(browser)
  const { page } = coach
  await signInAs(page, COACH)
  const { id } = await companyNamed(page, OTHER_COMPANY)
  await page.goto(`${PROGRAMME}/companies/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: OTHER_COMPANY })).toBeVisible()
  await expect(page.getByText('Du ser grunduppgifterna')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Mätning', exact: true })).toHaveCount(0)
  await expect(page.getByText(OTHER_MANAGER)).toHaveCount(0)
  await expectAccessible(page)
  await expectNoSuchPage(page, `${PROGRAMME}/assessments/${assessment!.id}`, OTHER_COMPANY)
  await expectNoSuchPage(page, `${PROGRAMME}/assessments/${assessment!.id}/answer`, OTHER_COMPANY)
  for (const part of [
    'occasions',
    'results',
    'plan',
    'sessions',
    'key-figures',
    'reports',
    'people',
    'group',
    'size',
  ]) {
    const { status } = await refusal(page, `${PROGRAMME}/companies/${id}/${part}`)
    expect({ part, refused: status === 404 || status === 403 }).toEqual({ part, refused: true })
  }
  await coach.close()
})

test('a self-assessment is not done, and an assessment not submitted, while something is open', async ({ browser }) => {
  const manager = await visitor(browser, { size: PHONE })
  await signInAs(manager.page, OTHER_MANAGER)
  const [own] = await assessmentsOf(manager.page, (await ownCompany(manager.page)).id)
  await manager.page.goto(`${PROGRAMME}/assessments/${own!.id}/answer?part=overview`)
  await expect(manager.page.getByText(/frågor är kvar/)).toBeVisible()
  await expect(manager.page.getByRole('button', { name: 'Jag är klar' })).toHaveCount(0)
  await expectRefused(manager.page, `${PROGRAMME}/assessments/${own!.id}/answering/complete`)
  await manager.close()

  const coach = await visitor(browser)
  const { page } = coach
  await signInAs(page, COACH)
  const [company] = await companiesOfCoach(page)
  const open = await startAssessment(page, company!.id, 'digitalisation')
  await page.goto(`${PROGRAMME}/assessments/${open}`)
  await expect(page.getByText('Det här är kvar:')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Lämna in mätningen' })).toBeDisabled()
  await expectAccessible(page)
  await expectRefused(page, `${PROGRAMME}/assessments/${open}/submit`)
  await coach.close()
})

async function expectRefused(page: Page, address: string): Promise<void> {
  const reply = await page.request.post(`/api${address}`, { headers: { 'x-stegvis-csrf': '1' }, data: {} })
  expect(reply.status(), await reply.text()).toBe(409)
  expect(await reply.json()).toMatchObject({ type: expect.stringContaining('assessment-incomplete') })
}
