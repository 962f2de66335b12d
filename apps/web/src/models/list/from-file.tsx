import { RecordId } from '@stegvis/core/kernel/ids.ts'
import type { ModelFault } from '@stegvis/core/models/authoring/schema.ts'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { newId } from '../../app/new-id.ts'
import { ProblemError } from '../../app/send.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Row, Section, Stack } from '../../ui/layout.tsx'
import { Callout, useProblemText } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { pathOf } from '../document/path.ts'
import type { BeginProps } from './new-model-page.tsx'

const TYPES = ['.yaml', '.yml', '.json']

/** A model file; what is wrong in it is told by line, so that it can be put right where it was written. */
export function FromFile({ begin, isPending, problem }: BeginProps) {
  const { models: texts } = useTexts()
  const say = useProblemText()
  const [fileName, setFileName] = useState<string>()
  const faults = faultsIn(problem)
  const take = async (file: File) => {
    setFileName(file.name)
    begin({ from: 'file', id: RecordId.parse(newId()), fileName: file.name, text: await file.text() })
  }
  return (
    <Stack>
      <p>{texts.new.fileIntro}</p>
      <Row>
        <FileTrigger
          acceptedFileTypes={TYPES}
          onSelect={(files) => {
            const [file] = files ?? []
            if (file) void take(file)
          }}
        >
          <Button kind="primary" icon="upload" isPending={isPending}>
            {texts.new.chooseFile}
          </Button>
        </FileTrigger>
        {fileName && <span>{fileName}</span>}
      </Row>
      {problem !== null && problem !== undefined && faults.length === 0 && (
        <Callout tone="danger">{say(problem)}</Callout>
      )}
      {faults.length > 0 && <FaultTable faults={faults} />}
    </Stack>
  )
}

function faultsIn(problem: unknown): readonly ModelFault[] {
  if (!(problem instanceof ProblemError) || problem.slug !== 'model-invalid') return []
  return Array.isArray(problem.extra.errors) ? (problem.extra.errors as ModelFault[]) : []
}

function FaultTable({ faults }: { faults: readonly ModelFault[] }) {
  const { models: texts } = useTexts()
  const { language } = useLanguage()
  const rows = faults.map((fault, at) => ({ ...fault, at }))
  return (
    <Section title={texts.new.faults({ count: faults.length })} intro={texts.new.faultsIntro}>
      <Table
        label={texts.new.faults({ count: faults.length })}
        rows={rows}
        rowKey={({ at }) => String(at)}
        columns={[
          { id: 'line', label: texts.new.line, numeric: true, cell: ({ line }) => line ?? '–' },
          { id: 'place', label: texts.new.place, cell: ({ pointer }) => <code>{pathOf(pointer).join(' › ')}</code> },
          { id: 'what', label: texts.new.what, main: true, long: true, cell: ({ message }) => message[language] },
        ]}
      />
    </Section>
  )
}
