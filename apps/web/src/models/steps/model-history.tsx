import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Timeline } from '../../ui/list.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { modelHistoryQuery } from '../api.ts'

/** What happened to the model, newest first. */
export function ModelHistory({ programme, model }: { programme: string; model: string }) {
  const { data, error, isPending, refetch } = useQuery(modelHistoryQuery(programme, model))
  const { publishing: texts } = useTexts().models
  const { instant } = useFormats()
  if (isPending) return <Skeleton />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  const titles: Readonly<Record<string, string>> = texts.events
  return (
    <Timeline
      label={texts.history}
      entries={data.entries.map(({ id, at, kind, who }) => ({
        ...{ id, when: instant(at), title: titles[kind] ?? texts.otherEvent, who: who ?? undefined },
      }))}
    />
  )
}
