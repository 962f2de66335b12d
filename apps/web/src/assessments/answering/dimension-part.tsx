import { visibleQuestions } from '@stegvis/core/assessments/questions.ts'
import type { CompiledModel } from '@stegvis/core/assessments/walk.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { Answer } from '@stegvis/core/models/answers.ts'
import type { Criterion, Dimension } from '@stegvis/core/models/schema.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useAnswerWords } from '../answer-words.ts'
import { ConflictNotice } from '../conflict-notice.tsx'
import { CriterionChoice } from '../criterion-choice.tsx'
import { useInWords } from '../model-context.tsx'
import { NotApplicableReason, useNotApplicable } from '../not-applicable.tsx'
import { RungCards } from '../rung-cards.tsx'
import styles from './answering.module.css'
import { PageStepBar, type PageSteps, useHeadingFocus } from './page-steps.tsx'
import type { AnsweringState } from './use-answering.ts'

type PartProps = {
  compiled: CompiledModel
  dimension: Dimension
  state: AnsweringState
  earlierOn: PlainDate | null
  assessment: string
  steps: PageSteps
}

/** One dimension: which rung, and then the few statements that tell whether it holds. */
export function DimensionPart(props: PartProps) {
  const { compiled, dimension, state, earlierOn, assessment, steps } = props
  const { place } = steps
  const { assessments } = useTexts()
  const words = useInWords()
  const heading = useHeadingFocus()
  const pick = useNotApplicable(`${assessment}:${dimension.id}`, state.values.get(dimension.id), (value) =>
    state.answer(dimension.id, value, words(dimension.name)),
  )
  const criteria = useCriteria(compiled, dimension, state)
  return (
    <section className={styles.part} aria-labelledby="dimension">
      <header className={styles.intro}>
        <p className={styles.place}>{assessments.place({ at: String(place.at), of: String(place.of) })}</p>
        <h2 id="dimension" tabIndex={-1} ref={heading}>
          {words(dimension.name)}
        </h2>
        <p>{words(dimension.about)}</p>
      </header>
      <RungCards
        compiled={compiled}
        dimension={dimension}
        profile={state.profile}
        label={words(dimension.pick)}
        hint={assessments.pickHint}
        answer={pick.shown}
        onPick={(choice) => pick.choose(choice)}
        digits
      />
      <NotApplicableReason state={pick} />
      <Earlier on={earlierOn} answer={state.earlier.get(dimension.id)} dimension={dimension} />
      <ConflictNotice conflict={state.conflictOf(dimension.id)} dimension={dimension} />
      {criteria.length > 0 && (
        <section aria-labelledby="criteria">
          <h3 id="criteria">{assessments.criteriaTitle}</h3>
          <p className={styles.soft}>{assessments.criteriaHint}</p>
          {criteria.map((criterion) => (
            <CriterionPart key={criterion.id} {...{ criterion, dimension, state, earlierOn, assessment }} />
          ))}
        </section>
      )}
      <PageStepBar state={state} steps={steps} />
    </section>
  )
}

function useCriteria(compiled: CompiledModel, dimension: Dimension, state: AnsweringState): Criterion[] {
  const shown = new Set(
    visibleQuestions(compiled, state.values, 'self', state.profile)
      .filter((question) => question.dimension === dimension.id && question.kind === 'criterion')
      .map(({ id }) => id),
  )
  return dimension.rungs.flatMap(({ criteria }) => criteria.filter(({ id }) => shown.has(id)))
}

type CriterionPartProps = Pick<PartProps, 'dimension' | 'state' | 'earlierOn' | 'assessment'> & { criterion: Criterion }

function CriterionPart({ criterion, dimension, state, earlierOn, assessment }: CriterionPartProps) {
  const { assessments } = useTexts()
  const words = useInWords()
  const answer = useNotApplicable(`${assessment}:${criterion.id}`, state.values.get(criterion.id), (value) =>
    state.answer(criterion.id, value, words(dimension.name)),
  )
  return (
    <CriterionChoice
      text={words(criterion.text)}
      answer={answer.shown?.kind}
      onChoose={(kind) => answer.choose({ kind })}
    >
      <NotApplicableReason state={answer} />
      <Earlier on={earlierOn} answer={state.earlier.get(criterion.id)} dimension={dimension} />
      <ConflictNotice conflict={state.conflictOf(criterion.id)} dimension={dimension} />
      <Disclosure plain summary={assessments.howToJudge}>
        <p>{words(criterion.help)}</p>
      </Disclosure>
    </CriterionChoice>
  )
}

/** Last time's answer, once this time's is given. */
function Earlier({
  on,
  answer,
  dimension,
}: {
  on: PlainDate | null
  answer: Answer | undefined
  dimension: Dimension
}) {
  const { assessments } = useTexts()
  const inWords = useAnswerWords()
  if (!on || !answer) return null
  return (
    <p className={styles.earlier}>
      <Badge icon="history">{assessments.lastTime({ on, answer: inWords(answer, dimension) })}</Badge>
    </p>
  )
}
