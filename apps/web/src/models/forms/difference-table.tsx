import type { ExampleResult } from '@stegvis/core/models/authoring/schema.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Table } from '../../ui/table.tsx'

type Difference = ExampleResult['differences'][number]
type Figures = { score?: number | null | undefined; level?: number | null | undefined }

type DifferenceTableProps = {
  name: string
  differences: readonly Difference[]
  /** a node in words, where the model is at hand */
  nodeName?: (node: string) => string
}

/** Where an example gives something else than its author expects. */
export function DifferenceTable({ name, differences, nodeName = (node) => node }: DifferenceTableProps) {
  const { examples: texts } = useTexts().models
  const { number } = useFormats()
  const figure = (value: number | null) => (value === null ? texts.noValue : number(value, 4))
  const say = (figures: Figures | null) => {
    if (!figures) return texts.noNode
    const { score, level } = figures
    const parts = [
      ...(score === undefined ? [] : [texts.score({ score: figure(score) })]),
      ...(level === undefined ? [] : [texts.level({ level: figure(level) })]),
    ]
    return parts.join(', ')
  }
  return (
    <Table
      label={texts.differences({ name })}
      rows={differences}
      rowKey={({ node }) => node}
      columns={[
        { id: 'node', label: texts.node, main: true, cell: ({ node }) => nodeName(node) },
        { id: 'expected', label: texts.expected, cell: ({ expected }) => say(expected) },
        { id: 'given', label: texts.given, cell: ({ expected, given }) => say(given && likeIn(expected, given)) },
      ]}
    />
  )
}

/** Only what was expected is set against what was given. */
function likeIn(expected: Figures, given: { score: number | null; level: number | null }): Figures {
  return {
    ...(expected.score !== undefined && { score: given.score }),
    ...(expected.level !== undefined && { level: given.level }),
  }
}
