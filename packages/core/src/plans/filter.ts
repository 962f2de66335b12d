import { z } from 'zod'
import type { PlainDate } from '../kernel/day.ts'
import { FocusAreaId, PersonId } from '../kernel/ids.ts'
import { isOverdue } from './rules.ts'
import { ActionStatus, type ActionView } from './schema.ts'

export const ActionSort = z.enum(['due', 'status', 'title', 'owner', 'area'])
export type ActionSort = z.infer<typeof ActionSort>

/** The filter of the list of actions: the same in the address, on the screen and in the export. */
export const ActionFilter = z.object({
  /** a person, or `none` for actions nobody has taken */
  owner: z.union([PersonId, z.literal('none')]).optional(),
  area: z.union([FocusAreaId, z.literal('none')]).optional(),
  status: ActionStatus.optional(),
  overdue: z.literal('yes').optional(),
})
export type ActionFilter = z.infer<typeof ActionFilter>

type Filtered = Pick<ActionView, 'ownerId' | 'owner' | 'focusAreaId' | 'status' | 'dueOn'>

export function matchesFilter(action: Filtered, filter: ActionFilter, today: PlainDate): boolean {
  const { owner, area, status, overdue } = filter
  if (owner === 'none' && action.owner !== null) return false
  if (owner !== undefined && owner !== 'none' && action.ownerId !== owner) return false
  if (area === 'none' && action.focusAreaId !== null) return false
  if (area !== undefined && area !== 'none' && action.focusAreaId !== area) return false
  if (status !== undefined && action.status !== status) return false
  return overdue === undefined || isOverdue(action, today)
}

const STATUS_ORDER = ActionStatus.options

type Sorted = Pick<ActionView, 'id' | 'title' | 'status' | 'owner' | 'dueOn' | 'focusAreaId'>

/**
 * In the order asked for; what is not filled in comes last whichever the direction, and ties go by day, title
 * and id. `compareTexts` knows the alphabet of the reader's language.
 */
export function sortActions<T extends Sorted>(
  actions: readonly T[],
  by: ActionSort,
  descending: boolean,
  parts: { compareTexts: (a: string, b: string) => number; areaOrder: readonly string[] },
): T[] {
  const keys: Record<ActionSort, (action: T) => string | number | null> = {
    due: ({ dueOn }) => dueOn,
    status: ({ status }) => STATUS_ORDER.indexOf(status),
    title: ({ title }) => title,
    owner: ({ owner }) => owner,
    area: ({ focusAreaId }) => (focusAreaId === null ? null : parts.areaOrder.indexOf(focusAreaId)),
  }
  const compare = (a: string | number | null, b: string | number | null, direction: number): number => {
    if (a === b) return 0
    if (a === null) return 1
    if (b === null) return -1
    if (typeof a === 'number' && typeof b === 'number') return (a - b) * direction
    return parts.compareTexts(String(a), String(b)) * direction
  }
  return [...actions].sort(
    (a, b) =>
      compare(keys[by](a), keys[by](b), descending ? -1 : 1) ||
      compare(a.dueOn, b.dueOn, 1) ||
      parts.compareTexts(a.title, b.title) ||
      (a.id < b.id ? -1 : 1),
  )
}
