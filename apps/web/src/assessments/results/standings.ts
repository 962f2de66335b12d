import type { TargetLevel } from '@stegvis/core/assessments/company-results.ts'
import { type AssessmentResult, unconfirmedOn } from '@stegvis/core/assessments/result.ts'
import type { CompiledModel } from '@stegvis/core/assessments/walk.ts'
import type { DimensionStanding, Standing } from '@stegvis/core/figures/standing.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { Text } from '@stegvis/core/kernel/text.ts'

export type Before = { result: AssessmentResult; submittedOn: PlainDate } | null

/** What the figures draw: a result, what it was before, and what is aimed at. */
export type StandingInput = {
  compiled: CompiledModel
  result: AssessmentResult
  baseline: Before
  targets: readonly TargetLevel[]
  today: PlainDate
  words: (text: Text) => string
}

/** The whole ladder. Its evidence counts as verified when the verified step is the coach's. */
export function ladderStanding({ result, baseline, today }: StandingInput): Standing {
  const lapsed = unconfirmedOn(result, today).size > 0
  const level = baseline?.result.coach.step
  return {
    self: result.self?.step ?? null,
    coach: result.coach.step,
    evidence: evidenceOf(result.coach.step, result.verified.step, lapsed),
    baseline: level && baseline ? { level, on: baseline.submittedOn } : null,
    target: null,
  }
}

export function dimensionStandings({
  compiled,
  result,
  baseline,
  targets,
  today,
  words,
}: StandingInput): DimensionStanding[] {
  const unconfirmed = unconfirmedOn(result, today)
  return compiled.model.dimensions.map(({ id, name, rungs }, at) => {
    const coach = result.coach.dimensions[at]?.level ?? null
    const verified = result.verified.dimensions[at]?.level ?? null
    const before = baseline?.result.levels[id]
    const target = targets.find(({ dimension }) => dimension === id)
    return {
      name: words(name),
      steps: rungs.map((rung) => words(rung.name)),
      standing: {
        self: result.self?.dimensions[at]?.level ?? null,
        coach,
        evidence: evidenceOf(coach, verified, unconfirmed.has(id)),
        baseline: before && baseline ? { level: before, on: baseline.submittedOn } : null,
        target: target ? { level: target.level, on: target.dueOn } : null,
      },
    }
  })
}

function evidenceOf(coach: number | null, verified: number | null, lapsed: boolean): Standing['evidence'] {
  // The first level needs nothing to show.
  if (coach === null || coach === 1 || verified !== coach) return 'none'
  return lapsed ? 'lapsed' : 'verified'
}
