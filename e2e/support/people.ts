import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'

export const PHONE = { width: 390, height: 844 }
export const DESKTOP = { width: 1280, height: 900 }

export type Visitor = { page: Page; context: BrowserContext; close(): Promise<void> }

type Look = { size?: { width: number; height: number }; language?: 'sv' | 'en'; dark?: boolean }

/**
 * A browser of somebody's own. Closing it fails the test when the page reported an error nobody expected,
 * or was stopped by its content security policy.
 */
export async function visitor(browser: Browser, look: Look = {}): Promise<Visitor> {
  const { size = DESKTOP, language = 'sv', dark = false } = look
  const context = await browser.newContext({
    viewport: size,
    locale: language === 'sv' ? 'sv-SE' : 'en-GB',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    ...(size === PHONE ? { hasTouch: true, isMobile: true } : {}),
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    // The browser logs each refused request; the journeys check those on the page.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(message.text())
  })
  return {
    page,
    context,
    close: async () => {
      await context.close()
      expect(faults, 'errors in the console').toEqual([])
    },
  }
}

/** Signs in as a person of the demonstration, by name, from the list on the sign-in page. */
export async function signInAs(page: Page, name: string | RegExp): Promise<void> {
  await page.goto('/sign-in')
  const person = page.getByRole('button', { name, includeHidden: true }).first()
  await person.waitFor({ state: 'attached' })
  if (!(await person.isVisible())) await page.getByText(/^(Fler roller|More roles)$/).click()
  await person.click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

const OF_WHOLE_PAGES = ['landmark-one-main', 'page-has-heading-one']
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** No rule of WCAG 2.2 AA that a machine can check is broken on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached()
  // A target half under the sticky bar is a matter of where the page is scrolled, not of its size.
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }))
  await expectNoViolation(page, (axe) => axe.withTags(RULES))
}

/** The same, and the contrast of everything when the device is dark as well. */
export async function expectAccessibleLightAndDark(page: Page): Promise<void> {
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNoViolation(page, (axe) => axe.withRules('color-contrast'))
  await page.emulateMedia({ colorScheme: 'light' })
}

async function expectNoViolation(page: Page, choose: (axe: AxeBuilder) => AxeBuilder): Promise<void> {
  // React Aria speaks through nodes of its own, which outlive for a moment what they were named by. No page has
  // frames, so that the mode without an extra page for them will do.
  const axe = new AxeBuilder({ page }).exclude('[data-live-announcer]').setLegacyMode(true)
  // Behind an open dialog the page is hidden from screen readers, its heading and landmarks with it.
  const isModal = (await page.getByRole('dialog').or(page.getByRole('alertdialog')).count()) > 0
  const { violations } = await choose(axe.disableRules(isModal ? OF_WHOLE_PAGES : [])).analyze()
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('; ')}`,
  )
  expect(found, `on ${new URL(page.url()).pathname}`).toEqual([])
}
