import type { CompanyResults, LadderResults } from '@stegvis/core/assessments/company-results.ts'
import type { CompanyTreeResults, TreeAreaResults } from '@stegvis/core/assessments/company-tree-results.ts'
import { useSuspenseQueries } from '@tanstack/react-query'
import { resultsQuery, treeResultsQuery } from './api.ts'

export type Measured = {
  ladders: CompanyResults
  trees: CompanyTreeResults
  /** the focus areas with something submitted, ladders first */
  measured: readonly (LadderResults | TreeAreaResults)[]
  /** the focus areas with a measurement under way */
  open: readonly (LadderResults | TreeAreaResults)[]
}

/** All a company has measured and measures, on ladders and on trees. */
export function useMeasured(programme: string, company: string): Measured {
  const [{ data: ladders }, { data: trees }] = useSuspenseQueries({
    queries: [resultsQuery(programme, company), treeResultsQuery(programme, company)],
  })
  const all = [...ladders.ladders, ...trees.areas]
  return {
    ladders,
    trees,
    measured: all.filter(({ measurements }) => measurements.length > 0),
    open: all.filter(({ open }) => open !== null),
  }
}

export function isTree(area: LadderResults | TreeAreaResults): area is TreeAreaResults {
  return 'comparisons' in area
}
