import { useEffect, useRef } from 'react'
import { useTexts } from '../../../locales/app-texts.tsx'
import { Button } from '../../../ui/button.tsx'
import styles from '../../validation/validation.module.css'
import type { Section } from '../sections.ts'
import { rowOf } from '../standing-words.ts'
import { TreeExplained } from '../tree-explained.tsx'
import type { TreeWords } from '../tree-query.ts'
import { VoiceFigures } from '../voice-figures.tsx'
import { QuestionPanel } from './question-panel.tsx'
import type { TreeValidation } from './use-tree-validation.ts'

type SectionPanelProps = {
  validation: TreeValidation
  section: Section
  words: TreeWords
  next: (() => void) | undefined
}

/** One part of the tree: what it comes to now, and its questions with what the company said. */
export function SectionPanel({ validation, section, words, next }: SectionPanelProps) {
  const { common, trees } = useTexts()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // Not on the first visit: there the page's own title has the focus.
    if (document.activeElement?.closest('nav')) heading.current?.focus({ preventScroll: true })
  }, [])
  const isSplit = section.parts.length > 1
  return (
    <section className={styles.panel} aria-labelledby="section">
      <header className={styles.panelHead}>
        <h2 id="section" ref={heading} tabIndex={-1}>
          {words(section.name) || trees.general}
        </h2>
        {section.about && <p>{words(section.about)}</p>}
      </header>
      {section.id !== validation.compiled.model.tree.id && (
        <NodeStanding {...{ validation, words }} node={section.id} />
      )}
      {section.parts.map((part) => (
        <section key={part.id} aria-label={isSplit ? words(part.name) || undefined : undefined}>
          {isSplit && part.name && <h3>{words(part.name)}</h3>}
          {isSplit && part.about && <p className={styles.soft}>{words(part.about)}</p>}
          {isSplit && part.name && <PartFigure {...{ validation, words }} node={part.id} name={words(part.name)} />}
          {part.questions.map((question) => (
            <QuestionPanel key={question} {...{ validation, words }} id={question} />
          ))}
        </section>
      ))}
      {next && (
        <div className={styles.next}>
          <Button onPress={next}>{common.next}</Button>
        </div>
      )}
    </section>
  )
}

type NodeProps = { validation: TreeValidation; words: TreeWords; node: string }

/** The part in its voices, what holds its next level back, and why. Spoken as it changes. */
function NodeStanding({ validation, words, node }: NodeProps) {
  const { compiled, result, basis } = validation
  const { trees } = useTexts()
  const row = rowOf(result.coach, node)
  if (!row) return null
  const nameOf = (id: string) =>
    words(
      compiled.nodes[compiled.nodeAt.get(id) ?? -1]?.node.name ??
        compiled.questions[compiled.questionAt.get(id) ?? -1]?.question.text,
    ) || id
  return (
    <div className={styles.levels} aria-live="polite">
      <VoiceFigures {...{ compiled, result, node, words }} small />
      {row.blocking.length > 0 && row.coverage.answered > 0 && (
        <div className={styles.blocking}>
          <p>{trees.heldBackBy}</p>
          <ul>
            {row.blocking.map((id) => (
              <li key={id}>{nameOf(id)}</li>
            ))}
          </ul>
        </div>
      )}
      <TreeExplained summary={trees.whyThisResult} node={node} basis={basis} />
    </div>
  )
}

function PartFigure({ validation, words, node, name }: NodeProps & { name: string }) {
  const { compiled, result, basis } = validation
  const { trees } = useTexts()
  if (!rowOf(result.coach, node)) return null
  return (
    <div className={styles.levels} aria-live="polite">
      <VoiceFigures {...{ compiled, result, node, words }} small />
      <TreeExplained summary={trees.whyFor({ name })} node={node} basis={basis} />
    </div>
  )
}
