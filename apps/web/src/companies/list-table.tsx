import type { CompanyRow, CompanySort } from '@stegvis/core/companies/list/schema.ts'
import { Link } from '../app/link.tsx'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats } from '../locales/texts.tsx'
import { Badge } from '../ui/badge.tsx'
import { keepDays } from '../ui/days.tsx'
import { Soft, VisuallyHidden } from '../ui/layout.tsx'
import { NativeCheckbox } from '../ui/native-fields.tsx'
import { type Column, Table } from '../ui/table.tsx'
import type { CompanySearch } from './api.ts'
import styles from './list.module.css'
import { useNames } from './names.ts'
import { StatusMark } from './status-mark.tsx'

type TableProps = {
  programme: string
  rows: readonly CompanyRow[]
  search: CompanySearch
  onSort: (sort: CompanySort) => void
  chosen?: ReadonlySet<string>
  onChoose?: (chosen: ReadonlySet<string>) => void
}

const TODAY = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' })

export function CompanyTable({ programme, rows, search, onSort, chosen, onChoose }: TableProps) {
  const { companies } = useTexts()
  const { list } = companies
  const { municipality } = useNames(programme)
  const today = TODAY.format(new Date())
  const columns: Column<CompanyRow, CompanySort>[] = [
    {
      id: 'name',
      label: list.company,
      main: true,
      sort: 'name',
      cell: (row) => (
        <span className={styles.name}>
          <Link to="/programmes/$programme/companies/$company" params={{ programme, company: row.id }}>
            {row.name}
          </Link>
          <span className={styles.under}>
            {[row.organisationNumber, municipality(row.municipalityCode)].filter(Boolean).join(' · ')}
          </span>
        </span>
      ),
    },
    { id: 'status', label: list.status, sort: 'status', cell: (row) => <StatusMark status={row.status} /> },
    {
      id: 'coach',
      label: list.coach,
      short: true,
      cell: (row) => row.coach?.name ?? <Badge tone="warning">{list.noCoach}</Badge>,
    },
    { id: 'sub-project', label: list.subProject, short: true, cell: (row) => row.subProject?.name ?? <Soft>–</Soft> },
    {
      id: 'next-step',
      label: list.nextStep,
      sort: 'next-step',
      cell: (row) => (row.access === 'register' ? <Closed /> : <NextStep row={row} today={today} />),
    },
    {
      id: 'last-contact',
      label: list.lastContact,
      sort: 'last-contact',
      numeric: true,
      short: true,
      cell: (row) => (row.access === 'register' ? <Closed /> : (row.lastContactOn ?? <Soft>{list.never}</Soft>)),
    },
  ]
  const choice: Column<CompanyRow, CompanySort> = {
    id: 'choice',
    label: list.choose,
    cell: (row) => <Choice row={row} chosen={chosen ?? new Set()} onChoose={(next) => onChoose?.(next)} />,
  }
  return (
    <Table
      label={companies.title}
      columns={onChoose && rows.some(isOpen) ? [choice, ...columns] : columns}
      rows={rows}
      rowKey={(row) => row.id}
      sort={{ by: search.sort ?? 'name', descending: false }}
      onSort={({ by }) => onSort(by)}
    />
  )
}

/** Beyond the register, and so not ours to see. */
function Closed() {
  const { companies } = useTexts()
  return (
    <Soft>
      <span aria-hidden>·</span>
      <VisuallyHidden>{companies.list.closed}</VisuallyHidden>
    </Soft>
  )
}

function NextStep({ row, today }: { row: CompanyRow; today: string }) {
  const { companies } = useTexts()
  const formats = useFormats()
  if (row.nextStep === null && row.nextStepOn === null) return <Soft>{companies.list.noNextStep}</Soft>
  const isLate =
    row.nextStepOn !== null && row.nextStepOn < today && row.status !== 'completed' && row.status !== 'left'
  return (
    <span className={styles.company}>
      <span>{row.nextStep}</span>
      {row.nextStepOn && (
        <span className={isLate ? styles.late : styles.under}>
          {isLate ? keepDays(companies.list.late({ on: row.nextStepOn })) : formats.weekday(row.nextStepOn)}
        </span>
      )}
    </span>
  )
}

type ChoiceProps = { row: CompanyRow; chosen: ReadonlySet<string>; onChoose: (chosen: ReadonlySet<string>) => void }

/** Only a record one may open can be given to a coach. */
const isOpen = ({ access }: CompanyRow): boolean => access !== 'register'

function Choice({ row, chosen, onChoose }: ChoiceProps) {
  const { companies } = useTexts()
  if (!isOpen(row)) return null
  const toggle = (isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(row.id)
    else next.delete(row.id)
    onChoose(next)
  }
  return (
    <NativeCheckbox
      label={companies.list.chooseCompany({ name: row.name })}
      checked={chosen.has(row.id)}
      onChange={toggle}
    />
  )
}
