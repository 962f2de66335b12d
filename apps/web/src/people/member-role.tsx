import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import { ROLES } from '@stegvis/core/people/roles.ts'
import type { GrantView, StaffMember } from '@stegvis/core/people/schema.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api, read } from '../app/api.ts'
import { ProblemError } from '../app/send.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats, useLanguage } from '../locales/texts.tsx'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { ConfirmDialog } from '../ui/dialog.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Card, Row, Soft, Stack } from '../ui/layout.tsx'
import { Callout } from '../ui/states.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'

type MemberRoleProps = { programme: string; member: StaffMember; grant: GrantView; mayChange: boolean }

/** One role of somebody: where, since when, until when, and taking it away. */
export function MemberRole({ programme, member, grant, mayChange }: MemberRoleProps) {
  const { people } = useTexts()
  const { language } = useLanguage()
  const { dayOf } = useFormats()
  const [revoking, revoke] = useState(false)
  const name = ROLES[grant.role].name[language]
  return (
    <Card
      level={3}
      title={grant.within ? `${name}, ${grant.within}` : name}
      actions={
        mayChange && (
          <Button small kind="quiet" onPress={() => revoke(true)}>
            {people.member.revoke}
          </Button>
        )
      }
    >
      <Soft>
        {ROLES[grant.role].does[language]}. {people.member.since({ day: dayOf(grant.grantedAt) })}
        {!mayChange && grant.expiresOn && `, ${people.staff.untilDay({ day: grant.expiresOn })}`}
        {grant.title && `. ${grant.title}`}.
      </Soft>
      {mayChange && <LastDay programme={programme} grant={grant} />}
      {revoking && <RevokeDialog programme={programme} member={member} grant={grant} onClose={() => revoke(false)} />}
    </Card>
  )
}

function LastDay({ programme, grant }: { programme: string; grant: GrantView }) {
  const { people, common } = useTexts()
  const queryClient = useQueryClient()
  const [day, setDay] = useState<PlainDate | null>(grant.expiresOn)
  const save = useMutation({
    mutationFn: () =>
      read(
        api.PATCH('/api/programmes/{programme}/roles/{role}', {
          params: { path: { programme, role: grant.id } },
          body: { from: grant.expiresOn, to: day },
        }),
      ),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['staff', programme] }),
  })
  const changed = save.error instanceof ProblemError && save.error.slug === 'changed-meanwhile'
  return (
    <Stack gap="s">
      <Row>
        <DateField
          label={people.member.lastDay}
          hint={people.member.lastDayHint}
          value={day}
          onChange={setDay}
          optional
        />
        {day !== grant.expiresOn && (
          <Button isPending={save.isPending} onPress={() => save.mutate()}>
            {common.save}
          </Button>
        )}
      </Row>
      {changed ? (
        <Callout tone="warning">{people.member.changed}</Callout>
      ) : (
        save.error && <ErrorState error={save.error} />
      )}
    </Stack>
  )
}

type RevokeProps = { programme: string; member: StaffMember; grant: GrantView; onClose: () => void }

function RevokeDialog({ programme, member, grant, onClose }: RevokeProps) {
  const { people } = useTexts()
  const { language } = useLanguage()
  const { count } = useFormats()
  const [reason, setReason] = useState('')
  const revoke = useRevoke(programme, member, grant.id)
  const leavesCompanies = grant.role === 'coach' && member.companies > 0
  return (
    <ConfirmDialog
      danger
      isOpen
      title={people.member.revokeTitle({ role: ROLES[grant.role].name[language], name: member.name })}
      confirm={people.member.revoke}
      isPending={revoke.isPending}
      onConfirm={() => revoke.mutate(reason, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Stack>
        <p>{people.member.revokeText}</p>
        {leavesCompanies && (
          <Callout tone="warning">
            {people.member.revokeCompanies({ companies: count(member.companies, people.member.companies) })}
          </Callout>
        )}
        <TextField
          label={people.member.reason}
          hint={people.member.reasonHint}
          value={reason}
          onChange={setReason}
          maxLength={500}
          isRequired
        />
        {revoke.error && <ErrorState error={revoke.error} />}
      </Stack>
    </ConfirmDialog>
  )
}

function useRevoke(programme: string, member: StaffMember, role: string) {
  const { people } = useTexts()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (reason: string) =>
      read(
        api.POST('/api/programmes/{programme}/roles/{role}/revoke', {
          params: { path: { programme, role } },
          body: { reason },
        }),
      ),
    onSuccess: async () => {
      toast(people.member.revoked)
      // Without a role left there is no page of theirs to stay on.
      if (member.grants.length === 1) await navigate({ to: '/programmes/$programme/people', params: { programme } })
      await queryClient.invalidateQueries({ queryKey: ['staff', programme] })
    },
  })
}
