import type { ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import { slugFrom } from '@stegvis/core/programmes/rules.ts'
import { type ProgrammeRow, ProgrammeSlug } from '@stegvis/core/programmes/schema.ts'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { newId } from '../app/new-id.ts'
import { programmeOf, useMe } from '../app/session.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { Anchor } from '../ui/anchor.tsx'
import { Badge, StatusBadge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { Row, Stack } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Select } from '../ui/select.tsx'
import { EmptyState } from '../ui/states.tsx'
import { Table } from '../ui/table.tsx'
import { TextField } from '../ui/text-field.tsx'
import { createProgramme, programmesQuery } from './api.ts'
import { STATUS_TONES } from './overview-page.tsx'
import { stepPath, useProgrammeName } from './steps.ts'

/** The programmes of the installation. An administrator opens those where they hold a role, and creates new ones. */
export function ProgrammesPage() {
  const { programmes } = useTexts()
  const { admin } = programmes
  const { data } = useSuspenseQuery(programmesQuery)
  const [creating, setCreating] = useState(false)
  const add = (
    <Button kind="primary" icon="add" onPress={() => setCreating(true)}>
      {admin.add}
    </Button>
  )
  return (
    <Stack gap="l">
      <PageHeader title={admin.title} intro={admin.intro} actions={data.programmes.length > 0 && add} />
      {data.programmes.length === 0 ? (
        <EmptyState title={admin.none} action={add}>
          {admin.noneText}
        </EmptyState>
      ) : (
        <ProgrammeTable rows={data.programmes} />
      )}
      {creating && <NewProgrammeDialog onClose={() => setCreating(false)} />}
    </Stack>
  )
}

function ProgrammeTable({ rows }: { rows: readonly ProgrammeRow[] }) {
  const { admin, status } = useTexts().programmes
  const me = useMe()
  const nameOf = useProgrammeName()
  return (
    <Table
      label={admin.title}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'name',
          label: admin.name,
          main: true,
          cell: (row) => (
            <Row gap="s">
              {programmeOf(me, row.slug) ? (
                <Anchor href={`/programmes/${row.slug}`}>{nameOf(row)}</Anchor>
              ) : (
                <span>{nameOf(row)}</span>
              )}
              {row.demonstration && <Badge>{admin.demonstration}</Badge>}
            </Row>
          ),
        },
        {
          id: 'status',
          label: admin.status,
          cell: (row) => <StatusBadge tone={STATUS_TONES[row.status]}>{status[row.status]}</StatusBadge>,
        },
        {
          id: 'period',
          label: admin.period,
          cell: ({ startsOn, endsOn }) => [startsOn, endsOn].filter(Boolean).join(' – ') || admin.noPeriod,
        },
      ]}
    />
  )
}

function NewProgrammeDialog({ onClose }: { onClose: () => void }) {
  const { common, programmes } = useTexts()
  const { admin, basics } = programmes
  const { language } = useLanguage()
  const [id] = useState(newId)
  const [name, setName] = useState('')
  /** null: follows the name */
  const [address, setAddress] = useState<string | null>(null)
  const [country, setCountry] = useState('SE')
  const slug = address ?? slugFrom(name)
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const create = useMutation({
    mutationFn: () => {
      const text = { sv: '', en: '', [language]: name.trim() }
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
      return createProgramme({ id: id as ProgrammeId, slug, country, timeZone, name: text })
    },
    onSuccess: async () => {
      // The new role comes with the person, and the list with the programme.
      await queryClient.invalidateQueries({ queryKey: ['me'] })
      void queryClient.invalidateQueries({ queryKey: programmesQuery.queryKey })
      await navigate({ href: stepPath(slug, null) })
    },
  })
  const slugWrong = slug !== '' && !ProgrammeSlug.safeParse(slug).success
  return (
    <Dialog title={admin.add} isOpen onClose={onClose}>
      <Form
        onSubmit={() => slugWrong || create.mutate()}
        problem={create.error}
        fieldTexts={{ name: admin.nameNeeded, slug: basics.addressRule }}
        actions={
          <>
            <Button
              type="submit"
              kind="primary"
              isPending={create.isPending}
              isDisabled={name.trim() === '' || slugWrong || slug === ''}
            >
              {admin.create}
            </Button>
            <Button onPress={onClose}>{common.cancel}</Button>
          </>
        }
      >
        <p>{admin.explained}</p>
        <TextField
          name="name"
          label={admin.name}
          value={name}
          onChange={setName}
          isRequired
          autoComplete="off"
          autoFocus
        />
        <TextField
          name="slug"
          label={basics.address}
          hint={`${location.host}/p/${slug}`}
          value={slug}
          onChange={setAddress}
          autoComplete="off"
          {...(slugWrong ? { error: basics.addressRule } : {})}
        />
        <Select
          label={basics.country}
          options={Object.entries(basics.countries).map(([code, label]) => ({ id: code, label }))}
          value={country}
          onChange={(next) => next && setCountry(next)}
        />
      </Form>
    </Dialog>
  )
}
