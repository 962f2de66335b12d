import type { TreeMeasurement } from '@stegvis/core/assessments/company-tree-results.ts'
import { useTexts } from '../../../locales/app-texts.tsx'
import { useFormats } from '../../../locales/texts.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Section, Stack } from '../../../ui/layout.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { useInWords } from '../../model-context.tsx'
import { headlineOf, inOneLine, rowOf } from '../standing-words.ts'
import { useTree, useTreeWords } from '../tree-query.ts'
import { NotRestated } from './not-restated.tsx'
import { mainNodes } from './profile.ts'

type RestatedPartProps = { restated: NonNullable<TreeMeasurement['restated']> }

/** The same answers on the version that is measured with now. The result above stays as it was on its day. */
export function RestatedPart({ restated }: RestatedPartProps) {
  const compiled = useTree({ id: restated.score.model, version: restated.version })
  const words = useTreeWords(compiled.model)
  const texts = useTexts()
  const { trees } = texts
  const formats = useFormats()
  const inWords = useInWords()
  const rows = [compiled.model.tree, ...mainNodes(compiled)]
  const columns: Column<(typeof rows)[number]>[] = [
    { id: 'node', label: trees.part, main: true, cell: ({ id, name }) => words(name) || id },
    {
      id: 'restated',
      label: trees.onVersion({ version: restated.version }),
      cell: ({ id }) => inOneLine(headlineOf(compiled, rowOf(restated.score, id), { texts, formats, words })),
    },
  ]
  const title = trees.restatedTo({ to: restated.version })
  return (
    <Section title={title} intro={inWords(restated.text)} actions={<Badge tone="brand">{trees.basis.restated}</Badge>}>
      <Stack>
        {restated.comparable && <Table label={title} columns={columns} rows={rows} rowKey={({ id }) => id} />}
        <NotRestated notRestated={restated.notRestated} />
      </Stack>
    </Section>
  )
}
