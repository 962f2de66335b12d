import { inLanguage } from '@stegvis/core/kernel/text.ts'
import { ROLES } from '@stegvis/core/people/roles.ts'
import { type StaffMember, StaffRole } from '@stegvis/core/people/schema.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { api, read } from '../app/api.ts'
import { ButtonLink, Link } from '../app/link.tsx'
import { useMay, useProgramme } from '../app/session.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Section, Soft, Stack } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Select } from '../ui/select.tsx'
import { EmptyState } from '../ui/states.tsx'
import { type Column, Pager } from '../ui/table.tsx'
import { invitationsQuery, type StaffFilter, staffQuery } from './api.ts'
import { FilterLine } from './filter-line.tsx'
import { Invitations } from './invitations.tsx'
import { PagedTable } from './paged-table.tsx'
import { TwoLines } from './two-lines.tsx'

/** Who works in the programme, and who is invited to. */
export function StaffPage() {
  const { people } = useTexts()
  const { language } = useLanguage()
  const programme = useProgramme()
  const mayInvite = useMay('people.invite')
  const { programme: slug = '' } = useParams({ strict: false })
  return (
    <>
      <PageHeader
        title={people.staff.title}
        intro={`${inLanguage(programme.name, language)}. ${people.staff.intro}`}
        actions={
          mayInvite && (
            <ButtonLink
              kind="primary"
              icon="add"
              to="/programmes/$programme/people/invite"
              params={{ programme: slug }}
            >
              {people.staff.invite}
            </ButtonLink>
          )
        }
      />
      <Stack gap="l">
        <StaffList programme={slug} />
        <OpenInvitations programme={slug} mayInvite={mayInvite} />
      </Stack>
    </>
  )
}

function StaffList({ programme }: { programme: string }) {
  const { people } = useTexts()
  const { language } = useLanguage()
  const filter = useSearch({ from: '/signed-in/programmes/$programme/people' })
  const navigate = useNavigate({ from: '/programmes/$programme/people' })
  const set = (change: StaffFilter) =>
    void navigate({ search: (before: StaffFilter) => ({ ...before, ...change }), replace: true })
  const query = useInfiniteQuery(staffQuery(programme, filter))
  const columns = useColumns(programme)
  const rows = query.data?.pages.flatMap((page) => page.people)
  return (
    <Stack>
      <FilterLine label={people.staff.search} value={filter.q ?? ''} onChange={(q) => set({ q: q || undefined })}>
        <Select
          label={people.staff.role}
          none={people.staff.allRoles}
          options={StaffRole.options.map((id) => ({ id, label: ROLES[id].name[language] }))}
          value={filter.role ?? null}
          onChange={(role) => set({ role: role ?? undefined })}
        />
      </FilterLine>
      <PagedTable
        query={query}
        label={people.staff.list}
        columns={columns}
        rows={rows}
        rowKey={({ personId }) => personId}
        empty={<EmptyState title={people.staff.noneTitle}>{people.staff.noneText}</EmptyState>}
      />
    </Stack>
  )
}

function useColumns(programme: string): Column<StaffMember>[] {
  const { people } = useTexts()
  const { language } = useLanguage()
  return [
    {
      id: 'name',
      label: people.staff.name,
      main: true,
      cell: ({ name, email, personId }) => (
        <TwoLines
          first={
            <Link to="/programmes/$programme/people/$person" params={{ programme, person: personId }}>
              {name}
            </Link>
          }
          second={email}
        />
      ),
    },
    {
      id: 'roles',
      label: people.staff.roles,
      cell: ({ grants }) => (
        <div>
          {grants.map(({ id, role, within, expiresOn }) => (
            <div key={id}>
              {ROLES[role].name[language]}
              {within && <Soft>, {within}</Soft>}
              {expiresOn && <Soft>, {people.staff.untilDay({ day: expiresOn })}</Soft>}
            </div>
          ))}
        </div>
      ),
    },
    {
      id: 'companies',
      label: people.staff.companies,
      numeric: true,
      cell: ({ companies, grants }) => (grants.some(({ role }) => role === 'coach') ? companies : ''),
    },
  ]
}

function OpenInvitations({ programme, mayInvite }: { programme: string; mayInvite: boolean }) {
  const { people } = useTexts()
  const query = invitationsQuery(programme)
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(query)
  const invitations = data?.pages.flatMap((page) => page.invitations) ?? []
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (invitations.length === 0) return null
  const path = (invitation: string) => ({ params: { path: { programme, invitation } } })
  return (
    <Section title={people.staff.invitations}>
      <Invitations
        invitations={invitations}
        mayChange={mayInvite}
        queryKey={query.queryKey}
        onResend={(id) => read(api.POST('/api/programmes/{programme}/invitations/{invitation}/resend', path(id)))}
        onWithdraw={(id) => read(api.POST('/api/programmes/{programme}/invitations/{invitation}/withdraw', path(id)))}
      />
      <Pager
        shown={invitations.length}
        hasMore={hasNextPage}
        isPending={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
      />
    </Section>
  )
}
