import { treeAnswer } from '@stegvis/core/assessments/any-answer.ts'
import type { AnsweringView, AnswerReply } from '@stegvis/core/assessments/schema.ts'
import { openForSelf } from '@stegvis/core/assessments/tree-open.ts'
import type { TreeAnswer } from '@stegvis/core/models/tree/answers.ts'
import type { CompiledTree } from '@stegvis/core/models/tree/program.ts'
import { visibleTreeQuestions } from '@stegvis/core/models/tree/questions.ts'
import { useCallback, useMemo, useRef, useState } from 'react'
import { answeringQuery, assessmentUrl } from '../../api.ts'
import { useOwnReading, withNewest } from '../../own-reading.ts'
import { type Saved, type SavedValues, useSavedValues } from '../../use-saved-values.ts'
import { type Section, sectionsOf, shownSections } from '../sections.ts'
import { type FactsState, useFacts } from '../use-facts.ts'

export type TreeAnswering = SavedValues<TreeAnswer> & {
  compiled: CompiledTree
  facts: FactsState
  /** the pages with the questions that show now */
  sections: readonly Section[]
  /** required questions that show and have no answer */
  open: readonly string[]
  count: { answered: number; total: number }
  /** what was answered last time, for questions answered again */
  earlier: ReadonlyMap<string, TreeAnswer>
  /** saves with the seconds since the last thing that happened here */
  answer: (question: string, value: TreeAnswer | null, label: string) => void
}

const LONGEST_SECONDS = 86_400
/** The company's own voice does not look at what was reached before. */
const NO_LEVELS: ReadonlyMap<string, number> = new Map()

export function useTreeAnswering(programme: string, view: AnsweringView, compiled: CompiledTree): TreeAnswering {
  const { assessment } = view
  const { stored, onReply, told } = useOwnAnswers(programme, view)
  const saved = useSavedValues<TreeAnswer>({
    url: `${assessmentUrl(programme, assessment.id)}/answers`,
    stored,
    onReply,
  })
  const facts = useFacts(programme, assessment.id, view.facts, answeringQuery(programme, assessment.id).queryKey)
  const since = useRef(performance.now())
  const answer: TreeAnswering['answer'] = (question, value, label) => {
    const seconds = Math.min(LONGEST_SECONDS, Math.round((performance.now() - since.current) / 1000))
    since.current = performance.now()
    saved.save(question, value, label, { seconds })
  }
  const shown = useMemo(
    () => visibleTreeQuestions(compiled, saved.values, { facts: facts.values, voice: 'self' }),
    [compiled, saved.values, facts.values],
  )
  const all = useMemo(() => sectionsOf(compiled), [compiled])
  return {
    ...saved,
    compiled,
    facts,
    sections: useMemo(() => shownSections(all, new Set(shown)), [all, shown]),
    open: useMemo(
      () => openForSelf(compiled, saved.values, { facts: facts.values, previous: NO_LEVELS }),
      [compiled, saved.values, facts.values],
    ),
    count: { answered: shown.filter((id) => saved.values.has(id)).length, total: shown.length },
    earlier: useMemo(() => earlierOf(view, told, saved.values), [view, told, saved.values]),
    answer,
  }
}

/** What the server has of this person, and what it replies about last time as each answer is given. */
function useOwnAnswers(programme: string, { assessment, answers }: AnsweringView) {
  const [told, setTold] = useState<ReadonlyMap<string, TreeAnswer>>(new Map())
  const stored = useMemo(
    () =>
      new Map(
        answers.map(({ question, value, revision }) => [question, { value: value && treeAnswer(value), revision }]),
      ),
    [answers],
  )
  const { queryKey } = useMemo(() => answeringQuery(programme, assessment.id), [programme, assessment.id])
  const putIntoReading = useOwnReading(queryKey)
  const onReply = useCallback(
    (question: string, saved: Saved<TreeAnswer>, reply: unknown) => {
      const last = (reply as AnswerReply).earlier
      const before = last && treeAnswer(last.value)
      if (last && before) setTold((now) => new Map(now).set(last.question, before))
      putIntoReading((read) => ({
        ...read,
        answers: withNewest(read.answers, { question, ...saved }, (one) => one.question === question),
      }))
    },
    [putIntoReading],
  )
  return { stored, onReply, told }
}

/** What was said last time must not colour what is said now: it is told once there is an answer. */
function earlierOf(
  { earlier }: AnsweringView,
  told: ReadonlyMap<string, TreeAnswer>,
  given: ReadonlyMap<string, TreeAnswer>,
): ReadonlyMap<string, TreeAnswer> {
  const known = new Map(told)
  for (const { question, value } of earlier?.answers ?? []) {
    const answer = treeAnswer(value)
    if (answer) known.set(question, answer)
  }
  for (const question of known.keys()) if (!given.has(question)) known.delete(question)
  return known
}
