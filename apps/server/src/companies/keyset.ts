import { z } from 'zod'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'

const Position = z.strictObject({ value: z.union([z.string(), z.number(), z.null()]), id: z.uuid() })

/** Where a page ended: the sort value of its last row, and the id that tells equal values apart. */
export type Place = z.infer<typeof Position>

export function writeCursor(place: Place): string {
  return encodeCursor(place)
}

export function readCursor(after: string | undefined): Place | undefined {
  return after === undefined ? undefined : decodeCursor(after, Position)
}
