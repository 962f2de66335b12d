import type { SessionPage } from '@stegvis/core/coaching/schema.ts'
import { addDays, addMonths, PlainDate } from '@stegvis/core/kernel/day.ts'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { ButtonLink, Link } from '../app/link.tsx'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats } from '../locales/texts.tsx'
import { buttonClass } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Row, Section, Stack } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { EmptyState } from '../ui/states.tsx'
import { Pager } from '../ui/table.tsx'
import { ownSessionsQuery, sessionsSpreadsheetUrl } from './api.ts'
import { SessionList, useSessionHow, useSessionSum } from './session-list.tsx'

const ROUTE = '/signed-in/programmes/$programme/sessions'

/** A coach's own sessions, a month at a time; the address carries the month. */
export function OwnSessionsPage() {
  const { programme } = useParams({ from: ROUTE })
  const { coaching } = useTexts()
  const formats = useFormats()
  const month = useSearch({ from: ROUTE }).month ?? formats.dayOf(new Date().toISOString()).slice(0, 7)
  const first = PlainDate.parse(`${month}-01`)
  const period = { from: first, to: addDays(addMonths(first, 1), -1) }
  const query = useSuspenseInfiniteQuery(ownSessionsQuery(programme, period))
  const pages = query.data.pages as SessionPage[]
  const sessions = pages.flatMap((page) => page.sessions)
  const [{ count, minutes } = { count: 0, minutes: 0 }] = pages
  const sum = useSessionSum()
  const how = useSessionHow()

  return (
    <>
      <PageHeader
        title={coaching.mine.title}
        intro={coaching.mine.intro}
        actions={
          count > 0 && (
            <a href={sessionsSpreadsheetUrl(programme, period)} className={buttonClass({})} download>
              <Icon name="download" />
              {coaching.mine.export}
            </a>
          )
        }
      />
      <Stack gap="l">
        <Row gap="s">
          <Month programme={programme} month={addMonths(first, -1)}>
            {coaching.mine.previous}
          </Month>
          <strong aria-live="polite">{formats.month(first)}</strong>
          <Month programme={programme} month={addMonths(first, 1)}>
            {coaching.mine.following}
          </Month>
        </Row>
        {count === 0 ? (
          <EmptyState title={coaching.mine.empty}>{coaching.mine.emptyHint}</EmptyState>
        ) : (
          <Section title={sum({ count, minutes })}>
            <SessionList
              label={coaching.mine.title}
              sessions={sessions}
              title={(session) => (
                <>
                  <Link
                    to="/programmes/$programme/companies/$company/sessions/$session"
                    params={{ programme, company: session.companyId, session: session.id }}
                  >
                    {session.companyName}
                  </Link>
                  {` · ${how(session)}`}
                </>
              )}
            />
            <Pager
              shown={sessions.length}
              total={count}
              hasMore={query.hasNextPage}
              isPending={query.isFetchingNextPage}
              onMore={() => void query.fetchNextPage()}
            />
          </Section>
        )}
      </Stack>
    </>
  )
}

function Month({ programme, month, children }: { programme: string; month: PlainDate; children: string }) {
  return (
    <ButtonLink small to="/programmes/$programme/sessions" params={{ programme }} search={{ month: month.slice(0, 7) }}>
      {children}
    </ButtonLink>
  )
}
