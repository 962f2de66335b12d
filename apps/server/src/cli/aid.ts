import { readFileSync } from 'node:fs'
import path from 'node:path'
import { equivalentOfFile } from '@stegvis/core/aid/de-minimis/equivalent/equivalent-file.ts'
import { gateOfFile } from '@stegvis/core/aid/de-minimis/gate/gate-file.ts'
import { headroomOfFile } from '@stegvis/core/aid/de-minimis/headroom-file.ts'
import { type DeMinimisLaw, parseDeMinimisLaw } from '@stegvis/core/aid/de-minimis/law.ts'
import { valueOfFile } from '@stegvis/core/aid/de-minimis/value/value-file.ts'
import { inputFaults, type Reading } from '@stegvis/core/aid/input.ts'
import { refuseInput } from '@stegvis/core/models/refusal.ts'
import { AID } from '../paths.ts'
import { CommandError, printJson, readJson, refusal } from './command.ts'
import { readWords } from './words.ts'

const USAGE = `stegvis aid headroom FILE
stegvis aid value FILE
stegvis aid equivalent FILE
stegvis aid gate FILE

FILE is JSON, a dash reads standard input; the answer is JSON. Examples: docs/aid-headroom-example.json,
docs/aid-value-example.json, docs/aid-equivalent-example.json and docs/aid-gate-example.json. What is computed, and by which article: docs/aid.md.`

const ANSWERS: Readonly<Record<string, (law: DeMinimisLaw, input: unknown) => Reading<unknown>>> = {
  headroom: headroomOfFile,
  value: valueOfFile,
  equivalent: equivalentOfFile,
  gate: gateOfFile,
}

/** De minimis aid, by the law of content/aid; no database. */
export async function aid(words: readonly string[]): Promise<void> {
  const { positionals } = readWords(words, {}, USAGE)
  const [name = '', file] = positionals
  const answer = Object.hasOwn(ANSWERS, name) ? ANSWERS[name] : undefined
  if (!answer || !file || positionals.length !== 2) throw new CommandError(USAGE)
  const read = (content: string) => readFileSync(path.join(AID, content), 'utf8')
  const law = parseDeMinimisLaw(read('de-minimis.yaml'), read('public-holidays.yaml'))
  const reading = answer(law, await readJson(file))
  if (!reading.ok) throw refusal(refuseInput(inputFaults(reading.faults)))
  printJson(reading.value)
}
