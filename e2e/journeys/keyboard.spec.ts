import { expect, type Locator, type Page, test } from '@playwright/test'
import { signInAs, visitor } from '../support/people.ts'
import { PROGRAMME } from '../support/records.ts'

const MEMBER = 'Sofia Hasselhamre'
const STOPS = 60

/** Presses Tab until the focus is on one of them: fails when the keyboard does not get there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stops = 0; stops < STOPS; stops++) {
    await page.keyboard.press('Tab')
    if ((await target.and(page.locator(':focus')).count()) > 0) return
  }
  throw new Error(`The keyboard does not reach ${target}`)
}

/** With the arrows within the group of radio buttons that the focus is in, the short way. */
async function arrowTo(page: Page, radio: Locator): Promise<void> {
  // Where none is chosen, Tab comes to the first one, and the space bar chooses it.
  await press(page, 'Space')
  const isBefore = await radio.evaluate(
    (one) => one.compareDocumentPosition(document.activeElement!) === Node.DOCUMENT_POSITION_FOLLOWING,
  )
  for (let moves = 0; moves < 6 && !(await radio.isChecked()); moves++) {
    await press(page, isBefore ? 'ArrowUp' : 'ArrowDown')
  }
  await expect(radio).toBeChecked()
  await expect(radio).toBeFocused()
}

/** A choice shows once it is kept on the device. */
async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  await expect(page.locator(':focus')).toBeChecked()
}

test('a self-assessment is answered from sign-in to thanks without a mouse', async ({ browser }) => {
  test.slow()
  const member = await visitor(browser)
  const { page } = member
  await page.goto('/sign-in')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await tabTo(page, page.locator('summary', { hasText: 'Fler roller' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: MEMBER }))
  await page.keyboard.press('Enter')
  await page.waitForURL('**/home')
  await tabTo(page, page.getByRole('link', { name: 'Fortsätt svara' }))
  await page.keyboard.press('Enter')
  await page.waitForURL('**/answer**')
  await expect(page.getByText('Del 2 av 6')).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Översikt' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: /^Flöde och ledtid/ }))
  await page.keyboard.press('Enter')

  for (const [at, level] of [2, 3, 1, 2, 4, 2].entries()) {
    await expect(page.getByText(`Del ${at + 1} av 6`)).toBeVisible()
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused()
    await pick(page, level, at === 0 ? 'arrows' : 'digits')
    await answerStatements(page, level)
    await tabTo(page, page.getByRole('button', { name: 'Nästa' }))
    await page.keyboard.press('Enter')
  }
  await expect(page.getByText('Du har svarat på allt')).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Jag är klar' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Tack för dina svar!')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Tack för dina svar!')).toBeVisible()
  await member.close()
})

async function pick(page: Page, level: number, by: 'arrows' | 'digits'): Promise<void> {
  const radio = page.locator(`input[data-level="${level}"]`)
  if (by === 'digits') {
    await page.keyboard.press(String(level))
    await expect(radio).toBeChecked()
    await expect(radio).toBeFocused()
    return
  }
  await tabTo(page, page.locator('input[data-level]'))
  await arrowTo(page, radio)
}

/** Yes to the first two statements and no to the others, as far as there are any on this rung. */
async function answerStatements(page: Page, level: number): Promise<void> {
  const statements = page.locator('fieldset').filter({ has: page.getByRole('radio', { name: 'Ja', exact: true }) })
  await expect(statements.first()).toBeVisible()
  const count = await statements.count()
  for (let at = 0; at < count; at++) {
    const statement = statements.nth(at)
    await tabTo(page, statement.getByRole('radio'))
    await arrowTo(page, statement.getByRole('radio', { name: level > 1 && at < 2 ? 'Ja' : 'Nej', exact: true }))
  }
}

test('companies are chosen in the list with the space bar, and let go again', async ({ browser }) => {
  const office = await visitor(browser)
  const { page } = office
  await signInAs(page, 'Ingrid Ekhamre')
  await page.goto(`${PROGRAMME}/companies`)
  const boxes = page.getByRole('checkbox', { name: /^Välj \S/ })
  await tabTo(page, boxes.first())
  await press(page, 'Space')
  await expect(page.getByText('1 företag valt')).toBeVisible()
  await tabTo(page, boxes.nth(1))
  await press(page, 'Space')
  await expect(page.getByText('2 företag valda')).toBeVisible()
  await page.keyboard.press('Space')
  await expect(boxes.nth(1)).not.toBeChecked()
  await expect(page.getByText('1 företag valt')).toBeVisible()
  await office.close()
})
