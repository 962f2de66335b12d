import type { AssessmentView } from '@stegvis/core/assessments/schema.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { SaveState } from '../../ui/save-state.tsx'
import type { SaveState as SaveStateName } from '../../ui/use-saved-field.ts'
import { assessmentQuery } from '../api.ts'
import { useInWords, useModel } from '../model-context.tsx'
import { DimensionPanel } from './dimension-panel.tsx'
import { RespondentList } from './respondent-list.tsx'
import { SubmitPart } from './submit-part.tsx'
import { useValidation, type Validation } from './use-validation.ts'
import styles from './validation.module.css'
import { VoiceSummary } from './voice-summary.tsx'

/** The form of a coach, one dimension at a time, with the result as it would be now above it. */
export function ValidationForm({ view, programme }: { view: AssessmentView; programme: string }) {
  const compiled = useModel(view.assessment.model)
  const validation = useValidation(programme, view, compiled)
  const { part } = useSearch({ from: '/signed-in/programmes/$programme/assessments/$assessment' })
  const navigate = useNavigate({ from: '/programmes/$programme/assessments/$assessment' })
  const queryClient = useQueryClient()
  const { queryKey } = assessmentQuery(programme, view.assessment.id)
  useEffect(() => () => void queryClient.invalidateQueries({ queryKey, refetchType: 'none' }), [queryClient, queryKey])

  const dimensions = compiled.model.dimensions
  const at = Math.max(
    0,
    dimensions.findIndex(({ id }) => id === part),
  )
  const go = (to: string) => void navigate({ search: { part: to }, resetScroll: false })
  return (
    <div className={styles.form} data-accent={view.assessment.focusArea.accent}>
      <VoiceSummary validation={validation} />
      <RespondentList view={view} programme={programme} />
      <div className={styles.body}>
        <DimensionNav validation={validation} current={dimensions[at]!.id} go={go} />
        <DimensionPanel
          key={dimensions[at]!.id}
          validation={validation}
          dimension={dimensions[at]!}
          next={dimensions[at + 1] && (() => go(dimensions[at + 1]!.id))}
        />
      </div>
      <SubmitPart validation={validation} programme={programme} go={go} />
    </div>
  )
}

type NavProps = { validation: Validation; current: string; go: (part: string) => void }

function DimensionNav({ validation, current, go }: NavProps) {
  const { compiled, open, result, findings, evidence } = validation
  const { assessments } = useTexts()
  const words = useInWords()
  return (
    <nav className={styles.nav} aria-label={assessments.dimensions}>
      <ol className={styles.navList}>
        {compiled.model.dimensions.map(({ id, name }, at) => {
          const left = open.filter(({ dimension }) => dimension === id).length
          const level = result.coach.dimensions[at]?.level
          return (
            <li key={id}>
              <button
                type="button"
                className={styles.navItem}
                aria-current={id === current ? 'step' : undefined}
                onClick={() => go(id)}
              >
                <span>{words(name)}</span>
                <span className={styles.navState}>
                  {left > 0
                    ? assessments.openCount({ count: left })
                    : assessments.level({ level: String(level ?? '–') })}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
      <SaveState state={worseOf(findings.state, evidence.state)} onUndo={findings.undo} />
    </nav>
  )
}

/** What needs the coach comes before what waits, and that before what is done. */
export function worseOf(a: SaveStateName, b: SaveStateName): SaveStateName {
  const order: readonly SaveStateName[] = ['untouched', 'saved', 'typing', 'saving', 'offline', 'refused', 'conflict']
  return order.indexOf(a) >= order.indexOf(b) ? a : b
}
