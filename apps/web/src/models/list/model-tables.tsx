import { inLanguage } from '@stegvis/core/kernel/text.ts'
import type { AuthoredModelRow, InstalledModelRow, ModelUse } from '@stegvis/core/models/authoring/schema.ts'
import { useParams } from '@tanstack/react-router'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats, useLanguage } from '../../locales/texts.tsx'
import { Anchor } from '../../ui/anchor.tsx'
import { Badge, StatusBadge } from '../../ui/badge.tsx'
import { Row, Soft, Stack } from '../../ui/layout.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useLanguageName } from '../language-name.ts'
import { STATUS_TONES } from '../model-frame.tsx'
import { modelPath, versionPath } from '../paths.ts'

type AnyRow = AuthoredModelRow | InstalledModelRow

export function OwnTable({ rows }: { rows: readonly AuthoredModelRow[] }) {
  const { models: texts } = useTexts()
  const { programme = '' } = useParams({ strict: false })
  const { dayOf } = useFormats()
  const columns = useColumns<AuthoredModelRow>((row) => modelPath(programme, row.id))
  return (
    <Table
      label={texts.list.own}
      rows={rows}
      rowKey={({ id }) => id}
      empty={texts.list.nothingFound}
      columns={[
        ...columns,
        {
          id: 'changed',
          label: texts.list.changed,
          cell: ({ changedAt, changedBy }) => (
            <Stack gap="s">
              <span>{dayOf(changedAt)}</span>
              {changedBy && <Soft>{changedBy}</Soft>}
            </Stack>
          ),
        },
      ]}
    />
  )
}

export function InstalledTable({ rows }: { rows: readonly InstalledModelRow[] }) {
  const { models: texts } = useTexts()
  const { programme = '' } = useParams({ strict: false })
  const columns = useColumns<InstalledModelRow>(({ modelId, version }) => versionPath(programme, modelId, version))
  return (
    <Table
      label={texts.list.installed}
      rows={rows}
      rowKey={({ modelId, version }) => `${modelId}@${version}`}
      empty={texts.list.nothingFound}
      columns={columns}
    />
  )
}

/** What both kinds of models tell of themselves. */
function useColumns<R extends AnyRow>(href: (row: R) => string): Column<R>[] {
  const { models: texts } = useTexts()
  const { language } = useLanguage()
  const nameOf = useLanguageName()
  const { list } = useFormats()
  const status = (row: R) => <StatusBadge tone={STATUS_TONES[row.status]}>{texts.statuses[row.status]}</StatusBadge>
  return [
    {
      id: 'name',
      label: texts.list.name,
      main: true,
      cell: (row) => (
        <Stack gap="s">
          <Row gap="s">
            <Anchor href={href(row)}>{row.name[language] ?? Object.values(row.name)[0] ?? row.modelId}</Anchor>
            {'kind' in row && row.kind === 'ladder' && <Badge>{texts.list.ladder}</Badge>}
          </Row>
          <Soft>{row.purpose[language] ?? Object.values(row.purpose)[0] ?? ''}</Soft>
        </Stack>
      ),
    },
    { id: 'version', label: texts.list.version, short: true, cell: ({ version }) => version },
    { id: 'status', label: texts.list.status, short: true, cell: status },
    { id: 'languages', label: texts.list.languages, cell: ({ languages }) => list(languages.map(nameOf)) },
    { id: 'use', label: texts.list.use, cell: ({ use }) => <Use use={use} /> },
  ]
}

function Use({ use: { focusAreas, assessments } }: { use: ModelUse }) {
  const { models: texts } = useTexts()
  const { language } = useLanguage()
  if (focusAreas.length === 0 && assessments === 0) return <Soft>{texts.list.notUsed}</Soft>
  return (
    <Stack gap="s">
      {focusAreas.map(({ id, name }) => (
        <span key={id}>{inLanguage(name, language)}</span>
      ))}
      {assessments > 0 && <Soft>{texts.list.assessments({ count: assessments })}</Soft>}
    </Stack>
  )
}
