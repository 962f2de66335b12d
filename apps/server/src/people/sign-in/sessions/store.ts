import type { PersonId } from '@stegvis/core/kernel/ids.ts'
import { deviceOf } from '@stegvis/core/people/sign-in/devices.ts'
import type { SessionView } from '@stegvis/core/people/sign-in/schema.ts'
import type { Tx } from '../../../db/tenancy.ts'

/** Where a person is signed in, last used first. */
export async function listSessions(tx: Tx, personId: PersonId, presentId: string): Promise<SessionView[]> {
  const rows = await tx
    .selectFrom('auth.session')
    .select(['id', 'userAgent', 'createdAt', 'updatedAt'])
    .where('userId', '=', personId)
    .where('expiresAt', '>', (now) => now.fn<string>('now'))
    .orderBy('updatedAt', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ id, userAgent, createdAt, updatedAt }) => ({
    id,
    ...deviceOf(userAgent ?? ''),
    signedInAt: createdAt,
    lastUsedAt: updatedAt,
    present: id === presentId,
  }))
}

/** False when the person has no such session. */
export async function deleteSession(tx: Tx, personId: PersonId, sessionId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('auth.session')
    .where('userId', '=', personId)
    .where('id', '=', sessionId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Signs the person out everywhere, but for one session if it is named. */
export async function deleteSessions(tx: Tx, personId: PersonId, exceptId?: string): Promise<void> {
  await tx
    .deleteFrom('auth.session')
    .where('userId', '=', personId)
    .$if(exceptId !== undefined, (query) => query.where('id', '!=', exceptId!))
    .execute()
}
