import type { PersonId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import type { Administrator, Mail, MailStatus, MailSummary } from '@stegvis/core/people/admin/schema.ts'
import { sql } from 'kysely'
import type { Tx } from '../../db/tenancy.ts'

const SUMMARY = [
  'id',
  'created_at as createdAt',
  'to_address as to',
  'subject',
  'kind',
  'status',
  'sent_at as sentAt',
] as const

export type MailPlace = { at: string; id: string }

/** Newest first. `q` is part of an address or a subject. */
export async function listMails(
  tx: Tx,
  filter: { q?: string | undefined; status?: MailStatus | undefined },
  page: { after: MailPlace | null; limit: number },
): Promise<MailSummary[]> {
  const words = filter.q && `%${filter.q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const { after, limit } = page
  return tx
    .selectFrom('mail')
    .select(SUMMARY)
    .$if(filter.status !== undefined, (query) => query.where('status', '=', filter.status!))
    .$if(words !== undefined && words !== '', (query) =>
      query.where((where) => where.or([where('to_address', 'ilike', words!), where('subject', 'ilike', words!)])),
    )
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(created_at, id) < (${after!.at}::timestamptz, ${after!.id}::uuid)`),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function findMail(tx: Tx, id: string): Promise<Mail | undefined> {
  return tx
    .selectFrom('mail')
    .select(SUMMARY)
    .select(['language', 'body_text as text', 'attempts', 'last_error as lastError'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** False when the mail has not been given up. */
export async function requeueMail(tx: Tx, id: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('mail')
    .set({ status: 'queued', attempts: 0, next_attempt_at: now })
    .where('id', '=', id)
    .where('status', '=', 'failed')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** By name; held until the transaction ends, so that the last two cannot remove each other. */
export async function lockAdministrators(tx: Tx): Promise<Administrator[]> {
  return tx
    .selectFrom('auth.user')
    .select(['id as personId', 'name', 'email'])
    .where('administrator', '=', true)
    .orderBy('name', (name) => name.collate('sv-SE-x-icu'))
    .orderBy('id')
    .forUpdate()
    .execute()
}

export async function isAdministrator(tx: Tx, personId: PersonId): Promise<boolean> {
  const found = await tx
    .selectFrom('auth.user')
    .select('id')
    .where('id', '=', personId)
    .where('administrator', '=', true)
    .executeTakeFirst()
  return found !== undefined
}

export async function findProgrammeBySlug(
  tx: Tx,
  slug: string,
): Promise<{ id: ProgrammeId; timeZone: string } | undefined> {
  return tx.selectFrom('programme').select(['id', 'time_zone as timeZone']).where('slug', '=', slug).executeTakeFirst()
}
