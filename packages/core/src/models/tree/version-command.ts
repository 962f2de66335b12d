import type { Text } from '../../kernel/text.ts'
import { refusedModel } from '../command.ts'
import type { ModelError } from '../errors.ts'
import { inputFault, type RefusedInput, refuseInput } from '../refusal.ts'
import { errorsOfFindings, readModelFile } from '../source-errors.ts'
import type { FactValues, TreeAnswer } from './answers.ts'
import { readAnswersFile } from './answers-file.ts'
import { compileTree } from './compile.ts'
import { parseTreeModel } from './parse.ts'
import type { TreeModel } from './schema.ts'
import type { Migration } from './schema-versions.ts'
import type { TreeScore } from './score.ts'
import type { ScoredNode } from './score-file.ts'
import { scoreTree } from './score-tree.ts'
import type { TreeScoreOptions } from './state.ts'
import { scoredRows } from './tree-rows.ts'
import type { ModelChange } from './versions/change.ts'
import { diffModels, type ModelDiff } from './versions/diff.ts'
import { changeText, verdictText } from './versions/diff-words.ts'
import { checkMigration } from './versions/migration-check.ts'
import { type NotRestated, type Restated, restateAlong } from './versions/restate.ts'
import { restatedText, whyNotText } from './versions/restate-words.ts'
import { suggestMigration } from './versions/suggest.ts'
import { wayThrough } from './versions/way.ts'

export type ModelFile = { name: string; text: string }

export type DiffOutput =
  | ({
      ok: boolean
      verdict: Text
      changes: (ModelChange & { text: Text })[]
      /** What is wrong with the way the newer version describes from the older. */
      migration: ModelError[]
      /** A way to start from, where the newer version describes none. */
      suggestion: Migration | null
    } & Omit<ModelDiff, 'changes'>)
  | { ok: false; errors: ModelError[] }

/**
 * `stegvis model diff`: what changed by meaning, whether the version number goes far enough, and whether old
 * answers can be restated. Only then it is ok.
 */
export function diffModelFiles(older: ModelFile, newer: ModelFile): DiffOutput {
  const [from, to] = [parseTreeModel(older.text, older.name), parseTreeModel(newer.text, newer.name)]
  if (!from.ok || !to.ok) {
    return { ok: false, errors: [from, to].flatMap((parsed) => (parsed.ok ? [] : parsed.errors)) }
  }
  const diff = diffModels(from.model, to.model)
  const isOneModel = from.model.id === to.model.id
  const findings = isOneModel ? checkMigration(from.model, to.model) : []
  const read = readModelFile(newer.text, newer.name)
  const migration = read.ok ? errorsOfFindings(read.source, newer.name, findings) : []
  const isDeclared = to.model.migrates?.some((way) => way.from === from.model.version) ?? false
  return {
    ...diff,
    ok: (diff.fits || diff.needs === 'none') && isOneModel && migration.length === 0,
    verdict: verdictText(diff),
    changes: diff.changes.map((change) => ({ ...change, text: changeText(change) })),
    migration,
    suggestion: isOneModel && !isDeclared ? suggestMigration(from.model, to.model) : null,
  }
}

type Scored = Omit<TreeScore, 'nodes'> & { nodes: ScoredNode[] }

export type MigrateOutput =
  | {
      ok: true
      restated: Omit<Restated, 'answers' | 'notRestated'> & {
        notRestated: (NotRestated & { text: Text })[]
        text: Text
      }
      /** The restated answers, as a file for the newer version. */
      answers: {
        format: 'stegvis-answers/2'
        model: { id: string; version: string }
        voice: TreeScoreOptions['voice']
        facts: FactValues
        answers: Record<string, TreeAnswer>
      }
      /** What the answers give on the version they were given to, and what the restated ones give. */
      before: Scored
      after: Scored
    }
  | RefusedInput

/**
 * `stegvis model migrate`: answers to the first of the files, restated on the last. The versions in between may
 * stand in any order; as few of them as can be are passed.
 */
export function migrateAnswersFile(files: readonly ModelFile[], input: unknown): MigrateOutput {
  const models: TreeModel[] = []
  for (const { name, text } of files) {
    const parsed = parseTreeModel(text, name)
    if (!parsed.ok) return refusedModel(parsed.errors)
    models.push(parsed.model)
  }
  const [first, last] = [models[0]!, models.at(-1)!]
  const compiled = compileTree(first)
  const read = readAnswersFile(compiled, input)
  if (!read.ok) return refuseInput(read.faults.map(({ pointer, message }) => inputFault(pointer, message)))
  const then = { compiled, answers: read.answers, options: read.options }
  const before = scoreTree(compiled, read.answers, read.options)
  const hidden = new Set(before.hidden)
  // What was hidden then did not count then, and must not begin to count now.
  const counted = new Map([...read.answers].filter(([id]) => !hidden.has(id)))
  const way = first.id === last.id ? wayThrough(models, first.version, last.version) : null
  const restated = restateAlong(way ?? [first, last], counted)
  if (restated.needed === null) return refuseInput([inputFault('#/model', restatedText(restated))])
  return { ...migrated(restated, last, then.options), before: { ...before, nodes: scoredRows(then, before) } }
}

function migrated(
  { answers, notRestated, ...restated }: Restated,
  model: TreeModel,
  { voice, facts = {}, previous }: TreeScoreOptions,
): Omit<Extract<MigrateOutput, { ok: true }>, 'before'> {
  const { id, version } = model
  const compiled = compileTree(model)
  // Facts the newer version no longer asks for stay behind.
  const asked = Object.fromEntries(Object.entries(facts).filter(([fact]) => compiled.facts.has(fact)))
  const now = { compiled, answers, options: { voice, facts: asked, ...(previous && { previous }) } }
  const after = scoreTree(compiled, answers, now.options)
  return {
    ok: true,
    restated: {
      ...restated,
      notRestated: notRestated.map((lost) => ({ ...lost, text: whyNotText(lost) })),
      text: restatedText({ ...restated, answers, notRestated }),
    },
    answers: {
      format: 'stegvis-answers/2',
      model: { id, version },
      voice,
      facts: asked,
      answers: Object.fromEntries(answers),
    },
    after: { ...after, nodes: scoredRows(now, after) },
  }
}
