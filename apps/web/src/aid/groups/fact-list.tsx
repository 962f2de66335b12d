import type { FactRecord } from '@stegvis/core/aid/groups/picture.ts'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { IconButton } from '../../ui/button.tsx'
import { WithDays } from '../../ui/days.tsx'
import { Soft } from '../../ui/layout.tsx'
import { Table } from '../../ui/table.tsx'
import { useFactWords } from './fact-words.ts'
import { hasChangeForm, MergerDialog, SplitDialog } from './forms/change-dialogs.tsx'
import type { Where } from './forms/fact-dialog.tsx'
import { HoldingDialog } from './forms/holding-dialog.tsx'
import { ConsolidationDialog, ControlDialog, JointDialog } from './forms/more-dialogs.tsx'
import styles from './groups.module.css'
import { useRemoveFact } from './remove-fact.tsx'
import { useSaid } from './said.tsx'
import { useParties } from './use-group.ts'

/** Everything that was stated, by whom and when; each can be corrected or taken back. */
export function FactList(where: Where) {
  const { programme, company, group } = where
  const { groups, common } = useTexts()
  const { facts } = groups
  const { nameOf } = useParties(group)
  const words = useFactWords(nameOf)
  const said = useSaid()
  const remove = useRemoveFact(programme, company)
  const [open, setOpen] = useState<FactRecord | null>(null)
  return (
    <>
      <Table
        label={facts.title}
        rows={group.facts}
        rowKey={({ id }) => id}
        empty={facts.empty}
        columns={[
          {
            id: 'fact',
            label: facts.fact,
            main: true,
            cell: ({ stated, note }) => (
              <>
                <WithDays>{words(stated)}</WithDays>
                {note !== '' && (
                  <div>
                    <Soft>{note}</Soft>
                  </div>
                )}
              </>
            ),
          },
          { id: 'said', label: facts.said, cell: (record) => said(record.said) },
          ...(group.mayEdit
            ? [
                {
                  id: 'deeds',
                  label: facts.deeds,
                  cell: (record: FactRecord) =>
                    record.mayChange && (
                      <div className={styles.pair} data-print="hide">
                        {hasForm(record) && (
                          <IconButton
                            small
                            icon="edit"
                            label={`${common.edit}: ${words(record.stated)}`}
                            onPress={() => setOpen(record)}
                          />
                        )}
                        <IconButton
                          small
                          icon="trash"
                          label={`${common.remove}: ${words(record.stated)}`}
                          onPress={() => remove.mutate(record)}
                        />
                      </div>
                    ),
                },
              ]
            : []),
        ]}
      />
      {open && <FactForm {...where} record={open} onClose={() => setOpen(null)} />}
    </>
  )
}

/** An answer about markets is taken back and asked for again. */
function hasForm(record: FactRecord): boolean {
  const { kind } = record.stated
  return kind === 'restructuring' ? hasChangeForm(record) : kind !== 'market'
}

function FactForm({ record, ...props }: Where & { record: FactRecord; onClose: () => void }) {
  const { stated } = record
  switch (stated.kind) {
    case 'holding':
      return <HoldingDialog {...props} record={record} side={{ asks: 'owner', of: stated.fact.owned }} />
    case 'control':
      return <ControlDialog {...props} record={record} />
    case 'acting-jointly':
      return <JointDialog {...props} record={record} />
    case 'consolidation':
      return <ConsolidationDialog {...props} record={record} />
    case 'restructuring':
      return stated.fact.kind === 'merger' ? (
        <MergerDialog {...props} record={record} />
      ) : (
        <SplitDialog {...props} record={record} />
      )
    case 'market':
      return null
  }
}
