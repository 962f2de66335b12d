import { z } from 'zod'
import { FieldValue } from '../kernel/changes.ts'
import { RecordId } from '../kernel/ids.ts'

/** One thing that happened to a record. `field` names what was changed, with what it held before and after. */
export const HistoryEntry = z
  .strictObject({
    id: RecordId,
    at: z.string(),
    kind: z.string(),
    who: z.string().nullable(),
    field: z.string().nullable(),
    from: FieldValue,
    to: FieldValue,
  })
  .meta({ id: 'HistoryEntry' })
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** Newest first. */
export const History = z.strictObject({ entries: z.array(HistoryEntry) }).meta({ id: 'History' })
export type History = z.infer<typeof History>
