import { expect, type Locator, type Page, test } from '@playwright/test'
import { expectAccessible, expectAccessibleLightAndDark, PHONE, signInAs, visitor } from '../support/people.ts'
import { ownCompany, PROGRAMME } from '../support/records.ts'

/**
 * A company tells who owns it, from a phone; the lead of its sub-project sees the picture, fills in the accounts that
 * are missing, freezes the size on the day that counts, and decides what the rules leave to a person.
 */
test.describe.configure({ mode: 'serial' })

const MANAGER = 'Sofia Klippmyr'
const LEAD = 'Anders Vävarlid'
const OFFICE = 'Ingrid Ekhamre'
const PARENT = 'Vävarnas Holding AB'
const PARTNER = 'Sjuhäradsfonden Drift AB'
const REASON = 'Köpet gick igenom i år, och företaget leds som förut.'

let company: { id: string; name: string }

async function typeDay(dialog: Locator, label: string, day: string): Promise<void> {
  await dialog.getByRole('group', { name: label }).getByRole('spinbutton').first().click()
  await dialog.page().keyboard.type(day.replaceAll('-', ''))
}

type Owner = { name: string; number?: string; share: string; from?: string }

async function fillOwner(page: Page, { name, number, share, from }: Owner): Promise<Locator> {
  await page.getByRole('button', { name: 'Lägg till ägare' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Företag', { exact: true }).click()
  await dialog.getByLabel('Företagets eller organisationens namn').fill(name)
  if (number) await dialog.getByLabel(/^Organisationsnummer/).fill(number)
  await dialog.getByLabel('Ägd andel i procent').fill(share)
  if (from) {
    await dialog.getByText('Röster och datum').click()
    await typeDay(dialog, 'Från och med', from)
  }
  return dialog
}

const owners = (page: Page) => page.getByRole('list', { name: 'Ägare', exact: true }).getByRole('listitem')

async function openOwners(page: Page): Promise<void> {
  await page.goto(`${PROGRAMME}/companies/${company.id}/owners`)
  await expect(page.getByRole('heading', { level: 2, name: 'Storlek', exact: true })).toBeVisible()
}

test('the manager says who owns the company, on a phone', async ({ browser }) => {
  const manager = await visitor(browser, { size: PHONE })
  const { page } = manager
  await signInAs(page, MANAGER)
  company = await ownCompany(page)
  await page.getByRole('link', { name: 'Vår ägarbild' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Vår ägarbild' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: 'Vem äger er?' })).toBeVisible()
  await expectAccessible(page)

  const dialog = await fillOwner(page, { name: PARENT, number: '559999-0009', share: '160', from: '2026-03-01' })
  await expectAccessibleLightAndDark(page)
  await dialog.getByRole('button', { name: 'Spara' }).click()
  await expect(dialog.getByText('Skriv en andel mellan 0 och 100 procent.')).toBeVisible()
  await dialog.getByLabel('Ägd andel i procent').fill('60')
  await dialog.getByRole('button', { name: 'Spara' }).click()
  await expect(dialog.getByText('Numret är inget nummer för SE.')).toBeVisible()
  await dialog.getByLabel(/^Organisationsnummer/).fill('')
  await dialog.getByRole('button', { name: 'Spara' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(owners(page)).toHaveCount(1)

  await fillOwner(page, { name: PARTNER, share: '30,5' })
  await dialog.getByRole('button', { name: 'Spara' }).click()
  await expect(owners(page)).toHaveCount(2)
  await expect(owners(page).filter({ hasText: PARTNER })).toContainText(/30,5\s%/)

  await page.getByRole('button', { name: `Fler val för ${PARTNER}` }).click()
  await page.getByRole('menuitem', { name: 'Ta bort ur ägarbilden' }).click()
  await expect(owners(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'Ångra' }).click()
  await expect(owners(page)).toHaveCount(2)
  await expect(page.getByRole('img', { name: new RegExp(`Ägarbild för ${company.name}`) })).toBeVisible()
  await expectAccessibleLightAndDark(page)
  await manager.close()
})

test('the lead sees the picture and both readings of it, never mixed', async ({ browser }) => {
  const lead = await visitor(browser)
  const { page } = lead
  await signInAs(page, LEAD)
  await openOwners(page)
  const picture = page.getByRole('img', { name: new RegExp(`Ägarbild för ${company.name}`) })
  await expect(picture).toHaveAccessibleName(new RegExp(`${PARENT} över ${company.name}: 60\\s% av rösterna`))
  await page.getByText('Visa som tabell').first().click()
  await expect(page.getByRole('row', { name: new RegExp(`${PARTNER}.*30,5`) }).first()).toBeVisible()

  const sme = page.getByRole('list', { name: 'SMF-gruppen' })
  await expect(sme.getByRole('listitem').filter({ hasText: PARENT })).toContainText('räknas helt')
  await expect(sme.getByRole('listitem').filter({ hasText: PARTNER })).toContainText(/räknas med 30,5\s%/)
  const undertaking = page.getByRole('list', { name: 'Ett enda företag (försumbart stöd)' })
  await expect(undertaking).toContainText(PARENT)
  await expect(undertaking).not.toContainText(PARTNER)
  await page.getByText(/^Alla uppgifter \(2\)$/).click()
  await expect(page.getByRole('table', { name: 'Alla uppgifter om ägandet' })).toContainText(`${MANAGER} (företaget)`)
  await expectAccessibleLightAndDark(page)
  await lead.close()
})

test('the lead fills in what is missing, freezes the size and decides what is left open', async ({ browser }) => {
  const lead = await visitor(browser)
  const { page } = lead
  await signInAs(page, LEAD)
  await openOwners(page)
  await expect(page.getByText('Går inte att säga än: uppgifter saknas')).toBeVisible()
  const missing = page.getByRole('button', { name: /^Fyll i räkenskaper för/ })
  for (let left = await missing.count(); left > 0; left = await missing.count()) {
    const isParent = (await missing.first().getAttribute('aria-label'))?.includes(PARENT)
    await fillAccounts(page, missing.first(), isParent ? [400, 900_000_000, 700_000_000] : [20, 30_000_000, 15_000_000])
    // A year that is known stands for earlier ones that nobody has.
    await expect.poll(() => missing.count()).toBeLessThan(left)
  }
  await expect(page.getByText('Reglerna räcker inte: en person avgör')).toBeVisible()
  await expect(page.getByText('Ägarna har ändrats.').first()).toBeVisible()
  await expectAccessibleLightAndDark(page)

  await page.getByRole('button', { name: 'Fastställ storleken' }).click()
  const dialog = page.getByRole('dialog')
  await dialog
    .getByText(/^Ansökan/)
    .first()
    .click()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Fastställ storleken' }).click()
  const frozen = page.getByRole('table', { name: 'Fastställd storlek' })
  await expect(frozen).toContainText('Väntar på avgörande')

  await frozen.getByRole('button', { name: /^Avgör storleken/ }).click()
  await dialog.getByText('Företaget får delta', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Avgör', exact: true }).click()
  await expect(dialog.getByText('Skriv ett skäl.')).toBeVisible()
  await dialog.getByLabel('Skäl').fill(REASON)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Avgör', exact: true }).click()
  await expect(frozen).toContainText('Får delta')
  await expect(frozen).toContainText(REASON)

  await frozen.getByRole('button', { name: /^Visa storleken/ }).click()
  await expect(dialog).toContainText(PARTNER)
  await expectAccessibleLightAndDark(page)
  await lead.close()
})

async function fillAccounts(page: Page, button: Locator, [awu, turnover, balance]: number[]): Promise<void> {
  await button.click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Årsarbetskrafter').fill(String(awu))
  await dialog.getByLabel('Nettoomsättning').fill(String(turnover))
  await dialog.getByLabel('Balansomslutning').fill(String(balance))
  await dialog.getByRole('button', { name: 'Spara' }).click()
  await expect(dialog).toHaveCount(0)
}

test('the company sees what was decided, and all that has happened', async ({ browser }) => {
  const manager = await visitor(browser, { size: PHONE, dark: true })
  const { page } = manager
  await signInAs(page, MANAGER)
  await page.goto(`${PROGRAMME}/owners`)
  await expect(page.getByRole('table', { name: 'Fastställd storlek' })).toContainText('Får delta')
  await expect(page.getByRole('button', { name: 'Fastställ storleken' })).toHaveCount(0)
  await page.getByText('Alla uppgifter (2)').click()
  await page.getByRole('link', { name: 'Se allt som har ändrats' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('Avgjort att företaget får delta')).toBeVisible()
  await expect(page.getByText(new RegExp(`Uppgift om ägande lades till: .*${PARTNER}.*30,5`))).toBeVisible()
  await manager.close()
})

test('the office reads rates from a published file, and is told what is wrong in another', async ({ browser }) => {
  const office = await visitor(browser)
  const { page } = office
  await signInAs(page, OFFICE)
  await page.getByRole('link', { name: 'Valutakurser' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Valutakurser' })).toBeVisible()
  const choose = (text: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: 'rates.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await choose('Date,SEK,\n2019-03-29,abc,\n')
  await expect(page.getByText('Rad 2: ”abc” är ingen kurs för SEK.')).toBeVisible()
  await expectAccessibleLightAndDark(page)
  await choose('Date,SEK,\n2019-03-29,10.3980,\n')
  await expect(page.getByText('Kurserna är inlästa')).toBeVisible()
  await page
    .getByRole('button', { name: /^Ta tillbaka .*inläst/ })
    .first()
    .click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Ta tillbaka' }).click()
  await expect(page.getByText('Inläsningen är tillbakatagen.')).toBeVisible()
  await expectAccessible(page)
  await office.close()
})
