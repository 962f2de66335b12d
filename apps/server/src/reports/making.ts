import type { CompanyId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { reportContent } from '@stegvis/core/reports/content/content.ts'
import type { NewReport, ReportRow } from '@stegvis/core/reports/schema.ts'
import type { Deps } from '../deps.ts'
import { contextOf } from '../plans/service.ts'
import { printJob } from './document.ts'
import { keepReport, modelOf, prepareReport } from './service.ts'

/** Reads, sets and keeps a report. No transaction is open while it is set. */
export async function makeReport(
  { database, models, clock, printer }: Deps,
  actor: Actor,
  companyId: CompanyId,
  wanted: NewReport,
): Promise<ReportRow> {
  const context = contextOf({ models, clock }, actor)
  const prepared = await database.inTenant(actor, (tx) => prepareReport(tx, actor, companyId, wanted, context), {
    readOnly: true,
  })
  if ('made' in prepared) return prepared.made
  const { data, logos } = prepared
  const content = reportContent(data, modelOf(models), wanted.language)
  const { pdf } = await printer.print(printJob(content, data, logos))
  return database.inTenant(actor, (tx) => keepReport(tx, actor, companyId, wanted, { data, pdf, madeAt: context.now }))
}
