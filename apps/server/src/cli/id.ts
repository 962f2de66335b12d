import { readFileSync } from 'node:fs'
import path from 'node:path'
import { inputFaults } from '@stegvis/core/aid/input.ts'
import { checkIds, invalidLines } from '@stegvis/core/identity/check.ts'
import { parseClassification } from '@stegvis/core/identity/industry.ts'
import { refuseInput } from '@stegvis/core/models/refusal.ts'
import { parseGeography } from '@stegvis/core/programmes/geography.ts'
import { CONTENT } from '../paths.ts'
import { CommandError, printJson, readJson, refusal } from './command.ts'
import { readWords } from './words.ts'

const USAGE = `stegvis id check FILE

FILE is JSON, a dash reads standard input; the answer is JSON. An example is docs/id-example.json, its answer
docs/id-answer-example.json. Ends with 1 where something is not valid.`

const TABLES = ['nace-2', 'nace-2.1']

/** Company numbers, industry codes and municipalities; no database and no register is asked. */
export async function id([name, ...words]: readonly string[]): Promise<void> {
  const { positionals } = readWords(words, {}, USAGE)
  const [file] = positionals
  if (name !== 'check' || !file || positionals.length !== 1) throw new CommandError(USAGE)
  const read = (content: string) => readFileSync(path.join(CONTENT, content), 'utf8')
  const reading = checkIds(await readJson(file), {
    classifications: TABLES.map((table) => parseClassification(read(`classifications/${table}.yaml`))),
    geography: parseGeography(read('geography/se-municipalities.yaml')),
  })
  if (!reading.ok) throw refusal(refuseInput(inputFaults(reading.faults)))
  printJson(reading.value)
  if (!reading.value.valid) throw refusal(refuseInput(invalidLines(reading.value)))
}
