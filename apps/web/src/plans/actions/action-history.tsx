import type { HistoryEntry } from '@stegvis/core/audit/schema.ts'
import { inLanguage } from '@stegvis/core/kernel/text.ts'
import { ActionStatus, type ActionView } from '@stegvis/core/plans/schema.ts'
import { ACTION_FIELD_NAMES, ACTION_STATUS_NAMES } from '@stegvis/core/plans/terms.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Timeline } from '../../ui/list.tsx'
import { actionHistoryQuery } from '../api.ts'
import { usePlace, usePlan } from '../plan-context.tsx'

/** Who did what to an action, newest first. */
export function ActionHistory({ action }: { action: ActionView }) {
  const { programme, company } = usePlace()
  const { data } = useSuspenseQuery(actionHistoryQuery(programme, company, action.id))
  const { plans } = useTexts()
  const { instant } = useFormats()
  const words = useWords()
  if (data.entries.length === 0) return <p>{plans.action.noHistory}</p>
  return (
    <Timeline
      label={plans.action.history}
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
  const { plans } = useTexts()
  const { language } = useFormats()
  const shown = useShownValue()
  return ({ kind, field, from, to }) => {
    if (field === null) {
      const { changed: _, empty: __, other, ...kinds } = plans.events
      return Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : other
    }
    const name = Object.hasOwn(ACTION_FIELD_NAMES, field)
      ? ACTION_FIELD_NAMES[field as keyof typeof ACTION_FIELD_NAMES][language]
      : field
    return plans.events.changed({ field: name, from: shown(field, from), to: shown(field, to) })
  }
}

/** A stored value as people read it: names in place of ids. */
function useShownValue(): (field: string, value: HistoryEntry['from']) => string {
  const { goals, owners, ladders, keyFigures } = usePlan()
  const { plans } = useTexts()
  const { language, money, number } = useFormats()
  const names: Record<string, (value: string) => string | undefined> = {
    status: (value) => {
      const status = ActionStatus.safeParse(value)
      return status.success ? ACTION_STATUS_NAMES[status.data][language] : undefined
    },
    goalId: (value) => goals.find(({ id }) => id === value)?.title,
    ownerId: (value) => owners.find(({ id }) => id === value)?.name,
    focusAreaId: (value) => {
      const area = ladders.find(({ focusArea }) => focusArea.id === value)?.focusArea
      return area && inLanguage(area.name, language)
    },
    dimensionId: (value) =>
      ladders.flatMap(({ dimensions }) => dimensions).find(({ id }) => id === value)?.name[language],
    effectKeyFigureId: (value) => keyFigures.find(({ id }) => id === value)?.name[language],
  }
  return (field, value) => {
    if (value === null || value === '') return plans.events.empty
    if (typeof value === 'number') return field === 'costCents' ? money(value) : number(value, 4)
    return names[field]?.(String(value)) ?? (field.endsWith('Id') ? '…' : String(value))
  }
}
