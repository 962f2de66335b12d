import { CompanyId, DocumentId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { Language } from '@stegvis/core/kernel/text.ts'
import { ReportView } from '@stegvis/core/reports/content/schema.ts'
import { CompanyFilePage, NewReport, ReportKind, ReportPage, ReportRow } from '@stegvis/core/reports/schema.ts'
import { z } from 'zod'
import type { App } from '../app.ts'
import type { Deps } from '../deps.ts'
import { contextOf } from '../plans/service.ts'
import { makeReport } from './making.ts'
import { sendFile } from './send-file.ts'
import { listFilesOfCompany, listOfCompany, openFileOfCompany, openReport, viewReport } from './service.ts'

const OfCompany = z.object({ programme: z.string(), company: CompanyId })
const After = z.object({ after: z.string().max(500).optional() })
const Asked = z.object({ kind: ReportKind.optional(), language: Language })
const READ = { access: { action: 'report.read' } } as const
const MAKE = { access: { action: 'report.make' } } as const
const tags = ['reports']
const readOnly = { readOnly: true }
const base = '/api/programmes/:programme/companies/:company'

export function reportsRoutes(app: App, deps: Deps): void {
  const { database } = deps
  app.get(
    `${base}/report`,
    {
      config: READ,
      schema: {
        tags,
        summary: 'The report as it would read today',
        params: OfCompany,
        querystring: Asked,
        response: { 200: ReportView },
      },
    },
    ({ actor, params, query }) =>
      database.inTenant(
        actor,
        (tx) =>
          viewReport(tx, actor, params.company, { kind: query.kind, language: query.language }, contextOf(deps, actor)),
        readOnly,
      ),
  )
  app.get(
    `${base}/reports`,
    {
      config: READ,
      schema: {
        tags,
        summary: 'Reports that were made of a company',
        params: OfCompany,
        querystring: After,
        response: { 200: ReportPage },
      },
    },
    ({ actor, params, query }) =>
      database.inTenant(
        actor,
        (tx) => listOfCompany(tx, actor, params.company, query.after, contextOf(deps, actor)),
        readOnly,
      ),
  )
  app.post(
    `${base}/reports`,
    {
      config: MAKE,
      schema: { tags, summary: 'Make a report', params: OfCompany, body: NewReport, response: { 200: ReportRow } },
    },
    ({ actor, params, body }) => makeReport(deps, actor, params.company, body),
  )
  app.get(
    '/api/programmes/:programme/reports/:report/file',
    {
      config: READ,
      schema: {
        tags,
        summary: 'A report as PDF',
        params: z.object({ programme: z.string(), report: RecordId }),
      },
    },
    async ({ actor, params }, reply) => {
      const file = await database.inTenant(actor, (tx) => openReport(tx, actor, params.report), readOnly)
      return sendFile(reply, { ...file, mediaType: 'application/pdf' })
    },
  )
  app.get(
    `${base}/files`,
    {
      config: READ,
      schema: {
        tags,
        summary: 'Evidence and other files of a company',
        params: OfCompany,
        querystring: After,
        response: { 200: CompanyFilePage },
      },
    },
    ({ actor, params, query }) =>
      database.inTenant(actor, (tx) => listFilesOfCompany(tx, actor, params.company, query.after), readOnly),
  )
  app.get(
    `${base}/files/:file`,
    {
      config: READ,
      schema: { tags, summary: 'The file as it came', params: OfCompany.extend({ file: DocumentId }) },
    },
    async ({ actor, params }, reply) => {
      const file = await database.inTenant(
        actor,
        (tx) => openFileOfCompany(tx, actor, params.company, params.file),
        readOnly,
      )
      return sendFile(reply, file)
    },
  )
}
