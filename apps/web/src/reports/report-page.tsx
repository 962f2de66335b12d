import { inLanguage } from '@stegvis/core/kernel/text.ts'
import type { ReportContent, Section } from '@stegvis/core/reports/content/schema.ts'
import type { ReportKind } from '@stegvis/core/reports/schema.ts'
import { REPORT_KIND_NAMES } from '@stegvis/core/reports/terms.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { Link } from '../app/link.tsx'
import { ownCompany, useProgramme } from '../app/session.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { Button } from '../ui/button.tsx'
import { Row, Stack } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { EmptyState } from '../ui/states.tsx'
import { reportQuery } from './api.ts'
import { MakeReport } from './make-report.tsx'
import styles from './report.module.css'
import { BlockView } from './report-blocks.tsx'
import { ReportCover } from './report-cover.tsx'

const ROUTE = '/signed-in/programmes/$programme/companies/$company/report'

/** The report on the screen and on paper: what the PDF says, as it stands today. */
export function ReportPage() {
  const { programme, company } = useParams({ from: ROUTE })
  const { kind } = useSearch({ from: ROUTE })
  const { language } = useLanguage()
  const { reports } = useTexts()
  const { data } = useSuspenseQuery(reportQuery(programme, company, { kind, language }))
  const { content, ready, mayMake } = data
  const breadcrumbs = useBreadcrumbs(programme, data.company)
  if (!content) {
    return (
      <Stack gap="l">
        <PageHeader title={reports.page.title} breadcrumbs={breadcrumbs} />
        <EmptyState title={reports.notReady}>{reports.notReadyHint}</EmptyState>
      </Stack>
    )
  }
  return (
    <article className={styles.report} lang={content.language}>
      <PageHeader
        title={`${content.title}, ${content.cover.company}`}
        breadcrumbs={breadcrumbs}
        actions={
          <>
            <Button onPress={() => window.print()}>{reports.page.print}</Button>
            {mayMake && <MakeReport {...{ programme, company, ready }} kind={content.kind} />}
          </>
        }
      />
      <KindLinks {...{ programme, company, ready }} shown={content.kind} />
      <div className={styles.columns}>
        <Contents content={content} />
        <div className={styles.pages}>
          <ReportCover cover={content.cover} />
          {content.sections.map((section) => (
            <SectionView key={section.id} section={section} />
          ))}
        </div>
      </div>
    </article>
  )
}

function SectionView({ section: { id, title, blocks } }: { section: Section }) {
  const isUnderArea = blocks.some(({ kind }) => kind === 'area')
  return (
    <section id={id} className={styles.section} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no name, and their order is the report's.
        <BlockView key={at} block={block} isUnderArea={isUnderArea} />
      ))}
    </section>
  )
}

/** The company's own people come from their documents, the programme's staff from the company. */
function useBreadcrumbs(programme: string, company: { id: string; name: string }) {
  const { companies, reports } = useTexts()
  const base = `/programmes/${programme}`
  if (ownCompany(useProgramme())) return [{ label: reports.documents, href: `${base}/documents` }]
  return [
    { label: companies.title, href: `${base}/companies` },
    { label: company.name, href: `${base}/companies/${company.id}` },
    { label: reports.documents, href: `${base}/companies/${company.id}/documents` },
  ]
}

type KindLinksProps = { programme: string; company: string; ready: readonly ReportKind[]; shown: ReportKind }

function KindLinks({ programme, company, ready, shown }: KindLinksProps) {
  const { reports } = useTexts()
  const { language } = useLanguage()
  if (ready.length < 2) return null
  return (
    <nav aria-label={reports.page.show} className={styles.kinds} data-print="hide">
      <Row gap="s">
        {ready.map((kind) => (
          <Link
            key={kind}
            to="/programmes/$programme/companies/$company/report"
            params={{ programme, company }}
            search={{ kind }}
            aria-current={kind === shown ? 'page' : undefined}
          >
            {inLanguage(REPORT_KIND_NAMES[kind], language)}
          </Link>
        ))}
      </Row>
    </nav>
  )
}

function Contents({ content }: { content: ReportContent }) {
  const { reports } = useTexts()
  return (
    <nav aria-label={reports.page.contents} className={styles.contents}>
      <h2>{reports.page.contents}</h2>
      <ol>
        {content.sections.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
