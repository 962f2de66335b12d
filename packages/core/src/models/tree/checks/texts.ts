import type { Path } from '../../yaml-source.ts'
import type { TreeModel } from '../schema.ts'
import type { TreeNode } from '../schema-nodes.ts'
import type { Texts } from '../schema-words.ts'
import type { TreeFinding } from './finding.ts'
import type { Places } from './places.ts'

/**
 * Every text has the first language of the model, and each of the others unless `fallback` names one it has that
 * may stand in.
 */
export function textFindings(places: Places): TreeFinding[] {
  const { model } = places
  const listed = new Set(model.languages)
  return [
    ...languageFindings(model, listed),
    ...textsOf(model).flatMap(({ texts, path }) => [
      ...model.languages.flatMap((language) => missing(model, texts, language, path)),
      ...Object.keys(texts).flatMap((language): TreeFinding[] =>
        listed.has(language)
          ? []
          : [{ path: [...path, language], code: 'language-not-listed', details: { language }, severity: 'warning' }],
      ),
    ]),
    ...nameFindings(places),
  ]
}

function missing(model: TreeModel, texts: Texts, language: string, path: Path): TreeFinding[] {
  if (Object.hasOwn(texts, language)) return []
  const ways = language === model.languages[0] ? [] : (model.fallback?.[language] ?? [])
  if (ways.some((other) => Object.hasOwn(texts, other))) return []
  return [{ path, code: 'text-missing', details: { language } }]
}

function languageFindings({ languages, fallback }: TreeModel, listed: ReadonlySet<string>): TreeFinding[] {
  const repeated = languages.flatMap((language, at): TreeFinding[] =>
    languages.indexOf(language) < at
      ? [{ path: ['languages', at], code: 'listed-twice', details: { id: language } }]
      : [],
  )
  const strange = Object.entries(fallback ?? {}).flatMap(([from, ways]) =>
    ways.flatMap((language, at): TreeFinding[] =>
      listed.has(language)
        ? []
        : [{ path: ['fallback', from, at], code: 'language-not-listed', details: { language } }],
    ),
  )
  return [...repeated, ...strange]
}

/** A node without a name is shown by its id; rungs are described either all or not at all. */
function nameFindings({ model, nodes }: Places): TreeFinding[] {
  const unnamed = nodes.flatMap(({ node, path, parent }): TreeFinding[] =>
    parent && !node.name ? [{ path, code: 'name-missing', details: { node: node.id }, severity: 'warning' }] : [],
  )
  const unsaid = Object.entries(model.scales).flatMap(([id, scale]) => {
    if (scale.type !== 'rungs' || !scale.rungs.some(({ statement }) => statement)) return []
    return scale.rungs.flatMap(({ level, statement }, at): TreeFinding[] =>
      statement
        ? []
        : [{ path: ['scales', id, 'rungs', at], code: 'level-text-missing', details: { level }, severity: 'warning' }],
    )
  })
  return [...unnamed, ...unsaid]
}

type TextPlace = { texts: Texts; path: Path }

/** Every text of the model by its place. Walks the shape, not the schema: a group of languages is a text. */
function textsOf(model: TreeModel): TextPlace[] {
  const found: TextPlace[] = []
  const at = (path: Path, texts: Texts | undefined) => {
    if (texts) found.push({ texts, path })
  }
  at(['name'], model.name)
  at(['purpose'], model.purpose)
  for (const [n, { use }] of (model.sources ?? []).entries()) at(['sources', n, 'use'], use)
  for (const [n, { name }] of (model.facts ?? []).entries()) at(['facts', n, 'name'], name)
  for (const [n, { name }] of (model.buckets ?? []).entries()) at(['buckets', n, 'name'], name)
  scaleTexts(model, at)
  for (const [n, { text, help }] of model.questions.entries()) {
    at(['questions', n, 'text'], text)
    at(['questions', n, 'help'], help)
  }
  nodeTexts(model.tree, ['tree'], at)
  for (const [n, { name, tree }] of (model.views ?? []).entries()) {
    at(['views', n, 'name'], name)
    nodeTexts(tree, ['views', n, 'tree'], at)
  }
  for (const [n, { name }] of (model.targets ?? []).entries()) at(['targets', n, 'name'], name)
  for (const [n, { name, how }] of (model.actions ?? []).entries()) {
    at(['actions', n, 'name'], name)
    at(['actions', n, 'how'], how)
  }
  for (const [n, figure] of (model['key-figures'] ?? []).entries()) {
    for (const key of ['name', 'unit', 'formula'] as const) at(['key-figures', n, key], figure[key])
  }
  return found
}

type Take = (path: Path, texts: Texts | undefined) => void

function scaleTexts(model: TreeModel, take: Take): void {
  for (const [id, scale] of Object.entries(model.scales)) {
    for (const key of ['options', 'cells', 'rungs', 'steps', 'parts', 'rows', 'columns'] as const) {
      const list = (
        scale as Partial<Record<typeof key, { name: Texts; help?: Texts; statement?: Texts; criteria?: Texts[] }[]>>
      )[key]
      for (const [n, { name, help, statement, criteria }] of (list ?? []).entries()) {
        const path = ['scales', id, key, n]
        take([...path, 'name'], name)
        take([...path, 'help'], help)
        take([...path, 'statement'], statement)
        for (const [c, criterion] of (criteria ?? []).entries()) take([...path, 'criteria', c], criterion)
      }
    }
  }
}

function nodeTexts(node: TreeNode, path: Path, take: Take): void {
  for (const key of ['name', 'about', 'because'] as const) take([...path, key], node[key])
  for (const key of ['bands', 'stars'] as const) {
    for (const [n, { name }] of (node[key] ?? []).entries()) take([...path, key, n, 'name'], name)
  }
  for (const [n, child] of node.children.entries()) {
    if (!('question' in child)) nodeTexts(child, [...path, 'children', n], take)
  }
}
