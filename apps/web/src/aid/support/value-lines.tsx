import type { Support } from '@stegvis/core/aid/support/schema.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Table } from '../../ui/table.tsx'
import { useAmounts } from '../ledger/amounts.ts'
import { minutesOf } from './fit.ts'
import { useHours } from './hours.ts'

type Line = { id: string; text: string; amount: string }

/** How the value is made up, from the first hour to what counts as aid. */
export function ValueLines({ support }: { support: Pick<Support, 'planned' | 'cost' | 'value' | 'currency'> }) {
  const { value: texts } = useTexts().stateAid.support
  const lines = useLines(support)
  return (
    <Table
      label={texts.title}
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        { id: 'row', label: texts.row, main: true, cell: ({ text }) => text },
        { id: 'amount', label: texts.amount, numeric: true, cell: ({ amount }) => amount },
      ]}
    />
  )
}

function useLines({
  planned,
  cost,
  value,
  currency,
}: Pick<Support, 'planned' | 'cost' | 'value' | 'currency'>): Line[] {
  const { value: texts, work } = useTexts().stateAid.support
  const { integer, number } = useFormats()
  const { money } = useAmounts()
  const hours = useHours()
  const amount = (minor: number) => money(minor, currency)
  const percent = (ppm: number) => `${number(ppm / 10_000, 2)} %`
  const { own, of } = planned.share
  const hourly = amount(cost.hourlyMinor)
  const pay = Math.round((minutesOf(planned) * cost.hourlyMinor) / 60)
  const onTop = [
    ...(cost.payrollPpm > 0 ? [texts.payroll({ percent: percent(cost.payrollPpm) })] : []),
    ...(cost.flatPpm > 0 ? [texts.flat({ percent: percent(cost.flatPpm) })] : []),
  ]
  return [
    ...planned.staff
      .filter(({ minutes }) => minutes > 0)
      .map((one) => ({
        id: one.work,
        text: texts.hours({ work: work[one.work], hours: hours(one.minutes) }),
        amount: amount(Math.round((one.minutes * cost.hourlyMinor) / 60)),
      })),
    ...(value.staffMinor > 0 && onTop.length > 0
      ? [
          { id: 'pay', text: texts.pay({ hours: hours(minutesOf(planned)), hourly }), amount: amount(pay) },
          { id: 'on-top', text: onTop.join('; '), amount: amount(value.staffMinor - pay) },
        ]
      : []),
    ...planned.bought.map(({ what, minor }, at) => ({ id: `bought-${at}`, text: what, amount: amount(minor) })),
    ...(of > own
      ? [{ id: 'part', text: texts.part({ own: integer(own), of: integer(of) }), amount: amount(value.costMinor) }]
      : []),
    ...(value.paidMinor > 0 ? [{ id: 'paid', text: texts.paid, amount: `−${amount(value.paidMinor)}` }] : []),
    ...(cost.publicPpm < 1_000_000
      ? [{ id: 'public', text: texts.public({ percent: percent(cost.publicPpm) }), amount: amount(value.aidMinor) }]
      : []),
    { id: 'aid', text: texts.aid, amount: amount(value.aidMinor) },
  ]
}
