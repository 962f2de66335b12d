import type { CompiledTree } from '@stegvis/core/models/tree/program.ts'
import type { TreeScore } from '@stegvis/core/models/tree/score.ts'
import { rowOf, topLevelOf } from '../standing-words.ts'

/** The first of the model's target profiles that is not reached yet, since that is where one is going. */
export function nextTarget({ model }: CompiledTree, score: TreeScore): string | undefined {
  const { targets = [] } = model
  const isReached = (node: string, target: number) => {
    const row = rowOf(score, node)
    const standing = row?.level ?? row?.score
    return standing !== null && standing !== undefined && standing >= target
  }
  const ahead = targets.find(({ nodes }) => Object.entries(nodes).some(([node, target]) => !isReached(node, target)))
  return (ahead ?? targets.at(-1))?.id
}

/** What each node is to reach: by the profile chosen, or as far as it goes where the model has none. */
export function targetsOf(compiled: CompiledTree, profile: string | undefined): ReadonlyMap<string, number> {
  const { targets = [], actions = [] } = compiled.model
  const chosen = targets.find(({ id }) => id === profile) ?? targets[0]
  if (chosen) return new Map(Object.entries(chosen.nodes))
  const nodes = new Set(actions.map(({ node }) => levelledNode(compiled, node)))
  return new Map(
    [...nodes].flatMap((id): [string, number][] => {
      const level = topLevelOf(compiled, id)
      const most = level > 0 ? level : (compiled.nodes[compiled.nodeAt.get(id) ?? -1]?.most ?? Number.NaN)
      return Number.isFinite(most) ? [[id, most]] : []
    }),
  )
}

/** The node itself or the nearest above it that has levels; itself where none has. */
function levelledNode(compiled: CompiledTree, id: string): string {
  for (let node = compiled.nodes[compiled.nodeAt.get(id) ?? -1]; node; node = compiled.nodes[node.parent]) {
    if (topLevelOf(compiled, node.id) > 0) return node.id
  }
  return id
}
