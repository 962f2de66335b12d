import { type AssessmentResult, unconfirmedOn } from '@stegvis/core/assessments/result.ts'
import type { CompiledModel } from '@stegvis/core/assessments/walk.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Badge } from '../../ui/badge.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useInWords } from '../model-context.tsx'
import styles from './results.module.css'

type Row = {
  id: string
  name: string
  self: number | null
  spread: { low: number; high: number } | null
  people: number
  coach: number | null
  range: { low: number; high: number } | null
  verified: number | null
  unconfirmed: PlainDate | undefined
}

/** Self, coach and verified side by side, with the spread of answers and what has lapsed. */
export function VoicesPart(props: { compiled: CompiledModel; result: AssessmentResult; today: PlainDate }) {
  const { compiled, result, today } = props
  const { assessments } = useTexts()
  const words = useInWords()
  const unconfirmed = unconfirmedOn(result, today)
  const rows = compiled.model.dimensions.map(({ id, name }, at): Row => {
    const self = result.self?.dimensions[at]
    const coach = result.coach.dimensions[at]
    return {
      id,
      name: words(name),
      self: self?.level ?? null,
      spread: self?.spread ?? null,
      people: self?.people.reduce((sum, { count }) => sum + count, 0) ?? 0,
      coach: coach?.level ?? null,
      range: coach?.range ?? null,
      verified: result.verified.dimensions[at]?.level ?? null,
      unconfirmed: unconfirmed.get(id),
    }
  })
  const columns: Column<Row>[] = [
    { id: 'name', label: assessments.dimension, main: true, cell: ({ name }) => name },
    { id: 'self', label: assessments.voices.self, numeric: true, cell: ({ self }) => self ?? '–' },
    {
      id: 'spread',
      label: assessments.answersColumn,
      cell: ({ spread, people }) =>
        spread === null
          ? '–'
          : spread.low === spread.high
            ? assessments.agreed({ people })
            : assessments.spread({ low: String(spread.low), high: String(spread.high) }),
    },
    {
      id: 'coach',
      label: assessments.voices.coach,
      numeric: true,
      cell: ({ coach, range }) => coach ?? (range ? `${range.low}–${range.high}` : assessments.doesNotApply),
    },
    {
      id: 'verified',
      label: assessments.voices.verified,
      numeric: true,
      cell: ({ verified }) => verified ?? '–',
    },
    {
      id: 'note',
      label: assessments.remark,
      cell: (row) =>
        row.unconfirmed ? (
          <Badge tone="warning">{assessments.unconfirmedSince({ since: row.unconfirmed })}</Badge>
        ) : (
          <span className={styles.soft}>{remark(row, assessments.selfHigher, assessments.selfLower)}</span>
        ),
    },
  ]
  return <Table label={assessments.voicesTitle} columns={columns} rows={rows} rowKey={({ id }) => id} />
}

function remark({ self, coach }: Row, higher: string, lower: string): string {
  if (self === null || coach === null || self === coach) return ''
  return self > coach ? higher : lower
}
