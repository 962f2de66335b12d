import type { AuthoredModelView, ModelDiffView, ModelList } from '@stegvis/core/models/authoring/schema.ts'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Stack } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { Callout, EmptyState, Skeleton } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { diffQuery, modelListQuery, modelQuery } from '../api.ts'
import { ModelFrame } from '../model-frame.tsx'

/** What is another than in an earlier version, in words. */
export function ChangesPage() {
  const { programme, model } = useParams({ from: '/signed-in/programmes/$programme/models/$model/changes' })
  const { data } = useSuspenseQuery(modelQuery(programme, model))
  const { data: list } = useSuspenseQuery(modelListQuery(programme))
  const { changes: texts } = useTexts().models
  const versions = comparableWith(data, list)
  const [chosen, choose] = useState<string | null>(null)
  const against = chosen ?? versions.find((version) => version === data.basedOn) ?? versions[0]
  return (
    <ModelFrame model={data} page="changes">
      {against === undefined ? (
        <EmptyState title={texts.nothing}>{texts.nothingExplained}</EmptyState>
      ) : (
        <Stack>
          <Select
            label={texts.against}
            options={versions.map((id) => ({ id, label: id.replace('@', ' ') }))}
            value={against}
            onChange={choose}
          />
          <Diff programme={programme} model={model} against={against} />
        </Stack>
      )}
    </ModelFrame>
  )
}

/** Versions of the same model first, then what it was begun from. */
function comparableWith({ modelId, version, basedOn }: AuthoredModelView, { own, installed }: ModelList): string[] {
  const published = [...own, ...installed.filter(({ kind }) => kind === 'tree')].filter(
    (row) => row.modelId === modelId && row.version !== version && row.status !== 'draft' && row.status !== 'in-review',
  )
  const names = published.map((row) => `${row.modelId}@${row.version}`)
  return [...new Set([...names.sort().reverse(), ...(basedOn === null ? [] : [basedOn])])]
}

function Diff({ programme, model, against }: { programme: string; model: string; against: string }) {
  const { data, error, isPending, refetch } = useQuery(diffQuery(programme, model, against))
  const { language } = useLanguage()
  if (isPending) return <Skeleton />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  return (
    <Stack>
      <Callout tone={data.fits ? 'good' : 'warning'}>{data.verdict[language]}</Callout>
      <ChangeTable diff={data} />
    </Stack>
  )
}

const STEP_TONES: Readonly<Record<ModelDiffView['needs'], Tone>> = {
  none: 'neutral',
  patch: 'neutral',
  minor: 'brand',
  major: 'warning',
}

function ChangeTable({ diff }: { diff: ModelDiffView }) {
  const { changes: texts } = useTexts().models
  const { language } = useLanguage()
  const rows = diff.changes.map((change, at) => ({ ...change, at }))
  return (
    <Table
      label={texts.title({ from: diff.from.replace('@', ' '), to: diff.to.replace('@', ' ') })}
      caption
      rows={rows}
      rowKey={({ at }) => String(at)}
      empty={texts.same}
      columns={[
        { id: 'what', label: texts.what, main: true, long: true, cell: ({ text }) => text[language] },
        {
          id: 'step',
          label: texts.step,
          short: true,
          cell: ({ step }) => <Badge tone={STEP_TONES[step]}>{texts.steps[step]}</Badge>,
        },
      ]}
    />
  )
}
