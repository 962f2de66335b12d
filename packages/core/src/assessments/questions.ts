import { accept, type Decision, refuse } from '../kernel/decision.ts'
import type { Answer, Answers } from '../models/answers.ts'
import type { Importance } from '../models/schema.ts'
import { type CompiledModel, type Profile, walkDimension } from './walk.ts'

/** Who is asked: a person of the company, or the coach. */
export type Asked = 'self' | 'coach'

export type Question = {
  id: string
  dimension: string
  kind: 'pick' | 'criterion'
  /** The rung of a criterion; null for a pick. */
  level: number | null
  importance: Importance
  /** Must be answered before the assessment can be submitted. */
  demanded: boolean
}

/**
 * The questions to show, in the order of the ladder. Every dimension shows its pick. Once a rung is picked, the
 * company's people see the required criteria of that rung and the one above (at the top: the one below). The
 * coach sees all criteria of the same rungs, and further down for as long as a required criterion does not
 * hold; down there answers count but are not demanded.
 */
export function visibleQuestions(
  compiled: CompiledModel,
  answers: Answers,
  asked: Asked,
  profile: Profile = {},
): Question[] {
  const standings = new Uint8Array(compiled.criteria.length)
  const questions: Question[] = []
  const options = { evidence: asked === 'self' ? 'stated' : 'seen', profile } as const
  for (const [d, { id: dimension, rungs }] of compiled.model.dimensions.entries()) {
    questions.push({ id: dimension, dimension, kind: 'pick', level: null, importance: 'required', demanded: true })
    const walk = walkDimension(compiled, d, answers, options, standings)
    if (walk.answer !== 'rung') continue
    for (const { level, criteria } of rungs.slice(walk.shownFrom - 1, walk.asked.to)) {
      for (const { id, importance } of criteria) {
        if (asked === 'self' && importance !== 'required') continue
        const demanded = importance === 'required' && level >= walk.asked.from
        questions.push({ id, dimension, kind: 'criterion', level, importance, demanded })
      }
    }
  }
  return questions
}

/** What still has to be answered before submitting. */
export function openQuestions(
  compiled: CompiledModel,
  answers: Answers,
  asked: Asked,
  profile: Profile = {},
): Question[] {
  return visibleQuestions(compiled, answers, asked, profile).filter(({ id, demanded }) => demanded && !answers.has(id))
}

/**
 * How far the answering has come, as in "24 of 28". A dimension without a pick counts with the fewest criteria
 * a pick of it can open, so picking a rung never makes the total smaller; only "don't know" and "not
 * applicable" do, which open none.
 */
export function questionCount(
  compiled: CompiledModel,
  answers: Answers,
  asked: Asked,
  profile: Profile = {},
): { answered: number; total: number } {
  let answered = 0
  let total = 0
  for (const { id, demanded } of visibleQuestions(compiled, answers, asked, profile)) {
    if (!demanded) continue
    total++
    if (answers.has(id)) answered++
  }
  compiled.dimensions.forEach((id, d) => {
    if (!answers.has(id)) total += compiled.fewestAsked[d]!
  })
  return { answered, total }
}

/** Refuses an answer to a question the model does not have, or of a kind the question does not take. */
export function answerFits(compiled: CompiledModel, id: string, answer: Answer): Decision<Answer> {
  const isPick = compiled.dimensions.includes(id)
  if (!isPick && !compiled.criteria.includes(id)) return refuse('answer-not-valid', `there is no question ${id}`)
  if (answer.kind === 'unknown' || answer.kind === 'not-applicable') return accept(answer)
  if ((answer.kind === 'rung') !== isPick) {
    return refuse('answer-not-valid', `${id} is ${isPick ? 'answered with a rung' : 'a criterion'}, not ${answer.kind}`)
  }
  if (answer.kind === 'rung' && answer.level > compiled.levels) {
    return refuse('answer-not-valid', `the ladder has ${compiled.levels} levels`)
  }
  return accept(answer)
}
