import { sameValue } from '../../../kernel/same-value.ts'
import { evidenceRank } from '../../schema.ts'
import type { TreeAnswer } from '../answers.ts'
import type { Scale } from '../schema-scales.ts'
import type { CarryFault } from './carry.ts'

export type Merged =
  | { answer?: TreeAnswer | undefined }
  | { why: 'new' | 'not-declared' | 'partly-answered' | 'answers-differ' | CarryFault }

/**
 * One answer out of those to several questions, all said on the scale of the question they became. What is not
 * applicable steps aside; one "don't know" among the others makes it "don't know"; and while one of them is
 * missing there is no telling. The answer never rests on better evidence than the weakest of them.
 */
export function merge(
  said: readonly (TreeAnswer | undefined)[],
  scale: Scale,
  rule: 'lowest' | 'highest' | 'equal',
): Merged {
  const given = said.filter((answer) => answer !== undefined)
  if (given.length === 0) return {}
  if (given.length < said.length) return { why: 'partly-answered' }
  const applicable = given.filter(({ kind }) => kind !== 'not-applicable')
  if (applicable.length === 0) return { answer: given[0] }
  const unknown = applicable.find(({ kind }) => kind === 'unknown')
  if (unknown) return { answer: unknown }
  const chosen = rule === 'equal' ? theOne(applicable) : theExtreme(applicable, scale, rule)
  return chosen ? { answer: withWeakest(chosen, applicable) } : { why: 'answers-differ' }
}

/** What they all say, if they do. */
function theOne(answers: readonly TreeAnswer[]): TreeAnswer | undefined {
  const [first, ...others] = answers
  return first && others.every((other) => sameValue(content(first), content(other))) ? first : undefined
}

function content({ reason, evidence, ...rest }: TreeAnswer): unknown {
  return rest
}

/** Of several alike, the first as the migration lists them. Undefined on a scale without an order. */
function theExtreme(answers: readonly TreeAnswer[], scale: Scale, rule: 'lowest' | 'highest'): TreeAnswer | undefined {
  let chosen: { answer: TreeAnswer; value: number } | undefined
  for (const answer of answers) {
    const value = valueIn(answer, scale)
    if (value === undefined) return undefined
    if (!chosen || (rule === 'lowest' ? value < chosen.value : value > chosen.value)) chosen = { answer, value }
  }
  return chosen?.answer
}

/** Whether the lowest and the highest of several answers are certain: one value is picked out of a list. */
export function isOrdered({ type }: Scale): boolean {
  return type === 'single' || type === 'rungs' || type === 'likert'
}

function valueIn(answer: TreeAnswer, scale: Scale): number | undefined {
  if (answer.kind === 'option' && scale.type === 'single') {
    return scale.options.find(({ id }) => id === answer.option)?.value
  }
  if (answer.kind === 'rung' && scale.type === 'rungs') return answer.level
  return answer.kind === 'number' && scale.type === 'likert' ? answer.value : undefined
}

function withWeakest(chosen: TreeAnswer, answers: readonly TreeAnswer[]): TreeAnswer {
  const classes = answers.map(({ evidence }) => evidence ?? 'E0').sort((a, b) => evidenceRank(a) - evidenceRank(b))
  const { evidence, ...rest } = chosen
  return answers.some((answer) => answer.evidence === undefined) ? rest : { ...rest, evidence: classes[0]! }
}
