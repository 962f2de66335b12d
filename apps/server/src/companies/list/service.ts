import { reachOf } from '@stegvis/core/companies/list/register.ts'
import type {
  CompanyCounts,
  CompanyFilter,
  CompanyListQuery,
  CompanyPage,
  CompanyRow,
} from '@stegvis/core/companies/list/schema.ts'
import { CompanyStatus } from '@stegvis/core/companies/standing/status.ts'
import { addDays, type PlainDate } from '@stegvis/core/kernel/day.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import type { Tx } from '../../db/tenancy.ts'
import { readCursor, writeCursor } from '../keyset.ts'
import { registerOf } from '../register-store.ts'
import { countByStatus, type ListedCompany, type ListScope, listCompanies } from './store.ts'

export async function readPage(tx: Tx, actor: Actor, query: CompanyListQuery, today: PlainDate): Promise<CompanyPage> {
  const { sort, after, limit, ...filter } = query
  const { rows, end } = await listCompanies(tx, scopeOf(actor, filter, today), {
    sort,
    after: readCursor(after),
    limit,
  })
  return { companies: rows.map(toRow), next: end && writeCursor(end) }
}

export async function readCounts(
  tx: Tx,
  actor: Actor,
  filter: CompanyFilter,
  today: PlainDate,
): Promise<CompanyCounts> {
  const found = await countByStatus(tx, scopeOf(actor, filter, today))
  const counts = CompanyStatus.options.map((status) => [status, found[status] ?? 0] as const)
  const total = counts.reduce((sum, [, count]) => sum + count, 0)
  return { total, byStatus: Object.fromEntries(counts) as CompanyCounts['byStatus'] }
}

const EXPORT_PAGE = 2000

/** All the filter finds, in the order of the list. */
export async function readAll(tx: Tx, actor: Actor, query: CompanyListQuery, today: PlainDate): Promise<CompanyRow[]> {
  const { sort, after: _after, limit: _limit, ...filter } = query
  const scope = scopeOf(actor, filter, today)
  const found: CompanyRow[] = []
  let after: Parameters<typeof listCompanies>[2]['after']
  do {
    const { rows, end } = await listCompanies(tx, scope, { sort, after, limit: EXPORT_PAGE })
    found.push(...rows.map(toRow))
    after = end ?? undefined
  } while (after)
  return found
}

function scopeOf(actor: Actor, filter: CompanyFilter, today: PlainDate): ListScope {
  const quietBefore = filter.quietDays === undefined ? null : addDays(today, -filter.quietDays)
  return { actor, filter, reach: reachOf(actor, 'company.read'), quietBefore }
}

/** Beyond the register a row says nothing to those without access to the record. */
function toRow(row: ListedCompany): CompanyRow {
  const register = { ...registerOf(row), createdAt: row.createdAt }
  if (!row.reached) {
    return { ...register, access: 'register', sizeClass: null, nextStep: null, nextStepOn: null, lastContactOn: null }
  }
  const { sizeClass, nextStep, nextStepOn, lastContactOn } = row
  return { ...register, access: 'full', sizeClass, nextStep, nextStepOn, lastContactOn }
}
