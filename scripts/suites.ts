import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export const ROOT = path.resolve(import.meta.dirname, '..')

/** What a suite found. `skipped` says why it did not run; `output` is worth reading when something failed. */
export type Outcome = { passed: number; failed: number; skipped?: string; output: string }
export type Suite = { name: string; run(): Promise<Outcome> }

const LIMIT_MS = 10 * 60_000

/** Runs a program to its end; what it printed, in order. A program that takes too long is stopped and has failed. */
export async function execute(
  program: string,
  words: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<{ code: number; output: string }> {
  const child = spawn(program, words, {
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, NO_COLOR: '1', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text: string) => {
      output += text
    })
  }
  const limit = setTimeout(() => {
    output += `\nstopped after ${LIMIT_MS / 60_000} minutes`
    child.kill()
  }, LIMIT_MS)
  const code = await new Promise<number>((resolve) => {
    child.on('error', (error) => {
      output += error.message
      resolve(1)
    })
    child.on('close', (status) => resolve(status ?? 1))
  })
  clearTimeout(limit)
  return { code, output }
}

/** A program of the dependencies, run on this Node. */
function installed(file: string, words: readonly string[], options?: Parameters<typeof execute>[2]) {
  return execute(process.execPath, [path.join(ROOT, 'node_modules', file), ...words], options)
}

/** Several programs that count as one check. */
async function all(runs: ReadonlyArray<Promise<{ code: number; output: string }>>): Promise<Outcome> {
  const results = await Promise.all(runs)
  const failed = results.some(({ code }) => code !== 0)
  return { passed: failed ? 0 : 1, failed: failed ? 1 : 0, output: results.map(({ output }) => output).join('') }
}

const TYPE_CHECKED = [
  'packages/core',
  'packages/core/tsconfig.test.json',
  'apps/server',
  'apps/web',
  'apps/web/tsconfig.test.json',
  'e2e',
  'bench',
]

export const types: Suite = {
  name: 'types',
  run: () => all(TYPE_CHECKED.map((project) => installed('typescript/bin/tsc', ['--pretty', 'false', '-p', project]))),
}

export const lint: Suite = {
  name: 'lint',
  run: () => all([installed('@biomejs/biome/bin/biome', ['check', '--diagnostic-level=warn', '--error-on-warnings'])]),
}

/** No file, export or dependency that nothing uses. */
export const unused: Suite = {
  name: 'unused',
  run: () => all([installed('knip/bin/knip.js', ['--no-progress'])]),
}

/** The types of the API client are those of openapi.json. */
export const client: Suite = {
  name: 'client',
  run: () => all([execute(process.execPath, [path.join(ROOT, 'tools/api-types/generate.mjs'), '--check'])]),
}

/** The public pages load fast on a phone: measured on the built application. */
export const size: Suite = {
  name: 'size',
  run: () => all([execute(process.execPath, [path.join(ROOT, 'apps/web/check-size.mjs')])]),
}

/** A project of vitest.config.ts. */
export function unit(name: string, project: string, env: NodeJS.ProcessEnv = {}): Suite {
  return {
    name,
    run: () =>
      withReport(async (report) => {
        const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
        const { code, output } = await installed('vitest/vitest.mjs', ['run', '--project', project, ...reporters], {
          env,
        })
        return counted(code, output, readReport<VitestReport>(report), countVitest)
      }),
  }
}

export const journeys: Suite = {
  name: 'e2e',
  run: () =>
    withReport(async (report) => {
      const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: report }
      const words = ['test', '--reporter=line,json']
      const { code, output } = await installed('@playwright/test/cli.js', words, { cwd: path.join(ROOT, 'e2e'), env })
      return counted(code, output, readReport<PlaywrightReport>(report), countPlaywright)
    }),
}

type Counts = { passed: number; failed: number }
type VitestReport = { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number }
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] }

/** A file that failed before its first test has no failed test, but has failed. */
function countVitest({ numPassedTests, numFailedTests, numFailedTestSuites }: VitestReport): Counts {
  return { passed: numPassedTests, failed: numFailedTests || numFailedTestSuites }
}

function countPlaywright({ stats, errors }: PlaywrightReport): Counts {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected || errors.length }
}

/** A suite that failed without a failed test, or ran no test at all, counts as one failure. */
function counted<R>(code: number, output: string, report: R | undefined, count: (report: R) => Counts): Outcome {
  const { passed, failed } = report ? count(report) : { passed: 0, failed: 0 }
  if (passed + failed === 0) return { passed, failed: 1, output: `${output}\nno test ran` }
  return { passed, failed: failed || (code === 0 ? 0 : 1), output }
}

function readReport<R>(file: string): R | undefined {
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as R) : undefined
}

async function withReport(work: (file: string) => Promise<Outcome>): Promise<Outcome> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stegvis-report-'))
  try {
    return await work(path.join(folder, 'report.json'))
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Runs suites one after the other and ends with the line `N passed, N failed` over all of them. The exit code is
 * set when anything failed.
 */
export async function runSuites(suites: readonly Suite[]): Promise<void> {
  const total = { passed: 0, failed: 0 }
  for (const { name, run } of suites) {
    const start = Date.now()
    const { passed, failed, skipped, output } = await run()
    total.passed += passed
    total.failed += failed
    if (failed > 0) console.log(output.trimEnd())
    const verdict =
      skipped === undefined ? `${passed} ok${failed > 0 ? `, ${failed} FAILED` : ''}` : `skipped: ${skipped}`
    console.log(`${name.padEnd(10)} ${((Date.now() - start) / 1000).toFixed(1).padStart(6)} s   ${verdict}`)
  }
  console.log(`${total.passed} passed, ${total.failed} failed`)
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1
}
