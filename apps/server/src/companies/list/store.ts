import type { Reach } from '@stegvis/core/companies/list/register.ts'
import type { CompanyFilter, CompanySort } from '@stegvis/core/companies/list/schema.ts'
import { searchWords } from '@stegvis/core/companies/list/search.ts'
import type { CompanyStatus } from '@stegvis/core/companies/standing/status.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../db/tenancy.ts'
import type { Place } from '../keyset.ts'
import { selectRegister } from '../register-store.ts'

/** The filter with what it means for this person: whose records they reach, and which day counts as quiet. */
export type ListScope = { actor: Actor; filter: CompanyFilter; reach: Reach; quietBefore: PlainDate | null }

type Condition = RawBuilder<boolean>

const SWEDISH = sql`collate "sv-SE-x-icu"`
const all = (conditions: readonly Condition[]): Condition => sql`${sql.join([...conditions], sql` and `)}`
const any = (conditions: readonly Condition[]): Condition => sql`(${sql.join([...conditions], sql` or `)})`

/** Whether this person may see the whole record of the row. */
export function inReach({ actor, reach }: Pick<ListScope, 'actor' | 'reach'>): Condition {
  if (reach.everywhere) return sql`true`
  const ways: Condition[] = [sql`false`]
  if (reach.assigned) ways.push(sql`c.coach_id = ${actor.personId}`)
  if (reach.subProjectIds.length > 0) ways.push(sql`c.sub_project_id = any(${reach.subProjectIds}::uuid[])`)
  if (reach.companyIds.length > 0) ways.push(sql`c.id = any(${reach.companyIds}::uuid[])`)
  return sql`coalesce(${any(ways)}, false)`
}

const equals = (column: string, wanted: string | undefined): Condition[] => {
  if (wanted === undefined) return []
  const reference = sql.ref(`c.${column}`)
  return [wanted === 'none' ? sql`${reference} is null` : sql`${reference} = ${wanted}`]
}

const contains = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`

/**
 * Every word in the register, or in the contacts of a record this person reaches. LIKE may tell of rows it is shown,
 * so under row-level security no index serves it: a programme's companies are read through, 0.15 s for 100 000.
 */
function matching(scope: ListScope, search: string | undefined): Condition[] {
  return searchWords(search ?? '').map((word) =>
    any([
      sql`c.search_text like ${contains(word)}`,
      sql`(${inReach(scope)} and c.contact_text like ${contains(word)})`,
    ]),
  )
}

/** What is not in the register narrows to the records this person reaches: a filter must not tell more than a row. */
function beyondRegister(scope: ListScope): Condition[] {
  const { filter, quietBefore, actor } = scope
  const conditions: Condition[] = [...equals('size_class', filter.size)]
  if (filter.focusArea) {
    conditions.push(sql`exists (select from company_focus_area f where f.programme_id = ${actor.programmeId}
      and f.company_id = c.id and f.focus_area_id = ${filter.focusArea})`)
  }
  if (quietBefore) conditions.push(sql`(c.last_contact_on is null or c.last_contact_on <= ${quietBefore})`)
  return conditions.length > 0 ? [inReach(scope), ...conditions] : []
}

function conditionsOf(scope: ListScope, without?: 'status'): Condition {
  const { actor, filter } = scope
  return all([
    sql`c.programme_id = ${actor.programmeId}`,
    ...equals('status', without ? undefined : filter.status),
    ...equals('partner_id', filter.partner),
    ...equals('coach_id', filter.mine ? actor.personId : filter.coach),
    ...equals('sub_project_id', filter.subProject),
    ...matching(scope, filter.search),
    ...beyondRegister(scope),
  ])
}

type Order = { by: RawBuilder<unknown>; value: keyof ListedCompany; after(place: Place): Condition }

const name = sql`c.name ${SWEDISH}`

/** Each order ends with the id, so that rows with equal values have one place each. */
const ORDERS: Record<CompanySort, Order> = {
  name: {
    by: sql`${name}, c.id`,
    value: 'name',
    after: ({ value, id }) => sql`(${name}, c.id) > (${value}, ${id})`,
  },
  status: {
    by: sql`c.status_rank, ${name}, c.id`,
    value: 'rankedName',
    after: ({ value, id }) => {
      const [rank, ...rest] = String(value).split(' ')
      return sql`(c.status_rank, ${name}, c.id) > (${Number(rank)}, ${rest.join(' ')}, ${id})`
    },
  },
  'last-contact': {
    by: sql`c.last_contact_on nulls first, c.id`,
    value: 'lastContactOn',
    after: ({ value, id }) =>
      value === null
        ? sql`(c.last_contact_on is not null or c.id > ${id})`
        : sql`(c.last_contact_on, c.id) > (${value}, ${id})`,
  },
  'next-step': {
    by: sql`c.next_step_on, c.id`,
    value: 'nextStepOn',
    after: ({ value, id }) =>
      value === null
        ? sql`(c.next_step_on is null and c.id > ${id})`
        : sql`((c.next_step_on, c.id) > (${value}, ${id}) or c.next_step_on is null)`,
  },
  newest: {
    by: sql`c.created_at desc, c.id`,
    value: 'createdAt',
    after: ({ value, id }) => sql`(c.created_at < ${value} or (c.created_at = ${value} and c.id > ${id}))`,
  },
}

export type ListedCompany = Awaited<ReturnType<ReturnType<typeof selectRows>['execute']>>[number]

function selectRows(tx: Tx, scope: ListScope) {
  return (
    selectRegister(tx)
      .select(['c.size_class as sizeClass', 'c.next_step as nextStep', 'c.next_step_on as nextStepOn'])
      .select('c.last_contact_on as lastContactOn')
      // The cursor keeps the microseconds that an ISO instant in milliseconds would lose.
      .select(sql<string>`to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('createdAt'))
      .select(sql<string>`c.status_rank || ' ' || c.name`.as('rankedName'))
      .select(inReach(scope).as('reached'))
  )
}

/** One page in the order asked for; one row more than `limit` tells that there is a next page. */
export async function listCompanies(
  tx: Tx,
  scope: ListScope,
  page: { sort: CompanySort; after: Place | undefined; limit: number },
): Promise<{ rows: ListedCompany[]; end: Place | null }> {
  const order = ORDERS[page.sort]
  const where = all([
    conditionsOf(scope),
    ...orderReach(scope, page.sort),
    ...(page.after ? [order.after(page.after)] : []),
  ])
  const found = await selectRows(tx, scope)
    .where(where)
    .orderBy(order.by)
    .limit(page.limit + 1)
    .execute()
  const rows = found.slice(0, page.limit)
  const last = rows.at(-1)
  return {
    rows,
    end: found.length > page.limit && last ? { value: last[order.value] as Place['value'], id: last.id } : null,
  }
}

/** An order by what is not in the register would tell it, so it lists only the records this person reaches. */
function orderReach(scope: ListScope, sort: CompanySort): Condition[] {
  return sort === 'last-contact' || sort === 'next-step' ? [inReach(scope)] : []
}

export async function countByStatus(tx: Tx, scope: ListScope): Promise<Partial<Record<CompanyStatus, number>>> {
  const rows = await tx
    .selectFrom('company as c')
    .select(['c.status', sql<number>`count(*)`.as('count')])
    .where(conditionsOf(scope, 'status'))
    .groupBy('c.status')
    .execute()
  return Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]))
}
