import type { NodeScore } from '@stegvis/core/models/tree/score.ts'
import { headlineOf } from '../../assessments/tree/standing-words.ts'
import { TreeExplained } from '../../assessments/tree/tree-explained.tsx'
import { useTreeWords } from '../../assessments/tree/tree-query.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Stack } from '../../ui/layout.tsx'
import { isLeaf } from '../document/outline.ts'
import { useEditor } from '../editor/editor-context.ts'
import styles from './preview.module.css'
import type { Preview } from './preview-context.ts'

/** What the answers come to, node by node, and why. The part that is open in the editor stands first. */
export function CoachPreview({ preview }: { preview: Preview }) {
  const { outline, part } = useEditor()
  const { preview: texts } = useTexts().models
  const { model } = preview.compiled
  const row = outline.byKey.get(part)
  const here = row?.kind === 'node' ? row : row?.parent
  const own = model.tree.children.flatMap((child) => (isLeaf(child) ? [] : [child.id]))
  const wanted = [here?.kind === 'node' ? here.node.id : undefined, model.tree.id, ...(model.profile ?? own)]
  const nodes = [...new Set(wanted)].flatMap((id) => preview.score.nodes.find(({ node }) => node === id) ?? [])
  return (
    <Stack>
      <p aria-live="polite" className={styles.progress}>
        {texts.progress({
          answered: preview.score.nodes[0]?.coverage.answered ?? 0,
          asked: preview.score.nodes[0]?.coverage.asked ?? 0,
        })}
      </p>
      <ul className={styles.results}>
        {nodes.map((node) => (
          <li key={node.node} className={styles.result}>
            <NodeResult node={node} preview={preview} />
          </li>
        ))}
      </ul>
    </Stack>
  )
}

function NodeResult({ node, preview }: { node: NodeScore; preview: Preview }) {
  const texts = useTexts()
  const formats = useFormats()
  const { compiled, answers, options } = preview
  const words = useTreeWords(compiled.model)
  const { figure, words: standing } = headlineOf(compiled, node, { texts, formats, words })
  const name = words(compiled.nodes[compiled.nodeAt.get(node.node) ?? -1]?.node.name) || node.node
  return (
    <>
      <div className={styles.headline}>
        <span className={styles.node}>{name}</span>
        <span className={styles.figure}>{figure}</span>
      </div>
      {standing && <p className={styles.standing}>{standing}</p>}
      <TreeExplained
        summary={texts.models.preview.why({ name })}
        node={node.node}
        basis={{ compiled, answers, options }}
      />
    </>
  )
}
