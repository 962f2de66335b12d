import type { PaperRow } from '@stegvis/core/aid/papers/schema.ts'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { StatusBadge, type Tone } from '../../ui/badge.tsx'
import { Section, Soft } from '../../ui/layout.tsx'
import { Pager, Table } from '../../ui/table.tsx'
import { paperFileUrl, papersQuery } from '../signing/api.ts'

const TONES: Record<PaperRow['state'], Tone> = { draft: 'neutral', signed: 'good', made: 'good' }

/** The papers on aid, newest first: declarations, notices, certificates, and the signatures under them. */
export function PapersPart(where: { programme: string; company: string }) {
  const { papers: texts } = useTexts().stateAid.ledger
  const { instant, language, fileSize } = useFormats()
  const query = useSuspenseInfiniteQuery(papersQuery(where))
  const rows = query.data.pages.flatMap((page) => page.papers)
  return (
    <Section title={texts.title}>
      {rows.length === 0 ? (
        <p>
          <Soft>{texts.none}</Soft>
        </p>
      ) : (
        <>
          <Table
            label={texts.title}
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                id: 'paper',
                label: texts.columns.paper,
                main: true,
                cell: (paper) => (
                  <>
                    <a href={paperFileUrl(where, paper.id)} target="_blank" rel="noreferrer">
                      {paper.title[language]}
                    </a>{' '}
                    {paper.file && <Soft>{`pdf, ${fileSize(paper.file.sizeBytes)}`}</Soft>}
                  </>
                ),
              },
              {
                id: 'state',
                label: texts.columns.state,
                cell: ({ state, signatures }) => (
                  <>
                    <StatusBadge tone={TONES[state]}>{texts.states[state]}</StatusBadge>{' '}
                    {signatures.length > 0 && (
                      <Soft>{texts.signedBy({ names: signatures.map(({ name }) => name).join(', ') })}</Soft>
                    )}
                  </>
                ),
              },
              { id: 'language', label: texts.columns.language, cell: (paper) => texts.languages[paper.language] },
              { id: 'made', label: texts.columns.made, short: true, cell: ({ madeAt }) => instant(madeAt) },
              { id: 'kept', label: texts.columns.kept, short: true, cell: ({ keepUntil }) => keepUntil },
            ]}
          />
          <Pager
            shown={rows.length}
            total={query.data.pages[0]!.count}
            hasMore={query.hasNextPage}
            isPending={query.isFetchingNextPage}
            onMore={() => void query.fetchNextPage()}
          />
        </>
      )}
    </Section>
  )
}
