import { type CoachingSession, SESSION_HOW_NAMES, type SessionPage } from '@stegvis/core/coaching/schema.ts'
import { inLanguage } from '@stegvis/core/kernel/text.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats } from '../locales/texts.tsx'
import { AreaName } from '../ui/area-mark.tsx'
import { Badge } from '../ui/badge.tsx'
import { keepDays } from '../ui/days.tsx'
import { Row, Soft, Stack } from '../ui/layout.tsx'
import { Timeline } from '../ui/list.tsx'

/** `12 möten, sammanlagt 18,5 timmar` */
export function useSessionSum(): (page: Pick<SessionPage, 'count' | 'minutes'>) => string {
  const { coaching } = useTexts()
  const formats = useFormats()
  return ({ count, minutes }) =>
    coaching.sum({
      count: formats.count(count, coaching.meetings),
      time: formats.count(minutes / 60, coaching.hours, 1),
    })
}

type Props = {
  sessions: readonly CoachingSession[]
  label: string
  /** what names a session: the company on a coach's own list, the way of meeting on a company's page */
  title: (session: CoachingSession) => React.ReactNode
}

export function SessionList({ sessions, label, title }: Props) {
  return (
    <Timeline
      label={label}
      entries={sessions.map((session) => ({
        id: session.id,
        when: session.heldOn,
        who: session.coach.name,
        title: title(session),
        children: <SessionText session={session} />,
      }))}
    />
  )
}

/** How and how long: `På plats, 90 min`. */
export function useSessionHow(): (session: CoachingSession) => string {
  const { coaching } = useTexts()
  const formats = useFormats()
  return ({ how, minutes }) =>
    `${SESSION_HOW_NAMES[how][formats.language]}, ${coaching.minutes({ minutes: formats.integer(minutes) })}`
}

function SessionText({ session }: { session: CoachingSession }) {
  const { coaching } = useTexts()
  const { noteAll, noteTeam, nextStep, nextStepOn, participants } = session
  const formats = useFormats()
  return (
    <Stack gap="s">
      {session.focusAreas.length > 0 && (
        <Row gap="m">
          {session.focusAreas.map((area) => (
            <AreaName key={area.id} accent={area.accent}>
              {inLanguage(area.name, formats.language)}
            </AreaName>
          ))}
        </Row>
      )}
      <AidMarks session={session} />
      {participants.length > 0 && <Soft>{formats.list(participants)}</Soft>}
      {noteAll !== '' && <p data-text="written">{noteAll}</p>}
      {noteTeam !== null && noteTeam !== '' && (
        <p data-text="written">
          <Badge>{coaching.teamOnly}</Badge> {noteTeam}
        </p>
      )}
      {nextStep !== '' && (
        <p>
          {keepDays(
            nextStepOn === null
              ? coaching.nextStepPlain({ step: nextStep })
              : coaching.nextStepBy({ step: nextStep, day: nextStepOn }),
          )}
        </p>
      )}
    </Stack>
  )
}

/** What a reader of hours has to know: no aid and why, or past the gate and why. */
function AidMarks({ session: { aid, billable, exception } }: { session: CoachingSession }) {
  const { session: texts } = useTexts().stateAid.gate
  if (aid.kind === 'advice' && !exception && billable !== false) return null
  return (
    <Row gap="s">
      {aid.kind === 'open-event' && (
        <>
          <Badge>{texts.kinds['open-event'].label}</Badge> <Soft>{aid.reason}</Soft>
        </>
      )}
      {exception && (
        <>
          <Badge tone="warning">{texts.overridden}</Badge> <Soft>{exception.reason}</Soft>
        </>
      )}
      {billable === false && <Badge tone="warning">{texts.notBillable}</Badge>}
    </Row>
  )
}
