import { z } from 'zod'
import type { FieldRules } from '../kernel/changes.ts'
import { PlainDate } from '../kernel/day.ts'
import { FocusAreaId, PersonId, RecordId } from '../kernel/ids.ts'
import { ModelKey } from '../models/schema.ts'
import { ActionStatus } from './schema.ts'

const emptyIsNull = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? null : value)
const orNull = <T extends z.ZodType<string>>(shape: T) => z.preprocess(emptyIsNull, shape.nullable())
const optionalText = (max: number) => orNull(z.string().trim().max(max))
const title = z.string().trim().min(1).max(200)

/** The fields of an action that are changed one by one. */
export const ACTION_FACTS = {
  title,
  description: optionalText(4000),
  status: ActionStatus,
  reason: optionalText(500),
  goalId: orNull(RecordId),
  ownerId: orNull(PersonId),
  /** somebody without a sign-in here; shown while there is no `ownerId` */
  ownerName: optionalText(120),
  focusAreaId: orNull(FocusAreaId),
  dimensionId: orNull(ModelKey),
  dueOn: orNull(PlainDate),
  effortHours: z.int().min(0).max(100_000).nullable(),
  costCents: z.int().min(0).max(1e13).nullable(),
  effectText: optionalText(1000),
  effectKeyFigureId: orNull(ModelKey),
  effectAmount: z.number().min(-1e12).max(1e12).nullable(),
} as const satisfies FieldRules

export const GOAL_FACTS = {
  title,
  measure: optionalText(500),
  dueOn: orNull(PlainDate),
} as const satisfies FieldRules

/** What the owner of an action changes without the right to the whole plan. */
export const OWNER_FIELDS: ReadonlySet<string> = new Set(['status', 'reason', 'description', 'dueOn', 'effortHours'])
