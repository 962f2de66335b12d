import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { printModel } from './print.ts'
import { checkPublished, publishedManifest } from './published.ts'
import { testModel } from './test-model.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const file = (path: string, changes = {}) => ({ path, text: printModel(testModel(['flow'], changes)) })

const one = file('models/b/1.0.0.yaml')
const two = file('models/a/1.0.0.yaml')
const draft = file('models/c/0.1.0.yaml', { status: 'draft' })
const manifest = publishedManifest([one, two, draft], sha256)

test('lists what is published, as sha256sum writes it', () => {
  expect(manifest).toBe(`${sha256(two.text)}  models/a/1.0.0.yaml\n${sha256(one.text)}  models/b/1.0.0.yaml\n`)
  expect(checkPublished(manifest, [one, two, draft], sha256)).toEqual([])
})

test('a published file that changes, disappears or is not listed is told', () => {
  const changed = { ...one, text: `${one.text}# a word\n` }
  const added = file('models/d/1.0.0.yaml')
  expect(checkPublished(manifest, [changed, added], sha256)).toEqual([
    { path: 'models/a/1.0.0.yaml', fault: 'gone' },
    { path: 'models/b/1.0.0.yaml', fault: 'changed' },
    { path: 'models/d/1.0.0.yaml', fault: 'not-listed' },
  ])
})
