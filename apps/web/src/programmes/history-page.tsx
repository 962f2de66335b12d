import type { HistoryEntry } from '@stegvis/core/programmes/schema.ts'
import { useMutation, useQueryClient, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { ProblemError } from '../app/send.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats } from '../locales/texts.tsx'
import { Button } from '../ui/button.tsx'
import { Row, Stack } from '../ui/layout.tsx'
import { Timeline } from '../ui/list.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { EmptyState, useProblemText } from '../ui/states.tsx'
import { toast } from '../ui/toast.tsx'
import { historyQuery } from './api.ts'
import { undoOf } from './history-undo.ts'
import { useHistoryWords } from './history-words.ts'
import styles from './set-up.module.css'
import { type SetUp, stepPath, useSetUp } from './steps.ts'

export function HistoryPage() {
  const setUp = useSetUp()
  const { common, programmes } = useTexts()
  const { history } = programmes
  const { instant } = useFormats()
  const words = useHistoryWords(setUp.programme)
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(historyQuery(setUp.slug))
  const entries = data.pages.flatMap((page) => page.entries)
  return (
    <Stack gap="l">
      <PageHeader
        title={history.title}
        intro={history.intro}
        breadcrumbs={[{ label: programmes.setUp.title, href: stepPath(setUp.slug, null) }]}
      />
      {entries.length === 0 ? (
        <EmptyState title={history.none}>{history.noneText}</EmptyState>
      ) : (
        <Timeline
          label={history.title}
          entries={entries.map((entry) => ({
            id: entry.id,
            when: instant(entry.at),
            who: entry.by ?? history.system,
            title: words.title(entry),
            children: <Change setUp={setUp} entry={entry} text={words.change(entry)} />,
          }))}
        />
      )}
      {hasNextPage && (
        <Row>
          <Button isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
            {common.showMore}
          </Button>
        </Row>
      )}
    </Stack>
  )
}

function Change({ setUp, entry, text }: { setUp: SetUp; entry: HistoryEntry; text: string | undefined }) {
  const { history } = useTexts().programmes
  const queryClient = useQueryClient()
  const problem = useProblemText()
  const undo = undoOf(setUp.slug, entry)
  const take = useMutation({
    mutationFn: async () => undo?.(),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: setUp.queryKey })
      toast(history.undone)
    },
    onError: (error) => {
      const isStale = error instanceof ProblemError && error.slug === 'changed-meanwhile'
      toast(isStale ? history.stale : problem(error), { tone: 'danger' })
    },
  })
  return (
    <>
      {text && <p className={styles.change}>{text}</p>}
      {undo && setUp.mayConfigure && (
        <Row>
          <Button small kind="quiet" icon="undo" isPending={take.isPending} onPress={() => take.mutate()}>
            {history.undo}
          </Button>
        </Row>
      )}
    </>
  )
}
