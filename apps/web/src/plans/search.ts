import { ActionFilter, ActionSort } from '@stegvis/core/plans/filter.ts'
import { z } from 'zod'

/** What the address of a plan says: how it is shown, which actions, and which of them is open. */
const SHAPE = {
  ...ActionFilter.shape,
  view: z.literal('list').optional(),
  sort: ActionSort.optional(),
  descending: z.literal('yes').optional(),
  action: z.uuid().optional(),
}

export type PlanSearch = { [K in keyof typeof SHAPE]?: z.infer<(typeof SHAPE)[K]> | undefined }

/** Without what it says wrongly: an old link still opens the plan. */
export function readPlanSearch(search: Record<string, unknown>): PlanSearch {
  const read = Object.entries(SHAPE).flatMap(([key, schema]) => {
    const parsed = schema.safeParse(search[key])
    return parsed.success && parsed.data !== undefined ? [[key, parsed.data]] : []
  })
  return Object.fromEntries(read)
}
