import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { answersJsonSchema } from '../packages/core/src/models/command.ts'
import { modelJsonSchema, printJsonSchema } from '../packages/core/src/models/json-schema.ts'
import { checkPublished, publishedManifest } from '../packages/core/src/models/published.ts'
import { listFiles, ROOT } from './sources.ts'

const MANIFEST = path.join(ROOT, 'content/published.sha256')

/** Writes the JSON Schemas of the formats, and adds new versions to the list of what is published. */
export function main(): void {
  const schemas = { 'stegvis-model-1': modelJsonSchema(), 'answers-1': answersJsonSchema() }
  for (const [name, schema] of Object.entries(schemas)) {
    fs.writeFileSync(path.join(ROOT, `content/models/${name}.schema.json`), printJsonSchema(schema))
  }
  const files = listFiles('content/models', /\.yaml$/).map((file) => ({
    path: path.posix.relative('content', file),
    text: fs.readFileSync(path.join(ROOT, file), 'utf8'),
  }))
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  const before = fs.existsSync(MANIFEST) ? fs.readFileSync(MANIFEST, 'utf8') : ''
  const broken = checkPublished(before, files, sha256).filter(({ fault }) => fault !== 'not-listed')
  if (broken.length > 0) {
    for (const { path: file, fault } of broken) {
      console.error(
        `content/${file} is published and has ${fault === 'gone' ? 'disappeared' : 'changed'}: make a new version.`,
      )
    }
    process.exitCode = 1
    return
  }
  fs.writeFileSync(MANIFEST, publishedManifest(files, sha256))
}
