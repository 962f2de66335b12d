import type { Administrator } from '@stegvis/core/people/admin/schema.ts'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, readAs } from '../app/api.ts'
import { meQuery, useMe } from '../app/session.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog, Dialog } from '../ui/dialog.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Form } from '../ui/form.tsx'
import { Stack } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { administratorsQuery } from './api.ts'
import { emailText } from './invited-person.tsx'

type Administrators = { administrators: Administrator[] }

/** Who looks after the installation. */
export function AdministratorsPage() {
  const { people } = useTexts()
  const me = useMe()
  const { data } = useSuspenseQuery(administratorsQuery)
  const [adding, add] = useState(false)
  const [leaving, setLeaving] = useState<Administrator>()
  const columns: Column<Administrator>[] = [
    {
      id: 'name',
      label: people.adminPeople.name,
      main: true,
      cell: ({ name, personId }) => (
        <span>
          {name} {personId === me.id && <Badge>{people.adminPeople.you}</Badge>}
        </span>
      ),
    },
    { id: 'email', label: people.adminPeople.email, cell: ({ email }) => email },
    {
      id: 'remove',
      label: people.staff.change,
      cell: (administrator) =>
        data.administrators.length > 1 && (
          <Button small onPress={() => setLeaving(administrator)}>
            {people.adminPeople.remove}
          </Button>
        ),
    },
  ]
  return (
    <>
      <PageHeader
        title={people.adminPeople.title}
        intro={people.adminPeople.intro}
        actions={
          <Button kind="primary" icon="add" onPress={() => add(true)}>
            {people.adminPeople.add}
          </Button>
        }
      />
      <Table
        label={people.adminPeople.list}
        columns={columns}
        rows={data.administrators}
        rowKey={({ personId }) => personId}
      />
      {adding && <NameDialog onClose={() => add(false)} />}
      {leaving && <RemoveDialog administrator={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  )
}

function NameDialog({ onClose }: { onClose: () => void }) {
  const { people, common } = useTexts()
  const { language } = useLanguage()
  const queryClient = useQueryClient()
  const name = useMutation({
    mutationFn: (body: { name: string; email: string }) =>
      readAs<Administrators>(api.POST('/api/admin/people', { body: { ...body, language } })),
    onSuccess: (administrators, { name: named }) => {
      queryClient.setQueryData(administratorsQuery.queryKey, administrators)
      toast(people.adminPeople.added({ name: named }))
      onClose()
    },
  })
  return (
    <Dialog isOpen title={people.adminPeople.add} onClose={onClose}>
      <Stack>
        <p>{people.adminPeople.addText}</p>
        <Form
          problem={name.error}
          fieldTexts={{ email: emailText(name.error, { ...people.invite, exists: people.adminPeople.exists }) }}
          onSubmit={(data) => name.mutate({ name: String(data.get('name')), email: String(data.get('email')) })}
          actions={
            <>
              <Button kind="primary" type="submit" isPending={name.isPending}>
                {people.adminPeople.submit}
              </Button>
              <Button onPress={onClose}>{common.cancel}</Button>
            </>
          }
        >
          <TextField
            name="name"
            label={people.adminPeople.name}
            autoComplete="off"
            maxLength={120}
            isRequired
            autoFocus
          />
          <TextField name="email" type="email" label={people.adminPeople.email} autoComplete="off" isRequired />
        </Form>
      </Stack>
    </Dialog>
  )
}

function RemoveDialog({ administrator, onClose }: { administrator: Administrator; onClose: () => void }) {
  const { people } = useTexts()
  const queryClient = useQueryClient()
  const me = useMe()
  const { name, personId } = administrator
  const remove = useMutation({
    mutationFn: () =>
      readAs<Administrators>(api.DELETE('/api/admin/people/{person}', { params: { path: { person: personId } } })),
    onSuccess: async (administrators) => {
      toast(people.adminPeople.removed({ name }))
      onClose()
      if (personId === me.id) location.assign('/')
      else queryClient.setQueryData(administratorsQuery.queryKey, administrators)
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey })
    },
  })
  return (
    <ConfirmDialog
      danger
      isOpen
      title={people.adminPeople.removeTitle({ name })}
      confirm={people.adminPeople.removeConfirm}
      isPending={remove.isPending}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <p>{people.adminPeople.removeText}</p>
      {remove.error && <ErrorState error={remove.error} />}
    </ConfirmDialog>
  )
}
