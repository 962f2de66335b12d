import type { TimelineEvent } from '@stegvis/core/companies/timeline/schema.ts'
import type { ReactNode } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats, useLanguage } from '../locales/texts.tsx'
import { Badge } from '../ui/badge.tsx'
import { Row } from '../ui/layout.tsx'
import { Timeline } from '../ui/list.tsx'
import { type EventContext, eventWords } from './event-words.ts'
import { useNames } from './names.ts'

export function useEventContext(programme: string): EventContext {
  const { companies } = useTexts()
  const { language } = useLanguage()
  const formats = useFormats()
  const { municipality } = useNames(programme)
  return { events: companies.events, language, formats, municipality }
}

type TimelineListProps = {
  programme: string
  events: readonly TimelineEvent[]
  label: string
  action?: (event: TimelineEvent) => ReactNode
}

/** Events in words, newest first; those that only the team or the office reads say so. */
export function TimelineList({ programme, events, label, action }: TimelineListProps) {
  const { companies } = useTexts()
  const context = useEventContext(programme)
  return (
    <Timeline
      label={label}
      entries={events.map((event) => {
        const { title, more } = eventWords(event, context)
        const audience = event.audience === 'all' ? null : companies.timeline.audience[event.audience]
        return {
          id: event.id,
          when: context.formats.instant(event.at),
          who: event.who ?? undefined,
          title: (
            <Row gap="s">
              <span>{title}</span>
              {audience && <Badge icon="lock">{audience}</Badge>}
              {action?.(event)}
            </Row>
          ),
          ...(more.length > 0 && {
            children: more.map((remark) => <p key={remark}>{remark}</p>),
          }),
        }
      })}
    />
  )
}
