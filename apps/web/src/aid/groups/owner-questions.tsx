import { holdsOn } from '@stegvis/core/aid/groups/active.ts'
import type { CompanyGroup, FactRecord } from '@stegvis/core/aid/groups/picture.ts'
import { PARTY_KINDS } from '@stegvis/core/aid/groups/terms.ts'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Section, Soft } from '../../ui/layout.tsx'
import { Menu } from '../../ui/menu.tsx'
import type { Where } from './forms/fact-dialog.tsx'
import { HoldingDialog, type HoldingSide } from './forms/holding-dialog.tsx'
import styles from './groups.module.css'
import { useRemoveFact } from './remove-fact.tsx'
import { useSaid } from './said.tsx'
import { useParties } from './use-group.ts'
import { useHoldingWords } from './use-holding-words.ts'

type Open = { side: HoldingSide; record?: FactRecord }

/** The two questions nearly every company is done with: who owns you, and what do you own. */
export function OwnerQuestions({ mine, ...where }: Where & { mine?: boolean }) {
  const { group } = where
  const { questions } = useTexts().groups
  const { nameOf } = useParties(group)
  const [open, setOpen] = useState<Open | null>(null)
  const name = nameOf(group.partyId)
  const side = (asks: HoldingSide['asks'], of: string): HoldingSide => ({ asks, of })
  return (
    <>
      <Section
        title={mine ? questions.ourOwners : questions.owners({ name })}
        intro={questions.ownersHint}
        actions={
          group.mayEdit && (
            <Button icon="add" onPress={() => setOpen({ side: side('owner', group.partyId) })}>
              {questions.addOwner}
            </Button>
          )
        }
      >
        <Holdings {...where} asks="owner" of={group.partyId} onOpen={setOpen} empty={questions.noOwners} />
      </Section>
      <Section
        title={mine ? questions.weOwn : questions.owned({ name })}
        intro={mine ? questions.weOwnHint : questions.ownedHint}
        actions={
          group.mayEdit && (
            <Button icon="add" onPress={() => setOpen({ side: side('owned', group.partyId) })}>
              {questions.addOwned}
            </Button>
          )
        }
      >
        <Holdings {...where} asks="owned" of={group.partyId} onOpen={setOpen} empty={questions.noOwned} />
      </Section>
      {open && <HoldingDialog {...where} {...open} onClose={() => setOpen(null)} />}
    </>
  )
}

type HoldingsProps = Where & HoldingSide & { onOpen: (open: Open) => void; empty: string }

function Holdings({ asks, of, onOpen, empty, ...where }: HoldingsProps) {
  const { group } = where
  const { common, groups } = useTexts()
  const given = asks === 'owner' ? 'owned' : 'owner'
  const rows = holdingsOf(group).filter(({ fact }) => fact[given] === of)
  if (rows.length === 0) return <Soft>{empty}</Soft>
  return (
    <ul
      className={styles.holdings}
      aria-label={asks === 'owner' ? groups.questions.ownerList : groups.questions.ownedList}
    >
      {rows.map(({ record, fact }) => (
        <HoldingRow
          key={record.id}
          {...where}
          record={record}
          party={fact[asks]}
          onOpen={onOpen}
          side={{ asks, of }}
          edit={common.edit}
        />
      ))}
    </ul>
  )
}

/** Present and coming holdings; what is over stands in the list of all facts. */
function holdingsOf(group: CompanyGroup) {
  return group.facts.flatMap((record) => {
    if (record.stated.kind !== 'holding') return []
    const { fact } = record.stated
    const isOver = Boolean(fact.to && fact.to < group.on)
    return isOver ? [] : [{ record, fact, isComing: !holdsOn(fact, group.on) }]
  })
}

type HoldingRowProps = Where & {
  record: FactRecord
  /** the other side */
  party: string
  side: HoldingSide
  onOpen: (open: Open) => void
  edit: string
}

function HoldingRow({ record, party: id, side, onOpen, edit, ...where }: HoldingRowProps) {
  const { questions } = useTexts().groups
  const { language } = useLanguage()
  const { parties } = useParties(where.group)
  const said = useSaid()
  const how = useHoldingWords()
  const party = parties.find((one) => one.id === id)
  if (!party || record.stated.kind !== 'holding') return null
  const { name, kind } = party
  return (
    <li className={styles.holding}>
      <div className={styles.who}>
        <strong>{name}</strong>
        <Soft>{PARTY_KINDS[kind][language]}</Soft>
      </div>
      <div className={styles.how}>
        <span>{how(record.stated.fact)}</span>
        <Soft>{said(record.said)}</Soft>
      </div>
      {record.mayChange && (
        <div className={styles.deeds} data-print="hide">
          <IconButton icon="edit" label={`${edit}: ${name}`} onPress={() => onOpen({ side, record })} />
          <RowMenu
            {...where}
            record={record}
            name={name}
            id={id}
            isCompany={kind !== 'person'}
            onOpen={onOpen}
            label={questions.more({ name })}
          />
        </div>
      )}
    </li>
  )
}

type RowMenuProps = Where & {
  record: FactRecord
  name: string
  id: string
  isCompany: boolean
  label: string
  onOpen: (open: Open) => void
}

function RowMenu({ programme, company, record, name, id, isCompany, label, onOpen }: RowMenuProps) {
  const { questions } = useTexts().groups
  const remove = useRemoveFact(programme, company)
  const ask = (asks: HoldingSide['asks']) => onOpen({ side: { asks, of: id } })
  return (
    <Menu
      label={label}
      entries={[
        ...(isCompany ? [{ id: 'owner', label: questions.ownersOf({ name }), onAction: () => ask('owner') }] : []),
        { id: 'owned', label: questions.ownedBy({ name }), onAction: () => ask('owned') },
        'separator',
        { id: 'remove', label: questions.remove, danger: true, onAction: () => remove.mutate(record) },
      ]}
    >
      <IconButton icon="more" label={label} />
    </Menu>
  )
}
