import { ROLES } from '@stegvis/core/people/roles.ts'
import type { InvitationView } from '@stegvis/core/people/schema.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats, useLanguage } from '../locales/texts.tsx'
import { StatusBadge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/dialog.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Row } from '../ui/layout.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { toast } from '../ui/toast.tsx'
import { TwoLines } from './two-lines.tsx'

type InvitationsProps = {
  invitations: readonly InvitationView[]
  mayChange: boolean
  /** the query that lists them, read again after a change */
  queryKey: readonly unknown[]
  onResend: (id: string) => Promise<unknown>
  onWithdraw: (id: string) => Promise<unknown>
}

/** Invitations nobody has answered yet, to a programme or to a company. */
export function Invitations({ invitations, mayChange, queryKey, onResend, onWithdraw }: InvitationsProps) {
  const { people } = useTexts()
  const queryClient = useQueryClient()
  const [withdrawing, setWithdrawing] = useState<InvitationView>()
  const onSettled = () => queryClient.invalidateQueries({ queryKey })
  const resend = useMutation({
    mutationFn: ({ id }: InvitationView) => onResend(id),
    onSuccess: (_, { name }) => toast(people.staff.resent({ name })),
    onSettled,
  })
  const withdraw = useMutation({
    mutationFn: ({ id }: InvitationView) => onWithdraw(id),
    onSuccess: () => {
      toast(people.staff.withdrawn)
      setWithdrawing(undefined)
    },
    onSettled,
  })
  const columns = useColumns()
  const actions: Column<InvitationView> = {
    id: 'actions',
    label: people.staff.change,
    cell: (invitation) => (
      <Row gap="s">
        <Button small isDisabled={resend.isPending} onPress={() => resend.mutate(invitation)}>
          {people.staff.resend}
        </Button>
        <Button small kind="quiet" onPress={() => setWithdrawing(invitation)}>
          {people.staff.withdraw}
        </Button>
      </Row>
    ),
  }
  return (
    <>
      {resend.error && <ErrorState error={resend.error} />}
      <Table
        label={people.staff.invitations}
        columns={mayChange ? [...columns, actions] : columns}
        rows={invitations}
        rowKey={({ id }) => id}
      />
      {withdrawing && (
        <ConfirmDialog
          danger
          isOpen
          title={people.staff.withdrawTitle({ name: withdrawing.name })}
          confirm={people.staff.withdraw}
          isPending={withdraw.isPending}
          onConfirm={() => withdraw.mutate(withdrawing)}
          onClose={() => setWithdrawing(undefined)}
        >
          <p>{people.staff.withdrawText}</p>
          {withdraw.error && <ErrorState error={withdraw.error} />}
        </ConfirmDialog>
      )}
    </>
  )
}

function useColumns(): Column<InvitationView>[] {
  const { people } = useTexts()
  const { language } = useLanguage()
  const { dayOf } = useFormats()
  return [
    {
      id: 'name',
      label: people.staff.name,
      main: true,
      cell: ({ name, email }) => <TwoLines first={name} second={email} />,
    },
    {
      id: 'role',
      label: people.staff.role,
      cell: ({ role, within }) => <TwoLines first={ROLES[role].name[language]} second={within} />,
    },
    {
      id: 'invited',
      label: people.staff.invited,
      cell: ({ invitedAt, invitedBy }) => <TwoLines first={dayOf(invitedAt)} second={invitedBy} />,
    },
    {
      id: 'until',
      label: people.staff.until,
      cell: ({ expired, expiresAt }) =>
        expired ? <StatusBadge tone="warning">{people.staff.expired}</StatusBadge> : dayOf(expiresAt),
    },
  ]
}
