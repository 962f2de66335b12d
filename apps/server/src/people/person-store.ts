import type { PersonId } from '@stegvis/core/kernel/ids.ts'
import type { Language } from '@stegvis/core/kernel/text.ts'
import type { Tx } from '../db/tenancy.ts'
import { newId } from '../ids.ts'

export type Person = { email: string; name: string; language: Language }

/** The person with this address, made when there is none. What somebody calls themselves is never overwritten. */
export async function ensurePerson(tx: Tx, { email, name, language }: Person): Promise<PersonId> {
  const made = await tx
    .insertInto('auth.user')
    .values({ id: newId<PersonId>(), email, name, language })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return made.id
  const { id } = await tx.selectFrom('auth.user').select('id').where('email', '=', email).executeTakeFirstOrThrow()
  return id
}

export async function findPersonByEmail(tx: Tx, email: string): Promise<(Person & { id: PersonId }) | undefined> {
  return tx
    .selectFrom('auth.user')
    .select(['id', 'email', 'name', 'language'])
    .where('email', '=', email)
    .executeTakeFirst()
}

export async function hasPassword(tx: Tx, personId: PersonId): Promise<boolean> {
  const found = await tx
    .selectFrom('auth.account')
    .select('id')
    .where('userId', '=', personId)
    .where('providerId', '=', 'credential')
    .where('password', 'is not', null)
    .executeTakeFirst()
  return found !== undefined
}
