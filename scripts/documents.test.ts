import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { listFiles, ROOT } from './sources.ts'

const documents = listFiles('', /\.md$/).filter((file) => !file.startsWith('content/'))

const TOP = new Set(fs.readdirSync(ROOT).filter((name) => fs.statSync(path.join(ROOT, name)).isDirectory()))
/** Not in the clone: made by use. */
const MADE = /^(data|node_modules|dist)(\/|$)|\/(node_modules|dist|test-results|results)(\/|$)/

/** Paths written as code, where they start with a folder of the clone and name one thing. */
function mentionedPaths(text: string): string[] {
  const prose = text.replace(/^```.*?^```/gms, '')
  const code = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, inside]) => inside!)
  return code.filter((word) => /^[\w.@-]+\/[\w./@-]*$/.test(word) && TOP.has(word.split('/')[0]!) && !MADE.test(word))
}

function linkedFiles(text: string): string[] {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, address]) => address!)
  return links.filter((address) => !/^([a-z]+:|#)/.test(address)).map((address) => address.split('#')[0]!)
}

test('there are documents to check', () => {
  expect(documents).toContain('ARCHITECTURE.md')
  expect(
    documents.flatMap((file) => mentionedPaths(fs.readFileSync(path.join(ROOT, file), 'utf8'))).length,
  ).toBeGreaterThan(10)
})

test.each(documents)('%s: the paths and links it names exist', (file) => {
  const text = fs.readFileSync(path.join(ROOT, file), 'utf8')
  const missing = [
    ...mentionedPaths(text).filter((name) => !fs.existsSync(path.join(ROOT, name))),
    ...linkedFiles(text).filter((link) => !fs.existsSync(path.join(ROOT, path.dirname(file), link))),
  ]
  expect(missing).toEqual([])
})
