import { runExamples } from '@stegvis/core/models/authoring/examples.ts'
import type { ExampleResult } from '@stegvis/core/models/authoring/schema.ts'
import { readTreeAnswers } from '@stegvis/core/models/tree/answers-file.ts'
import type { Example } from '@stegvis/core/models/tree/schema.ts'
import { useMemo } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { StatusBadge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, Row, Soft, Stack } from '../../ui/layout.tsx'
import { Callout } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { acceptGiven } from '../document/examples.ts'
import { useEditor } from '../editor/editor-context.ts'
import { FaultsAt } from '../fields/faults-at.tsx'
import { TextAt } from '../fields/simple-at.tsx'
import { usePreview } from '../preview/preview-context.ts'
import { DifferenceTable } from './difference-table.tsx'

/** Answers kept as examples: each is scored at every change of the model and held against what it must give. */
export function ExamplesSheet() {
  const { model, checked } = useEditor()
  const { examples: texts } = useTexts().models
  const results = useMemo(() => (checked.ok ? runExamples(checked.model) : []), [checked])
  const examples = model.examples ?? []
  const failing = results.filter(({ holds }) => !holds).length
  if (examples.length === 0) return <Callout title={texts.none}>{texts.noneExplained}</Callout>
  return (
    <Stack>
      <p aria-live="polite">
        {checked.ok ? texts.sum({ holding: results.length - failing, of: results.length }) : texts.afterFaults}
      </p>
      {examples.map((example, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an example is its place; its name is typed.
        <ExampleCard key={at} at={at} example={example} result={results[at]} />
      ))}
    </Stack>
  )
}

type ExampleCardProps = { at: number; example: Example; result: ExampleResult | undefined }

function ExampleCard({ at, example, result }: ExampleCardProps) {
  const { examples: texts } = useTexts().models
  const { language } = useLanguage()
  const { isReadOnly } = useEditor()
  return (
    <Card
      level={3}
      title={example.name}
      actions={
        result && (
          <StatusBadge tone={result.holds ? 'good' : 'danger'}>{result.holds ? texts.holds : texts.fails}</StatusBadge>
        )
      }
    >
      <FaultsAt path={['examples', at]} />
      <Soft>
        {texts.what({ answers: Object.keys(example.answers).length, nodes: Object.keys(example.expected).length })}
      </Soft>
      {result?.faults.map(({ pointer, message }) => (
        <Callout key={pointer} tone="warning">
          {message[language]}
        </Callout>
      ))}
      {result && result.differences.length > 0 && (
        <DifferenceTable name={example.name} differences={result.differences} />
      )}
      {!isReadOnly && <TextAt path={['examples', at, 'name']} label={texts.name} />}
      <ExampleButtons at={at} example={example} result={result} />
    </Card>
  )
}

function ExampleButtons({ at, example, result }: ExampleCardProps) {
  const { edit, isReadOnly } = useEditor()
  const { examples: texts } = useTexts().models
  const preview = usePreview()
  const show = () => {
    const read = preview && readTreeAnswers(preview.compiled, example.answers)
    if (!read?.ok) return
    preview?.load(read.answers, example.profile ?? {})
    toast(texts.loaded({ name: example.name }), { tone: 'info' })
  }
  const replace = (next: Example | null) =>
    edit(({ examples = [], ...model }) => {
      const left = next ? examples.with(at, next) : examples.toSpliced(at, 1)
      return { ...model, ...(left.length > 0 && { examples: left }) }
    })
  return (
    <Row gap="s">
      <Button small isDisabled={!preview} onPress={show}>
        {texts.load}
      </Button>
      {!isReadOnly && result && result.differences.length > 0 && (
        <Button small onPress={() => replace(acceptGiven(example, result.differences))}>
          {texts.accept}
        </Button>
      )}
      {!isReadOnly && (
        <Button small kind="quiet" icon="trash" onPress={() => replace(null)}>
          {texts.remove}
        </Button>
      )}
    </Row>
  )
}
