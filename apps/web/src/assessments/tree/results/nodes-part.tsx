import type { TreeResult } from '@stegvis/core/assessments/tree-schema.ts'
import type { CompiledTree } from '@stegvis/core/models/tree/program.ts'
import type { TreeNode } from '@stegvis/core/models/tree/schema-nodes.ts'
import { useTexts } from '../../../locales/app-texts.tsx'
import { useFormats } from '../../../locales/texts.tsx'
import { Section } from '../../../ui/layout.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { headlineOf, inOneLine, rowOf } from '../standing-words.ts'
import styles from '../tree.module.css'
import { type Basis, TreeExplained } from '../tree-explained.tsx'
import type { TreeWords } from '../tree-query.ts'
import { useVoices } from '../voice-figures.tsx'
import { mainNodes, viewNodes } from './profile.ts'

type NodesPartProps = { compiled: CompiledTree; result: TreeResult; words: TreeWords; basis: Basis | null }

/** The figures behind the pictures: each node in its voices, what it rests on, and why it is what it is. */
export function NodesPart({ compiled, result, words, basis }: NodesPartProps) {
  const texts = useTexts()
  const { trees, assessments } = texts
  const formats = useFormats()
  const voices = useVoices(result, compiled)
  const { model } = compiled
  const views = (model.views ?? []).flatMap(viewNodes)
  const rows = [model.tree, ...mainNodes(compiled), ...views].filter(({ id }) => rowOf(result.coach, id))
  const said = (node: TreeNode, score: TreeResult['self']) =>
    inOneLine(headlineOf(compiled, rowOf(score, node.id), { texts, formats, words }))
  const columns: Column<TreeNode>[] = [
    { id: 'node', label: trees.part, main: true, cell: (node) => words(node.name) || node.id },
    ...voices.map(({ id, label, score }): Column<TreeNode> => ({ id, label, cell: (node) => said(node, score) })),
    {
      id: 'coverage',
      label: trees.answeredColumn,
      numeric: true,
      cell: ({ id }) => {
        const { answered, asked } = rowOf(result.coach, id)!.coverage
        return assessments.of({ answered: String(answered), total: String(asked) })
      },
    },
    {
      id: 'unknown',
      label: assessments.answers.unknown,
      numeric: true,
      cell: ({ id }) => countOf(result, id, 'unknown'),
    },
    {
      id: 'not-applicable',
      label: trees.notApplicable,
      numeric: true,
      cell: ({ id }) => countOf(result, id, 'notApplicable'),
    },
    ...(basis
      ? [
          {
            id: 'why',
            label: trees.why,
            long: true,
            cell: ({ id }) => <TreeExplained summary={trees.whyThisResult} node={id} basis={basis} />,
          } satisfies Column<TreeNode>,
        ]
      : []),
  ]
  return (
    <Section title={trees.figuresTitle} intro={trees.voicesIntro[model.voices.result]}>
      <div className={basis ? styles.reasoned : undefined}>
        <Table label={trees.figuresTitle} columns={columns} rows={rows} rowKey={({ id }) => id} />
      </div>
    </Section>
  )
}

function countOf({ coach }: TreeResult, node: string, what: 'unknown' | 'notApplicable'): number {
  return rowOf(coach, node)?.coverage[what] ?? 0
}
