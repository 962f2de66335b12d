import { createHash, randomBytes } from 'node:crypto'
import { ProgrammeId } from '@stegvis/core/kernel/ids.ts'

const SECRET_BYTES = 32
const UUID_BYTES = 16

/** A secret for a link. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(SECRET_BYTES).toString('base64url')
}

/** A secret that also says which programme it belongs to, since nothing of a programme is read without naming it. */
export function newProgrammeToken(programmeId: ProgrammeId): string {
  const id = Buffer.from(programmeId.replaceAll('-', ''), 'hex')
  return Buffer.concat([id, randomBytes(SECRET_BYTES)]).toString('base64url')
}

/** Undefined when the token was not made by `newProgrammeToken`. */
export function programmeOfToken(token: string): ProgrammeId | undefined {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== UUID_BYTES + SECRET_BYTES) return undefined
  const hex = bytes.toString('hex', 0, UUID_BYTES)
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  return ProgrammeId.safeParse(id).data
}

/** Tokens are random and long, so a plain hash cannot be reversed by guessing. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
