import { Rate } from '@stegvis/core/aid/de-minimis/amount.ts'
import type { RegisterPeriod, RegisterState } from '@stegvis/core/aid/register/rules.ts'
import {
  type RegisterCounts,
  RegisterEntry,
  type RegisterFilter,
  type RegisterShow,
  type RegisterSort,
} from '@stegvis/core/aid/register/schema.ts'
import { searchWords } from '@stegvis/core/companies/list/search.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId, ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Place } from '../../companies/keyset.ts'
import type { Tx } from '../../db/tenancy.ts'

/** An award of the programme, with what the register has of it. */
export type RegisteredGrant = {
  id: RecordId
  companyId: CompanyId
  name: string
  country: string
  number: string
  memberState: string
  regulation: string
  awardedOn: PlainDate
  currency: string
  minor: number
  /** after the decisions that lowered it */
  presentMinor: number
  rate: Rate | null
  eurCents: number
  authority: string
  scheme: string
  instrument: string
  industryCode: string
  reference: string
  withdrawnOn: PlainDate | null
  state: RegisterState
  registeredOn: PlainDate | null
  registerReference: string | null
  entry: RegisterEntry | null
  revision: number
}

type Condition = RawBuilder<boolean>
const all = (conditions: readonly Condition[]): Condition => sql`${sql.join([...conditions], sql` and `)}`
const any = (conditions: readonly Condition[]): Condition => sql`(${sql.join([...conditions, sql`false`], sql` or `)})`

function selectOwn(tx: Tx) {
  return (
    tx
      .selectFrom('aid_grant as g')
      .innerJoin('company as c', (join) =>
        join.onRef('c.programme_id', '=', 'g.programme_id').onRef('c.id', '=', 'g.company_id'),
      )
      .select(['g.id', 'c.id as companyId', 'c.name', 'c.country', 'c.organisation_number as number'])
      .select(['g.member_state as memberState', 'g.regulation', 'g.awarded_on as awardedOn', 'g.currency', 'g.minor'])
      .select(['g.rate', 'g.eur_cents as eurCents', 'g.authority', 'g.scheme', 'g.instrument', 'g.reference'])
      .select(['g.industry_code as industryCode', 'g.withdrawn_on as withdrawnOn', 'g.revision'])
      .select(['g.registered_on as registeredOn', 'g.register_reference as registerReference'])
      .select(['g.register_entry as entry', 'g.register_state as state'])
      .select(
        sql<number>`coalesce((
        select l.minor from aid_grant_change l
        where l.programme_id = g.programme_id and l.grant_id = g.id and l.minor is not null
        order by l.decided_on desc, l.made_at desc, l.id desc limit 1
      ), g.minor)`.as('presentMinor'),
      )
      // A constant, so that the indexes for awards of the programme itself serve.
      .where(sql<boolean>`g.origin = 'programme'`)
      .where('g.removed_at', 'is', null)
  )
}

type Row = Awaited<ReturnType<ReturnType<typeof selectOwn>['execute']>>[number]

function toGrant({ rate, entry, state, ...row }: Row): RegisteredGrant {
  return {
    ...row,
    presentMinor: Number(row.presentMinor),
    rate: rate === null ? null : Rate.parse(rate),
    entry: entry === null ? null : RegisterEntry.parse(entry),
    state: state as RegisterState,
  }
}

/** Awards that the law wants registered; those of them that are late on the day the periods were made for. */
const dutyIn = (periods: readonly RegisterPeriod[]): Condition =>
  any(
    periods.map(({ regulations, from, to }) =>
      all([
        sql`g.regulation = any(${regulations}::text[])`,
        sql`g.awarded_on >= ${from}`,
        ...(to ? [sql<boolean>`g.awarded_on <= ${to}`] : []),
      ]),
    ),
  )

const lateIn = (periods: readonly RegisterPeriod[]): Condition =>
  any(
    periods.flatMap(({ regulations, late }) =>
      late.map(({ memberState, until }) =>
        all([
          sql`g.regulation = any(${regulations}::text[])`,
          sql`g.member_state = ${memberState}`,
          sql`g.awarded_on <= ${until}`,
        ]),
      ),
    ),
  )

/** The days of award between which all that is looked for lies, for the index. */
function between(periods: readonly RegisterPeriod[], isLate: boolean): Condition[] {
  const first = periods.map(({ from }) => from).sort()[0]
  const last = periods
    .flatMap(({ late }) => late.map(({ until }) => until))
    .sort()
    .at(-1)
  return [
    ...(first ? [sql<boolean>`g.awarded_on >= ${first}`] : []),
    ...(isLate && last ? [sql<boolean>`g.awarded_on <= ${last}`] : []),
  ]
}

function shown(show: RegisterShow, periods: readonly RegisterPeriod[]): Condition[] {
  switch (show) {
    case 'all':
      return []
    case 'to-register':
      return [sql`g.register_state = 'open'`, dutyIn(periods), ...between(periods, false)]
    case 'late':
      return [sql`g.register_state = 'open'`, dutyIn(periods), lateIn(periods), ...between(periods, true)]
    case 'registered':
      return [sql`g.register_state = 'registered'`]
    case 'to-change':
      return [sql`g.register_state = 'changed'`]
    case 'withdrawn':
      return [sql`g.withdrawn_on is not null`]
  }
}

const contains = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`

/** As in the list of companies, a search reads through their names; a sole trader's number is not searched. */
const matching = (search: string | undefined): Condition[] =>
  searchWords(search ?? '').map((word) => sql`c.search_text like ${contains(word)}`)

type Order = { by: RawBuilder<unknown>; value: 'awardedOn' | 'eurCents'; after(place: Place): Condition }

/** Deadlines come in the order of the days of award: the law counts the same number of days from each. */
const ORDERS: Record<RegisterSort, Order> = {
  deadline: {
    by: sql`g.awarded_on, g.id`,
    value: 'awardedOn',
    after: ({ value, id }) => sql`(g.awarded_on, g.id) > (${value}::date, ${id}::uuid)`,
  },
  newest: {
    by: sql`g.awarded_on desc, g.id desc`,
    value: 'awardedOn',
    after: ({ value, id }) => sql`(g.awarded_on, g.id) < (${value}::date, ${id}::uuid)`,
  },
  amount: {
    by: sql`g.eur_cents desc, g.id desc`,
    value: 'eurCents',
    after: ({ value, id }) => sql`(g.eur_cents, g.id) < (${value}::bigint, ${id}::uuid)`,
  },
}

export type RegisterScope = RegisterFilter & { periods: readonly RegisterPeriod[] }

/** Awards in the order asked for, from where a page ended; without a limit, all of them. */
export async function listRegister(
  tx: Tx,
  programmeId: ProgrammeId,
  { show, search, sort, periods }: RegisterScope,
  page: { after?: Place | undefined; limit?: number } = {},
): Promise<{ grants: RegisteredGrant[]; end: Place | null }> {
  const order = ORDERS[sort]
  const where = [...shown(show, periods), ...matching(search), ...(page.after ? [order.after(page.after)] : [])]
  let query = selectOwn(tx).where('g.programme_id', '=', programmeId).orderBy(order.by)
  if (where.length > 0) query = query.where(all(where))
  if (page.limit !== undefined) query = query.limit(page.limit + 1)
  const found = await query.execute()
  const rows = found.slice(0, page.limit)
  const last = rows.at(-1)
  const isMore = found.length > rows.length && last !== undefined
  return { grants: rows.map(toGrant), end: isMore ? { value: last[order.value], id: last.id } : null }
}

/** Some awards of the programme; `locked` keeps them from changing until the transaction ends, in one order. */
export async function listOwnGrants(
  tx: Tx,
  programmeId: ProgrammeId,
  ids: readonly RecordId[],
  { locked = false } = {},
): Promise<RegisteredGrant[]> {
  let query = selectOwn(tx)
    .where('g.programme_id', '=', programmeId)
    .where('g.id', '=', sql<RecordId>`any(${ids}::uuid[])`)
    .orderBy('g.id')
  if (locked) query = query.forUpdate('g')
  return (await query.execute()).map(toGrant)
}

/** Awards of the programme made between two days, both included. */
export async function listAwardedBetween(
  tx: Tx,
  programmeId: ProgrammeId,
  { from, to }: { from: PlainDate; to: PlainDate },
): Promise<RegisteredGrant[]> {
  const rows = await selectOwn(tx)
    .where('g.programme_id', '=', programmeId)
    .where('g.awarded_on', '>=', from)
    .where('g.awarded_on', '<=', to)
    .orderBy(ORDERS.deadline.by)
    .execute()
  return rows.map(toGrant)
}

export async function countRegister(
  tx: Tx,
  programmeId: ProgrammeId,
  { search, periods }: Pick<RegisterScope, 'search' | 'periods'>,
): Promise<RegisterCounts> {
  const count = (show: RegisterShow) =>
    sql<number>`count(*) filter (where ${all([sql`true`, ...shown(show, periods)])})`.as(show)
  return tx
    .selectFrom('aid_grant as g')
    .innerJoin('company as c', (join) =>
      join.onRef('c.programme_id', '=', 'g.programme_id').onRef('c.id', '=', 'g.company_id'),
    )
    .select([count('all'), count('to-register'), count('late'), count('registered')])
    .select([count('to-change'), count('withdrawn')])
    .where('g.programme_id', '=', programmeId)
    .where(sql<boolean>`g.origin = 'programme'`)
    .where('g.removed_at', 'is', null)
    .where(all([sql`true`, ...matching(search)]))
    .executeTakeFirstOrThrow()
}
