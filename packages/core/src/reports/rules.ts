import { accept, type Decision, refuse } from '../kernel/decision.ts'
import type { ReportData, ReportKind } from './schema.ts'

/** Everything known of the company on the day, whichever report is made of it. */
export type ReportMaterial = Omit<ReportData, 'kind'>

/** The kinds of report there is enough for, from the first to the one that tells most. */
export function readyKinds({ ladders, plan }: ReportMaterial): ReportKind[] {
  if (ladders.length === 0) return []
  const planned = plan.goals.length > 0 || shownActions(plan.actions).length > 0
  const aims = planned || ladders.some(({ targets }) => targets.length > 0)
  const followed = ladders.some(({ measurements }) => measurements.length > 1)
  return ['baseline', ...(aims ? (['plan'] as const) : []), ...(followed ? (['follow-up'] as const) : [])]
}

/** Takes out of the material what this kind of report tells of. Refuses while there is not enough for it. */
export function reportData(material: ReportMaterial, kind: ReportKind): Decision<ReportData> {
  if (!readyKinds(material).includes(kind)) return refuse('report-not-ready', kind)
  if (kind !== 'baseline') return accept({ ...material, kind })
  return accept({
    ...material,
    kind,
    ladders: material.ladders.map((ladder) => ({
      ...ladder,
      measurements: ladder.measurements.slice(0, 1),
      people: null,
      targets: [],
      doneActions: [],
      // The others are compared as they stand now, which says nothing of how it was at the start.
      peers: ladder.measurements.length === 1 ? ladder.peers : null,
    })),
    plan: { goals: [], actions: [], lastCheck: null },
    keyFigures: material.keyFigures.flatMap((figure) => {
      const values = figure.values.filter(({ quality }) => quality === 'baseline')
      return values.length > 0 ? [{ ...figure, values }] : []
    }),
  })
}

/** What was given up or only proposed is no part of the plan. */
export function shownActions<T extends { status: string }>(actions: readonly T[]): T[] {
  return actions.filter(({ status }) => status !== 'dropped' && status !== 'proposed')
}
