import type { CompiledModel } from '@stegvis/core/assessments/walk.ts'
import { useEffect, useRef } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { StatusBadge } from '../../ui/badge.tsx'
import { useAnswerWords } from '../answer-words.ts'
import { useInWords } from '../model-context.tsx'
import styles from './answering.module.css'
import { FinishBar } from './finish-bar.tsx'
import type { AnsweringState } from './use-answering.ts'

type OverviewProps = {
  compiled: CompiledModel
  state: AnsweringState
  go: (part: string) => void
  complete: { mutate: () => void; isPending: boolean }
}

/** All dimensions with what is open in each, and the way to be done. */
export function Overview({ compiled, state, go, complete }: OverviewProps) {
  const { assessments } = useTexts()
  const words = useInWords()
  const answerWords = useAnswerWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const unsent = state.state === 'offline' || state.state === 'conflict' || state.state === 'refused'
  return (
    <section className={styles.part} aria-labelledby="overview">
      <h2 id="overview" tabIndex={-1} ref={heading}>
        {assessments.overviewTitle}
      </h2>
      <ul className={styles.list}>
        {compiled.model.dimensions.map((dimension) => {
          const open = state.open.filter((question) => question.dimension === dimension.id).length
          const answer = state.values.get(dimension.id)
          return (
            <li key={dimension.id}>
              <button type="button" className={styles.row} onClick={() => go(dimension.id)}>
                <span className={styles.rowName}>
                  {words(dimension.name)}
                  {answer && <span className={styles.soft}>{answerWords(answer, dimension)}</span>}
                </span>
                {open === 0 ? (
                  <StatusBadge tone="good">{assessments.done}</StatusBadge>
                ) : (
                  <StatusBadge tone={answer ? 'warning' : 'neutral'}>
                    {answer ? assessments.openCount({ count: open }) : assessments.notBegun}
                  </StatusBadge>
                )}
              </button>
            </li>
          )
        })}
      </ul>
      <FinishBar
        {...{ state, unsent, complete }}
        open={state.open.length}
        toNextOpen={() => go(state.open[0]!.dimension)}
      />
    </section>
  )
}
