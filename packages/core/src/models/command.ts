import type { Language } from '../kernel/text.ts'
import type { ModelError } from './errors.ts'
import { type ExplainOutput, explainLadderFile, type LadderScoreOutput, scoreLadderFile } from './ladder-command.ts'
import { parseAnyModel } from './parse-any.ts'
import { inputFault, type RefusedInput, refuseInput } from './refusal.ts'
import type { Model } from './schema.ts'
import { explainTreeFile, scoreTreeFile } from './tree/command.ts'
import type { TreeModel } from './tree/schema.ts'
import type { TreeScoreFile } from './tree/score-file.ts'
import { placesOf } from './tree/versions/places.ts'

/** What the commands over files answer; the functions behind them are the same as in the server and the browser. */

type Head = { format: string; id: string; version: string; status: string }
export type CheckOutput =
  | { ok: true; model: Head & Record<'dimensions' | 'criteria' | 'actions', number>; warnings: ModelError[] }
  | { ok: true; model: Head & Record<'questions' | 'nodes' | 'views' | 'actions', number>; warnings: ModelError[] }
  | { ok: false; errors: ModelError[] }

/** `stegvis model check`: what is in the file, or everything that is wrong with it. */
export function checkModelFile(text: string, fileName: string): CheckOutput {
  const parsed = parseAnyModel(text, fileName)
  if (!parsed.ok) return parsed
  const { warnings } = parsed
  return parsed.kind === 'ladder'
    ? { ok: true, model: countLadder(parsed.model), warnings }
    : { ok: true, model: countTree(parsed.model), warnings }
}

function headOf({ format, id, version, status }: Model | TreeModel): Head {
  return { format, id, version, status }
}

function countLadder(model: Model) {
  const { dimensions, actions } = model
  const criteria = dimensions.flatMap(({ rungs }) => rungs.flatMap((rung) => rung.criteria)).length
  return { ...headOf(model), dimensions: dimensions.length, criteria, actions: actions.length }
}

function countTree(model: TreeModel) {
  const { questions, views = [], actions = [] } = model
  const nodes = placesOf(model).nodes.length
  return { ...headOf(model), questions: questions.length, nodes, views: views.length, actions: actions.length }
}

/** One line for each error, as editors and terminals link it: `file:line:column: path: sentence`. */
export function printModelErrors(errors: readonly ModelError[], language: Language): string[] {
  return errors.map(({ file, line, column, path, message }) =>
    [`${file}:${line}:${column}`, ...(path ? [path] : []), message[language]].join(': '),
  )
}

/** `stegvis model score`: the score of one voice's answers to a model of either format, row by row, and why. */
export function scoreAnswersFile(
  modelText: string,
  modelFile: string,
  input: unknown,
): LadderScoreOutput | TreeScoreFile {
  const parsed = parseAnyModel(modelText, modelFile)
  if (!parsed.ok) return refusedModel(parsed.errors)
  return parsed.kind === 'ladder' ? scoreLadderFile(parsed.model, input) : scoreTreeFile(parsed.model, input)
}

/** `stegvis model explain`: why the whole, or one node of it, is what it is. */
export function explainAnswersFile(modelText: string, modelFile: string, input: unknown, node?: string): ExplainOutput {
  const parsed = parseAnyModel(modelText, modelFile)
  if (!parsed.ok) return refusedModel(parsed.errors)
  return parsed.kind === 'ladder'
    ? explainLadderFile(parsed.model, input, node)
    : explainTreeFile(parsed.model, input, node)
}

/** A command that was to use a model whose file has errors. */
export function refusedModel(errors: readonly ModelError[]): RefusedInput {
  const [sv, en] = [printModelErrors(errors, 'sv'), printModelErrors(errors, 'en')]
  return refuseInput(errors.map((_, at) => inputFault('#/model', { sv: sv[at]!, en: en[at]! })))
}
