import type { FactValues, TreeAnswers } from '@stegvis/core/models/tree/answers.ts'
import type { Example, TreeModel } from '@stegvis/core/models/tree/schema.ts'
import type { NodeScore, TreeScore } from '@stegvis/core/models/tree/score.ts'
import { isLeaf } from './outline.ts'

type Trial = { answers: TreeAnswers; facts: FactValues; score: TreeScore }

/** Answers as an example that must go on giving what they give now: for the whole, and for what its profile shows. */
export function exampleFrom(model: TreeModel, name: string, { answers, facts, score }: Trial): Example {
  const known = new Set(model.questions.map(({ id }) => id))
  const profile = Object.entries(facts).filter(
    (entry): entry is [string, number | string | boolean] => entry[1] !== null,
  )
  return {
    name,
    ...(profile.length > 0 && { profile: Object.fromEntries(profile) }),
    answers: Object.fromEntries([...answers].filter(([question]) => known.has(question))),
    expected: expectedFrom(model, score),
  }
}

function expectedFrom(model: TreeModel, score: TreeScore): Example['expected'] {
  const parts = model.tree.children.flatMap((child) => (isLeaf(child) ? [] : [child.id]))
  const shown = new Set([model.tree.id, ...(model.profile ?? parts)])
  return Object.fromEntries(score.nodes.filter(({ node }) => shown.has(node)).map((row) => [row.node, figuresOf(row)]))
}

/** A node without a score of its own, or without levels, is held to what it has. */
function figuresOf({ score, level, state }: Pick<NodeScore, 'score' | 'level' | 'state'>): Example['expected'][string] {
  if (state === 'none') return { level }
  return { score, ...(level !== null && { level }) }
}

/** The same example, expecting what it gives today where that differs. */
export function acceptGiven(
  example: Example,
  differences: readonly { node: string; given: { score: number | null; level: number | null } | null }[],
): Example {
  const expected = { ...example.expected }
  for (const { node, given } of differences) {
    const before = expected[node]
    if (!given) delete expected[node]
    else if (before) {
      expected[node] = {
        ...(before.score !== undefined && { score: given.score }),
        ...(before.level !== undefined && { level: given.level }),
      }
    }
  }
  return { ...example, expected }
}
