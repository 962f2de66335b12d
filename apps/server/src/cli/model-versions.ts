import type { Language } from '@stegvis/core/kernel/text.ts'
import { printModelErrors } from '@stegvis/core/models/command.ts'
import { ModelKey } from '@stegvis/core/models/schema.ts'
import { scoreTable } from '@stegvis/core/models/score-table.ts'
import { printTreeModel } from '@stegvis/core/models/tree/print.ts'
import { STRUCTURES, startModel } from '@stegvis/core/models/tree/starters/start.ts'
import { type DiffOutput, diffModelFiles, migrateAnswersFile } from '@stegvis/core/models/tree/version-command.ts'
import { CommandError, printJson, printLines, readJson, readText, refusal } from './command.ts'

/** JSON for programs, or lines for people in a language. */
export type Form = 'json' | Language

/** Ends with 1 where the version number says less than the changes, or old answers are left without a way. */
export async function diff(older: string, newer: string, form: Form): Promise<void> {
  const output = diffModelFiles(await readFileOf(older), await readFileOf(newer))
  if (form === 'json') printJson(output)
  if ('errors' in output) throw new CommandError(printModelErrors(output.errors, 'en').join('\n'))
  if (form !== 'json') printLines(output.changes.map(({ text }) => text[form]))
  const faults = faultsOf(output)
  if (!output.ok) throw new CommandError(faults.join('\n'))
  if (form !== 'json') printLines(['', output.verdict[form]])
}

type Difference = Exclude<DiffOutput, { errors: unknown }>

function faultsOf({ from, to, needs, fits, verdict, migration }: Difference): string[] {
  const isEnough = fits || (needs === 'none' && from.id === to.id)
  return [...(isEnough ? [] : [verdict.en]), ...printModelErrors(migration, 'en')]
}

export async function migrate(models: readonly string[], answers: string, form: Form): Promise<void> {
  if ([...models, answers].filter((file) => file === '-').length > 1) {
    throw new CommandError('Only one of the files can be standard input.')
  }
  const files = []
  for (const file of models) files.push(await readFileOf(file))
  const output = migrateAnswersFile(files, await readJson(answers))
  if (form === 'json') printJson(output)
  if (!output.ok) throw refusal(output)
  if (form === 'json') return
  const { restated, after } = output
  printLines([restated.text[form], ...restated.notRestated.map(({ text }) => `  ${text[form]}`), ''])
  printLines(scoreTable(after.nodes, form))
}

async function readFileOf(name: string): Promise<{ name: string; text: string }> {
  return { name, text: await readText(name) }
}

/** Prints a small model to start from; its name stands in both languages until its author writes the other. */
export function newModel(word: string, id: string, name: string): void {
  const structure = STRUCTURES.find((one) => one === word)
  if (!structure) throw new CommandError(`There is no structure ${word}. There are: ${STRUCTURES.join(', ')}.`)
  if (!ModelKey.safeParse(id).success) {
    throw new CommandError(`${id} is no id: small letters a to z, digits and hyphens, a letter first.`)
  }
  process.stdout.write(printTreeModel(startModel(structure, { id, name: { sv: name, en: name } })))
}
