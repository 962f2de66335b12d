import type { StaffMember } from '@stegvis/core/people/schema.ts'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api, read } from '../app/api.ts'
import { newId } from '../app/new-id.ts'
import { useMay } from '../app/session.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { Card, Section, Stack } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { toast } from '../ui/toast.tsx'
import { memberQuery } from './api.ts'
import { MemberRole } from './member-role.tsx'
import { NO_ROLE, type ScopedRole, ScopeFields } from './scope-fields.tsx'

/** One of the staff: the roles they hold, how long, and one more. */
export function MemberPage() {
  const { programme, person } = useParams({ from: '/signed-in/programmes/$programme/people/$person' })
  const { people } = useTexts()
  const { data: member } = useSuspenseQuery(memberQuery(programme, person))
  const mayChange = useMay('people.invite')
  return (
    <>
      <PageHeader
        title={member.name}
        intro={<a href={`mailto:${member.email}`}>{member.email}</a>}
        breadcrumbs={[{ label: people.staff.title, href: `/programmes/${programme}/people` }]}
      />
      <Stack gap="l">
        <Section title={people.member.roles}>
          {member.grants.map((grant) => (
            <MemberRole key={grant.id} programme={programme} member={member} grant={grant} mayChange={mayChange} />
          ))}
        </Section>
        {mayChange && <OneMoreRole programme={programme} member={member} />}
      </Stack>
    </>
  )
}

function OneMoreRole({ programme, member }: { programme: string; member: StaffMember }) {
  const { people, common } = useTexts()
  const queryClient = useQueryClient()
  const [open, setOpen] = useState(false)
  const [id, setId] = useState(newId)
  const [scoped, setScoped] = useState<ScopedRole>(NO_ROLE)
  const close = () => {
    setOpen(false)
    setScoped(NO_ROLE)
    setId(newId())
  }
  const add = useMutation({
    mutationFn: (role: NonNullable<ScopedRole['role']>) =>
      read(
        api.POST('/api/programmes/{programme}/people/{person}/roles', {
          params: { path: { programme, person: member.personId } },
          body: { ...scoped, id, role, title: null, expiresOn: null },
        }),
      ),
    onSuccess: () => {
      toast(people.member.added)
      close()
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['staff', programme] }),
  })
  if (!open) {
    return (
      <div>
        <Button icon="add" onPress={() => setOpen(true)}>
          {people.member.addRole}
        </Button>
      </div>
    )
  }
  return (
    <Section title={people.member.addRole}>
      <Card>
        <Form
          problem={add.error}
          onSubmit={() => scoped.role && add.mutate(scoped.role)}
          actions={
            <>
              <Button type="submit" isPending={add.isPending}>
                {people.member.add}
              </Button>
              <Button kind="quiet" onPress={close}>
                {common.cancel}
              </Button>
            </>
          }
        >
          <ScopeFields programme={programme} value={scoped} onChange={setScoped} />
        </Form>
      </Card>
    </Section>
  )
}
