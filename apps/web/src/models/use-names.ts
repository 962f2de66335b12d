import type { Texts } from '@stegvis/core/models/tree/schema-words.ts'
import { textIn } from '@stegvis/core/models/tree/texts.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { nodesOf, type OutlineRow } from './document/outline.ts'
import { useEditor } from './editor/editor-context.ts'

/** What the parts of the model are called, in the language of the screen as far as they are written in it. */
export function useNames() {
  const { model } = useEditor()
  const { language } = useLanguage()
  const { unnamed } = useTexts().models.editor
  const text = (texts: Texts | undefined): string => (texts ? textIn(model, texts, language).text : '')
  const question = (id: string): string => text(model.questions.find((one) => one.id === id)?.text) || id || unnamed
  return {
    text,
    question,
    row: (row: OutlineRow): string =>
      row.kind === 'leaf' ? question(row.leaf.question) : text(row.node.name) || row.node.id || unnamed,
    /** every node, for lists to choose from */
    nodes: () => nodesOf(model).map(({ id, name }) => ({ id, label: text(name) || id })),
    questions: () => model.questions.map(({ id, text: asked }) => ({ id, label: text(asked) || id })),
  }
}
