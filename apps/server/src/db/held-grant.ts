import { sql } from 'kysely'

/** Whether a role grant, in the query under `alias`, is held now: neither revoked nor run out. */
export function heldNow(alias = 'g') {
  const [revoked, expires] = [sql.ref(`${alias}.revoked_at`), sql.ref(`${alias}.expires_at`)]
  return sql<boolean>`(${revoked} is null and (${expires} is null or ${expires} > now()))`
}
