import { checkModelFile, printModelErrors, scoreAnswersFile } from '@stegvis/core/models/command.ts'
import { CommandError, printJson, readJson, readText } from './command.ts'

const USAGE = `stegvis model check FILE
stegvis model score MODEL ANSWERS

FILE and MODEL are model files; ANSWERS is a file as docs/answers-example.json. A dash reads standard input.`

/** `model check` and `model score`: the same functions the server uses, over files. */
export async function model([name, ...words]: readonly string[]): Promise<void> {
  if (name === 'check' && words.length === 1) return check(words[0]!)
  if (name === 'score' && words.length === 2) return score(words[0]!, words[1]!)
  throw new CommandError(USAGE)
}

async function check(file: string): Promise<void> {
  const output = checkModelFile(await readText(file), file)
  printJson(output)
  if (!output.ok) throw new CommandError(printModelErrors(output.errors, 'en').join('\n'))
}

async function score(modelFile: string, answersFile: string): Promise<void> {
  if (modelFile === '-' && answersFile === '-') throw new CommandError('Only one of the two can be standard input.')
  const output = scoreAnswersFile(await readText(modelFile), modelFile, await readJson(answersFile))
  printJson(output)
  if (!output.ok) {
    throw new CommandError(output.errors.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('\n'))
  }
}
