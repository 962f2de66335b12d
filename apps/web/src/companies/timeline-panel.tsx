import type { TimelineEvent, TimelineGroup } from '@stegvis/core/companies/timeline/schema.ts'
import { TIMELINE_GROUPS } from '@stegvis/core/companies/timeline/timeline.ts'
import { useMutation, useQueryClient, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTexts } from '../locales/app-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/layout.tsx'
import { Select } from '../ui/select.tsx'
import { EmptyState, useProblemText } from '../ui/states.tsx'
import { Pager } from '../ui/table.tsx'
import { toast } from '../ui/toast.tsx'
import { changeFacts, companyKey, timelineQuery } from './api.ts'
import type { PanelProps } from './company-tabs.tsx'
import { TimelineList } from './timeline-list.tsx'

/** Everything that happened to the company; the group stands in the address. */
export function TimelinePanel({ programme, company, may }: PanelProps) {
  const { companies } = useTexts()
  const { language } = useLanguage()
  const search: { group?: TimelineGroup } = useSearch({ strict: false })
  const navigate = useNavigate()
  const query = useSuspenseInfiniteQuery(timelineQuery(programme, company, search.group))
  const events = query.data.pages.flatMap((page) => page.events)
  const groups = Object.entries(TIMELINE_GROUPS).filter(([, { needs }]) => may.includes(needs))
  return (
    <Section
      title={companies.timeline.title}
      intro={companies.timeline.intro}
      actions={
        <Select
          label={companies.timeline.show}
          short
          none={companies.timeline.everything}
          options={groups.map(([id, { name }]) => ({ id, label: name[language] }))}
          value={search.group ?? null}
          onChange={(id) =>
            void navigate({
              to: '.',
              search: id === null ? {} : { group: id as TimelineGroup },
              replace: true,
            })
          }
        />
      }
    >
      {events.length === 0 ? (
        <EmptyState title={companies.timeline.empty} />
      ) : (
        <TimelineList
          programme={programme}
          events={events}
          label={companies.timeline.title}
          action={(event) =>
            may.includes('company.edit') && <UndoChange programme={programme} company={company} event={event} />
          }
        />
      )}
      <Pager
        shown={events.length}
        hasMore={query.hasNextPage}
        isPending={query.isFetchingNextPage}
        onMore={() => void query.fetchNextPage()}
      />
    </Section>
  )
}

type UndoProps = { programme: string; company: string; event: TimelineEvent }

/** Takes one change of a fact back: the same change backwards, told if somebody has changed the field since. */
function UndoChange({ programme, company, event }: UndoProps) {
  const { common, companies } = useTexts()
  const queryClient = useQueryClient()
  const problem = useProblemText()
  const undo = useMutation({
    mutationFn: () => {
      const { field, from, to } = event.detail as Parameters<typeof changeFacts>[2]
      return changeFacts(programme, company, { field, from: to, to: from })
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: companyKey(programme, company) })
      toast(companies.timeline.undone)
    },
    onError: (error) => toast(problem(error), { tone: 'danger' }),
  })
  if (event.kind !== 'company.changed') return null
  return (
    <Button small kind="quiet" icon="undo" isPending={undo.isPending} onPress={() => undo.mutate()}>
      {common.undo}
    </Button>
  )
}
