import { inLanguage } from '@stegvis/core/kernel/text.ts'
import type { CompanyFile, CompanyFilePage, ReportPage, ReportRow } from '@stegvis/core/reports/schema.ts'
import { REPORT_KIND_NAMES } from '@stegvis/core/reports/terms.ts'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { ButtonLink } from '../app/link.tsx'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats } from '../locales/texts.tsx'
import { AreaName } from '../ui/area-mark.tsx'
import { StatusBadge } from '../ui/badge.tsx'
import { Row, Section, Soft, Stack } from '../ui/layout.tsx'
import { EmptyState } from '../ui/states.tsx'
import { type Column, Pager, Table } from '../ui/table.tsx'
import { companyFileUrl, filesQuery, reportFileUrl, reportsQuery } from './api.ts'
import { MakeReport } from './make-report.tsx'
import styles from './report.module.css'

type Where = { programme: string; company: string }

/** The Documents tab of a company: its reports, and the files its measurements rest on. */
export function DocumentsPanel(where: Where) {
  return (
    <Stack gap="l">
      <Reports {...where} />
      <Files {...where} />
    </Stack>
  )
}

function Reports({ programme, company }: Where) {
  const { reports } = useTexts()
  const query = useSuspenseInfiniteQuery(reportsQuery(programme, company))
  const pages = query.data.pages as ReportPage[]
  const rows = pages.flatMap((page) => page.reports)
  const { count, ready, mayMake } = pages[0]!
  if (ready.length === 0 && count === 0) {
    return <EmptyState title={reports.notReady}>{reports.notReadyHint}</EmptyState>
  }
  const actions = (
    <Row gap="s">
      {ready.length > 0 && (
        <ButtonLink to="/programmes/$programme/companies/$company/report" params={{ programme, company }}>
          {reports.read}
        </ButtonLink>
      )}
      {mayMake && ready.length > 0 && <MakeReport {...{ programme, company, ready }} />}
    </Row>
  )
  if (count === 0) {
    return (
      <EmptyState title={reports.noReports} action={actions}>
        {mayMake ? reports.noReportsHint : reports.noReportsReader}
      </EmptyState>
    )
  }
  return (
    <Section title={reports.reports} intro={reports.reportsIntro} actions={actions}>
      <ReportTable programme={programme} rows={rows} />
      <Pager
        shown={rows.length}
        total={count}
        hasMore={query.hasNextPage}
        isPending={query.isFetchingNextPage}
        onMore={() => void query.fetchNextPage()}
      />
    </Section>
  )
}

function ReportTable({ programme, rows }: { programme: string; rows: readonly ReportRow[] }) {
  const { reports } = useTexts()
  const formats = useFormats()
  const columns: Column<ReportRow>[] = [
    {
      id: 'report',
      label: reports.columns.report,
      main: true,
      cell: ({ id, kind }) => (
        <a href={reportFileUrl(programme, id)} download>
          {`${inLanguage(REPORT_KIND_NAMES[kind], formats.language)} (pdf)`}
        </a>
      ),
    },
    { id: 'language', label: reports.columns.language, cell: ({ language }) => reports.languages[language] },
    { id: 'made', label: reports.columns.made, cell: ({ madeAt }) => formats.instant(madeAt) },
    { id: 'by', label: reports.columns.by, cell: ({ madeBy }) => madeBy ?? '–' },
    {
      id: 'size',
      label: reports.columns.size,
      numeric: true,
      cell: ({ sizeBytes }) => formats.fileSize(sizeBytes),
    },
  ]
  return <Table label={reports.reports} columns={columns} rows={rows} rowKey={({ id }) => id} />
}

function Files({ programme, company }: Where) {
  const { reports } = useTexts()
  const query = useSuspenseInfiniteQuery(filesQuery(programme, company))
  const pages = query.data.pages as CompanyFilePage[]
  const rows = pages.flatMap((page) => page.files)
  return (
    <Section title={reports.files} intro={rows.length > 0 && reports.filesIntro}>
      {rows.length === 0 ? (
        <p>
          <Soft>{reports.noFilesHint}</Soft>
        </p>
      ) : (
        <>
          <FileTable {...{ programme, company, rows }} />
          <Pager
            shown={rows.length}
            total={pages[0]!.count}
            hasMore={query.hasNextPage}
            isPending={query.isFetchingNextPage}
            onMore={() => void query.fetchNextPage()}
          />
        </>
      )}
    </Section>
  )
}

function FileTable({ programme, company, rows }: Where & { rows: readonly CompanyFile[] }) {
  const { reports } = useTexts()
  const formats = useFormats()
  const today = formats.dayOf(new Date().toISOString())
  const { fileColumns: labels } = reports
  const columns: Column<CompanyFile>[] = [
    {
      id: 'file',
      label: labels.file,
      main: true,
      cell: ({ id, name, sizeBytes }) => (
        <span className={styles.file}>
          <a href={companyFileUrl(programme, company, id)} download>
            {name}
          </a>{' '}
          <Soft>{formats.fileSize(sizeBytes)}</Soft>
        </span>
      ),
    },
    { id: 'shows', label: labels.shows, cell: ({ evidence }) => evidence?.description ?? '–' },
    {
      id: 'area',
      label: labels.area,
      cell: ({ evidence }) =>
        evidence ? (
          <AreaName accent={evidence.focusArea.accent}>
            {inLanguage(evidence.focusArea.name, formats.language)}
          </AreaName>
        ) : (
          '–'
        ),
    },
    { id: 'dated', label: labels.dated, cell: ({ evidence, addedAt }) => evidence?.datedOn ?? formats.dayOf(addedAt) },
    {
      id: 'until',
      label: labels.until,
      cell: ({ evidence }) =>
        evidence ? (
          <Row gap="s">
            {evidence.bestBeforeOn}
            {evidence.bestBeforeOn < today && <StatusBadge tone="warning">{reports.lapsed}</StatusBadge>}
          </Row>
        ) : (
          '–'
        ),
    },
  ]
  return <Table label={reports.files} columns={columns} rows={rows} rowKey={({ id }) => id} />
}
