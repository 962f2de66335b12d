import { type CoachingSession, NewSession, SessionChange, type SessionStart } from '@stegvis/core/coaching/schema.ts'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { GateClosed, gateIn } from '../aid/gate/gate-closed.tsx'
import { PLAIN_ADVICE, SessionAidFields, sentAid, useGateToday } from '../aid/gate/session-aid.tsx'
import { newId } from '../app/new-id.ts'
import { NetworkError, ProblemError } from '../app/send.ts'
import { useMe } from '../app/session.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormDraft } from '../offline/form-draft.ts'
import { useOffline } from '../offline/offline-context.tsx'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { Stack } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Callout } from '../ui/states.tsx'
import { toast } from '../ui/toast.tsx'
import { coachingKey, correctSession, logSession, logSessionUrl, sessionQuery, sessionStartQuery } from './api.ts'
import { PlannedMeeting } from './planned-meeting.tsx'
import { RemoveSession } from './remove-session.tsx'
import { SessionFields, type SessionInput } from './session-form.tsx'

const NEW = '/signed-in/programmes/$programme/companies/$company/sessions/new'
const ONE = '/signed-in/programmes/$programme/companies/$company/sessions/$session'

/** A new session, with last time's choices: three taps and a line are enough. */
export function NewSessionPage() {
  const { programme, company } = useParams({ from: NEW })
  const { data } = useSuspenseQuery(sessionStartQuery(programme, company))
  const start = data as SessionStart
  const { coaching } = useTexts()
  const { outbox } = useOffline()
  const me = useMe()
  const done = useDone(programme, company)
  const draft = useFormDraft<SessionInput & { id: string }>(`${me.id}:session:${company}`, firstInput(start))

  const save = useMutation({
    mutationFn: () => logSession(programme, company, newSession(draft.value)),
    onSuccess: () => {
      draft.clear()
      return done(coaching.form.saved)
    },
    onError: async (error) => {
      if (!(error instanceof NetworkError)) return
      await outbox.add({
        stream: `sessions:${company}`,
        url: logSessionUrl(programme, company),
        method: 'POST',
        body: newSession(draft.value),
        page: location.pathname,
        label: `${coaching.form.newTitle}: ${start.companyName}`,
        queryKey: coachingKey(programme),
      })
      draft.clear()
      await done(coaching.form.later)
    },
  })

  return (
    <SessionFrame
      {...{ programme, company, start }}
      title={coaching.form.newTitle}
      value={draft.value}
      change={draft.change}
      problem={save.error instanceof NetworkError ? null : save.error}
      isPending={save.isPending}
      onSave={() => save.mutate()}
      notice={
        draft.kept && draft.touched ? (
          <Callout
            actions={
              <Button small kind="quiet" onPress={draft.clear}>
                {coaching.form.discard}
              </Button>
            }
          >
            {coaching.form.kept}
          </Callout>
        ) : null
      }
    />
  )
}

/** A session as it was logged, to be corrected or removed. The earlier wording stays in the history. */
export function CorrectSessionPage() {
  const { programme, company, session } = useParams({ from: ONE })
  const start = useSuspenseQuery(sessionStartQuery(programme, company)).data as SessionStart
  const stored = useSuspenseQuery(sessionQuery(programme, session)).data as CoachingSession
  const { coaching } = useTexts()
  const me = useMe()
  const done = useDone(programme, company)
  const [revision, setRevision] = useState(stored.revision)
  const draft = useFormDraft<SessionInput>(`${me.id}:session:${session}:${stored.revision}`, inputOf(stored))

  const save = useMutation({
    mutationFn: () => {
      const aid = sentAid(draft.value)
      return correctSession(programme, session, {
        ...SessionChange.parse({ ...draft.value, ...aid, revision }),
        ...aid,
      })
    },
    onSuccess: () => {
      draft.clear()
      return done(coaching.form.saved)
    },
    onError: (error) => {
      const current = error instanceof ProblemError ? (error.extra.current as CoachingSession | undefined) : undefined
      if (current) setRevision(current.revision)
    },
  })
  const conflict = save.error instanceof ProblemError && save.error.slug === 'changed-meanwhile'

  return (
    <SessionFrame
      {...{ programme, company, start }}
      title={coaching.form.editTitle}
      value={draft.value}
      change={draft.change}
      problem={conflict ? null : save.error}
      isPending={save.isPending}
      onSave={() => save.mutate()}
      notice={conflict ? <Callout tone="warning">{coaching.form.changed({ name: stored.coach.name })}</Callout> : null}
      extra={<RemoveSession programme={programme} session={session} onRemoved={() => done()} />}
    />
  )
}

type FrameProps = {
  programme: string
  company: string
  start: SessionStart
  title: string
  value: SessionInput
  change: (part: Partial<SessionInput>) => void
  problem: unknown
  isPending: boolean
  onSave: () => void
  notice: React.ReactNode
  extra?: React.ReactNode
}

function SessionFrame({ programme, company, start, title, notice, extra, ...form }: FrameProps) {
  const { coaching, common, shell } = useTexts()
  const navigate = useNavigate()
  const refused = gateIn(form.problem)
  const today = useGateToday(programme, company)
  const gate = refused ?? today
  const isClosed = gate !== undefined && gate.missing.length > 0 && form.value.aid.kind === 'advice'
  const back = `/programmes/${programme}/companies/${company}/coaching`
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={[
          { label: shell.navigation.companies, href: `/programmes/${programme}/companies` },
          { label: start.companyName, href: back },
        ]}
      />
      <Stack gap="l">
        {notice}
        {(isClosed || refused) && (
          <GateClosed
            {...{ programme, company }}
            missing={gate?.missing ?? []}
            isRefused={refused !== undefined}
            actions={<PlannedMeeting {...{ programme, company }} value={form.value} />}
          />
        )}
        <Form
          problem={refused ? null : form.problem}
          onSubmit={form.onSave}
          actions={
            <>
              <Button type="submit" kind="primary" isPending={form.isPending}>
                {coaching.form.save}
              </Button>
              <Button kind="quiet" onPress={() => navigate({ href: back })}>
                {common.cancel}
              </Button>
              {extra}
            </>
          }
        >
          {(gate || form.value.aid.kind === 'open-event') && (
            <SessionAidFields value={form.value} change={form.change} isClosed={isClosed} />
          )}
          <SessionFields start={start} value={form.value} change={form.change} />
        </Form>
      </Stack>
    </>
  )
}

/** Shows what was written everywhere it is seen, and goes back to the company's sessions. */
function useDone(programme: string, company: string) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return async (text?: string) => {
    if (text) toast(text)
    await queryClient.invalidateQueries({ queryKey: coachingKey(programme) })
    await queryClient.invalidateQueries({ queryKey: ['companies'] })
    await navigate({ href: `/programmes/${programme}/companies/${company}/coaching` })
  }
}

function firstInput(start: SessionStart): SessionInput & { id: string } {
  return {
    id: newId(),
    heldOn: start.today,
    how: start.last?.how ?? 'on-site',
    minutes: start.last?.minutes ?? 60,
    focusAreaIds: start.last?.focusAreaIds ?? [],
    participants: start.contacts.slice(0, 1),
    noteAll: '',
    noteTeam: '',
    nextStep: '',
    nextStepOn: null,
    ...PLAIN_ADVICE,
  }
}

function newSession(value: SessionInput & { id: string }) {
  const aid = sentAid(value)
  return { ...NewSession.parse({ ...value, ...aid }), ...aid }
}

function inputOf(session: CoachingSession): SessionInput {
  const { heldOn, how, minutes, focusAreaIds, participants, noteAll, noteTeam, nextStep, nextStepOn } = session
  return {
    ...{ heldOn, how, minutes, focusAreaIds, participants },
    ...{ noteAll, noteTeam: noteTeam ?? '', nextStep, nextStepOn },
    ...{ aid: session.aid, override: session.exception?.reason ?? '' },
  }
}
