import { existsSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Browser as Launched } from '@playwright/test'

/** How to start the browser the journeys run in. */
export type Browser = { executablePath: string; args: string[]; env: Record<string, string | undefined> }

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
]

/**
 * CHROMIUM_PATH, else an installed Chromium or Chrome, else Playwright's own, else the one that comes as a
 * package for Linux. Throws one line that says what to do; journeys are never skipped for want of a browser.
 */
export async function findBrowser(): Promise<Browser> {
  const executablePath = named() ?? installed() ?? playwrights() ?? (await packaged())
  if (executablePath === undefined) {
    throw new Error('No browser for the journeys: install Chromium, or set CHROMIUM_PATH to one.')
  }
  // The sandbox of Chromium refuses to run as root, as containers and build machines do.
  const root = process.getuid?.() === 0
  // A build machine may have no locale, and then Chromium cannot write å, ä and ö in the name of a file.
  const env = process.platform === 'linux' ? { ...process.env, LC_ALL: 'C.UTF-8' } : process.env
  return { executablePath, args: root ? ['--no-sandbox', '--disable-dev-shm-usage'] : [], env }
}

/** Starts it, for scripts that are no tests. */
export async function launchBrowser(): Promise<Launched> {
  return chromium.launch(await findBrowser())
}

function named(): string | undefined {
  const given = process.env.CHROMIUM_PATH
  if (given && !existsSync(given)) throw new Error(`CHROMIUM_PATH is ${given}, and there is no such file.`)
  return given || undefined
}

function installed(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  const candidates = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return [...candidates, ...PLACES].find((file) => existsSync(file))
}

function playwrights(): string | undefined {
  const file = chromium.executablePath()
  return existsSync(file) ? file : undefined
}

async function packaged(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  try {
    const { default: bundle } = await import('@sparticuz/chromium')
    return await bundle.executablePath()
  } catch {
    return undefined // an optional dependency: not being there is one of the cases
  }
}
