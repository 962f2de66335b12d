import { z } from 'zod'
import { RecordId } from '../../kernel/ids.ts'

export const TimelineGroup = z.enum([
  'company',
  'changes',
  'assessment',
  'plan',
  'coaching',
  'key-figure',
  'aid',
  'document',
  'people',
])
export type TimelineGroup = z.infer<typeof TimelineGroup>

export const TimelineQuery = z.object({
  group: TimelineGroup.optional(),
  after: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})

export const TimelineEvent = z
  .strictObject({
    id: RecordId,
    at: z.string(),
    kind: z.string(),
    who: z.string().nullable(),
    audience: z.enum(['all', 'team', 'office']),
    detail: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'TimelineEvent' })
export type TimelineEvent = z.infer<typeof TimelineEvent>

export const TimelinePage = z
  .strictObject({ events: z.array(TimelineEvent), next: z.string().nullable() })
  .meta({ id: 'TimelinePage' })
export type TimelinePage = z.infer<typeof TimelinePage>
