import type { HeadroomLine, LineState } from '@stegvis/core/aid/de-minimis/ledger/answer.ts'
import type { CompanyAid } from '@stegvis/core/aid/gate/schema.ts'
import type { LedgerGrant } from '@stegvis/core/aid/ledger/schema.ts'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { StatusBadge, type Tone } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Section, Soft } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useAmounts } from './amounts.ts'
import { GrantDialog } from './grant-dialog.tsx'
import { GrantForm } from './grant-form.tsx'
import styles from './ledger.module.css'

const TONES: Record<LineState, Tone> = {
  counts: 'brand',
  'too-old': 'neutral',
  later: 'warning',
  'other-state': 'neutral',
  'other-undertaking': 'neutral',
  'other-ceiling': 'neutral',
  'nothing-left': 'neutral',
}

type Props = { programme: string; company: string; aid: CompanyAid }

/** Every known award to the company and those it counts together with, and whether it counts today. */
export function GrantsPart({ programme, company, aid }: Props) {
  const { grants: texts } = useTexts().stateAid.ledger
  const [opened, setOpened] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const lines = new Map(aid.headroom?.lines.map((line) => [line.grant, line]))
  const grant = aid.grants.find(({ id }) => id === opened)
  const add = aid.may.edit && (
    <Button icon="add" onPress={() => setAdding(true)}>
      {texts.add}
    </Button>
  )
  return (
    <Section id="grants" title={texts.title} intro={texts.intro} actions={aid.grants.length > 0 && add}>
      {aid.grants.length === 0 ? (
        <EmptyState title={texts.none} action={add}>
          {texts.noneText}
        </EmptyState>
      ) : (
        <GrantTable grants={aid.grants} lines={lines} onOpen={(one) => setOpened(one.id)} />
      )}
      {isAdding && <GrantForm {...{ programme, company, aid }} onClose={() => setAdding(false)} />}
      {grant && (
        <GrantDialog
          {...{ programme, company, aid, grant }}
          line={lines.get(grant.id)}
          onClose={() => setOpened(null)}
        />
      )}
    </Section>
  )
}

type TableProps = {
  grants: readonly LedgerGrant[]
  lines: ReadonlyMap<string, HeadroomLine>
  onOpen: (grant: LedgerGrant) => void
}

function GrantTable({ grants, lines, onOpen }: TableProps) {
  const { grants: texts } = useTexts().stateAid.ledger
  const { euro, money } = useAmounts()
  const columns: Column<LedgerGrant>[] = [
    {
      id: 'from',
      label: texts.columns.from,
      main: true,
      cell: (grant) => (
        <button
          type="button"
          className={styles.opens}
          aria-label={texts.open({ authority: grant.authority || texts.unknownAuthority, day: grant.awardedOn })}
          onClick={() => onOpen(grant)}
        >
          {grant.authority || texts.unknownAuthority}
        </button>
      ),
    },
    { id: 'awarded', label: texts.columns.awarded, short: true, cell: ({ awardedOn }) => awardedOn },
    { id: 'to', label: texts.columns.to, cell: ({ partyName }) => partyName },
    {
      id: 'amount',
      label: texts.columns.amount,
      numeric: true,
      cell: ({ presentMinor, presentEurCents, currency }) => (
        <>
          <span className={styles.amount}>{euro(presentEurCents)}</span>
          {currency !== 'EUR' && (
            <>
              <br />
              <Soft>{money(presentMinor, currency)}</Soft>
            </>
          )}
        </>
      ),
    },
    { id: 'counts', label: texts.columns.counts, cell: ({ id }) => <Counts line={lines.get(id)} /> },
    {
      id: 'origin',
      label: texts.columns.origin,
      cell: ({ origin, programme }) => (programme === null ? texts.origins[origin] : texts.other({ programme })),
    },
  ]
  return <Table label={texts.title} columns={columns} rows={grants} rowKey={({ id }) => id} />
}

function Counts({ line }: { line: HeadroomLine | undefined }) {
  const { grants: texts } = useTexts().stateAid.ledger
  if (!line) return '–'
  return (
    <>
      <StatusBadge tone={TONES[line.state]}>{texts.states[line.state]}</StatusBadge>
      {line.state === 'counts' && line.freeFrom && (
        <>
          {' '}
          <Soft>{texts.until({ day: line.freeFrom })}</Soft>
        </>
      )}
    </>
  )
}

/** What a line of the ledger is, for the history under it. */
export function useChangeWords(): (grant: LedgerGrant, change: LedgerGrant['changes'][number]) => string {
  const { kinds } = useTexts().stateAid.ledger.grant
  const { money } = useAmounts()
  const formats = useFormats()
  return (grant, { kind, minor, decidedOn, at }) => {
    const words = kind === 'lowered' ? kinds.lowered({ amount: money(minor ?? 0, grant.currency) }) : kinds[kind]
    return decidedOn === formats.dayOf(at) ? words : `${words} (${decidedOn})`
  }
}
