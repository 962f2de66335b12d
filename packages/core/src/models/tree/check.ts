import { bucketFindings } from './checks/buckets.ts'
import { calculationOrder } from './checks/cycles.ts'
import { readExpressions } from './checks/expressions.ts'
import type { TreeFinding } from './checks/finding.ts'
import { headFindings } from './checks/head.ts'
import { nodeFindings } from './checks/nodes.ts'
import { placesOf, treeSizeFindings } from './checks/places.ts'
import { rankingFindings } from './checks/ranking.ts'
import { reachFindings } from './checks/reachable.ts'
import { scaleFindings } from './checks/scales.ts'
import { textFindings } from './checks/texts.ts'
import { unusedFindings } from './checks/unused.ts'
import type { TreeModel } from './schema.ts'

/**
 * What a tree model must keep beyond the shape of its keys. A finding with `severity: 'warning'` comes along with
 * the model; any other refuses it. Source: docs/tree-format.md.
 *
 * What can be reached is looked at last, and only in a model without other errors: a circle has no ends.
 */
export function checkTreeModel(model: TreeModel): TreeFinding[] {
  const size = treeSizeFindings(model)
  if (size.length > 0) return size
  const places = placesOf(model)
  const { read, findings: expressions } = readExpressions(places)
  const order = calculationOrder(places, read)
  const findings = [
    ...headFindings(places),
    ...textFindings(places),
    ...scaleFindings(places),
    ...bucketFindings(places),
    ...nodeFindings(places),
    ...unusedFindings(places, read),
    ...rankingFindings(places),
    ...expressions,
    ...order.findings,
  ]
  return findings.some(isError) ? findings : [...findings, ...reachFindings(places, read, order.nodes)]
}

export function isError({ severity }: TreeFinding): boolean {
  return severity !== 'warning'
}
