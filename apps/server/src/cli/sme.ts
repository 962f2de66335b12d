import { readFileSync } from 'node:fs'
import path from 'node:path'
import { inputFaults } from '@stegvis/core/aid/input.ts'
import { parseSmeDefinitions } from '@stegvis/core/aid/size/definition.ts'
import { answerSmeQuestion } from '@stegvis/core/aid/size/question.ts'
import { refuseInput } from '@stegvis/core/models/refusal.ts'
import { CONTENT } from '../paths.ts'
import { CommandError, printJson, readJson, refusal } from './command.ts'
import { readRateFiles } from './rates.ts'
import { readWords } from './words.ts'

const USAGE = `stegvis sme classify FILE [--rates FILE]... [--month YYYY-MM]

FILE is JSON, a dash reads standard input; the answer is JSON. An example is docs/sme-example.json, its answer
docs/sme-status-example.json. --rates takes files as “stegvis rates” does. What is computed: docs/sme.md.`

const OPTIONS = { rates: { type: 'string', multiple: true }, month: { type: 'string' } } as const

/** The size of an enterprise with its group, by content/aid/sme-definition.yaml; no database. */
export async function sme([name, ...words]: readonly string[]): Promise<void> {
  const { values, positionals } = readWords(words, OPTIONS, USAGE)
  const [file] = positionals
  if (name !== 'classify' || !file || positionals.length !== 1) throw new CommandError(USAGE)
  const rates = await readRateFiles(values.rates ?? [], values.month)
  const definitions = parseSmeDefinitions(readFileSync(path.join(CONTENT, 'aid/sme-definition.yaml'), 'utf8'))
  const reading = answerSmeQuestion(await readJson(file), definitions, rates)
  if (!reading.ok) throw refusal(refuseInput(inputFaults(reading.faults)))
  printJson(reading.value)
}
