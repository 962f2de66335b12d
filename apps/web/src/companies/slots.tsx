import type { PanelProps } from './company-tabs.tsx'

/** Small parts that other features show on the overview of a company. */
export function OverviewSlots(_where: PanelProps) {
  return null
}

/** What other features show on the company's own first page: what to do now, staircases, plan. */
export function HomeSlots(_where: PanelProps) {
  return null
}
