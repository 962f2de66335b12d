import type { TreeModel } from '../tree/schema.ts'
import { diffModels } from '../tree/versions/diff.ts'
import { checkMigration } from '../tree/versions/migration-check.ts'
import { compareVersions, isAtLeast, type VersionStep } from '../tree/versions/steps.ts'
import { faultOf } from './check.ts'
import type { ExampleResult, Hindrance, ModelFault } from './schema.ts'

/** What the step from the version before leaves out; `step` is null where the number goes far enough. */
export type Since = { from: string; faults: ModelFault[]; step: { needs: VersionStep; states: VersionStep } | null }

export type PublishingFacts = {
  errors: number
  examples: readonly ExampleResult[]
  /** the versions of this id there are already, published or installed, in any order */
  versions: readonly string[]
  /** how it follows on the newest of them; null where there is none */
  since: Since | null
  approved: boolean
}

/** Everything that stands between a model and its publishing, in the order in which it is best put right. */
export function hindrancesOf(model: TreeModel | null, facts: PublishingFacts): Hindrance[] {
  const hindrances: Hindrance[] = []
  if (facts.errors > 0) hindrances.push({ code: 'errors', count: facts.errors })
  const failing = facts.examples.filter(({ holds }) => !holds).map(({ name }) => name)
  if (failing.length > 0) hindrances.push({ code: 'examples', names: failing })
  if (model) {
    const questions = questionsNotAdaptable(model)
    if (questions.length > 0) hindrances.push({ code: 'sources', questions })
    hindrances.push(...versionHindrances(model.version, facts))
  }
  if (!facts.approved) hindrances.push({ code: 'not-approved' })
  return hindrances
}

function versionHindrances(version: string, { versions, since }: PublishingFacts): Hindrance[] {
  if (versions.includes(version)) return [{ code: 'version-taken' }]
  const newest = [...versions].sort(compareVersions).at(-1)
  if (newest !== undefined && compareVersions(version, newest) < 0) return [{ code: 'version-not-newer', newest }]
  if (!since) return []
  const { from, faults, step } = since
  return [
    ...(step ? [{ code: 'version-step' as const, from, ...step }] : []),
    ...(faults.length > 0 ? [{ code: 'migration' as const, from, faults }] : []),
  ]
}

/** How a version follows on the newest of those before it. */
export function sinceNewest(older: readonly TreeModel[], newer: TreeModel): Since | null {
  const newest = [...older].sort((a, b) => compareVersions(a.version, b.version)).at(-1)
  return newest ? stepFrom(newest, newer) : null
}

function stepFrom(older: TreeModel, newer: TreeModel): Since {
  const { needs, states } = diffModels(older, newer)
  return {
    from: older.version,
    faults: checkMigration(older, newer).map(faultOf),
    step: isAtLeast(states, needs) ? null : { needs, states },
  }
}

/** Questions that rest on a source whose wording may not be adapted. */
function questionsNotAdaptable({ sources = [], questions }: TreeModel): string[] {
  const fixed = new Set(sources.filter(({ adaptable }) => !adaptable).map(({ id }) => id))
  return questions.filter(({ source }) => source !== undefined && fixed.has(source)).map(({ id }) => id)
}
