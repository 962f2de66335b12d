import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import {
  equivalentJsonSchema,
  equivalentResultJsonSchema,
} from '../packages/core/src/aid/de-minimis/equivalent/equivalent-file.ts'
import { gateJsonSchema, gateResultJsonSchema } from '../packages/core/src/aid/de-minimis/gate/gate-file.ts'
import { headroomJsonSchema, headroomResultJsonSchema } from '../packages/core/src/aid/de-minimis/headroom-file.ts'
import { valueJsonSchema, valueResultJsonSchema } from '../packages/core/src/aid/de-minimis/value/value-file.ts'
import { smeQuestionJsonSchema, smeStatusJsonSchema } from '../packages/core/src/aid/size/json-schema.ts'
import { idAnswerJsonSchema, idQuestionJsonSchema } from '../packages/core/src/identity/check.ts'
import { crosswalkJsonSchema, parseCrosswalk } from '../packages/core/src/models/crosswalk.ts'
import { printCrosswalks } from '../packages/core/src/models/crosswalk-table.ts'
import { modelJsonSchema, printJsonSchema } from '../packages/core/src/models/json-schema.ts'
import { answersJsonSchema } from '../packages/core/src/models/ladder-command.ts'
import { parseModel } from '../packages/core/src/models/parse.ts'
import { type ContentFile, checkPublished, publishedManifest } from '../packages/core/src/models/published.ts'
import { treeAnswersJsonSchema } from '../packages/core/src/models/tree/answers-file.ts'
import { treeJsonSchema } from '../packages/core/src/models/tree/json-schema.ts'
import { treeScoreJsonSchema } from '../packages/core/src/models/tree/score-file.ts'
import { listFiles, ROOT } from './sources.ts'

const MANIFEST = path.join(ROOT, 'content/published.sha256')

/** Writes the JSON Schemas of the formats and the page of crosswalks, and adds new versions to what is published. */
export function main(): void {
  writeSchemas()
  const files = filesOf('content/models')
  writeCrosswalks(files)
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

function writeSchemas(): void {
  const schemas = {
    'models/stegvis-model-1': modelJsonSchema(),
    'models/stegvis-model-2': treeJsonSchema(),
    'models/answers-1': answersJsonSchema(),
    'models/answers-2': treeAnswersJsonSchema(),
    'models/score-2': treeScoreJsonSchema(),
    'crosswalks/stegvis-crosswalk-1': crosswalkJsonSchema(),
    'aid/aid-headroom-1': headroomJsonSchema(),
    'aid/aid-headroom-result-1': headroomResultJsonSchema(),
    'aid/aid-equivalent-1': equivalentJsonSchema(),
    'aid/aid-equivalent-result-1': equivalentResultJsonSchema(),
    'aid/aid-value-1': valueJsonSchema(),
    'aid/aid-value-result-1': valueResultJsonSchema(),
    'aid/aid-gate-1': gateJsonSchema(),
    'aid/aid-gate-result-1': gateResultJsonSchema(),
    'aid/sme-1': smeQuestionJsonSchema(),
    'aid/sme-status-1': smeStatusJsonSchema(),
    'classifications/id-1': idQuestionJsonSchema(),
    'classifications/id-answer-1': idAnswerJsonSchema(),
  }
  for (const [name, schema] of Object.entries(schemas)) {
    fs.writeFileSync(path.join(ROOT, `content/${name}.schema.json`), printJsonSchema(schema))
  }
}

/** Skips a file with errors: the tests tell of them. */
function writeCrosswalks(modelFiles: readonly ContentFile[]): void {
  const models = modelFiles.flatMap((file) => {
    const parsed = parseModel(file.text, file.path)
    return parsed.ok ? [parsed.model] : []
  })
  const crosswalks = filesOf('content/crosswalks').flatMap((file) => {
    const parsed = parseCrosswalk(file.text, file.path, models)
    return parsed.ok ? [parsed.crosswalk] : []
  })
  fs.writeFileSync(path.join(ROOT, 'docs/crosswalks.md'), printCrosswalks(crosswalks, models))
}

function filesOf(folder: string): ContentFile[] {
  return listFiles(folder, /\.yaml$/)
    .sort()
    .map((file) => ({
      path: path.posix.relative('content', file),
      text: fs.readFileSync(path.join(ROOT, file), 'utf8'),
    }))
}
