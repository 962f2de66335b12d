import { explainDimension, explainLadder } from '../assessments/explain.ts'
import { type Explanation, explanationText } from '../assessments/explanation.ts'
import type { DimensionScore, LadderScore } from '../assessments/score.ts'
import type { CompiledModel, ScoreOptions } from '../assessments/walk.ts'
import type { Text } from '../kernel/text.ts'
import type { Answers } from './answers.ts'
import type { NodeScore } from './tree/score.ts'
import { type ScoredNode, scoredNode } from './tree/score-file.ts'

/** What the rows of a ladder are told from: the ladder, the answers, and by which voice they count. */
type Scene = { compiled: CompiledModel; answers: Answers; options: ScoreOptions }

/**
 * The result of a ladder in rows like those of a tree: the whole, named as the model, then each dimension. The score
 * of a row is its level.
 */
export function ladderRows(scene: Scene, score: LadderScore): ScoredNode[] {
  const { compiled, answers, options } = scene
  const { model } = compiled
  const dimensions = score.dimensions.map((dimension, d) => {
    const explanation = explainDimension(compiled, dimension.dimension, answers, options)
    const ids = questionsOf(scene, d)
    const notApplicable = ids.filter((id) => answers.get(id)?.kind === 'not-applicable').length
    return scoredNode(rowOf(dimension, notApplicable, explanation), model.dimensions[d]!.name, inShort(explanation))
  })
  const explanation = explainLadder(compiled, answers, options)
  const whole: NodeScore = {
    ...figures(score.state, score.step, score.stepRange),
    node: model.id,
    blocking: [],
    ahead: [],
    coverage: {
      answered: score.coverage.known,
      asked: score.coverage.asked,
      notApplicable: total(dimensions.map((row) => row.notApplicable)),
      unknown: total(dimensions.map((row) => row.coverage.unknown)),
    },
    reason: { rule: explanation.rule, inputs: {} },
  }
  return [scoredNode(whole, model.name, inShort(explanation)), ...dimensions]
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)

function questionsOf({ compiled }: Scene, d: number): string[] {
  const { id, rungs } = compiled.model.dimensions[d]!
  return [id, ...rungs.flatMap(({ criteria }) => criteria.map((criterion) => criterion.id))]
}

function rowOf(score: DimensionScore, notApplicable: number, { rule }: Explanation): NodeScore {
  const { known, asked } = score.coverage
  return {
    ...figures(score.state, score.level, score.range),
    node: score.dimension,
    blocking: score.blocking.map(({ criterion }) => criterion),
    ahead: score.ahead,
    coverage: { answered: known, asked, notApplicable, unknown: score.unknown.length },
    reason: { rule, inputs: {} },
  }
}

function figures(state: LadderScore['state'], level: number | null, range: LadderScore['stepRange']) {
  const open = state === 'incomplete' ? 'open' : state
  return { view: 'main', state: open, score: level, range, level, band: null, points: null } as const
}

/** The explanation and what it rests on directly, without what each dimension says for itself. */
function inShort({ because, ...first }: Explanation): Text {
  const sentences = [first, ...because.filter(({ inputs }) => inputs.name === undefined)]
  const told = (language: 'sv' | 'en') =>
    sentences.flatMap((one) => explanationText({ ...one, because: [] }, language)).join(' ')
  return { sv: told('sv'), en: told('en') }
}
