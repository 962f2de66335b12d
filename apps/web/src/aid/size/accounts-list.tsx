import type { CompanyGroup } from '@stegvis/core/aid/groups/picture.ts'
import { type AccountsRecord, dayOf, type GroupAccounts } from '@stegvis/core/aid/size/records.ts'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Section, Soft, Stack } from '../../ui/layout.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Callout, useProblemText } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { toast } from '../../ui/toast.tsx'
import styles from '../groups/groups.module.css'
import { useSaid } from '../groups/said.tsx'
import { useParties } from '../groups/use-group.ts'
import { AccountsDialog, type AccountsTarget } from './accounts-dialog.tsx'
import { accountsQuery, removeAccounts, restoreAccounts } from './api.ts'
import { useAccountsChanged } from './use-accounts.ts'

type AccountsListProps = { programme: string; company: string; group: CompanyGroup }

/** The accounts of everybody in the group whose figures may count. */
export function AccountsList({ programme, company, group }: AccountsListProps) {
  const { data } = useSuspenseQuery(accountsQuery(programme, company))
  const { accounts: texts } = useTexts().sizes
  const { parties, nameOf } = useParties(group)
  const [target, setTarget] = useState<AccountsTarget | null>(null)
  const companies = parties.filter(({ kind }) => kind !== 'person' && kind !== 'business-angel')
  const add = (partyId: string) => setTarget({ partyId, name: nameOf(partyId), closedOn: null })
  return (
    <Section
      level={3}
      title={texts.title}
      intro={texts.intro}
      actions={
        group.mayEdit && (
          <Menu
            label={texts.addFor}
            entries={companies.map(({ id, name }) => ({ id, label: name, onAction: () => add(id) }))}
          >
            <Button icon="add">{texts.add}</Button>
          </Menu>
        )
      }
    >
      <Incomplete accounts={data} nameOf={nameOf} />
      <AccountsTable
        programme={programme}
        company={company}
        accounts={data.accounts}
        nameOf={nameOf}
        mayEdit={group.mayEdit}
        onEdit={(record) =>
          setTarget({ partyId: record.partyId, name: nameOf(record.partyId), closedOn: null, record })
        }
      />
      {data.withheld.length > 0 && <Soft>{texts.withheld({ names: data.withheld.map(nameOf).join(', ') })}</Soft>}
      {target && <AccountsDialog {...{ programme, company, target }} onClose={() => setTarget(null)} />}
    </Section>
  )
}

/** Years of company records that lack a figure do not count yet. */
function Incomplete({ accounts, nameOf }: { accounts: GroupAccounts; nameOf: (id: string) => string }) {
  const { accounts: texts } = useTexts().sizes
  const { list } = useFormats()
  if (accounts.incomplete.length === 0) return null
  return (
    <Callout tone="warning" title={texts.incomplete}>
      {accounts.incomplete.map(({ partyId, year, missing }) => (
        <div key={`${partyId} ${year}`}>
          {texts.incompleteYear({
            name: nameOf(partyId),
            year: String(year),
            what: list(missing.map((key) => texts.figures[key])),
          })}
        </div>
      ))}
    </Callout>
  )
}

type TableProps = {
  programme: string
  company: string
  accounts: readonly AccountsRecord[]
  nameOf: (id: string) => string
  mayEdit: boolean
  onEdit: (record: AccountsRecord) => void
}

function AccountsTable({ programme, company, accounts, nameOf, mayEdit, onEdit }: TableProps) {
  const { sizes, common } = useTexts()
  const { accounts: texts, form } = sizes
  const { number, integer } = useFormats()
  const said = useSaid()
  const remove = useRemoveAccounts(programme, company)
  const titleOf = (record: AccountsRecord) => `${nameOf(record.partyId)} ${dayOf(record.accounts)}`
  const amount = (cents: number, currency: string) => `${integer(cents / 100)} ${currency}`
  return (
    <Table
      label={texts.title}
      rows={accounts}
      rowKey={(record) => record.id ?? `${record.partyId} ${dayOf(record.accounts)}`}
      empty={texts.empty}
      columns={[
        {
          id: 'name',
          label: texts.company,
          main: true,
          cell: (record) => (
            <Stack gap="s">
              <div>{nameOf(record.partyId)}</div>
              <Marks record={record} />
            </Stack>
          ),
        },
        { id: 'on', label: texts.year, short: true, cell: ({ accounts: each }) => dayOf(each) },
        {
          id: 'awu',
          label: texts.awu,
          numeric: true,
          cell: ({ accounts: each }) => (each.awu === undefined ? form.counted : number(Number(each.awu), 4)),
        },
        {
          id: 'turnover',
          label: texts.turnover,
          numeric: true,
          cell: ({ accounts: each }) => amount(each.turnoverCents, each.currency),
        },
        {
          id: 'balance',
          label: texts.balance,
          numeric: true,
          cell: ({ accounts: each }) => amount(each.balanceCents, each.currency),
        },
        { id: 'said', label: texts.said, cell: (record) => (record.id ? said(record.said) : texts.fromRecord) },
        ...(mayEdit && accounts.some(({ id, mayChange }) => id !== null && mayChange)
          ? [
              {
                id: 'deeds',
                label: common.edit,
                cell: (record: AccountsRecord) =>
                  record.id !== null &&
                  record.mayChange && (
                    <div className={styles.pair} data-print="hide">
                      <IconButton
                        small
                        icon="edit"
                        label={`${common.edit}: ${titleOf(record)}`}
                        onPress={() => onEdit(record)}
                      />
                      <IconButton
                        small
                        icon="trash"
                        label={`${common.remove}: ${titleOf(record)}`}
                        onPress={() => remove.mutate(record)}
                      />
                    </div>
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}

function Marks({ record: { accounts } }: { record: AccountsRecord }) {
  const { accounts: texts } = useTexts().sizes
  if (accounts.basis === 'estimate') return <Badge>{texts.estimate}</Badge>
  return accounts.scope === 'consolidated' ? <Badge>{texts.consolidated}</Badge> : null
}

function useRemoveAccounts(programme: string, company: string) {
  const { sizes, common } = useTexts()
  const problemText = useProblemText()
  const changed = useAccountsChanged(programme, company)
  const fail = (error: unknown) => toast(problemText(error), { tone: 'danger' })
  return useMutation({
    mutationFn: ({ id, said }: AccountsRecord) => removeAccounts(programme, company, id ?? '', said.revision),
    onSuccess: async (accounts, { id }) => {
      // The row is gone by the time somebody presses undo, so this is no mutation of its own.
      const onPress = () => void restoreAccounts(programme, company, id ?? '').then(changed, fail)
      toast(sizes.accounts.removed, { action: { label: common.undo, onPress }, group: 'accounts' })
      await changed(accounts)
    },
    onError: fail,
  })
}
