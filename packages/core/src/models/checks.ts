import type { Text } from '../kernel/text.ts'
import type { ModelErrorCode } from './errors.ts'
import type { Fillings } from './fill-text.ts'
import { type Action, type Criterion, type Dimension, evidenceRank, type Model } from './schema.ts'
import type { Path } from './yaml-source.ts'

/**
 * What a model must keep beyond the shape of its keys: ids, ladders without gaps, weights, rules and actions
 * that can be reached. Source: docs/model-format.md.
 *
 * `other` is the path of the thing a finding is about besides its own place; its line goes into the sentence.
 * `offset` is the character it is about, counted from 0, where the value is a text with a grammar of its own.
 */
export type Finding = {
  path: Path
  code: ModelErrorCode
  details?: Fillings
  other?: { as: string; path: Path }
  offset?: number
}

export function checkModel(model: Model): Finding[] {
  return [
    ...checkHead(model),
    ...checkIds(model),
    ...checkLevels(model),
    ...model.dimensions.flatMap((dimension, at) => checkDimension(model, dimension, at)),
    ...checkReferences(model),
    ...checkRules(model),
    ...checkActions(model),
  ]
}

function checkHead(model: Model): Finding[] {
  const findings: Finding[] = []
  if (model.languages.length !== 2 || new Set(model.languages).size !== 2) {
    findings.push({ path: ['languages'], code: 'language-missing' })
  }
  if (model.status !== 'draft' && model['published-on'] === undefined) {
    findings.push({ path: ['status'], code: 'published-on-missing' })
  }
  const { impact, proximity, effort } = model.ranking
  const thousandths = [impact, proximity, effort].reduce((sum, weight) => sum + Math.round(weight * 1000), 0)
  if (thousandths !== 1000) {
    findings.push({ path: ['ranking'], code: 'weights-not-one', details: { sum: String(thousandths / 1000) } })
  }
  const [part, whole] = model.result.share
  if (part > whole) findings.push({ path: ['result', 'share'], code: 'share-out-of-range' })
  const { from, to } = model.index
  const top = model.levels.length
  if (from[0] !== 1 || from[1] !== top || to[0] >= to[1]) {
    findings.push({ path: ['index'], code: 'index-range', details: { top } })
  }
  return findings
}

/** Ids of one kind are unique; questions (dimensions and criteria) share one name space. */
function checkIds(model: Model): Finding[] {
  const questions: [string, Path][] = model.dimensions.flatMap((dimension, d): [string, Path][] => [
    [dimension.id, ['dimensions', d, 'id']],
    ...dimension.rungs.flatMap((rung, r) =>
      rung.criteria.map((criterion, c): [string, Path] => [
        criterion.id,
        ['dimensions', d, 'rungs', r, 'criteria', c, 'id'],
      ]),
    ),
  ])
  const listed = (key: 'sources' | 'key-figures' | 'actions') =>
    model[key].map(({ id }, at): [string, Path] => [id, [key, at, 'id']])
  return [questions, listed('sources'), listed('key-figures'), listed('actions')].flatMap(repeatedIds)
}

function repeatedIds(ids: readonly [string, Path][]): Finding[] {
  const seen = new Map<string, Path>()
  const findings: Finding[] = []
  for (const [id, path] of ids) {
    const first = seen.get(id)
    if (first) findings.push({ path, code: 'id-not-unique', details: { id }, other: { as: 'first', path: first } })
    else seen.set(id, path)
  }
  return findings
}

function checkLevels(model: Model): Finding[] {
  return model.levels.flatMap(({ level }, at): Finding[] =>
    level === at + 1
      ? []
      : [{ path: ['levels', at, 'level'], code: 'levels-not-in-order', details: { expected: at + 1 } }],
  )
}

function checkDimension(model: Model, dimension: Dimension, at: number): Finding[] {
  const findings: Finding[] = []
  const path = ['dimensions', at]
  const [found, expected] = [dimension.rungs.length, model.levels.length]
  if (found !== expected) {
    findings.push({ path: [...path, 'rungs'], code: 'rungs-incomplete', details: { expected, found } })
  }
  for (const [r, rung] of dimension.rungs.entries()) {
    const here = [...path, 'rungs', r]
    if (rung.level !== r + 1) {
      findings.push({ path: [...here, 'level'], code: 'levels-not-in-order', details: { expected: r + 1 } })
      continue
    }
    if (rung.level === 1) {
      if (rung.criteria.length > 0) findings.push({ path: [...here, 'criteria'], code: 'first-rung-has-criteria' })
    } else if (!rung.criteria.some((criterion) => criterion.importance === 'required')) {
      const details = { level: rung.level, dimension: dimension.id }
      findings.push({ path: [...here, 'criteria'], code: 'required-criterion-missing', details })
    }
    for (const [c, criterion] of rung.criteria.entries()) {
      findings.push(...checkCriterion(model, dimension, rung.level, criterion, [...here, 'criteria', c]))
    }
  }
  return findings
}

function checkCriterion(
  model: Model,
  dimension: Dimension,
  level: number,
  criterion: Criterion,
  path: Path,
): Finding[] {
  const findings: Finding[] = []
  const prefix = `${dimension.id}-${level}-`
  if (!criterion.id.startsWith(prefix)) {
    findings.push({ path: [...path, 'id'], code: 'id-not-formed', details: { prefix } })
  }
  const least = model.levels[level - 1]?.evidence
  const { evidence, importance } = criterion
  if (importance === 'required' && evidence && least && evidenceRank(evidence) < evidenceRank(least)) {
    findings.push({ path: [...path, 'evidence'], code: 'evidence-below-level', details: { level, least } })
  }
  return findings
}

const NO_DIMENSION = { sv: 'inget delområde', en: 'no dimension' }
const NO_CRITERION = { sv: 'inget kriterium', en: 'no criterion' }
const NO_KEY_FIGURE = { sv: 'inget nyckeltal', en: 'no key figure' }
const NO_ACTION = { sv: 'ingen åtgärd', en: 'no action' }

function checkReferences(model: Model): Finding[] {
  const dimensions = new Set(model.dimensions.map(({ id }) => id))
  const criteria = new Set(
    model.dimensions.flatMap(({ rungs }) => rungs.flatMap((rung) => rung.criteria.map(({ id }) => id))),
  )
  const keyFigures = new Set(model['key-figures'].map(({ id }) => id))
  const actions = new Set(model.actions.map(({ id }) => id))
  return [
    ...model.rules.flatMap((rule, at) =>
      checkOne(rule.dimension, dimensions, NO_DIMENSION, ['rules', at, 'dimension']),
    ),
    ...model['key-figures'].flatMap((figure, at) =>
      checkList(figure.dimensions, dimensions, NO_DIMENSION, ['key-figures', at, 'dimensions']),
    ),
    ...model.actions.flatMap((action, at) => [
      ...checkOne(action.dimension, dimensions, NO_DIMENSION, ['actions', at, 'dimension']),
      ...checkList(action.closes, criteria, NO_CRITERION, ['actions', at, 'closes']),
      ...checkList(action.moves, keyFigures, NO_KEY_FIGURE, ['actions', at, 'moves']),
      ...checkList(action.requires, actions, NO_ACTION, ['actions', at, 'requires']),
    ]),
  ]
}

function checkOne(id: string, known: ReadonlySet<string>, kind: Text, path: Path): Finding[] {
  return known.has(id) ? [] : [{ path, code: 'unknown-id', details: { id, kind } }]
}

function checkList(ids: readonly string[], known: ReadonlySet<string>, kind: Text, path: Path): Finding[] {
  return ids.flatMap((id, at): Finding[] =>
    ids.indexOf(id) < at
      ? [{ path: [...path, at], code: 'listed-twice', details: { id } }]
      : checkOne(id, known, kind, [...path, at]),
  )
}

/** A rule under another that switches off the same rung or a lower one for more companies never shows. */
function checkRules(model: Model): Finding[] {
  const top = model.levels.length
  return model.rules.flatMap((rule, at): Finding[] => {
    if (rule.level < 2 || rule.level > top) {
      return [{ path: ['rules', at, 'level'], code: 'level-not-on-ladder', details: { level: rule.level, top } }]
    }
    const other = model.rules.findIndex(
      (candidate, place) =>
        place !== at &&
        candidate.dimension === rule.dimension &&
        candidate.level <= rule.level &&
        candidate.when.below >= rule.when.below &&
        // Of two equal rules only the second one is without effect.
        (place < at || candidate.level < rule.level || candidate.when.below > rule.when.below),
    )
    if (other < 0) return []
    return [{ path: ['rules', at], code: 'rule-without-effect', other: { as: 'other', path: ['rules', other] } }]
  })
}

function checkActions(model: Model): Finding[] {
  const top = model.levels.length
  const findings: Finding[] = []
  for (const [at, action] of model.actions.entries()) {
    const path = ['actions', at]
    if (action.to < 2 || action.to > top) {
      findings.push({ path: [...path, 'to'], code: 'level-not-on-ladder', details: { level: action.to, top } })
    }
    const prefix = `${action.dimension}-to-${action.to}-`
    if (!action.id.startsWith(prefix)) {
      findings.push({ path: [...path, 'id'], code: 'id-not-formed', details: { prefix } })
    }
  }
  for (const [at, dimension] of model.dimensions.entries()) {
    for (let level = 2; level <= top; level++) {
      if (model.actions.some((action) => action.dimension === dimension.id && action.to === level)) continue
      const details = { level, dimension: dimension.id }
      findings.push({ path: ['dimensions', at, 'id'], code: 'step-without-action', details })
    }
  }
  return [...findings, ...checkCycles(model.actions)]
}

/** Each circle among `requires` is told once, at the action that closes it. */
function checkCycles(actions: readonly Action[]): Finding[] {
  const places = new Map(actions.map((action, at) => [action.id, at]))
  const state = new Map<string, 'open' | 'done'>()
  const findings: Finding[] = []
  const trail: string[] = []
  const walk = (id: string): void => {
    const at = places.get(id)
    if (at === undefined || state.get(id) === 'done') return
    state.set(id, 'open')
    trail.push(id)
    for (const [place, next] of actions[at]!.requires.entries()) {
      if (state.get(next) === 'open') {
        const cycle = [...trail.slice(trail.indexOf(next)), next].join(' → ')
        findings.push({ path: ['actions', at, 'requires', place], code: 'requires-cycle', details: { cycle } })
      } else walk(next)
    }
    trail.pop()
    state.set(id, 'done')
  }
  for (const { id } of actions) walk(id)
  return findings
}
