import type { TreeAreaResults, TreeComparison } from '@stegvis/core/assessments/company-tree-results.ts'
import type { CompiledTree } from '@stegvis/core/models/tree/program.ts'
import { useTexts } from '../../../locales/app-texts.tsx'
import type { Messages } from '../../../locales/sv.ts'
import { useFormats } from '../../../locales/texts.tsx'
import { Badge, StatusBadge } from '../../../ui/badge.tsx'
import { Section, Stack } from '../../../ui/layout.tsx'
import { Callout } from '../../../ui/states.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { useInWords } from '../../model-context.tsx'
import resultStyles from '../../results/results.module.css'
import { digitsOf } from '../standing-words.ts'
import type { TreeWords } from '../tree-query.ts'
import { NotCompared } from './not-restated.tsx'
import { mainNodes } from './profile.ts'

type TimePartProps = { area: TreeAreaResults; compiled: CompiledTree; words: TreeWords }

/** From each earlier measurement to the newest: always on one ground, which is told, or not at all, with the reason. */
export function TimePart({ area, compiled, words }: TimePartProps) {
  const { assessments, trees } = useTexts()
  if (area.comparisons.length === 0) return null
  const dayOf = (id: string) => area.measurements.find(({ assessmentId }) => assessmentId === id)?.submittedOn ?? ''
  return (
    <Section title={assessments.changeTitle}>
      <Stack gap="l">
        {area.comparisons.toReversed().map((comparison) => (
          <Section
            key={comparison.from}
            level={3}
            title={trees.since({ on: dayOf(comparison.from) })}
            actions={<BasisBadge comparison={comparison} />}
          >
            <Comparison {...{ comparison, compiled, words }} from={dayOf(comparison.from)} to={dayOf(comparison.to)} />
          </Section>
        ))}
      </Stack>
    </Section>
  )
}

function BasisBadge({ comparison }: { comparison: TreeComparison }) {
  const { trees } = useTexts()
  if (comparison.basis === 'same-version') return null
  const isWarning = comparison.basis === 'not-comparable' || comparison.enough === false
  return <Badge tone={isWarning ? 'warning' : 'brand'}>{trees.basis[comparison.basis]}</Badge>
}

type NodeChange = TreeComparison['nodes'][number]
type ComparisonProps = Omit<TimePartProps, 'area'> & { comparison: TreeComparison; from: string; to: string }

function Comparison({ comparison, compiled, words, from, to }: ComparisonProps) {
  const texts = useTexts()
  const { assessments, trees } = texts
  const { number } = useFormats()
  const inWords = useInWords()
  if (comparison.basis === 'not-comparable') return <Callout tone="warning">{inWords(comparison.reason)}</Callout>
  const shown = new Set([compiled.model.tree.id, ...mainNodes(compiled).map(({ id }) => id)])
  const rows = comparison.nodes.filter(({ node, view }) => view === 'main' && shown.has(node))
  const figure = (node: string, figures: NodeChange['before']) => {
    if (!figures) return '–'
    if (figures.level !== null) return String(figures.level)
    return figures.score === null ? '–' : number(figures.score, digitsOf({ compiled, node }))
  }
  const columns: Column<NodeChange>[] = [
    {
      id: 'node',
      label: trees.part,
      main: true,
      cell: ({ node }) => words(compiled.nodes[compiled.nodeAt.get(node) ?? -1]?.node.name) || node,
    },
    { id: 'from', label: from, numeric: true, cell: ({ node, before }) => figure(node, before) },
    { id: 'to', label: to, numeric: true, cell: ({ node, after }) => figure(node, after) },
    ...(comparison.basis === 'anchors' ? [inBoth(texts)] : []),
    { id: 'change', label: assessments.change, cell: (row) => <Change row={row} compiled={compiled} /> },
  ]
  return (
    <Stack>
      {comparison.basis !== 'same-version' && <p className={resultStyles.soft}>{inWords(comparison.reason)}</p>}
      <Table label={trees.since({ on: from })} columns={columns} rows={rows} rowKey={({ node }) => node} />
      <NotCompared notRestated={comparison.notRestated} gone={comparison.gone} />
    </Stack>
  )
}

/** How much of each part the change rests on. */
function inBoth({ assessments, trees }: Messages): Column<NodeChange> {
  const counted = ({ anchors, questions }: NonNullable<NodeChange['anchors']>) =>
    assessments.of({ answered: String(anchors), total: String(questions) })
  return {
    ...{ id: 'in-both', label: trees.inBoth, numeric: true },
    cell: ({ anchors }) => (anchors ? counted(anchors) : '–'),
  }
}

function Change({ row, compiled }: { row: NodeChange; compiled: CompiledTree }) {
  const { trees } = useTexts()
  const { number } = useFormats()
  if (row.change === 'not-comparable') {
    return <span className={resultStyles.soft}>{trees.whyNotComparable[row.why ?? 'open']}</span>
  }
  if (row.change === 'same') return <StatusBadge tone="neutral">{trees.unchanged}</StatusBadge>
  const tone = row.change === 'up' ? 'good' : 'warning'
  if (row.level !== null && row.level !== 0) {
    const steps = Math.abs(row.level)
    return (
      <StatusBadge tone={tone}>{row.level > 0 ? trees.levelsUp({ steps }) : trees.levelsDown({ steps })}</StatusBadge>
    )
  }
  const score = number(Math.abs(row.score ?? 0), digitsOf({ compiled, node: row.node }))
  return (
    <StatusBadge tone={tone}>{row.change === 'up' ? trees.moreBy({ score }) : trees.lessBy({ score })}</StatusBadge>
  )
}
