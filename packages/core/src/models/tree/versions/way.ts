import type { TreeModel } from '../schema.ts'
import type { QuestionChange } from '../schema-versions.ts'
import { diffModels } from './diff.ts'
import { compareVersions, isAtLeast } from './steps.ts'

/**
 * By which right answers are said on another version: it is the same one, the newer version declares how, or only
 * texts changed and questions came to it that change no result. The last two are no right at all.
 */
export type RestateRule = 'same-version' | 'declared' | 'implied' | 'no-migration' | 'other-model'

/** `comparable` is the share that must come along for results to be compared. */
export type Way = { rule: RestateRule; questions?: readonly QuestionChange[]; comparable: number }

/** How answers get from one version to the next. */
export function wayBetween(older: TreeModel, newer: TreeModel): Way {
  if (older.id !== newer.id) return { rule: 'other-model', comparable: 1 }
  if (older.version === newer.version) return { rule: 'same-version', comparable: 0 }
  const declared = newer.migrates?.find(({ from }) => from === older.version)
  if (declared) return { rule: 'declared', questions: declared.questions, comparable: declared.comparable }
  if (compareVersions(older.version, newer.version) > 0) return { rule: 'no-migration', comparable: 1 }
  const { needs, questions } = diffModels(older, newer)
  if (isAtLeast('minor', needs)) return { rule: 'implied', questions: questions.map(impliedChange), comparable: 0 }
  return { rule: 'no-migration', comparable: 1 }
}

function impliedChange({ question, was }: { question: string; was: string | null }): QuestionChange {
  return was === null ? { change: 'new', question } : { change: 'same', question }
}

/** The versions to pass from one to another, both included: as few as can be, or null where no way leads. */
export function wayThrough(models: readonly TreeModel[], from: string, to: string): TreeModel[] | null {
  const byVersion = new Map(models.map((model) => [model.version, model]))
  const [start, end] = [byVersion.get(from), byVersion.get(to)]
  if (!start || !end) return null
  const cameFrom = new Map<TreeModel, TreeModel | null>([[end, null]])
  for (const newer of cameFrom.keys()) {
    if (newer === start) return trail(start, cameFrom)
    for (const older of models) {
      if (!cameFrom.has(older) && wayBetween(older, newer).questions) cameFrom.set(older, newer)
    }
  }
  return null
}

function trail(start: TreeModel, next: ReadonlyMap<TreeModel, TreeModel | null>): TreeModel[] {
  const models: TreeModel[] = []
  for (let model: TreeModel | null = start; model; model = next.get(model) ?? null) models.push(model)
  return models
}
