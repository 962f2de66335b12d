import { uuidv7 } from '@stegvis/core/kernel/uuid.ts'

/** An id for a record made here: a repeated create with it answers as the first did. */
export function newId(): string {
  return uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
}
