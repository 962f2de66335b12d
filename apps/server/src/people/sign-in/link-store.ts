import type { PersonId } from '@stegvis/core/kernel/ids.ts'
import type { LinkOwner } from '@stegvis/core/people/sign-in/schema.ts'
import type { Tx } from '../../db/tenancy.ts'
import { newId } from '../../ids.ts'
import { hashToken, newToken } from './tokens.ts'

/** What a link from a mail is good for. */
export type LinkPurpose = 'sign-in' | 'new-password'

const identifier = (purpose: LinkPurpose, token: string) => `${purpose}:${hashToken(token)}`

/** Makes a secret that does one thing for one person once. Answers the secret; the database keeps its hash. */
export async function insertLink(tx: Tx, purpose: LinkPurpose, personId: PersonId, expiresAt: string): Promise<string> {
  const token = newToken()
  await tx
    .insertInto('auth.verification')
    .values({ id: newId(), identifier: identifier(purpose, token), value: personId, expiresAt })
    .execute()
  return token
}

/** Whose link it is, without using it; undefined when it was used, has expired or never was. */
export async function findLinkOwner(
  tx: Tx,
  purpose: LinkPurpose,
  token: string,
  now: string,
): Promise<(LinkOwner & { personId: PersonId }) | undefined> {
  return tx
    .selectFrom('auth.verification as v')
    .innerJoin('auth.user as u', (join) => join.on((on) => on.eb(on.cast('u.id', 'text'), '=', on.ref('v.value'))))
    .select(['u.id as personId', 'u.name', 'u.email'])
    .where('v.identifier', '=', identifier(purpose, token))
    .where('v.expiresAt', '>', now)
    .executeTakeFirst()
}

/** Uses the link up. Of two who try at once, one gets the person. Proves that the address is theirs. */
export async function takeLink(
  tx: Tx,
  purpose: LinkPurpose,
  token: string,
  now: string,
): Promise<PersonId | undefined> {
  const link = await tx
    .deleteFrom('auth.verification')
    .where('identifier', '=', identifier(purpose, token))
    .where('expiresAt', '>', now)
    .returning('value')
    .executeTakeFirst()
  if (!link) return undefined
  const person = await tx
    .updateTable('auth.user')
    .set({ emailVerified: true })
    .where('id', '=', link.value as PersonId)
    .returning('id')
    .executeTakeFirst()
  return person?.id
}
