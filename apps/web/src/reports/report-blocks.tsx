import type { Block, Cell } from '@stegvis/core/reports/content/schema.ts'
import { AreaName } from '../ui/area-mark.tsx'
import { keepDays } from '../ui/days.tsx'
import { LineChart } from '../ui/line-chart.tsx'
import { Radar } from '../ui/radar.tsx'
import { Staircase, StaircaseStrip } from '../ui/staircase.tsx'
import { Table } from '../ui/table.tsx'
import styles from './report.module.css'
import { StepCards } from './report-cover.tsx'

type BlockViewProps = {
  block: Block
  /** the section is divided by ladder, so headings are one level further down */
  isUnderArea: boolean
}

/** One block of a report. The PDF's templates draw the same blocks. */
export function BlockView({ block, isUnderArea }: BlockViewProps) {
  const Heading = isUnderArea ? 'h4' : 'h3'
  switch (block.kind) {
    case 'lead':
      return <p className={styles.lead}>{block.text}</p>
    case 'text':
      return <p className={styles.text}>{block.text}</p>
    case 'list':
      return <Items items={block.items} />
    case 'area':
      return (
        <h3 className={styles.area}>
          <AreaName accent={block.accent}>{block.text}</AreaName>
        </h3>
      )
    case 'heading':
      return (
        <Heading className={styles.heading}>
          {block.text} {block.note && <small>{block.note}</small>}
        </Heading>
      )
    case 'steps':
      return <StepCards cards={block.cards} />
    case 'staircase':
      return <Staircase accent={block.accent} title={block.title} steps={block.steps} standing={block.standing} />
    case 'strip':
      return <StaircaseStrip accent={block.accent} title={block.title} rows={block.rows} />
    case 'radar':
      return <Radar accent={block.accent} title={block.title} rows={block.rows} />
    case 'lines':
      return <Charts charts={block.charts} />
    case 'table':
      return <BlockTable block={block} />
    case 'facts':
      return <Facts items={block.items} />
    case 'limits':
      return (
        <aside className={styles.limits}>
          <strong>{block.title}</strong>
          <Items items={block.items} />
        </aside>
      )
  }
}

type Kind<K extends Block['kind']> = Extract<Block, { kind: K }>

function Items({ items }: { items: readonly string[] }) {
  return (
    <ul className={styles.items}>
      {items.map((item) => (
        <li key={item}>{keepDays(item)}</li>
      ))}
    </ul>
  )
}

function Facts({ items }: { items: Kind<'facts'>['items'] }) {
  return (
    <dl className={styles.facts}>
      {items.map(({ term, text }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{keepDays(text)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Charts({ charts }: { charts: Kind<'lines'>['charts'] }) {
  return (
    <div className={styles.charts}>
      {charts.map(({ accent, title, unit, points }) => (
        <LineChart key={title} captioned target={null} {...{ accent, title, unit, points }} />
      ))}
    </div>
  )
}

function BlockTable({ block: { caption, columns, rows } }: { block: Kind<'table'> }) {
  // Rows may be alike, so each is known by its place, which never changes.
  const numbered = rows.map((cells, at) => ({ cells, key: String(at) }))
  return (
    <Table
      label={caption}
      caption
      columns={columns.map(({ text, align }, at) => ({
        id: text,
        label: text,
        main: at === 0,
        numeric: align === 'end',
        cell: ({ cells }: { cells: readonly Cell[] }) => <CellView cell={cells[at]!} />,
      }))}
      rows={numbered}
      rowKey={({ key }) => key}
    />
  )
}

function CellView({ cell: { text, note, items } }: { cell: Cell }) {
  return (
    <>
      {keepDays(text)}
      {note && <small className={styles.note}>{keepDays(note)}</small>}
      {items && <Items items={items} />}
    </>
  )
}
