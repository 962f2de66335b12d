import { ROLES } from '@stegvis/core/people/roles.ts'
import type { CompanyMember, CompanyPeople as People } from '@stegvis/core/people/schema.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, read } from '../app/api.ts'
import { useMe } from '../app/session.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats, useLanguage } from '../locales/texts.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/dialog.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Row, Section, Stack } from '../ui/layout.tsx'
import { EmptyState, Skeleton } from '../ui/states.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { companyPeopleQuery } from './api.ts'
import { CompanyInvitationDialog } from './company-invitation.tsx'
import { Invitations } from './invitations.tsx'
import { TwoLines } from './two-lines.tsx'

export type CompanyRef = { id: string; name: string }

type CompanyPeopleProps = { programme: string; company: CompanyRef; mayInvite: boolean }

/** Who of a company has access, who is invited, and changing both. */
export function CompanyPeople({ programme, company, mayInvite }: CompanyPeopleProps) {
  const { people } = useTexts()
  const [inviting, invite] = useState(false)
  const query = companyPeopleQuery(programme, company.id)
  const { data, error, refetch } = useQuery(query)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton />
  const inviteButton = mayInvite && (
    <Button kind="primary" icon="add" onPress={() => invite(true)}>
      {people.companyPeople.invite}
    </Button>
  )
  const path = { programme, company: company.id }
  return (
    <Stack gap="l">
      {data.people.length === 0 ? (
        <EmptyState title={people.companyPeople.nobodyTitle} action={inviteButton}>
          {people.companyPeople.nobodyText}
        </EmptyState>
      ) : (
        <Stack>
          <Row align="end">{inviteButton}</Row>
          <Members path={path} people={data.people} mayRemove={mayInvite} />
        </Stack>
      )}
      {data.invitations.length > 0 && (
        <Section title={people.staff.invitations}>
          <Invitations
            invitations={data.invitations}
            mayChange={mayInvite}
            queryKey={query.queryKey}
            onResend={(invitation) =>
              read(
                api.POST('/api/programmes/{programme}/companies/{company}/invitations/{invitation}/resend', {
                  params: { path: { ...path, invitation } },
                }),
              )
            }
            onWithdraw={(invitation) =>
              read(
                api.POST('/api/programmes/{programme}/companies/{company}/invitations/{invitation}/withdraw', {
                  params: { path: { ...path, invitation } },
                }),
              )
            }
          />
        </Section>
      )}
      {inviting && <CompanyInvitationDialog programme={programme} company={company} onClose={() => invite(false)} />}
    </Stack>
  )
}

type Path = { programme: string; company: string }

function Members({ path, people: members, mayRemove }: { path: Path; people: People['people']; mayRemove: boolean }) {
  const { people } = useTexts()
  const { language } = useLanguage()
  const { dayOf } = useFormats()
  const me = useMe()
  const [leaving, setLeaving] = useState<CompanyMember>()
  const columns: Column<CompanyMember>[] = [
    {
      id: 'name',
      label: people.companyPeople.name,
      main: true,
      cell: (member) => (
        <TwoLines
          first={
            <>
              {member.name} {member.personId === me.id && <Badge>{people.companyPeople.you}</Badge>}
            </>
          }
          second={member.email}
        />
      ),
    },
    {
      id: 'role',
      label: people.companyPeople.role,
      cell: (member) => <TwoLines first={ROLES[member.role].name[language]} second={member.title} />,
    },
    { id: 'since', label: people.companyPeople.since, cell: (member) => dayOf(member.grantedAt) },
    ...(mayRemove
      ? [
          {
            id: 'remove',
            label: people.staff.change,
            cell: (member: CompanyMember) =>
              member.personId === me.id ? null : (
                <Button small onPress={() => setLeaving(member)}>
                  {people.companyPeople.remove}
                </Button>
              ),
          },
        ]
      : []),
  ]
  return (
    <>
      <Table label={people.companyPeople.list} columns={columns} rows={members} rowKey={({ grantId }) => grantId} />
      {leaving && <RemoveDialog path={path} member={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  )
}

function RemoveDialog({ path, member, onClose }: { path: Path; member: CompanyMember; onClose: () => void }) {
  const { people } = useTexts()
  const queryClient = useQueryClient()
  const [reason, setReason] = useState('')
  const remove = useMutation({
    mutationFn: () =>
      read(
        api.POST('/api/programmes/{programme}/companies/{company}/people/{grant}/remove', {
          params: { path: { ...path, grant: member.grantId } },
          body: { reason },
        }),
      ),
    onSuccess: () => {
      toast(people.companyPeople.removed({ name: member.name }))
      onClose()
    },
    onSettled: () =>
      queryClient.invalidateQueries({ queryKey: companyPeopleQuery(path.programme, path.company).queryKey }),
  })
  return (
    <ConfirmDialog
      danger
      isOpen
      title={people.companyPeople.removeTitle({ name: member.name })}
      confirm={people.companyPeople.removeConfirm}
      isPending={remove.isPending}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <Stack>
        <p>{people.companyPeople.removeText}</p>
        <TextField optional label={people.companyPeople.reason} value={reason} onChange={setReason} maxLength={500} />
        {remove.error && <ErrorState error={remove.error} />}
      </Stack>
    </ConfirmDialog>
  )
}
