import type { AssessmentView, RespondentView } from '@stegvis/core/assessments/schema.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTexts } from '../../locales/app-texts.tsx'
import { StatusBadge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Callout, useProblemText } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { remindRespondent, uninviteRespondent } from '../api.ts'
import { InviteMore } from './invite-more.tsx'
import styles from './validation.module.css'

/** Who was asked, how far each has come, and a nudge for those who have not finished. */
export function RespondentList({ view, programme }: { view: AssessmentView; programme: string }) {
  const { assessments } = useTexts()
  const done = view.respondents.filter(({ completedAt }) => completedAt !== null).length
  const more = <InviteMore view={view} programme={programme} />
  if (view.respondents.length === 0) return <Callout actions={more}>{assessments.nobodyAsked}</Callout>
  return (
    <Disclosure
      summary={assessments.respondentsDone({ done: String(done), asked: String(view.respondents.length) })}
      open={done < view.respondents.length}
    >
      <ul className={styles.people}>
        {view.respondents.map((respondent) => (
          <RespondentRow key={respondent.id} {...{ respondent, view, programme }} />
        ))}
      </ul>
      {more}
    </Disclosure>
  )
}

type RowProps = { respondent: RespondentView; view: AssessmentView; programme: string }

function RespondentRow({ respondent, view, programme }: RowProps) {
  const { assessments } = useTexts()
  const problemText = useProblemText()
  const queryClient = useQueryClient()
  const id = view.assessment.id
  const onError = (error: unknown) => toast(problemText(error), { tone: 'danger' })
  const remind = useMutation({
    mutationFn: () => remindRespondent(programme, id, respondent.id),
    onSuccess: () => toast(assessments.reminded({ name: respondent.name })),
    onError,
  })
  const remove = useMutation({
    mutationFn: () => uninviteRespondent(programme, id, respondent.id),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['assessments', programme, id] }),
    onError,
  })
  const state = respondent.completedAt ? 'completed' : respondent.firstAnswerAt ? 'begun' : 'asked'
  return (
    <li className={styles.person}>
      <span>
        <strong>{respondent.name}</strong>
        {respondent.title && <span className={styles.soft}> · {respondent.title}</span>}
      </span>
      <StatusBadge tone={state === 'completed' ? 'good' : state === 'begun' ? 'brand' : 'neutral'}>
        {assessments.parts[state]}
      </StatusBadge>
      {state !== 'completed' && (
        <Button small kind="quiet" icon="mail" isPending={remind.isPending} onPress={() => remind.mutate()}>
          {assessments.remind}
        </Button>
      )}
      {state === 'asked' && (
        <Button small kind="quiet" isPending={remove.isPending} onPress={() => remove.mutate()}>
          {assessments.uninvite}
        </Button>
      )}
    </li>
  )
}
