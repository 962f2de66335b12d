import { lazy, Suspense } from 'react'
import { Skeleton } from '../ui/states.tsx'
import type { PanelProps } from './company-tabs.tsx'

const Aid = lazy(async () => ({ default: (await import('../aid/ledger/home-panel.tsx')).AidHomePanel }))
const Assessments = lazy(async () => ({ default: (await import('../assessments/home-panel.tsx')).HomePanel }))
const Plan = lazy(async () => ({ default: (await import('../plans/home-panel.tsx')).PlanHomePanel }))
const Staircases = lazy(async () => ({ default: (await import('../assessments/overview-part.tsx')).OverviewPart }))

/** Small parts that other features show on the overview of a company. */
export function OverviewSlots({ may, ...where }: PanelProps) {
  if (!may.includes('result.read')) return null
  return (
    <Suspense fallback={<Skeleton lines={6} />}>
      <Staircases {...where} />
    </Suspense>
  )
}

/** What other features show on the company's own first page: what to do now, staircases, plan. */
export function HomeSlots({ may, ...where }: PanelProps) {
  return (
    <>
      {may.includes('aid.sign') && (
        <Suspense>
          <Aid {...where} />
        </Suspense>
      )}
      {may.includes('result.read') && (
        <Suspense fallback={<Skeleton lines={6} />}>
          <Assessments {...where} />
        </Suspense>
      )}
      {may.includes('plan.read') && (
        <Suspense fallback={<Skeleton lines={4} />}>
          <Plan {...where} />
        </Suspense>
      )}
    </>
  )
}
