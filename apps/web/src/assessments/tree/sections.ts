import { profileNodes } from '@stegvis/core/models/summary.ts'
import type { CompiledTree } from '@stegvis/core/models/tree/program.ts'
import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import type { TreeNode } from '@stegvis/core/models/tree/schema-nodes.ts'
import type { Texts } from '@stegvis/core/models/tree/schema-words.ts'

/** Questions that stand under one heading. */
export type SectionPart = { id: string; name: Texts | undefined; about: Texts | undefined; questions: string[] }

/** Questions answered on one page. */
export type Section = {
  /** that of its node; `GENERAL` for questions under no node that is shown */
  id: string
  name: Texts | undefined
  about: Texts | undefined
  parts: SectionPart[]
}

/** No id of a node: those begin with a letter. */
export const GENERAL = '-general'

/** The page of the facts about the company. */
export const FACTS = '-facts'

/** From here on a page would be long, and a part with several nodes below it becomes a page for each. */
const LONG = 14

/**
 * The pages a tree is answered on: one for each node it shows side by side, or for the nodes below where that would
 * be long. Each question stands once, in the first place it has; what is under none of them comes first.
 */
export function sectionsOf(compiled: CompiledTree): Section[] {
  const { model } = compiled
  const taken = new Set<string>()
  const pages = profileNodes(model).flatMap((node) => pagesOf(node))
  const sections = pages.flatMap((node): Section[] => {
    const parts = partsOf(node, taken)
    return parts.length === 0 ? [] : [{ id: node.id, name: node.name, about: node.about, parts }]
  })
  const rest = model.questions.flatMap(({ id }) => (taken.has(id) ? [] : [id]))
  if (rest.length === 0) return sections
  const isAll = sections.length === 0
  const own: SectionPart = { id: GENERAL, name: undefined, about: undefined, questions: inTreeOrder(model, rest) }
  const general: Section = {
    id: isAll ? model.tree.id : GENERAL,
    name: isAll ? (model.tree.name ?? model.name) : undefined,
    about: isAll ? model.tree.about : undefined,
    parts: [own],
  }
  return [general, ...sections]
}

/** The sections with the questions that show; a section without any is left out. */
export function shownSections(sections: readonly Section[], shown: ReadonlySet<string>): Section[] {
  return sections.flatMap((section) => {
    const parts = section.parts.flatMap((part) => {
      const questions = part.questions.filter((id) => shown.has(id))
      return questions.length === 0 ? [] : [{ ...part, questions }]
    })
    return parts.length === 0 ? [] : [{ ...section, parts }]
  })
}

export function questionsOf({ parts }: Pick<Section, 'parts'>): string[] {
  return parts.flatMap(({ questions }) => questions)
}

/** The section a question is answered in. */
export function sectionOf(sections: readonly Section[], question: string): Section | undefined {
  return sections.find((section) => questionsOf(section).includes(question))
}

/** The first page with one of the questions: where somebody who left off goes on. */
export function firstWith(sections: readonly Section[], questions: readonly string[]): Section | undefined {
  const wanted = new Set(questions)
  return sections.find((section) => questionsOf(section).some((question) => wanted.has(question)))
}

function pagesOf(node: TreeNode): TreeNode[] {
  const below = node.children.flatMap((child) => ('question' in child ? [] : [child]))
  const isLong = questionsBelow(node).length > LONG && below.length > 1
  return isLong && below.length === node.children.length && !node['answered-by'] ? below : [node]
}

function questionsBelow({ children, 'answered-by': whole }: TreeNode): string[] {
  const below = children.flatMap((child) => ('question' in child ? [child.question] : questionsBelow(child)))
  return whole ? [whole, ...below] : below
}

/** What stands directly under the node, and then each node below it with what it holds. */
function partsOf(node: TreeNode, taken: Set<string>): SectionPart[] {
  const parts: SectionPart[] = []
  const take = (ids: readonly string[]) =>
    ids.filter((id) => {
      const isNew = !taken.has(id)
      taken.add(id)
      return isNew
    })
  const add = (id: string, name: Texts | undefined, about: Texts | undefined, questions: string[]) => {
    if (questions.length > 0) parts.push({ id, name, about, questions })
  }
  if (node['answered-by']) add(`${node.id}-whole`, undefined, undefined, take([node['answered-by']]))
  const leaves = node.children.flatMap((child) => ('question' in child ? [child.question] : []))
  add(node.id, undefined, undefined, take(leaves))
  for (const child of node.children) {
    if (!('question' in child)) add(child.id, child.name, child.about, take(questionsBelow(child)))
  }
  return parts
}

/** In the order the tree has them; questions that only conditions read come first, since others hang on them. */
function inTreeOrder({ tree }: TreeModel, questions: readonly string[]): string[] {
  const order = new Map(questionsBelow(tree).map((id, at) => [id, at]))
  return [...questions].sort((a, b) => (order.get(a) ?? -1) - (order.get(b) ?? -1))
}
