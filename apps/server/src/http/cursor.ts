import type { z } from 'zod'
import { Problem } from './problem.ts'

/** Where a page ended, as one opaque word for the address. */
export function encodeCursor(position: Record<string, unknown>): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

/** Reads a word made by `encodeCursor`. Throws `invalid-input` for anything else. */
export function decodeCursor<T>(cursor: string, shape: z.ZodType<T>): T {
  let position: unknown
  try {
    position = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    throw notValid()
  }
  const parsed = shape.safeParse(position)
  if (!parsed.success) throw notValid()
  return parsed.data
}

function notValid(): Problem {
  return new Problem('invalid-input', undefined, {
    errors: [{ pointer: '#/querystring/after', detail: 'not a cursor' }],
  })
}
