import { checkMigrationHeads } from '../versions/migration-check.ts'
import { NO, repeatedIds, type TreeFinding, unknownId, unknownIds } from './finding.ts'
import type { Places } from './places.ts'

/** The head of the model: dates, ids of every kind, and what is named but not there. */
export function headFindings(places: Places): TreeFinding[] {
  return [...statusFindings(places), ...idFindings(places), ...sourceFindings(places), ...namedFindings(places)]
}

function statusFindings({ model }: Places): TreeFinding[] {
  if (model.status === 'draft' || model['published-on'] !== undefined) return []
  return [{ path: ['status'], code: 'published-on-missing' }]
}

function idFindings({ model, nodes }: Places): TreeFinding[] {
  const listed = (
    key: 'sources' | 'facts' | 'buckets' | 'questions' | 'views' | 'targets' | 'actions' | 'key-figures',
  ) => repeatedIds((model[key] ?? []).map(({ id }, at) => [id, [key, at, 'id']] as const))
  const reserved = (model.views ?? []).flatMap(({ id }, at): TreeFinding[] =>
    id === 'main' ? [{ path: ['views', at, 'id'], code: 'id-reserved', details: { id } }] : [],
  )
  return [
    ...(['sources', 'facts', 'buckets', 'questions', 'views', 'targets', 'actions', 'key-figures'] as const).flatMap(
      listed,
    ),
    ...repeatedIds(nodes.map(({ node, path }) => [node.id, [...path, 'id']] as const)),
    ...reserved,
  ]
}

function sourceFindings({ model }: Places): TreeFinding[] {
  const sources = new Map((model.sources ?? []).map((source) => [source.id, source]))
  return model.questions.flatMap(({ source }, at): TreeFinding[] => {
    if (source === undefined) return []
    const path = ['questions', at, 'source']
    const found = sources.get(source)
    if (!found) return unknownId(source, sources, NO.source, path)
    // A draft may still be reworded; once published it may not rest on what must not be adapted.
    if (found.adaptable || model.status === 'withdrawn') return []
    const finding: TreeFinding = { path, code: 'source-not-adaptable', details: { source } }
    return [model.status === 'published' ? finding : { ...finding, severity: 'warning' }]
  })
}

/** What the lists at the end of a model name: nodes, questions, facts, actions and key figures. */
function namedFindings({ model, scales, questions, facts, nodeById }: Places): TreeFinding[] {
  const figures = new Set((model['key-figures'] ?? []).map(({ id }) => id))
  const actions = new Set((model.actions ?? []).map(({ id }) => id))
  const keys = (
    group: object,
    known: { has(id: string): boolean },
    kind: (typeof NO)['node'] | (typeof NO)['fact'] | (typeof NO)['question'],
    path: (string | number)[],
  ) => Object.keys(group).flatMap((id) => unknownId(id, known, kind, [...path, id]))
  return [
    ...model.questions.flatMap(({ scale }, at) => unknownId(scale, scales, NO.scale, ['questions', at, 'scale'])),
    ...unknownIds(model.profile ?? [], nodeById, NO.node, ['profile']),
    ...(model.targets ?? []).flatMap(({ nodes }, at) => keys(nodes, nodeById, NO.node, ['targets', at, 'nodes'])),
    ...(model['key-figures'] ?? []).flatMap(({ nodes }, at) =>
      unknownIds(nodes, nodeById, NO.node, ['key-figures', at, 'nodes']),
    ),
    ...(model.actions ?? []).flatMap(({ node, closes, moves, requires }, at) => [
      ...unknownId(node, nodeById, NO.node, ['actions', at, 'node']),
      ...unknownIds(closes ?? [], questions, NO.question, ['actions', at, 'closes']),
      ...unknownIds(moves ?? [], figures, NO.keyFigure, ['actions', at, 'moves']),
      ...unknownIds(requires ?? [], actions, NO.action, ['actions', at, 'requires']),
    ]),
    ...(model.examples ?? []).flatMap(({ profile, answers, expected }, at) => [
      ...keys(profile ?? {}, facts, NO.fact, ['examples', at, 'profile']),
      ...keys(answers, questions, NO.question, ['examples', at, 'answers']),
      ...keys(expected, nodeById, NO.node, ['examples', at, 'expected']),
    ]),
    ...migrationFindings({ model, questions }),
  ]
}

/** What a new version takes over goes to questions it has. The older version is not known here. */
function migrationFindings({ model, questions }: Pick<Places, 'model' | 'questions'>): TreeFinding[] {
  const taken = (model.migrates ?? []).flatMap(({ questions: changes }, at) =>
    changes.flatMap((change, place) => {
      const path = ['migrates', at, 'questions', place]
      if (change.change === 'gone') return []
      if (!('to' in change)) return unknownId(change.question, questions, NO.question, [...path, 'question'])
      if (typeof change.to === 'string') return unknownId(change.to, questions, NO.question, [...path, 'to'])
      return unknownIds(change.to, questions, NO.question, [...path, 'to'])
    }),
  )
  return [...checkMigrationHeads(model), ...taken]
}
