import type { Company, CompanyDetails } from '@stegvis/core/companies/schema.ts'
import { STATUS_NAMES } from '@stegvis/core/companies/standing/status.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '../app/link.tsx'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats, useLanguage } from '../locales/texts.tsx'
import { AreaName } from '../ui/area-mark.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Card, Soft, Stack, WithAside } from '../ui/layout.tsx'
import { DefinitionList, Timeline } from '../ui/list.tsx'
import { SavedDateField, SavedRecord, SavedTextField } from '../ui/saved-field.tsx'
import { Callout } from '../ui/states.tsx'
import { companyKey, companyQuery, companyUrl, timelineQuery } from './api.ts'
import type { PanelProps } from './company-tabs.tsx'
import { ContactCard } from './contact-card.tsx'
import { useNames } from './names.ts'
import { OverviewSlots } from './slots.tsx'
import { TimelineList } from './timeline-list.tsx'

const LATEST = 6

/** What one needs before a visit: the next step, whom to meet, where they stand, what happened lately. */
export function OverviewPanel({ programme, company: id, may }: PanelProps) {
  const { data: company } = useSuspenseQuery(companyQuery(programme, id))
  if (!company.details) return null
  const mayEdit = may.includes('company.status')
  return (
    <WithAside
      aside={
        <>
          <Contacts programme={programme} company={company} details={company.details} />
          <AtAGlance programme={programme} company={company} details={company.details} />
          <Standing details={company.details} />
        </>
      }
    >
      <NextStep programme={programme} company={company} details={company.details} readOnly={!mayEdit} />
      <OverviewSlots programme={programme} company={id} may={may} />
      {company.details.interestMessage && <InterestMessage message={company.details.interestMessage} />}
      <Latest programme={programme} company={id} />
    </WithAside>
  )
}

type PartProps = { programme: string; company: Company; details: CompanyDetails }

function NextStep({ programme, company, details, readOnly }: PartProps & { readOnly: boolean }) {
  const { companies } = useTexts()
  const { facts } = details
  const texts = companies.overview
  if (readOnly) {
    return (
      <Card title={texts.nextStep}>
        <p>{facts.nextStep ?? texts.noNextStep}</p>
        {facts.nextStepOn && <Soft>{facts.nextStepOn}</Soft>}
      </Card>
    )
  }
  return (
    <Card title={texts.nextStep}>
      <SavedRecord
        url={companyUrl(programme, company.id)}
        queryKey={companyKey(programme, company.id)}
        values={{ nextStep: facts.nextStep, nextStepOn: facts.nextStepOn }}
      >
        <SavedTextField field="nextStep" label={texts.nextStepWhat} hint={texts.nextStepHint} />
        <SavedDateField field="nextStepOn" label={texts.nextStepWhen} />
        <Late on={facts.nextStepOn} />
      </SavedRecord>
    </Card>
  )
}

/** A day that has passed is where the next call begins. */
function Late({ on }: { on: PlainDate | null }) {
  const { companies } = useTexts()
  const { dayOf } = useFormats()
  if (on === null || on >= dayOf(new Date().toISOString())) return null
  return <Callout tone="warning">{companies.overview.late({ on })}</Callout>
}

function InterestMessage({ message }: { message: string }) {
  const { companies } = useTexts()
  return (
    <Card title={companies.overview.message}>
      <p style={{ whiteSpace: 'pre-line' }}>{message}</p>
    </Card>
  )
}

function Contacts({ programme, company, details }: PartProps) {
  const { companies } = useTexts()
  return (
    <Card title={companies.contacts.title}>
      {details.contacts.length === 0 ? (
        <Soft>{companies.contacts.none}</Soft>
      ) : (
        details.contacts.slice(0, 3).map((contact) => <ContactCard key={contact.id} contact={contact} />)
      )}
      <Link
        to="/programmes/$programme/companies/$company/$tab"
        params={{ programme, company: company.id, tab: 'facts' }}
        hash="contacts"
      >
        {companies.contacts.all}
      </Link>
    </Card>
  )
}

function AtAGlance({ programme, company, details }: PartProps) {
  const { companies } = useTexts()
  const { language } = useLanguage()
  const formats = useFormats()
  const { focusAreas } = useNames(programme)
  const areas = focusAreas.filter((area) => details.focusAreaIds.some((id) => id === area.id))
  const { facts, overview } = companies
  return (
    <Card title={overview.glance}>
      <DefinitionList
        items={[
          {
            term: overview.statusSince({ status: STATUS_NAMES[company.status][language] }),
            value: company.statusSince,
          },
          { term: companies.list.coach, value: company.coach?.name },
          { term: companies.list.partner, value: company.partner?.name },
          { term: companies.list.subProject, value: company.subProject?.name },
          { term: overview.lastContact, value: details.lastContactOn },
          {
            term: facts.size,
            value: details.size && facts.sizeOf({ size: details.size.size, year: details.size.year }),
          },
          {
            term: facts.focusAreas,
            value:
              areas.length === 0 ? null : (
                <Stack gap="s">
                  {areas.map((area) => (
                    <AreaName key={area.id} accent={area.accent}>
                      {area.name}
                    </AreaName>
                  ))}
                </Stack>
              ),
          },
          { term: overview.cameIn, value: `${formats.dayOf(details.createdAt)}, ${overview.cameBy[details.cameBy]}` },
        ]}
      />
    </Card>
  )
}

function Latest({ programme, company }: { programme: string; company: string }) {
  const { companies } = useTexts()
  const { data } = useSuspenseInfiniteQuery(timelineQuery(programme, company, undefined, LATEST))
  const events = data.pages[0]?.events ?? []
  return (
    <Card
      title={companies.overview.latest}
      actions={
        <Link to="/programmes/$programme/companies/$company/$tab" params={{ programme, company, tab: 'timeline' }}>
          {companies.overview.all}
        </Link>
      }
    >
      {events.length === 0 ? (
        <Soft>{companies.timeline.empty}</Soft>
      ) : (
        <TimelineList programme={programme} events={events} label={companies.overview.latest} />
      )}
    </Card>
  )
}

/** How the company came to stand where it does: its statuses and its coaches, with what was said. */
function Standing({ details }: { details: CompanyDetails }) {
  const { companies } = useTexts()
  const { language } = useLanguage()
  const { overview } = companies
  return (
    <Disclosure summary={overview.standing}>
      <Stack>
        <Timeline
          label={overview.statuses}
          entries={details.statusHistory.map((change) => ({
            id: change.id,
            when: change.on,
            who: change.by ?? undefined,
            title: STATUS_NAMES[change.to][language],
            children: change.reason,
          }))}
        />
        <Timeline
          label={overview.coaches}
          entries={details.coachHistory.map((period) => ({
            id: period.id,
            when: period.to
              ? overview.period({ from: period.from, to: period.to })
              : overview.since({ from: period.from }),
            title: period.coach,
            children: period.note,
          }))}
        />
      </Stack>
    </Disclosure>
  )
}
