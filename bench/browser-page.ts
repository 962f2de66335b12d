import type { launchBrowser } from '../e2e/support/browser.ts'
import type { Visitor } from '../e2e/support/people.ts'

export type Browser = Awaited<ReturnType<typeof launchBrowser>>
export type Page = Visitor['page']

/**
 * Milliseconds from the press of an element until the last of these has been on the screen, one after the other,
 * and the screen is drawn. The press is made in the page, so that no wire to the browser is in the figure, and
 * without the head start that a pointer on its way gives.
 */
export function timePress(page: Page, press: string, until: readonly string[]): Promise<number> {
  return page.evaluate(untilDrawn, { press, until: [...until] })
}

/** Milliseconds from the start of a load until this has been on the screen and the screen is drawn. */
export async function timeLoad(page: Page, address: string, until: string): Promise<number> {
  await page.goto(address, { waitUntil: 'commit' })
  return page.evaluate(untilDrawn, { press: null, until: [until] })
}

type Watch = { press: string | null; until: string[] }

/** Runs in the page, and so knows nothing of this file. */
function untilDrawn({ press, until }: Watch): Promise<number> {
  const LIMIT_MS = 20_000
  return new Promise((resolve, reject) => {
    // The clock of a page begins with its load.
    const start = press === null ? 0 : performance.now()
    const left = [...until]
    const observer = new MutationObserver(look)
    const limit = setTimeout(() => reject(new Error(`${left[0]} does not show on ${location.pathname}`)), LIMIT_MS)
    function look() {
      while (left[0] !== undefined && document.querySelector(left[0])) left.shift()
      if (left.length > 0) return
      observer.disconnect()
      clearTimeout(limit)
      // A task that is queued before a frame is drawn runs after it.
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)))
    }
    observer.observe(document, { subtree: true, childList: true, attributes: true })
    if (press === null) return look()
    document.querySelector<HTMLElement>(press)!.click()
  })
}

/** Leaves the device with the application, as the first visit does, and with none of what was read. */
export async function forgetData(page: Page): Promise<void> {
  // Nothing of the application runs here, which would hold its database open.
  await page.goto('/healthz')
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      await new Promise<unknown>((resolve) => {
        const request = indexedDB.deleteDatabase(name!)
        request.onsuccess = resolve
        request.onblocked = resolve
      })
    }
  })
}

export type FirstLoad = { fonts: number; others: number }

/** Bytes with headers, as they travelled, until nothing more is asked for; in a browser that was never here. */
export async function bytesOfFirstLoad(browser: Browser, address: string): Promise<FirstLoad> {
  const context = await browser.newContext({ locale: 'sv-SE' })
  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  await network.send('Network.enable')
  const types = new Map<string, string>()
  const bytes: FirstLoad = { fonts: 0, others: 0 }
  network.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes[types.get(requestId) === 'Font' ? 'fonts' : 'others'] += encodedDataLength
  })
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
  await context.close()
  return bytes
}
