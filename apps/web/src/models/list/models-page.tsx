import type { AuthoredModelRow, InstalledModelRow } from '@stegvis/core/models/authoring/schema.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { ButtonLink } from '../../app/link.tsx'
import { useTexts } from '../../locales/app-texts.tsx'
import { Section, Stack } from '../../ui/layout.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { SearchField } from '../../ui/text-field.tsx'
import { modelListQuery } from '../api.ts'
import { InstalledTable, OwnTable } from './model-tables.tsx'

const ROUTE = '/signed-in/programmes/$programme/models/'

/** The models one can measure with, and those the programme writes itself. */
export function ModelsPage() {
  const { programme } = useParams({ from: ROUTE })
  const { q = '' } = useSearch({ from: ROUTE })
  const navigate = useNavigate({ from: '/programmes/$programme/models/' })
  const { data } = useSuspenseQuery(modelListQuery(programme))
  const { models: texts } = useTexts()
  const own = data.own.filter((row) => isFound(row, q))
  const installed = data.installed.filter((row) => isFound(row, q))
  const add = data.mayWrite && (
    <ButtonLink kind="primary" icon="add" to="/programmes/$programme/models/new" params={{ programme }}>
      {texts.list.add}
    </ButtonLink>
  )
  return (
    <Stack gap="l">
      <PageHeader title={texts.title} intro={texts.list.intro} actions={add} />
      <SearchField
        label={texts.list.search}
        value={q}
        onChange={(next) => void navigate({ search: next === '' ? {} : { q: next }, replace: true })}
      />
      <Section title={texts.list.own} intro={texts.list.ownIntro}>
        {data.own.length === 0 ? (
          <EmptyState title={texts.list.noOwn}>{data.mayWrite ? texts.list.noOwnText : undefined}</EmptyState>
        ) : (
          <OwnTable rows={own} />
        )}
      </Section>
      <Section title={texts.list.installed} intro={texts.list.installedIntro}>
        <InstalledTable rows={installed} />
      </Section>
    </Stack>
  )
}

function isFound({ modelId, name, purpose }: AuthoredModelRow | InstalledModelRow, q: string): boolean {
  const wanted = q.trim().toLocaleLowerCase()
  return [modelId, ...Object.values(name), ...Object.values(purpose)].some((text) =>
    text.toLocaleLowerCase().includes(wanted),
  )
}
