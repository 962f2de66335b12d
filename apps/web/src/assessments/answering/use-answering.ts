import { ladderAnswer } from '@stegvis/core/assessments/any-answer.ts'
import { openQuestions, type Question, questionCount, visibleQuestions } from '@stegvis/core/assessments/questions.ts'
import type { AnsweringView, AnswerReply } from '@stegvis/core/assessments/schema.ts'
import type { CompiledModel, Profile } from '@stegvis/core/assessments/walk.ts'
import type { Answer } from '@stegvis/core/models/answers.ts'
import { useCallback, useMemo, useRef, useState } from 'react'
import { answeringQuery, assessmentUrl } from '../api.ts'
import { useOwnReading, withNewest } from '../own-reading.ts'
import { type Saved, type SavedValues, useSavedValues } from '../use-saved-values.ts'

export type AnsweringState = SavedValues<Answer> & {
  profile: Profile
  /** the questions that show now, in the order of the ladder */
  questions: readonly Question[]
  open: readonly Question[]
  count: { answered: number; total: number }
  /** what was answered last time, for questions answered again */
  earlier: ReadonlyMap<string, Answer>
  /** saves with the seconds since the last thing that happened here */
  answer: (question: string, value: Answer | null, label: string) => void
}

const LONGEST_SECONDS = 86_400

export function useAnswering(programme: string, view: AnsweringView, compiled: CompiledModel): AnsweringState {
  const { assessment, answers, earlier } = view
  const [told, setTold] = useState<ReadonlyMap<string, Answer>>(new Map())
  const stored = useMemo(
    () =>
      new Map(
        answers.map(({ question, value, revision }) => [question, { value: value && ladderAnswer(value), revision }]),
      ),
    [answers],
  )
  const { queryKey } = useMemo(() => answeringQuery(programme, assessment.id), [programme, assessment.id])
  const putIntoReading = useOwnReading(queryKey)
  const onReply = useCallback(
    (question: string, saved: Saved<Answer>, reply: unknown) => {
      const last = (reply as AnswerReply).earlier
      const told = last && ladderAnswer(last.value)
      if (last && told) setTold((now) => new Map(now).set(last.question, told))
      putIntoReading((read) => ({
        ...read,
        answers: withNewest(read.answers, { question, ...saved }, (one) => one.question === question),
      }))
    },
    [putIntoReading],
  )
  const url = `${assessmentUrl(programme, assessment.id)}/answers`
  const saved = useSavedValues<Answer>({ url, stored, onReply })

  const profile = useMemo(() => ({ employees: assessment.profile.employees ?? undefined }), [assessment])
  const since = useRef(performance.now())
  const answer: AnsweringState['answer'] = (question, value, label) => {
    const seconds = Math.min(LONGEST_SECONDS, Math.round((performance.now() - since.current) / 1000))
    since.current = performance.now()
    saved.save(question, value, label, { seconds })
  }
  return {
    ...saved,
    profile,
    questions: useMemo(
      () => visibleQuestions(compiled, saved.values, 'self', profile),
      [compiled, saved.values, profile],
    ),
    open: useMemo(() => openQuestions(compiled, saved.values, 'self', profile), [compiled, saved.values, profile]),
    count: useMemo(() => questionCount(compiled, saved.values, 'self', profile), [compiled, saved.values, profile]),
    earlier: useMemo(() => {
      const known = new Map(told)
      for (const { question, value } of earlier?.answers ?? []) {
        const answer = ladderAnswer(value)
        if (answer) known.set(question, answer)
      }
      for (const question of known.keys()) if (!saved.values.has(question)) known.delete(question)
      return known
    }, [told, earlier, saved.values]),
    answer,
  }
}
