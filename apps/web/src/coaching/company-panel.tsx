import type { SessionPage } from '@stegvis/core/coaching/schema.ts'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { ButtonLink, Link } from '../app/link.tsx'
import { useTexts } from '../locales/app-texts.tsx'
import { Section } from '../ui/layout.tsx'
import { EmptyState } from '../ui/states.tsx'
import { Pager } from '../ui/table.tsx'
import { companySessionsQuery } from './api.ts'
import { SessionList, useSessionHow, useSessionSum } from './session-list.tsx'

/** The Coaching tab of a company: what has been held, newest first. */
export function CoachingPanel({ programme, company, mayLog }: { programme: string; company: string; mayLog: boolean }) {
  const { coaching } = useTexts()
  const query = useSuspenseInfiniteQuery(companySessionsQuery(programme, company))
  const pages = query.data.pages as SessionPage[]
  const sessions = pages.flatMap((page) => page.sessions)
  const [{ count, minutes } = { count: 0, minutes: 0 }] = pages
  const sum = useSessionSum()
  const how = useSessionHow()
  const log = mayLog && (
    <ButtonLink
      kind="primary"
      icon="add"
      to="/programmes/$programme/companies/$company/sessions/new"
      params={{ programme, company }}
    >
      {coaching.panel.log}
    </ButtonLink>
  )

  if (count === 0) {
    return (
      <EmptyState title={coaching.panel.empty} action={log}>
        {mayLog ? coaching.panel.emptyHint : coaching.panel.emptyCompany}
      </EmptyState>
    )
  }
  return (
    <Section title={coaching.title} intro={sum({ count, minutes })} actions={log}>
      <SessionList
        label={coaching.title}
        sessions={sessions}
        title={(session) =>
          session.mayChange ? (
            <Link
              to="/programmes/$programme/companies/$company/sessions/$session"
              params={{ programme, company, session: session.id }}
            >
              {how(session)}
            </Link>
          ) : (
            how(session)
          )
        }
      />
      <Pager
        shown={sessions.length}
        total={count}
        hasMore={query.hasNextPage}
        isPending={query.isFetchingNextPage}
        onMore={() => void query.fetchNextPage()}
      />
    </Section>
  )
}
