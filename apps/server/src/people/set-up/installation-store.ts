import { randomBytes } from 'node:crypto'
import type { PersonId } from '@stegvis/core/kernel/ids.ts'
import type { Tx } from '../../db/tenancy.ts'

export type Installation = {
  authSecret: string
  setUp: boolean
  /** the administrator chose the demonstration */
  demonstrationSignIn: boolean
  demonstrationAdministratorId: PersonId | null
}

/** The one row, made at the first start. Nodes that start together end with the same secret. */
export async function ensureInstallation(tx: Tx): Promise<Installation> {
  await tx
    .insertInto('installation')
    .values({ id: 1, auth_secret: randomBytes(32).toString('base64url') })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  return getInstallation(tx)
}

export async function getInstallation(tx: Tx): Promise<Installation> {
  const row = await tx.selectFrom('installation').selectAll().executeTakeFirstOrThrow()
  return {
    authSecret: row.auth_secret,
    setUp: row.set_up_at !== null,
    demonstrationSignIn: row.demonstration_sign_in,
    demonstrationAdministratorId: row.demonstration_administrator_id,
  }
}

type Closing = { now: string; administrator: PersonId; demonstration: boolean; unnamed: boolean }

/** Closes the set-up and names the first administrator. False when somebody else closed it first. */
export async function closeSetUp(tx: Tx, closing: Closing): Promise<boolean> {
  const { demonstrationAdministratorId: before } = await getInstallation(tx)
  const closed = await tx
    .updateTable('installation')
    .set({
      set_up_at: closing.now,
      demonstration_sign_in: closing.demonstration,
      demonstration_administrator_id: closing.unnamed ? closing.administrator : null,
    })
    .where('set_up_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!closed) return false
  if (before !== null) await setAdministrator(tx, before, false)
  await setAdministrator(tx, closing.administrator, true)
  return true
}

/** Gives a demonstration its administrator, unless the installation has one with a name. */
export async function ensureDemonstrationAdministrator(tx: Tx, administrator: PersonId): Promise<void> {
  const given = await tx
    .updateTable('installation')
    .set({ demonstration_administrator_id: administrator })
    .where('set_up_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (given) await setAdministrator(tx, administrator, true)
}

/** Whoever names an administrator answers for the address, so it counts as proven. */
export async function setAdministrator(tx: Tx, personId: PersonId, administrator: boolean): Promise<void> {
  await tx
    .updateTable('auth.user')
    .set(administrator ? { administrator, emailVerified: true } : { administrator })
    .where('id', '=', personId)
    .execute()
}
