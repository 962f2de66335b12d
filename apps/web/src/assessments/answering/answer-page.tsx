import type { AnsweringView } from '@stegvis/core/assessments/schema.ts'
import { inLanguage } from '@stegvis/core/kernel/text.ts'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Callout, useProblemText } from '../../ui/states.tsx'
import { answeringQuery, completeSelf, reopenSelf } from '../api.ts'
import { useModel } from '../model-context.tsx'
import { TreeAnswerView } from '../tree/answering/tree-answer-view.tsx'
import styles from './answering.module.css'
import { DimensionPart } from './dimension-part.tsx'
import { DoneView } from './done-view.tsx'
import { Overview } from './overview.tsx'
import { useAnswering } from './use-answering.ts'

const FROM = '/signed-in/programmes/$programme/assessments/$assessment/answer'

/** The self-assessment: one part at a time, on a phone, saved at each tap. */
export function AnswerPage() {
  const { programme, assessment } = useParams({ from: FROM })
  const { data } = useSuspenseQuery(answeringQuery(programme, assessment))
  const queryClient = useQueryClient()
  const { queryKey } = answeringQuery(programme, assessment)
  const keep = (view: AnsweringView) => {
    queryClient.setQueryData(queryKey, view)
    void queryClient.invalidateQueries({ queryKey: ['results', programme] })
  }
  const complete = useMutation({ mutationFn: () => completeSelf(programme, assessment), onSuccess: keep })
  const reopen = useMutation({ mutationFn: () => reopenSelf(programme, assessment), onSuccess: keep })
  // What was sent from here is newer than what was read: the next visit asks again.
  useEffect(() => () => void queryClient.invalidateQueries({ queryKey, refetchType: 'none' }), [queryClient, queryKey])

  if (data.respondent.completedAt !== null || data.assessment.status === 'submitted') {
    return <DoneView view={data} programme={programme} reopen={reopen} />
  }
  const View = data.assessment.modelKind === 'tree' ? TreeAnswerView : Answering
  return <View key={assessment} view={data} programme={programme} complete={complete} />
}

type AnsweringProps = {
  view: AnsweringView
  programme: string
  complete: { mutate: () => void; isPending: boolean; error: unknown }
}

function Answering({ view, programme, complete }: AnsweringProps) {
  const compiled = useModel(view.assessment.model)
  const state = useAnswering(programme, view, compiled)
  const { part } = useSearch({ from: FROM })
  const navigate = useNavigate({ from: '/programmes/$programme/assessments/$assessment/answer' })
  const { assessments } = useTexts()
  const { language } = useLanguage()
  const problemText = useProblemText()

  const dimensions = compiled.dimensions
  // Where one left off when the page opened: the first dimension with something open, else the overview.
  const [start] = useState(state.open[0]?.dimension ?? 'overview')
  const here = part ?? start
  const at = dimensions.indexOf(here)
  const go = (to: string) => void navigate({ search: { part: to } })
  const name = inLanguage(view.assessment.focusArea.name, language)

  return (
    <div className={styles.page} data-accent={view.assessment.focusArea.accent}>
      <PageHeader title={name} intro={`${assessments.kinds[view.assessment.kind]} · ${view.assessment.company.name}`} />
      {complete.error !== null && <Callout tone="danger">{problemText(complete.error)}</Callout>}
      {at === -1 ? (
        <Overview {...{ compiled, state, go }} complete={complete} />
      ) : (
        <DimensionPart
          key={here}
          compiled={compiled}
          dimension={compiled.model.dimensions[at]!}
          state={state}
          earlierOn={view.earlier?.on ?? null}
          assessment={view.assessment.id}
          steps={{
            place: { at: at + 1, of: dimensions.length },
            back: at > 0 ? () => go(dimensions[at - 1]!) : undefined,
            next: () => go(dimensions[at + 1] ?? 'overview'),
            overview: () => go('overview'),
          }}
        />
      )}
    </div>
  )
}
