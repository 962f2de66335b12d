import { PlainDate } from '@stegvis/core/kernel/day.ts'
import { inLanguage } from '@stegvis/core/kernel/text.ts'
import type { PlanDimension, PlanLadder } from '@stegvis/core/plans/schema.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { Select } from '../../ui/select.tsx'
import { Table } from '../../ui/table.tsx'
import { TargetDay } from './target-day.tsx'
import { useTarget } from './use-target.ts'

/** The same targets as in the picture, one row a dimension. */
export function TargetTable({ ladder }: { ladder: PlanLadder }) {
  const { plans } = useTexts()
  const { language } = useLanguage()
  const { targets } = plans
  const named = (level: number | null) =>
    level === null ? targets.levelUnknown : `${level} ${ladder.levels[level - 1]?.name[language] ?? ''}`
  return (
    <Table
      label={`${targets.title}: ${inLanguage(ladder.focusArea.name, language)}`}
      rows={ladder.dimensions}
      rowKey={({ id }) => id}
      columns={[
        { id: 'dimension', label: targets.dimension, main: true, cell: ({ name }) => name[language] },
        { id: 'now', label: targets.now, cell: ({ level }) => named(level) },
        { id: 'target', label: targets.target, cell: (dimension) => <LevelCell {...{ ladder, dimension }} /> },
        { id: 'day', label: targets.dueOn, cell: (dimension) => <DayCell {...{ ladder, dimension }} /> },
      ]}
    />
  )
}

type CellProps = { ladder: PlanLadder; dimension: PlanDimension }

function LevelCell({ ladder, dimension }: CellProps) {
  const { plans } = useTexts()
  const { language } = useLanguage()
  const { choose } = useTarget(ladder, dimension)
  const { level, top, target } = dimension
  if (level === null) return plans.targets.levelUnknown
  const options = ladder.levels.filter((step) => step.level > level && step.level <= top)
  if (options.length === 0) return plans.targets.atTop
  return (
    <Select
      label={plans.targets.steps({ dimension: dimension.name[language] })}
      none={plans.targets.noTarget}
      options={options.map((step) => ({ id: String(step.level), label: `${step.level} ${step.name[language]}` }))}
      value={target?.level ? String(target.level) : null}
      onChange={(id) => choose(id === null ? null : Number(id))}
    />
  )
}

function DayCell({ ladder, dimension }: CellProps) {
  const { plans } = useTexts()
  const { language } = useLanguage()
  const { setDay } = useTarget(ladder, dimension)
  const { target } = dimension
  if (!target) return null
  return (
    <TargetDay
      label={`${plans.targets.dueOn}: ${dimension.name[language]}`}
      value={target.dueOn === null ? null : PlainDate.parse(target.dueOn)}
      onChange={setDay}
    />
  )
}
