import { columnFaults, understandColumns } from '@stegvis/core/aid/register/import/columns.ts'
import { readLine } from '@stegvis/core/aid/register/import/read.ts'
import type { Reconciled } from '@stegvis/core/aid/register/import/reconcile.ts'
import {
  type ImportColumn,
  type ImportContent,
  type ImportLine,
  type ImportList,
  ImportOutcome,
  type ImportQuery,
  type ImportView,
  type NewImport,
} from '@stegvis/core/aid/register/import/schema.ts'
import { formatNumber } from '@stegvis/core/companies/organisation-number.ts'
import { maskPersonalNumbers } from '@stegvis/core/identity/masking.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { RecordId } from '@stegvis/core/kernel/ids.ts'
import { type Actor, canEverywhere } from '@stegvis/core/people/permissions.ts'
import { recordEvent } from '../../../audit/store.ts'
import type { Tx } from '../../../db/tenancy.ts'
import { Problem } from '../../../http/problem.ts'
import { DE_MINIMIS_LAW } from '../../law.ts'
import { readRules } from '../../rules/service.ts'
import { type Comparison, compare } from './compare.ts'
import { deleteImport, findImport, insertImport, listImports, type StoredImport } from './store.ts'
import type { FileTable } from './table.ts'

/** Awards that a list does not have are shown up to so many. */
const MOST_ONLY_HERE = 500

/**
 * Keeps a list as it was understood, to be compared with the ledger. Nothing of it is in the ledger yet. The same id
 * again changes nothing. Throws `invalid-input` with the columns where no row can be understood.
 */
export async function readList(
  tx: Tx,
  actor: Actor,
  { id, kind, name, columns: chosen }: NewImport,
  table: FileTable,
  { today, now }: { today: PlainDate; now: string },
): Promise<void> {
  const columns = columnsOf(table, chosen)
  const { rules } = await readRules(tx, actor)
  const context = { law: DE_MINIMIS_LAW, memberState: rules.memberState, today }
  const content: ImportContent = { columns, lines: table.rows.map((row) => readLine(row, columns, context)) }
  const list = { id, kind, name: maskPersonalNumbers(name), content, by: actor.personId, at: now }
  if (!(await insertImport(tx, actor.programmeId, list))) return
  const detail = { name: list.name, kind, lines: content.lines.length }
  await recordEvent(tx, actor, { kind: 'aid.list-read', subjectId: id, detail, audience: 'office' })
}

function columnsOf({ headings }: FileTable, chosen: NewImport['columns']): ImportColumn[] {
  const masked = headings.map(maskPersonalNumbers)
  const columns = chosen
    ? masked.map((heading, n) => ({ heading, field: chosen[n] ?? null }))
    : understandColumns(masked)
  const faults = columnFaults(columns)
  if (faults.length > 0) {
    const errors = faults.map((message) => ({ pointer: '#/columns', detail: message.en, message }))
    throw new Problem('invalid-input', undefined, { errors, columns })
  }
  return columns
}

export async function readLists(tx: Tx, actor: Actor): Promise<ImportList> {
  return { imports: await listImports(tx, actor.programmeId), mayWrite: canEverywhere(actor, 'aid.grant') }
}

/** Throws a list away. What was taken over from it stays. */
export async function forgetList(tx: Tx, actor: Actor, id: RecordId): Promise<void> {
  if (!(await deleteImport(tx, actor.programmeId, id))) throw new Problem('not-found')
  await recordEvent(tx, actor, { kind: 'aid.list-forgotten', subjectId: id, audience: 'office' })
}

export async function getImport(tx: Tx, actor: Actor, id: RecordId): Promise<StoredImport> {
  const found = await findImport(tx, actor.programmeId, id)
  if (!found) throw new Problem('not-found')
  return found
}

/** A list beside the ledger as it is now, some rows at a time. */
export async function readComparison(
  tx: Tx,
  actor: Actor,
  id: RecordId,
  { outcome, after, limit }: ImportQuery,
  today: PlainDate,
): Promise<ImportView> {
  const list = await getImport(tx, actor, id)
  const comparison = await compare(tx, actor, list, today)
  const { content, ...summary } = list
  const wanted = comparison.rows.filter((row) => outcome === undefined || row.outcome === outcome)
  const left = wanted.filter(({ line }) => line.row > after)
  const rows = left.slice(0, limit).map((row) => lineOf(row, comparison))
  return {
    ...summary,
    columns: content.columns,
    counts: countsOf(comparison),
    rows,
    next: left.length > limit ? rows.at(-1)!.row : null,
    onlyHere: comparison.onlyHere.slice(0, MOST_ONLY_HERE),
    mayWrite: canEverywhere(actor, 'aid.grant'),
  }
}

function countsOf({ rows, onlyHere }: Comparison): ImportView['counts'] {
  const counts = ImportOutcome.options.map((outcome) => [outcome, rows.filter((row) => row.outcome === outcome).length])
  return { ...Object.fromEntries(counts), 'only-here': onlyHere.length }
}

/** A row as it is shown: the number of a sole trader is masked. */
export function lineOf({ line, outcome, grantId, differences, offers }: Reconciled, { shown }: Comparison): ImportLine {
  const { row, facts, faults } = line
  return {
    ...{ row, faults, outcome, differences, offers },
    facts: facts && { ...facts, number: formatNumber(facts.number), name: maskPersonalNumbers(facts.name) },
    grant: grantId === null ? null : shown(grantId),
  }
}
