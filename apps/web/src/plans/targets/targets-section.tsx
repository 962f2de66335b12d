import { inLanguage } from '@stegvis/core/kernel/text.ts'
import type { PlanLadder } from '@stegvis/core/plans/schema.ts'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { AreaName } from '../../ui/area-mark.tsx'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Section, Stack } from '../../ui/layout.tsx'
import { Callout, EmptyState } from '../../ui/states.tsx'
import { usePlan } from '../plan-context.tsx'
import { DimensionTarget } from './dimension-target.tsx'
import styles from './stairs-picker.module.css'
import { TargetTable } from './target-table.tsx'

/** Where the company stands on each ladder, and the steps it wants to stand on. */
export function TargetsSection() {
  const { ladders, mayEdit } = usePlan()
  const { plans } = useTexts()
  const { targets } = plans
  // A ladder without targets is what there is to do. It stays open while the first of them is set.
  const [first] = useState(() => (mayEdit ? ladders.find(isUntouched)?.focusArea.id : undefined))
  if (ladders.length === 0) {
    return (
      <Section title={targets.title}>
        <EmptyState title={targets.noLadders}>{targets.noLaddersText}</EmptyState>
      </Section>
    )
  }
  return (
    <Section title={targets.title} intro={mayEdit ? targets.intro : targets.introRead}>
      <Stack gap="s">
        {ladders.map((ladder) => (
          <Disclosure
            key={ladder.focusArea.id}
            open={ladder.focusArea.id === first}
            summary={<Summary ladder={ladder} />}
          >
            <Ladder ladder={ladder} />
          </Disclosure>
        ))}
      </Stack>
    </Section>
  )
}

function isUntouched({ measured, dimensions }: PlanLadder): boolean {
  return measured !== null && dimensions.every(({ target }) => target === null)
}

function Summary({ ladder }: { ladder: PlanLadder }) {
  const { plans } = useTexts()
  const { language, integer } = useFormats()
  const set = ladder.dimensions.filter(({ target }) => target !== null).length
  const facts = ladder.measured
    ? [
        plans.targets.measuredOn({ day: ladder.measured.on }),
        set === 0
          ? plans.targets.none
          : plans.targets.count({ set: integer(set), all: integer(ladder.dimensions.length) }),
      ]
    : [plans.targets.notMeasured]
  return (
    <span className={styles.summary}>
      <strong>
        <AreaName accent={ladder.focusArea.accent}>{inLanguage(ladder.focusArea.name, language)}</AreaName>
      </strong>
      <span className={styles.soft}>{facts.join(' · ')}</span>
    </span>
  )
}

function Ladder({ ladder }: { ladder: PlanLadder }) {
  const { mayEdit } = usePlan()
  const { plans } = useTexts()
  const [asTable, setAsTable] = useState(false)
  if (!ladder.measured) {
    return <Callout title={plans.targets.notMeasured}>{plans.targets.notMeasuredText}</Callout>
  }
  return (
    <div data-accent={ladder.focusArea.accent}>
      <Stack>
        {asTable ? (
          <TargetTable ladder={ladder} />
        ) : (
          <>
            <Legend ladder={ladder} />
            <div>
              {ladder.dimensions.map((dimension) => (
                <DimensionTarget key={dimension.id} ladder={ladder} dimension={dimension} />
              ))}
            </div>
          </>
        )}
        {mayEdit && (
          <div data-print="hide">
            <Button small kind="quiet" onPress={() => setAsTable(!asTable)}>
              {asTable ? plans.targets.asPicture : plans.targets.asTable}
            </Button>
          </div>
        )}
      </Stack>
    </div>
  )
}

/** Only of what the stairs show. */
function Legend({ ladder }: { ladder: PlanLadder }) {
  const { plans } = useTexts()
  const { dimensions } = ladder
  return (
    <div className={styles.legend} aria-hidden>
      <span>
        <span className={`${styles.swatch} ${styles.now}`} /> {plans.targets.now}
      </span>
      {dimensions.some(({ baseline }) => baseline !== null) && (
        <span>
          <span className={styles.startMark} /> {plans.targets.baseline}
        </span>
      )}
      {dimensions.some(({ target }) => target !== null) && (
        <span>
          <span className={styles.swatch} /> <Icon name="flag" /> {plans.targets.target}
        </span>
      )}
    </div>
  )
}
