import { answerFault } from './answer-faults.ts'
import { weighAnswer } from './answer-worth.ts'
import type { TreeAnswer, TreeAnswers } from './answers.ts'
import type { CompiledQuestion, CompiledTree } from './program.ts'
import { KNOWN, newState } from './state.ts'

export type Reconciled = {
  /** What the result is made from, in the order of the model. */
  answers: TreeAnswers
  /** Questions left open because people who must agree do not yet, in the order of the model. */
  openBecauseDiffering: string[]
}

/**
 * Brings the voices together as the model says, question by question: first the people of the company into one
 * self-assessment, then self and coach into what the result is made from. All that was answered is kept elsewhere;
 * this only chooses.
 *
 * Respondents, of those with an answer that fits: `lower-median` takes the answer in the middle, the lower of two;
 * `mean` the mean of the values where the scale takes numbers, else the lower median; `agreed` what all say. A
 * definite answer goes before "don't know", and "does not apply" counts only when nobody gives a value.
 * Voices: `self` and `coach` take one of them alone, `lower` the lower of the two where both have answered, and
 * otherwise the one there is; `agreed` needs both to say the same.
 *
 * Source: the lower median is that of ladders, `assessments/respondents.ts`.
 */
export function reconcile(compiled: CompiledTree, self: readonly TreeAnswers[], coach: TreeAnswers | null): Reconciled {
  const { result, respondents } = compiled.model.voices
  const answers = new Map<string, TreeAnswer>()
  const openBecauseDiffering: string[] = []
  const weighIn = weigher(compiled)
  compiled.questions.forEach((question, at) => {
    const given = self.flatMap((one) => fitting(question, one.get(question.id)) ?? [])
    const weigh = (answer: TreeAnswer) => weighIn(at, answer)
    const own = result === 'coach' ? undefined : together(question, given, respondents, weigh)
    const seen = coach ? fitting(question, coach.get(question.id)) : undefined
    const chosen = result === 'coach' ? seen : result === 'self' ? own : meet(own, seen, result, weigh)
    if (chosen === DIFFERING) openBecauseDiffering.push(question.id)
    else if (chosen) answers.set(question.id, chosen)
  })
  return { answers, openBecauseDiffering }
}

const DIFFERING = 'differing'
type Chosen = TreeAnswer | typeof DIFFERING | undefined
type Weigh = (answer: TreeAnswer) => number | undefined

function fitting({ scale }: CompiledQuestion, answer: TreeAnswer | undefined): TreeAnswer | undefined {
  return answer && answerFault(scale, answer) === undefined ? answer : undefined
}

/** What an answer is worth as it was said, whatever shows it; undefined where it has no value. */
function weigher(compiled: CompiledTree): (at: number, answer: TreeAnswer) => number | undefined {
  const answers = new Map<string, TreeAnswer>()
  const state = newState(compiled)
  state.answers = answers
  return (at, answer) => {
    const question = compiled.questions[at]!
    answers.set(question.id, answer)
    weighAnswer(state, at, question)
    return state.standing[at] === KNOWN ? state.low[at] : undefined
  }
}

function together(
  question: CompiledQuestion,
  given: readonly TreeAnswer[],
  rule: 'lower-median' | 'mean' | 'agreed',
  weigh: Weigh,
): Chosen {
  if (given.length <= 1) return given[0]
  if (rule === 'agreed') return given.every((answer) => isSame(answer, given[0]!)) ? given[0] : DIFFERING
  const valued = given
    .flatMap((answer) => {
      const worth = weigh(answer)
      return worth === undefined ? [] : [{ answer, worth }]
    })
    .sort((a, b) => a.worth - b.worth || (contentOf(a.answer) < contentOf(b.answer) ? -1 : 1))
  if (valued.length === 0) return given.find(({ kind }) => kind !== 'unknown') ?? given[0]
  const mean =
    rule === 'mean'
      ? meanAnswer(
          question,
          valued.map(({ answer }) => answer),
        )
      : undefined
  return mean ?? valued[(valued.length - 1) >> 1]!.answer
}

/** The mean of plain numbers. Choices have no choice in between, so they keep to the middle one. */
function meanAnswer({ scale }: CompiledQuestion, answers: readonly TreeAnswer[]): TreeAnswer | undefined {
  if (scale.scale.type !== 'number') return undefined
  const { unit, units } = scale.scale
  let sum = 0
  for (const answer of answers) {
    if (answer.kind !== 'number') return undefined
    const factor =
      answer.unit === undefined || answer.unit === unit ? 1 : units?.find(({ id }) => id === answer.unit)?.factor
    sum += answer.value * (factor ?? 1)
  }
  return { kind: 'number', value: sum / answers.length }
}

function meet(own: Chosen, seen: TreeAnswer | undefined, rule: 'lower' | 'agreed', weigh: Weigh): Chosen {
  if (own === DIFFERING) return rule === 'agreed' ? DIFFERING : (seen ?? DIFFERING)
  if (rule === 'agreed') {
    if (!own || !seen) return undefined
    // The coach's answer has the evidence with it.
    return isSame(own, seen) ? seen : DIFFERING
  }
  if (!own || !seen) return seen ?? own
  const [ownWorth, seenWorth] = [weigh(own), weigh(seen)]
  if (ownWorth === undefined || seenWorth === undefined)
    return seenWorth === undefined && ownWorth !== undefined ? own : seen
  return ownWorth < seenWorth ? own : seen
}

/** Whether two answers say the same, whatever their reasons and evidence. */
function isSame(one: TreeAnswer, other: TreeAnswer): boolean {
  return contentOf(one) === contentOf(other)
}

function contentOf(answer: TreeAnswer): string {
  const { reason: _, evidence: __, ...content } = answer
  if (content.kind === 'options') return JSON.stringify([content.kind, [...content.options].sort()])
  if (content.kind === 'split') {
    return JSON.stringify([
      content.kind,
      Object.entries(content.parts)
        .filter(([, share]) => share > 0)
        .sort(),
    ])
  }
  if (content.kind === 'matrix') {
    const cells = Object.entries(content.cells).map(([row, line]) => [row, Object.entries(line).sort()] as const)
    return JSON.stringify([content.kind, cells.sort(([a], [b]) => (a < b ? -1 : 1))])
  }
  return JSON.stringify(Object.entries(content).sort())
}
