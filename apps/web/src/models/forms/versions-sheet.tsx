import type { ModelList } from '@stegvis/core/models/authoring/schema.ts'
import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import type { Migration } from '@stegvis/core/models/tree/schema-versions.ts'
import { suggestMigration } from '@stegvis/core/models/tree/versions/suggest.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Row, Section, Soft, Stack } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { modelListQuery, versionQuery } from '../api.ts'
import { useEditor } from '../editor/editor-context.ts'
import { FaultsAt } from '../fields/faults-at.tsx'
import { MigrationFields } from './migration-fields.tsx'

/** How answers to older versions live on in this one. */
export function VersionsSheet() {
  const { model, programme, isReadOnly } = useEditor()
  const { versions: texts } = useTexts().models
  const list = useQuery(modelListQuery(programme))
  const migrations = model.migrates ?? []
  const older = list.data ? publishedBefore(list.data, model) : []
  const open = older.filter((version) => !migrations.some(({ from }) => from === version))
  if (list.isPending) return <Skeleton />
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  return (
    <Stack gap="l">
      <Soft>{texts.intro}</Soft>
      <FaultsAt path={['migrates']} />
      {migrations.map((migration, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a way is its place; its version can be typed twice.
        <Way key={at} at={at} migration={migration} />
      ))}
      {older.length === 0 && migrations.length === 0 && <p>{texts.none}</p>}
      {!isReadOnly && open.length > 0 && <AddWay versions={open} />}
    </Stack>
  )
}

/** Versions of the same model that answers may have been given to, the newest first. */
function publishedBefore({ own, installed }: ModelList, model: TreeModel): string[] {
  const versions = [...installed, ...own]
    .filter(({ modelId, status }) => modelId === model.id && (status === 'published' || status === 'withdrawn'))
    .map(({ version }) => version)
  return [...new Set(versions)]
    .filter((version) => version !== model.version)
    .sort()
    .reverse()
}

function useOlder(version: string) {
  const { model, programme } = useEditor()
  const query = useQuery(versionQuery(programme, model.id, version))
  return { ...query, older: query.data?.format === 'stegvis-model/2' ? query.data : undefined }
}

function AddWay({ versions }: { versions: readonly string[] }) {
  const { model, edit } = useEditor()
  const { versions: texts } = useTexts().models
  const [chosen, choose] = useState<string | null>(null)
  const version = chosen !== null && versions.includes(chosen) ? chosen : versions[0]!
  const { older, isFetching } = useOlder(version)
  return (
    <Row align="bottom" gap="s">
      <Select
        label={texts.older}
        short
        options={versions.map((id) => ({ id, label: id }))}
        value={version}
        onChange={choose}
      />
      <Button
        icon="add"
        isPending={isFetching}
        isDisabled={!older}
        onPress={() => {
          if (!older) return
          const suggested = suggestMigration(older, model)
          edit((before) => ({ ...before, migrates: [...(before.migrates ?? []), suggested] }))
        }}
      >
        {texts.suggest}
      </Button>
    </Row>
  )
}

function Way({ at, migration }: { at: number; migration: Migration }) {
  const { edit, isReadOnly } = useEditor()
  const { versions: texts } = useTexts().models
  const { older, isPending, error, refetch } = useOlder(migration.from)
  const remove = () =>
    edit(({ migrates = [], ...rest }) => {
      const left = migrates.toSpliced(at, 1)
      return { ...rest, ...(left.length > 0 && { migrates: left }) }
    })
  return (
    <Section
      level={3}
      title={texts.from({ version: migration.from })}
      actions={
        !isReadOnly && (
          <Button small kind="quiet" icon="trash" onPress={remove}>
            {texts.remove}
          </Button>
        )
      }
    >
      <FaultsAt path={['migrates', at]} />
      <FaultsAt path={['migrates', at, 'from']} />
      {isPending && <Skeleton />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {older && <MigrationFields at={at} migration={migration} older={older} />}
    </Section>
  )
}
