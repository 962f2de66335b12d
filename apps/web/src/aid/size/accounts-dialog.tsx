import type { AccountsRecord } from '@stegvis/core/aid/size/records.ts'
import { PlainDate } from '@stegvis/core/kernel/day.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../app/new-id.ts'
import { ProblemError } from '../../app/send.ts'
import { useMe } from '../../app/session.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormDraft } from '../../offline/form-draft.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Form } from '../../ui/form.tsx'
import { Columns, Stack } from '../../ui/layout.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Callout } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { RefusedFacts } from '../groups/forms/faults.tsx'
import { type AccountsDraft, type AccountsFault, accountsDraft, readAccounts } from './accounts-draft.ts'
import { putAccounts } from './api.ts'
import { useAccountsChanged } from './use-accounts.ts'

export type AccountsTarget = { partyId: string; name: string; closedOn: string | null; record?: AccountsRecord }

type AccountsDialogProps = { programme: string; company: string; target: AccountsTarget; onClose: () => void }

/** The figures of one company for one financial year, in the currency they were closed in. */
export function AccountsDialog({ programme, company, target, onClose }: AccountsDialogProps) {
  const { sizes, common } = useTexts()
  const { form } = sizes
  const me = useMe()
  const { record, partyId, name } = target
  const changed = useAccountsChanged(programme, company)
  const [base, setBase] = useState(record?.said.revision ?? 0)
  const [isTried, setTried] = useState(false)
  const place = record ? `${record.id}:${record.said.revision}` : `${partyId}:${target.closedOn}`
  const kept = useFormDraft(`${me.id}:accounts:${place}`, {
    id: record?.id ?? newId(),
    draft: accountsDraft(record?.accounts, target.closedOn),
  })
  const { id, draft } = kept.value
  const reading = readAccounts(draft, record?.accounts)
  const save = useMutation({
    mutationFn: async () => {
      if (!reading.ok) throw new Error('the form is not complete')
      return putAccounts(programme, company, id, {
        base,
        partyId: partyId as Parameters<typeof putAccounts>[3]['partyId'],
        accounts: reading.accounts,
      })
    },
    onSuccess: async (accounts) => {
      kept.clear()
      toast(form.saved, { group: 'accounts' })
      await changed(accounts)
      onClose()
    },
    onError: (error) => {
      const present = error instanceof ProblemError ? (error.extra.present as AccountsRecord | null | undefined) : null
      if (present) setBase(present.said.revision)
    },
  })
  const isConflict = save.error instanceof ProblemError && save.error.slug === 'changed-meanwhile'
  return (
    <Dialog title={record ? form.edit({ name }) : form.add({ name })} isOpen onClose={onClose}>
      {isConflict ? <Callout tone="warning">{form.changed}</Callout> : <RefusedFacts problem={save.error} />}
      <Form
        onSubmit={() => (reading.ok ? save.mutate() : setTried(true))}
        actions={
          <>
            <Button type="submit" kind="primary" isPending={save.isPending}>
              {common.save}
            </Button>
            <Button kind="quiet" onPress={onClose}>
              {common.cancel}
            </Button>
          </>
        }
      >
        <AccountsFields
          draft={draft}
          change={(part) => kept.change({ draft: { ...draft, ...part } })}
          faults={isTried && !reading.ok ? reading.faults : []}
          workforce={record?.accounts.workforce !== undefined}
        />
      </Form>
    </Dialog>
  )
}

type FieldsProps = {
  draft: AccountsDraft
  change: (part: Partial<AccountsDraft>) => void
  faults: readonly AccountsFault[]
  /** the headcount was told by those who work */
  workforce: boolean
}

const orNull = (value: number) => (Number.isNaN(value) ? null : value)

function AccountsFields({ draft, change, faults, workforce }: FieldsProps) {
  const { form } = useTexts().sizes
  const error = (field: AccountsFault) => (faults.includes(field) ? form.wrong[field] : undefined)
  const amount = { minValue: 0, formatOptions: { maximumFractionDigits: 2 } }
  return (
    <>
      <RadioGroup
        label={form.basis}
        value={draft.basis}
        onChange={(id) => change({ basis: id === 'estimate' ? 'estimate' : 'closed' })}
        options={[
          { id: 'closed', label: form.closed },
          { id: 'estimate', label: form.estimate, description: form.estimateHint },
        ]}
      />
      <DateField
        label={draft.basis === 'closed' ? form.closedOn : form.madeOn}
        value={draft.on === null ? null : PlainDate.parse(draft.on)}
        onChange={(on) => change({ on })}
        error={error('on')}
      />
      <NumberField
        label={form.awu}
        hint={workforce ? form.awuCounted : form.awuHint}
        optional={workforce}
        minValue={0}
        formatOptions={{ maximumFractionDigits: 4 }}
        value={draft.awu}
        onChange={(value) => change({ awu: orNull(value) })}
        error={error('awu')}
      />
      <Columns of="fields" least="s">
        <NumberField
          {...amount}
          label={form.turnover}
          unit={draft.currency}
          value={draft.turnover}
          onChange={(value) => change({ turnover: orNull(value) })}
          error={error('turnover')}
        />
        <NumberField
          {...amount}
          label={form.balance}
          unit={draft.currency}
          value={draft.balance}
          onChange={(value) => change({ balance: orNull(value) })}
          error={error('balance')}
        />
      </Columns>
      <RareFields draft={draft} change={change} error={error} />
    </>
  )
}

type RareProps = Pick<FieldsProps, 'draft' | 'change'> & { error: (field: AccountsFault) => string | undefined }

/** What is nearly always as it is: kronor, twelve months, the company's own accounts. */
function RareFields({ draft, change, error }: RareProps) {
  const { form } = useTexts().sizes
  const isRare = draft.currency !== 'SEK' || draft.months !== 12 || draft.scope !== 'own' || draft.approvedOn !== null
  return (
    <Disclosure plain summary={form.more} open={isRare || error('months') !== undefined}>
      <Stack>
        <TextField
          label={form.currency}
          hint={form.currencyHint}
          short
          maxLength={3}
          value={draft.currency}
          onChange={(currency) => change({ currency: currency.toUpperCase() })}
          error={error('currency')}
        />
        {draft.basis === 'closed' && (
          <>
            <NumberField
              label={form.months}
              minValue={1}
              maxValue={24}
              value={draft.months}
              onChange={(value) => change({ months: orNull(value) })}
              error={error('months')}
            />
            <DateField
              label={form.approvedOn}
              optional
              value={draft.approvedOn === null ? null : PlainDate.parse(draft.approvedOn)}
              onChange={(approvedOn) => change({ approvedOn })}
            />
            <RadioGroup
              label={form.scope}
              value={draft.scope}
              onChange={(id) => change({ scope: id === 'consolidated' ? 'consolidated' : 'own' })}
              options={[
                { id: 'own', label: form.own },
                { id: 'consolidated', label: form.consolidated },
              ]}
            />
          </>
        )}
      </Stack>
    </Disclosure>
  )
}
