import { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { PlanDimension, PlanLadder } from '@stegvis/core/plans/schema.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { IconButton } from '../../ui/button.tsx'
import { keepDays } from '../../ui/days.tsx'
import { usePlan } from '../plan-context.tsx'
import styles from './stairs-picker.module.css'
import { StairsPicker } from './stairs-picker.tsx'
import { TargetDay } from './target-day.tsx'
import { useTarget } from './use-target.ts'

type Props = { ladder: PlanLadder; dimension: PlanDimension }

/** One dimension: where it stands in words, its stairs to press, and the day it is to be reached. */
export function DimensionTarget({ ladder, dimension }: Props) {
  const { mayEdit } = usePlan()
  const { plans } = useTexts()
  const { language } = useLanguage()
  const { choose, setDay } = useTarget(ladder, dimension)
  const { target } = dimension
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <strong>{dimension.name[language]}</strong>
        <Words ladder={ladder} dimension={dimension} />
      </div>
      <StairsPicker dimension={dimension} levels={ladder.levels} isReadOnly={!mayEdit} onChoose={choose} />
      {mayEdit && target && (
        <div className={styles.when} data-print="hide">
          <TargetDay
            label={plans.targets.dueOn}
            value={target.dueOn === null ? null : PlainDate.parse(target.dueOn)}
            onChange={setDay}
          />
          <IconButton
            icon="trash"
            label={`${plans.targets.clear}: ${dimension.name[language]}`}
            onPress={() => choose(null)}
          />
        </div>
      )}
    </div>
  )
}

function Words({ ladder, dimension }: Props) {
  const { plans } = useTexts()
  const { language } = useLanguage()
  const { level, baseline, target, top } = dimension
  const step = (at: number) => ({ level: at, name: ladder.levels[at - 1]?.name[language] ?? '' })
  const lines = [level === null ? plans.targets.levelUnknown : plans.targets.stands(step(level))]
  if (baseline !== null && level !== null && baseline !== level) lines.push(plans.targets.climbed({ from: baseline }))
  if (target?.level) {
    lines.push(
      target.dueOn
        ? plans.targets.wantsBy({ ...step(target.level), day: target.dueOn })
        : plans.targets.wants(step(target.level)),
    )
    if (level !== null && level >= target.level) lines.push(plans.targets.met)
  } else if (level !== null && level >= top) lines.push(plans.targets.atTop)
  return lines.map((line) => <p key={line}>{keepDays(line)}</p>)
}
