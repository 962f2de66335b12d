import type { TreeModel } from '../packages/core/src/models/tree/schema.ts'
import type { Leaf, TreeNode } from '../packages/core/src/models/tree/schema-nodes.ts'
import type { RollUp } from '../packages/core/src/models/tree/schema-roll-up.ts'
import { testTree, treeNode, treeQuestion } from '../packages/core/src/models/tree/test-tree.ts'

/** Six dimensions of five rungs with two questions each, and the step that broadly holds. */
export function ladderOf60(): TreeModel {
  const ids: string[] = []
  const dimensions = Array.from({ length: 6 }, (_, d) => {
    const children = Array.from({ length: 10 }, (_, q): Leaf => {
      const question = `d${d}-q${q}`
      ids.push(question)
      return { question, level: 1 + (q >> 1) }
    })
    return treeNode(`d${d}`, { op: 'ladder', need: 'all', 'at-least': 1 }, children)
  })
  const tree = treeNode('ladder', { op: 'broad-step', share: [2, 3], floor: 1 }, dimensions)
  return testTree({ id: 'ladder-60', tree, questions: ids.map((id) => treeQuestion(id, 'yes-no')) })
}

/** 10 areas, 90 dimensions and 1 399 practices of two questions each under one root: 1 500 nodes. */
export function treeOf1500(): TreeModel {
  const ids: string[] = []
  let practices = 0
  const practice = (): TreeNode => {
    const id = `p${practices++}`
    const own = [`${id}-a`, `${id}-b`]
    ids.push(...own)
    const kinds: RollUp[] = [{ op: 'mean' }, { op: 'sum' }, { op: 'max' }]
    return treeNode(id, kinds[practices % 3]!, own, { weight: 1 + (practices % 4) })
  }
  const dimension = (id: string, size: number) =>
    treeNode(id, { op: 'weighted-mean' }, Array.from({ length: size }, practice))
  const areas = Array.from({ length: 10 }, (_, a) =>
    treeNode(
      `a${a}`,
      { op: a % 2 ? 'min' : 'mean' },
      // 49 of the 90 dimensions have 16 practices and 41 have 15: 1 399.
      Array.from({ length: 9 }, (_, d) => dimension(`a${a}-d${d}`, a * 9 + d < 49 ? 16 : 15)),
    ),
  )
  const tree = treeNode('root', { op: 'mean' }, areas)
  return testTree({ id: 'tree-1500', tree, questions: ids.map((id) => treeQuestion(id, 'yes-no')) })
}
