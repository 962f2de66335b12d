import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import { useTexts } from '../../../locales/app-texts.tsx'
import { useFormats } from '../../../locales/texts.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Callout } from '../../../ui/states.tsx'
import styles from '../../answering/answering.module.css'
import { PageStepBar, type PageSteps, useHeadingFocus } from '../../answering/page-steps.tsx'
import { ConflictChoice } from '../../conflict-notice.tsx'
import { answerInWords } from '../answer-words.ts'
import { TreeQuestionField } from '../question/tree-question-field.tsx'
import { useTreeAnswer } from '../question/use-tree-answer.ts'
import type { Section } from '../sections.ts'
import type { TreeWords } from '../tree-query.ts'
import type { TreeAnswering } from './use-tree-answering.ts'

type SectionPartProps = {
  state: TreeAnswering
  section: Section
  words: TreeWords
  steps: PageSteps
  assessment: string
  earlierOn: PlainDate | null
}

/** The questions of one part of the tree, as far as they show. */
export function SectionPart({ section, steps, ...props }: SectionPartProps) {
  const { state, words } = props
  const { assessments, trees } = useTexts()
  const heading = useHeadingFocus()
  const { parts, about, name } = section
  const isSplit = parts.length > 1
  return (
    <section className={styles.part} aria-labelledby="section">
      <header className={styles.intro}>
        <p className={styles.place}>{assessments.place({ at: String(steps.place.at), of: String(steps.place.of) })}</p>
        <h2 id="section" tabIndex={-1} ref={heading}>
          {words(name) || trees.general}
        </h2>
        {about && <p>{words(about)}</p>}
      </header>
      {parts.map((part) => (
        <section key={part.id} aria-label={isSplit ? words(part.name) || undefined : undefined}>
          {isSplit && part.name && <h3>{words(part.name)}</h3>}
          {isSplit && part.about && <p className={styles.soft}>{words(part.about)}</p>}
          {part.questions.map((question) => (
            <OwnQuestion key={question} id={question} {...props} />
          ))}
        </section>
      ))}
      <PageStepBar state={state} steps={steps} />
    </section>
  )
}

type OwnQuestionProps = Omit<SectionPartProps, 'section' | 'steps'> & { id: string }

function OwnQuestion({ id, state, words, assessment, earlierOn }: OwnQuestionProps) {
  const texts = useTexts()
  const formats = useFormats()
  const question = state.compiled.questions[state.compiled.questionAt.get(id)!]!
  const answer = useTreeAnswer({
    key: `${assessment}:${id}`,
    scale: question.scale,
    saved: state.values.get(id),
    save: (value) => state.answer(id, value, words(question.question.text)),
  })
  const says = (value: Parameters<typeof answerInWords>[0]) =>
    answerInWords(value, question.scale.scale, { texts, formats, words })
  const earlier = state.earlier.get(id)
  return (
    <TreeQuestionField question={question} state={answer} words={words}>
      {earlierOn && earlier && (
        <p className={styles.earlier}>
          <Badge icon="history">{texts.assessments.lastTime({ on: earlierOn, answer: says(earlier) })}</Badge>
        </p>
      )}
      <ConflictChoice conflict={state.conflictOf(id)} says={says} />
      {state.stateOf(id) === 'refused' && <Callout tone="danger">{texts.assessments.refused}</Callout>}
    </TreeQuestionField>
  )
}
