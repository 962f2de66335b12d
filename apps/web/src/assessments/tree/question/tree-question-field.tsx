import type { CompiledQuestion } from '@stegvis/core/models/tree/program.ts'
import type { ReactNode } from 'react'
import { useTexts } from '../../../locales/app-texts.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { TextArea } from '../../../ui/text-field.tsx'
import type { TreeWords } from '../tree-query.ts'
import { ChoiceField } from './choice-field.tsx'
import { MatrixField } from './matrix-field.tsx'
import { MultipleField } from './multiple-field.tsx'
import { NumberAnswer } from './number-answer.tsx'
import { needsReason, openKindsOf, withReason } from './open-choices.ts'
import styles from './question.module.css'
import { SplitField } from './split-field.tsx'
import type { TreeAnswerState } from './use-tree-answer.ts'

type FieldProps = {
  question: CompiledQuestion
  state: TreeAnswerState
  words: TreeWords
}

type TreeQuestionFieldProps = FieldProps & {
  /** under the question's text: how important it is, what others said */
  aside?: ReactNode
  /** under the answer */
  children?: ReactNode
}

/** One question of a tree, whatever its scale: its text, its answer, and the reason where one is asked for. */
export function TreeQuestionField(props: TreeQuestionFieldProps) {
  const { question, state, words, aside, children } = props
  const { assessments, trees } = useTexts()
  const { scale } = question.scale
  const { text, help, importance } = question.question
  return (
    <fieldset className={styles.question} id={`q-${question.id}`} tabIndex={-1}>
      <legend className={styles.text}>
        {words(text)}
        {importance === 'optional' && <span className={styles.optional}> ({trees.optional})</span>}
      </legend>
      {aside && <div className={styles.aside}>{aside}</div>}
      {help && <p className={styles.hint}>{words(help)}</p>}
      <AnswerField {...props} />
      {scale.type !== 'single' && scale.type !== 'rungs' && scale.type !== 'likert' && (
        <OpenChoices question={question} state={state} />
      )}
      {needsReason(scale, state.shown) && (
        <div className={styles.reason}>
          <TextArea
            label={state.shown?.kind === 'not-applicable' ? assessments.whyNotApplicable : trees.whyThisAnswer}
            hint={trees.savedWithReason}
            rows={2}
            value={state.shown?.reason ?? ''}
            onChange={(reason) => state.shown && state.write(withReason(state.shown, reason))}
            onBlur={state.left}
          />
        </div>
      )}
      {children}
    </fieldset>
  )
}

/** A table with more rows is folded, so that the questions after it are found. */
const ROWS_AT_ONCE = 8

function AnswerField({ question, state, words }: FieldProps) {
  const { trees } = useTexts()
  const { scale } = question.scale
  const { shown, give, write, left } = state
  switch (scale.type) {
    case 'single':
    case 'rungs':
    case 'likert':
      return <ChoiceField {...{ scale, shown, words }} onGive={give} />
    case 'multiple':
      return <MultipleField {...{ scale, shown, words }} onGive={give} />
    case 'number':
      return <NumberAnswer {...{ scale, shown }} isUnfinished={state.isUnfinished} onGive={give} />
    case 'split':
      return <SplitField {...{ scale, shown, words }} onGive={give} onWrite={write} onLeft={left} />
    case 'matrix': {
      const table = <MatrixField {...{ scale, shown, words }} onGive={give} />
      if (scale.rows.length <= ROWS_AT_ONCE) return table
      return (
        <Disclosure plain summary={trees.table({ rows: scale.rows.length })}>
          {table}
        </Disclosure>
      )
    }
    case 'text':
      return (
        <TextArea
          label={trees.yourAnswer}
          rows={3}
          value={shown?.kind === 'text' ? shown.text : ''}
          maxLength={10_000}
          onChange={(text) => write(text.trim() === '' ? null : { kind: 'text', text })}
          onBlur={left}
        />
      )
    case 'day':
      return (
        <DateField
          label={trees.day}
          value={shown?.kind === 'day' ? shown.day : null}
          onChange={(day) => give(day ? { kind: 'day', day } : null)}
        />
      )
  }
}

/** Beside a field that is no list of choices: ticked instead of an answer. */
function OpenChoices({ question, state }: Pick<FieldProps, 'question' | 'state'>) {
  const { assessments } = useTexts()
  const kinds = openKindsOf(question.scale.scale)
  if (kinds.length === 0) return null
  return (
    <div className={styles.others}>
      {kinds.map((kind) => (
        <label key={kind} className={styles.other}>
          <input
            type="checkbox"
            checked={state.shown?.kind === kind}
            onChange={(event) => state.give(event.target.checked ? { kind } : null)}
          />
          {assessments.answers[kind]}
        </label>
      ))}
    </div>
  )
}
