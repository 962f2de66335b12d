import { z } from 'zod'
import { LevelNumber } from '../models/schema.ts'
import type { DimensionScore, LadderScore } from './score.ts'

/** Why two levels are not set against each other. */
export const NotComparable = z.enum(['other-model', 'other-major-version', 'incomplete', 'not-applicable', 'only-once'])
export type NotComparable = z.infer<typeof NotComparable>

export const LevelChange = z.strictObject({
  from: LevelNumber.nullable(),
  to: LevelNumber.nullable(),
  change: z.enum(['climbed', 'same', 'dropped', 'not-comparable']),
  /** Steps up, negative down; null when not comparable. */
  steps: z.int().nullable(),
  why: NotComparable.optional(),
})
export type LevelChange = z.infer<typeof LevelChange>

export const LadderChange = z.strictObject({
  versions: z.strictObject({ from: z.string(), to: z.string() }),
  sameVersion: z.boolean(),
  /** The ladder's own step. */
  step: LevelChange,
  /** In the order of the follow-up's model, then those only the baseline has. */
  dimensions: z.array(LevelChange.extend({ dimension: z.string() })),
  climbed: z.int(),
  dropped: z.int(),
})
export type LadderChange = z.infer<typeof LadderChange>

/**
 * Sets a follow-up against its baseline, both scored in the same voice. Levels of different versions are
 * compared while the major version is the same: minor and patch versions change no required criterion.
 */
export function compareLadders(baseline: LadderScore, followUp: LadderScore): LadderChange {
  const barrier = barrierBetween(baseline, followUp)
  const before = new Map(baseline.dimensions.map((score) => [score.dimension, score]))
  const after = new Map(followUp.dimensions.map((score) => [score.dimension, score]))
  const dimensions = [...new Set([...after.keys(), ...before.keys()])].map((dimension) => {
    const [from, to] = [before.get(dimension), after.get(dimension)]
    return { dimension, ...changeOf(from?.level, to?.level, barrier ?? obstacle(from, to)) }
  })
  return {
    versions: { from: baseline.version, to: followUp.version },
    sameVersion: barrier !== 'other-model' && baseline.version === followUp.version,
    step: changeOf(baseline.step, followUp.step, barrier ?? obstacle(baseline, followUp)),
    dimensions,
    climbed: dimensions.filter(({ change }) => change === 'climbed').length,
    dropped: dimensions.filter(({ change }) => change === 'dropped').length,
  }
}

function barrierBetween(baseline: LadderScore, followUp: LadderScore): NotComparable | undefined {
  if (baseline.model !== followUp.model) return 'other-model'
  const major = (version: string) => version.split('.')[0]
  return major(baseline.version) === major(followUp.version) ? undefined : 'other-major-version'
}

type Stateful = Pick<DimensionScore, 'state'> | undefined

function obstacle(from: Stateful, to: Stateful): NotComparable | undefined {
  if (!from || !to) return 'only-once'
  if (from.state === 'not-applicable' || to.state === 'not-applicable') return 'not-applicable'
  return from.state === 'incomplete' || to.state === 'incomplete' ? 'incomplete' : undefined
}

function changeOf(
  from: number | null | undefined,
  to: number | null | undefined,
  why: NotComparable | undefined,
): LevelChange {
  const levels = { from: from ?? null, to: to ?? null }
  if (why || levels.from === null || levels.to === null) {
    return { ...levels, change: 'not-comparable', steps: null, why: why ?? 'incomplete' }
  }
  const steps = levels.to - levels.from
  return { ...levels, change: steps > 0 ? 'climbed' : steps < 0 ? 'dropped' : 'same', steps }
}
