import type { PartyRecord } from '@stegvis/core/aid/groups/picture.ts'
import { PARTY_KINDS } from '@stegvis/core/aid/groups/terms.ts'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { Anchor } from '../../ui/anchor.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Row, Section, Soft, Stack } from '../../ui/layout.tsx'
import { Table } from '../../ui/table.tsx'
import { FactList } from './fact-list.tsx'
import { MergerDialog, SplitDialog } from './forms/change-dialogs.tsx'
import type { Where } from './forms/fact-dialog.tsx'
import { ConsolidationDialog, ControlDialog, JointDialog } from './forms/more-dialogs.tsx'
import { PartyDialog } from './forms/party-dialog.tsx'
import { useSaid } from './said.tsx'
import { shownNumber } from './shown-number.ts'
import { useParties } from './use-group.ts'

const DIALOGS = {
  control: ControlDialog,
  joint: JointDialog,
  consolidation: ConsolidationDialog,
  merger: MergerDialog,
  split: SplitDialog,
} as const
type More = keyof typeof DIALOGS
const KINDS = ['control', 'joint', 'consolidation', 'merger', 'split'] as const

type MoreFactsProps = Where & {
  /** where everything that happened is told */
  history: string
}

/** What few companies have to tell, everything that was stated, and everybody in the picture. */
export function MoreFacts({ history, ...where }: MoreFactsProps) {
  const { group } = where
  const { more, facts, parties: texts } = useTexts().groups
  const { parties } = useParties(group)
  const [open, setOpen] = useState<More | null>(null)
  const Open = open && DIALOGS[open]
  const persons = parties.filter(({ kind }) => kind === 'person').length
  return (
    <Section title={more.title} intro={more.intro}>
      {group.mayEdit && (
        <Disclosure summary={more.add}>
          <Stack>
            {KINDS.map((kind) => (
              <Row key={kind} align="between">
                <Stack gap="s">
                  <strong>{more[kind].title}</strong>
                  <Soft>{more[kind].text}</Soft>
                </Stack>
                <Button
                  icon="add"
                  isDisabled={kind === 'joint' && persons < 2}
                  aria-label={`${more.addOne}: ${more[kind].title}`}
                  onPress={() => setOpen(kind)}
                >
                  {more.addOne}
                </Button>
              </Row>
            ))}
          </Stack>
        </Disclosure>
      )}
      <Disclosure summary={facts.all({ count: group.facts.length })}>
        <Stack>
          <FactList {...where} />
          <Anchor href={history}>{facts.history}</Anchor>
        </Stack>
      </Disclosure>
      <Disclosure summary={texts.all({ count: group.parties.length })}>
        <PartyList {...where} />
      </Disclosure>
      {Open && <Open {...where} onClose={() => setOpen(null)} />}
    </Section>
  )
}

function PartyList(where: Where) {
  const { group } = where
  const { groups, common } = useTexts()
  const { language } = useLanguage()
  const { parties: texts } = groups
  const said = useSaid()
  const [open, setOpen] = useState<PartyRecord | null>(null)
  return (
    <>
      <Table
        label={texts.title}
        rows={group.parties}
        rowKey={({ party }) => party.id}
        columns={[
          { id: 'name', label: texts.name, main: true, cell: ({ party }) => party.name },
          { id: 'kind', label: texts.kind, cell: ({ party }) => PARTY_KINDS[party.kind][language] },
          {
            id: 'number',
            label: texts.number,
            short: true,
            cell: ({ party }) =>
              'number' in party && party.number ? `${party.country} ${shownNumber(party.country, party.number)}` : '',
          },
          { id: 'said', label: groups.facts.said, cell: (record) => said(record.said) },
          ...(group.mayEdit
            ? [
                {
                  id: 'deeds',
                  label: groups.facts.deeds,
                  cell: (record: PartyRecord) =>
                    record.mayChange && (
                      <IconButton
                        small
                        icon="edit"
                        label={`${common.edit}: ${record.party.name}`}
                        onPress={() => setOpen(record)}
                      />
                    ),
                },
              ]
            : []),
        ]}
      />
      {open && <PartyDialog {...where} record={open} onClose={() => setOpen(null)} />}
    </>
  )
}
