import type { SmeCeiling } from '@stegvis/core/aid/size/definition.ts'
import { CATEGORY_WORDS } from '@stegvis/core/aid/size/reasons.ts'
import type { SmeAggregation, SmeLine } from '@stegvis/core/aid/size/schema.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats, useLanguage } from '../../locales/texts.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Card, Row, Soft, Stack } from '../../ui/layout.tsx'
import { Table } from '../../ui/table.tsx'
import { usePercent } from '../groups/use-percent.ts'

type AggregationTableProps = { aggregation: SmeAggregation; ceilings: readonly SmeCeiling[]; title: string }

/** Who counts, why, at which share and with which figures; then the sum beside the ceilings. */
export function AggregationTable({ aggregation, ceilings, title }: AggregationTableProps) {
  const { lines: texts } = useTexts().sizes
  const { language } = useLanguage()
  const { number } = useFormats()
  const euro = useEuro()
  const share = useShare()
  return (
    <Card
      title={title}
      level={3}
      actions={<Badge tone="brand">{texts.alone({ category: CATEGORY_WORDS[aggregation.category][language] })}</Badge>}
    >
      <Table
        label={title}
        rows={aggregation.lines}
        rowKey={({ enterprise }) => enterprise}
        columns={[
          {
            id: 'name',
            label: texts.company,
            main: true,
            cell: (line) => (
              <Stack gap="s">
                <div>{line.name}</div>
                <div>
                  <Soft>{texts.relations[line.relation]}</Soft>
                </div>
              </Stack>
            ),
          },
          {
            id: 'why',
            label: texts.why,
            long: true,
            cell: (line) => (
              <Stack gap="s">
                <div>{line.text[language]}</div>
                <div>
                  <AccountsSource line={line} />
                </div>
              </Stack>
            ),
          },
          { id: 'share', label: texts.share, numeric: true, cell: share },
          { id: 'awu', label: texts.awu, numeric: true, cell: (line) => line.accounts && number(line.awu, 2) },
          {
            id: 'turnover',
            label: texts.turnover,
            numeric: true,
            cell: (line) => line.accounts && euro(line.turnoverEurCents),
          },
          {
            id: 'balance',
            label: texts.balance,
            numeric: true,
            cell: (line) => line.accounts && euro(line.balanceEurCents),
          },
        ]}
      />
      <Sums aggregation={aggregation} ceilings={ceilings} />
    </Card>
  )
}

type SumsProps = { aggregation: SmeAggregation; ceilings: readonly SmeCeiling[] }
type SumRow = {
  id: string
  name: string
  isSum: boolean
  isHere: boolean
  awu: string
  turnover: string
  balance: string
}

/** The sum over the ceilings it is compared with; the class it falls in is marked in words. */
function Sums({ aggregation: { total, category }, ceilings }: SumsProps) {
  const { lines: texts } = useTexts().sizes
  const { number, integer } = useFormats()
  const euro = useEuro()
  const rows: SumRow[] = [
    {
      id: 'sum',
      name: texts.sum,
      isSum: true,
      isHere: false,
      awu: number(total.awu, 2),
      turnover: euro(total.turnoverEurCents),
      balance: euro(total.balanceEurCents),
    },
    ...ceilings.map((ceiling) => ({
      id: ceiling.category,
      name: texts.is[ceiling.category],
      isSum: false,
      isHere: ceiling.category === category,
      awu: texts.below({ limit: integer(ceiling.awuBelow) }),
      turnover: texts.atMost({ limit: euro(ceiling.turnoverEurCents) }),
      balance: texts.atMost({ limit: euro(ceiling.balanceEurCents) }),
    })),
  ]
  const cell = (row: SumRow, text: string) => (row.isSum ? <strong>{text}</strong> : text)
  return (
    <Stack gap="s">
      <Table
        label={texts.ceilings}
        caption
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'class',
            label: texts.category,
            main: true,
            cell: (row) => (
              <Row gap="s">
                <span>{row.name}</span>
                {row.isHere && <Badge icon="check">{texts.here}</Badge>}
              </Row>
            ),
          },
          { id: 'awu', label: texts.awu, numeric: true, cell: (row) => cell(row, row.awu) },
          { id: 'turnover', label: texts.turnover, numeric: true, cell: (row) => cell(row, row.turnover) },
          { id: 'balance', label: texts.balance, numeric: true, cell: (row) => cell(row, row.balance) },
        ]}
      />
      <Soft>{texts.rule}</Soft>
    </Stack>
  )
}

/** Which accounts a line rests on, and at which rate they were converted. */
function AccountsSource({ line }: { line: SmeLine }) {
  const { lines: texts } = useTexts().sizes
  const { accounts } = line
  if (!accounts) return <Badge tone="warning">{texts.missing}</Badge>
  const { basis, on, scope, currency, rate } = accounts
  const kind = basis === 'estimate' ? texts.estimate : scope === 'consolidated' ? texts.consolidated : texts.own
  return (
    <Soft>
      {[
        texts.accounts({ kind, day: on }),
        ...(rate ? [texts.rate({ perEuro: String(rate.perEuro), currency, day: rate.on, source: rate.source })] : []),
      ].join(' ')}
    </Soft>
  )
}

/** Whole euro: what is compared is exact, what is shown is to be read. */
function useEuro(): (cents: number) => string {
  const { integer } = useFormats()
  return (cents) => `${integer(cents / 100)}\u00a0€`
}

/** One share where figures and headcount count alike, as they nearly always do. */
function useShare(): (line: SmeLine) => string {
  const { lines: texts } = useTexts().sizes
  const percent = usePercent()
  return ({ sharePpm, headcountSharePpm }) =>
    sharePpm === headcountSharePpm
      ? percent(sharePpm)
      : texts.twoShares({ money: percent(sharePpm), heads: percent(headcountSharePpm) })
}
