import type { HistoryEntry } from '@stegvis/core/audit/schema.ts'
import { type KeyFigureValue, Quality } from '@stegvis/core/indicators/schema.ts'
import { QUALITY_NAMES } from '@stegvis/core/indicators/terms.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats } from '../locales/texts.tsx'
import { Timeline } from '../ui/list.tsx'
import { valueHistoryQuery } from './api.ts'

/** Who entered and changed a value, newest first. */
export function ValueHistory({ programme, value }: { programme: string; value: KeyFigureValue }) {
  const { data } = useSuspenseQuery(valueHistoryQuery(programme, value.id))
  const { indicators } = useTexts()
  const { instant } = useFormats()
  const words = useWords()
  return (
    <Timeline
      label={indicators.history}
      entries={data.entries.map((entry) => ({
        id: entry.id,
        when: instant(entry.at),
        title: words(entry),
        who: entry.who ?? undefined,
      }))}
    />
  )
}

function useWords(): (entry: HistoryEntry) => string {
  const { indicators } = useTexts()
  const { language, number } = useFormats()
  const { form, events } = indicators
  const names: Record<string, string> = {
    fromOn: form.fromOn,
    toOn: form.toOn,
    amount: form.amount,
    quality: indicators.quality,
    source: form.source,
    note: form.note,
  }
  const shown = (field: string, value: HistoryEntry['from']): string => {
    if (value === null || value === '') return events.empty
    if (typeof value === 'number') return number(value, 4)
    const quality = field === 'quality' ? Quality.safeParse(value) : undefined
    return quality?.success ? QUALITY_NAMES[quality.data][language].toLowerCase() : String(value)
  }
  return ({ kind, field, from, to }) => {
    if (field !== null) {
      return events.changed({ field: names[field] ?? field, from: shown(field, from), to: shown(field, to) })
    }
    const { changed: _, empty: __, other, ...kinds } = events
    return Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : other
  }
}
