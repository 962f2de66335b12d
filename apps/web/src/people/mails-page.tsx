import { type MailStatus, type MailSummary, MailStatus as Statuses } from '@stegvis/core/people/admin/schema.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Link } from '../app/link.tsx'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats } from '../locales/texts.tsx'
import { StatusBadge, type Tone } from '../ui/badge.tsx'
import { Stack } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Select } from '../ui/select.tsx'
import { Callout, EmptyState } from '../ui/states.tsx'
import type { Column } from '../ui/table.tsx'
import { type MailFilter, mailsQuery } from './api.ts'
import { FilterLine } from './filter-line.tsx'
import { PagedTable } from './paged-table.tsx'

export const MAIL_TONES: Record<MailStatus, Tone> = {
  queued: 'brand',
  sent: 'good',
  failed: 'danger',
  kept: 'neutral',
}

/** Every mail of the installation: whether it arrived, and without a mail server the mail itself. */
export function MailsPage() {
  const { people } = useTexts()
  const filter = useSearch({ from: '/signed-in/admin/mail' })
  const navigate = useNavigate({ from: '/admin/mail' })
  const set = (change: MailFilter) =>
    void navigate({ search: (before: MailFilter) => ({ ...before, ...change }), replace: true })
  const query = useInfiniteQuery(mailsQuery(filter))
  const rows = query.data?.pages.flatMap((page) => page.mails)
  const columns = useColumns()
  return (
    <>
      <PageHeader title={people.adminMail.title} intro={people.adminMail.intro} />
      <Stack>
        {rows?.some(({ status }) => status === 'kept') && <Callout>{people.adminMail.noServer}</Callout>}
        <FilterLine label={people.adminMail.search} value={filter.q ?? ''} onChange={(q) => set({ q: q || undefined })}>
          <Select
            label={people.adminMail.status}
            none={people.adminMail.allStatuses}
            options={Statuses.options.map((id) => ({ id, label: people.adminMail.statuses[id] }))}
            value={filter.status ?? null}
            onChange={(status) => set({ status: status ?? undefined })}
          />
        </FilterLine>
        <PagedTable
          query={query}
          label={people.adminMail.list}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          empty={<EmptyState title={people.adminMail.noneTitle}>{people.adminMail.noneText}</EmptyState>}
        />
      </Stack>
    </>
  )
}

function useColumns(): Column<MailSummary>[] {
  const { people } = useTexts()
  const { instant } = useFormats()
  return [
    {
      id: 'subject',
      label: people.adminMail.subject,
      main: true,
      cell: ({ id, subject }) => (
        <Link to="/admin/mail/$mail" params={{ mail: id }}>
          {subject}
        </Link>
      ),
    },
    { id: 'to', label: people.adminMail.to, cell: ({ to }) => to },
    { id: 'at', label: people.adminMail.at, cell: ({ createdAt }) => instant(createdAt) },
    {
      id: 'status',
      label: people.adminMail.status,
      cell: ({ status }) => <StatusBadge tone={MAIL_TONES[status]}>{people.adminMail.statuses[status]}</StatusBadge>,
    },
  ]
}
