import { Language } from '@stegvis/core/kernel/text.ts'
import { checkModelFile, explainAnswersFile, printModelErrors, scoreAnswersFile } from '@stegvis/core/models/command.ts'
import { scoreTable } from '@stegvis/core/models/score-table.ts'
import { CommandError, printJson, printLines, readJson, readText, refusal } from './command.ts'
import { diff, migrate, newModel } from './model-versions.ts'
import { readWords } from './words.ts'

const USAGE = `stegvis model check FILE
stegvis model score --model FILE --answers FILE [--json] [--language sv]
stegvis model explain --model FILE --answers FILE [--node ID] [--json] [--language sv]
stegvis model diff OLD NEW [--json] [--language sv]
stegvis model migrate --from OLD [--via FILE]... --to NEW --answers FILE [--json]
stegvis model new ladder|points|gate|index|readiness|streams --id ID --name NAME

FILE, OLD and NEW are models in either format; answers are JSON as docs/tree-answers-example.json, or for a ladder
docs/answers-example.json. A dash reads standard input. “score MODEL ANSWERS” is short for score with --json.`

const COMMON = { json: { type: 'boolean' }, language: { type: 'string' } } as const
const ANSWERED = {
  ...COMMON,
  model: { type: 'string' },
  answers: { type: 'string' },
  node: { type: 'string' },
} as const
const VERSIONS = {
  ...COMMON,
  from: { type: 'string' },
  via: { type: 'string', multiple: true },
  to: { type: 'string' },
  answers: { type: 'string' },
} as const
const NAMED = { id: { type: 'string' }, name: { type: 'string' } } as const

/** The same functions as the server and the browser use, over files. */
export async function model([name, ...words]: readonly string[]): Promise<void> {
  switch (name) {
    case 'check': {
      const { positionals } = readWords(words, {}, USAGE)
      return check(only(positionals, 1)[0]!)
    }
    case 'score':
      return score(words)
    case 'explain':
      return explain(words)
    case 'diff': {
      const { values, positionals } = readWords(words, COMMON, USAGE)
      const [older, newer] = only(positionals, 2)
      return diff(older!, newer!, values.json ? 'json' : languageOf(values.language))
    }
    case 'migrate': {
      const { values, positionals } = readWords(words, VERSIONS, USAGE)
      only(positionals, 0)
      const { from, via = [], to, answers } = values
      if (!from || !to || !answers) throw new CommandError(`migrate needs --from, --to and --answers.\n\n${USAGE}`)
      return migrate([from, ...via, to], answers, values.json ? 'json' : languageOf(values.language))
    }
    case 'new': {
      const { values, positionals } = readWords(words, NAMED, USAGE)
      const { id, name: title } = values
      if (!id || !title) throw new CommandError(`new needs --id and --name.\n\n${USAGE}`)
      return newModel(only(positionals, 1)[0]!, id, title)
    }
    default:
      throw new CommandError(USAGE)
  }
}

function only(words: readonly string[], count: number): readonly string[] {
  if (words.length !== count) throw new CommandError(USAGE)
  return words
}

function languageOf(word = 'en'): Language {
  const read = Language.safeParse(word)
  if (!read.success) throw new CommandError(`--language is sv or en, not ${word}.`)
  return read.data
}

async function check(file: string): Promise<void> {
  const output = checkModelFile(await readText(file), file)
  printJson(output)
  if (!output.ok) throw new CommandError(printModelErrors(output.errors, 'en').join('\n'))
}

async function score(words: readonly string[]): Promise<void> {
  const { files, values } = answered(words)
  const output = scoreAnswersFile(...(await readFiles(files)))
  if (values.json) printJson(output)
  if (!output.ok) throw refusal(output)
  if (!values.json) printLines(scoreTable(output.score.nodes, languageOf(values.language)))
}

async function explain(words: readonly string[]): Promise<void> {
  const { files, values } = answered(words)
  const output = explainAnswersFile(...(await readFiles(files)), values.node)
  if (values.json) printJson(output)
  if (!output.ok) throw refusal(output)
  if (!values.json) printLines(output.explanation[languageOf(values.language)])
}

/** The two files by their options, or one after the other. */
function answered(words: readonly string[]) {
  const { values, positionals } = readWords(words, ANSWERED, USAGE)
  const isShort = positionals.length === 2 && values.model === undefined && values.answers === undefined
  const [model, answers] = isShort ? positionals : [values.model, values.answers]
  if (!model || !answers || positionals.length !== (isShort ? 2 : 0)) throw new CommandError(USAGE)
  // The short form is the older one, and has always answered in JSON.
  return { files: { model, answers }, values: { ...values, json: values.json || isShort } }
}

async function readFiles({ model, answers }: { model: string; answers: string }): Promise<[string, string, unknown]> {
  if (model === '-' && answers === '-') throw new CommandError('Only one of the two can be standard input.')
  return [await readText(model), model, await readJson(answers)]
}
