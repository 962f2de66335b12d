import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const BOOTSTRAP = fs.readFileSync(path.join(import.meta.dirname, 'bootstrap.mjs'), 'utf8')
const INSTALLS = 'Installs what Stegvis is built on'

let root: string

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'stegvis-bootstrap-'))
  write('package.json', '{ "name": "clone", "version": "1.0.0", "type": "module" }')
  write('package-lock.json', lock('1.0.0'))
  write('scripts/bootstrap.mjs', BOOTSTRAP)
  write('scripts/runtime/package.json', '{ "optionalDependencies": {} }')
  write('scripts/hello.mjs', `import { run } from './bootstrap.mjs'\nawait run('scripts/hello.ts')\n`)
  write(
    'scripts/hello.ts',
    `export async function main(words: readonly string[]): Promise<void> {
       console.log('hello', ...words)
       process.exitCode = words.includes('fail') ? 3 : 0
     }`,
  )
})

afterEach(() => fs.rmSync(root, { recursive: true, force: true }))

function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  fs.writeFileSync(path.join(root, file), text)
}

/** Written as npm itself would not: it must be left as it is all the same. */
function lock(version: string): string {
  return `{"name":"clone","lockfileVersion":3,"packages":{"":{"name":"clone","version":"${version}"}}}`
}

function hello(...words: string[]) {
  const program = path.join(root, 'scripts/hello.mjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: os.tmpdir(),
    encoding: 'utf8',
  })
  return { status, said: stdout.trim(), told: stderr }
}

test('installs at the first run and not at the second', () => {
  const first = hello('there')
  expect(first).toMatchObject({ status: 0, said: 'hello there' })
  expect(first.told).toContain(INSTALLS)
  expect(hello('again')).toMatchObject({ status: 0, said: 'hello again', told: '' })
})

test('installs again when the lockfile is another, and leaves it as it is', () => {
  hello()
  write('package-lock.json', lock('1.0.1'))
  expect(hello().told).toContain(INSTALLS)
  expect(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')).toBe(lock('1.0.1'))
  expect(hello().told).toBe('')
})

test('an exit code comes through', () => {
  expect(hello('fail').status).toBe(3)
})

test('a failed installation is told in words, and tried again the next time', () => {
  write(
    'package.json',
    '{ "name": "clone", "type": "module", "dependencies": { "not-there": "file:./not-there.tgz" } }',
  )
  for (const { status, told } of [hello(), hello()]) {
    expect(status).toBe(1)
    expect(told).toContain('npm could not install')
    expect(told).not.toContain('bootstrap.mjs:')
  }
})

test('where no current Node can be fetched, one line says what to do', () => {
  write('scripts/bootstrap.mjs', BOOTSTRAP.replace('const NODE = 24', 'const NODE = 99'))
  const { status, told } = hello()
  expect(status).toBe(1)
  expect(told.trim()).toMatch(
    /^Stegvis needs Node 99 or newer, and this is [\d.]+: install it from https:\/\/nodejs\.org and start again\.$/,
  )
})
