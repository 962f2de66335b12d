import { randomBytes } from 'node:crypto'
import { uuidv7 } from '@stegvis/core/kernel/ids.ts'

/** A new UUIDv7 of the type asked for. */
export function newId<Id extends string>(): Id {
  return uuidv7(Date.now(), randomBytes(10)) as Id
}
