import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import type { PanelProps } from '../../companies/company-tabs.tsx'
import { useTexts } from '../../locales/app-texts.tsx'
import { Card, Section, Stack } from '../../ui/layout.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { groupQuery } from './api.ts'
import type { Where } from './forms/fact-dialog.tsx'
import { MoreFacts } from './more-facts.tsx'
import { OwnerQuestions } from './owner-questions.tsx'
import { Readings } from './readings.tsx'
import { useGroupFacts } from './use-group.ts'

const GroupFigure = lazy(async () => ({ default: (await import('./picture/group-figure.tsx')).GroupFigure }))
const SizePart = lazy(async () => ({ default: (await import('../size/size-part.tsx')).SizePart }))

/** Owners and size of a company, for the team and the office. */
export function OwnersPanel({ programme, company, may }: PanelProps) {
  const { data: group } = useSuspenseQuery(groupQuery(programme, company))
  const where = { programme, company, group }
  return (
    <Stack gap="l">
      <Picture {...where} />
      <OwnerQuestions {...where} />
      <Readings {...where} />
      <Suspense fallback={<Skeleton lines={8} />}>
        <SizePart {...where} may={may} />
      </Suspense>
      <MoreFacts {...where} history={`/programmes/${programme}/companies/${company}/timeline?group=aid`} />
    </Stack>
  )
}

/** The same for the company's own people, who begin with the questions. */
export function OurOwnersPanel({ programme, company, may }: PanelProps) {
  const { data: group } = useSuspenseQuery(groupQuery(programme, company))
  const where = { programme, company, group }
  return (
    <Stack gap="l">
      <OwnerQuestions {...where} mine />
      <Picture {...where} />
      <Suspense fallback={<Skeleton lines={8} />}>
        <SizePart {...where} may={may} />
      </Suspense>
      <Readings {...where} />
      <MoreFacts {...where} history={`/programmes/${programme}/timeline?group=aid`} />
    </Stack>
  )
}

function Picture({ group }: Where) {
  const { picture } = useTexts().groups
  const facts = useGroupFacts(group)
  if (group.facts.length === 0) return null
  return (
    <Section title={picture.heading} intro={picture.intro({ day: group.on })}>
      <Card>
        <Suspense fallback={<Skeleton lines={6} />}>
          <GroupFigure facts={facts} focus={group.partyId} on={group.on} />
        </Suspense>
      </Card>
    </Section>
  )
}
