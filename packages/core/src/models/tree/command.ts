import type { Language } from '../../kernel/text.ts'
import type { ExplainOutput } from '../ladder-command.ts'
import { inputFault, type RefusedInput, refuseInput } from '../refusal.ts'
import type { TreeAnswers } from './answers.ts'
import { noNode, readAnswersFile } from './answers-file.ts'
import { compileTree } from './compile.ts'
import { explainTree } from './explain.ts'
import { type TreeExplanation, treeExplanationText } from './explain-words.ts'
import type { CompiledTree } from './program.ts'
import type { TreeModel } from './schema.ts'
import type { TreeScoreFile } from './score-file.ts'
import { scoreTree } from './score-tree.ts'
import type { TreeScoreOptions } from './state.ts'
import { scoredRows } from './tree-rows.ts'

/** The score of one voice's answers to a tree model, row by row, and why the whole is what it is. */
export function scoreTreeFile(model: TreeModel, input: unknown): TreeScoreFile {
  const read = readFor(model, input)
  if (!read.ok) return read
  const { compiled, answers, options } = read
  const score = scoreTree(compiled, answers, options)
  return {
    ok: true,
    score: { ...score, nodes: scoredRows(read, score) },
    explanation: inBoth(explainTree(compiled, answers, options, model.tree.id)),
  }
}

/** Why a node stands where it does: the root where none is named. */
export function explainTreeFile(model: TreeModel, input: unknown, node = model.tree.id): ExplainOutput {
  const read = readFor(model, input)
  if (!read.ok) return read
  const { compiled, answers, options } = read
  if (!compiled.nodeAt.has(node)) return refuseInput([inputFault('#/model', noNode(node))])
  return { ok: true, node, explanation: inBoth(explainTree(compiled, answers, options, node)) }
}

const inBoth = (explanation: TreeExplanation): Record<Language, string[]> => ({
  sv: treeExplanationText(explanation, 'sv'),
  en: treeExplanationText(explanation, 'en'),
})

type ReadFor = { ok: true; compiled: CompiledTree; answers: TreeAnswers; options: TreeScoreOptions }

function readFor(model: TreeModel, input: unknown): ReadFor | RefusedInput {
  const compiled = compileTree(model)
  const read = readAnswersFile(compiled, input)
  return read.ok
    ? { ...read, compiled }
    : refuseInput(read.faults.map(({ pointer, message }) => inputFault(pointer, message)))
}
