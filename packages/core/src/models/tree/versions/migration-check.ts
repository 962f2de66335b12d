import { sameValue } from '../../../kernel/same-value.ts'
import type { Text } from '../../../kernel/text.ts'
import type { Finding } from '../../checks.ts'
import type { Path } from '../../yaml-source.ts'
import type { TreeModel, TreeQuestion } from '../schema.ts'
import type { Scale } from '../schema-scales.ts'
import type { Migration, QuestionChange } from '../schema-versions.ts'
import { canCarry, type ValueMap, valuesOf } from './carry.ts'
import { diffModels } from './diff.ts'
import { isOrdered } from './merge.ts'
import { compareVersions } from './steps.ts'

/**
 * What is wrong with the way a version describes from an older one: each question of the older version and each of
 * the newer stands in it exactly once, and every old answer has a counterpart. Paths lead into the newer file.
 */
export function checkMigration(older: TreeModel, newer: TreeModel): Finding[] {
  const all = newer.migrates ?? []
  const at = all.findIndex(({ from }) => from === older.version)
  const migration = all[at]
  if (!migration) {
    if (diffModels(older, newer).needs !== 'major') return []
    return [{ path: ['version'], code: 'migration-none', details: { version: older.version } }]
  }
  const path = ['migrates', at]
  return [
    ...checkMentions(migration, { model: older, side: 'from' }, path),
    ...checkMentions(migration, { model: newer, side: 'to' }, path),
    ...migration.questions.flatMap((change, place) => checkChange(change, older, newer, [...path, 'questions', place])),
  ]
}

/** What can be told of the ways a version describes without the older versions at hand. */
export function checkMigrationHeads(model: TreeModel): Finding[] {
  const all = model.migrates ?? []
  return all.flatMap(({ from: version }, at): Finding[] => {
    const path = ['migrates', at, 'from']
    const first = all.findIndex((other) => other.from === version)
    if (first < at) {
      const other = { as: 'first', path: ['migrates', first, 'from'] }
      return [{ path, code: 'migration-twice', details: { version }, other }]
    }
    if (compareVersions(version, model.version) < 0) return []
    return [{ path, code: 'migration-not-earlier', details: { version, own: model.version } }]
  })
}

/** The questions a change is about, of the older version and of the newer. */
export function mentionedBy(change: QuestionChange): { from: readonly string[]; to: readonly string[] } {
  switch (change.change) {
    case 'same':
    case 'reworded':
      return { from: [change.question], to: [change.question] }
    case 'moved':
    case 'rescaled':
      return { from: [change.from], to: [change.to] }
    case 'split':
      return { from: [change.from], to: change.to }
    case 'merged':
      return { from: change.from, to: [change.to] }
    case 'new':
      return { from: [], to: [change.question] }
    case 'gone':
      return { from: [change.question], to: [] }
  }
}

type Side = { model: TreeModel; side: 'from' | 'to' }

function checkMentions(migration: Migration, { model, side }: Side, path: Path): Finding[] {
  const { version } = model
  const known = new Set(model.questions.map(({ id }) => id))
  const kind: Text = { sv: `ingen fråga i version ${version}`, en: `no question in version ${version}` }
  const seen = new Map<string, Path>()
  const findings: Finding[] = []
  for (const [at, change] of migration.questions.entries()) {
    const here = [...path, 'questions', at]
    for (const id of mentionedBy(change)[side]) {
      const first = seen.get(id)
      if (!known.has(id)) findings.push({ path: here, code: 'unknown-id', details: { id, kind } })
      else if (first) {
        const other = { as: 'first', path: first }
        findings.push({ path: here, code: 'migration-question-twice', details: { id, version }, other })
      } else seen.set(id, here)
    }
  }
  const missing = [...known].filter((id) => !seen.has(id))
  const list = [...path, 'questions']
  return [
    ...findings,
    ...missing.map((id): Finding => ({ path: list, code: 'migration-question-missing', details: { id, version } })),
  ]
}

function checkChange(change: QuestionChange, older: TreeModel, newer: TreeModel, path: Path): Finding[] {
  const { from, to } = mentionedBy(change)
  const values = 'options' in change ? change.options : undefined
  const findings = from.flatMap((before) =>
    to.flatMap((after): Finding[] => {
      const [was, is] = [questionIn(older, before), questionIn(newer, after)]
      if (!was || !is) return []
      if (change.change === 'same' && !sameValue(was.question.text, is.question.text)) {
        return [{ path, code: 'migration-not-same', details: { id: before } }]
      }
      return checkValues(was, is, values, path)
    }),
  )
  const target = change.change === 'merged' && change.rule !== 'equal' ? questionIn(newer, change.to) : undefined
  if (target && !isOrdered(target.scale)) findings.push({ path: [...path, 'rule'], code: 'migration-not-ordered' })
  return findings
}

type Asked = { question: TreeQuestion; scale: Scale }

function questionIn(model: TreeModel, id: string): Asked | undefined {
  const question = model.questions.find((one) => one.id === id)
  const scale = question && Object.hasOwn(model.scales, question.scale) ? model.scales[question.scale] : undefined
  return question && scale ? { question, scale } : undefined
}

/** Every answer of before must be an answer now: by the map where there is one, else by its own name. */
function checkValues(was: Asked, is: Asked, values: ValueMap | undefined, path: Path): Finding[] {
  const names = { from: was.question.id, to: is.question.id }
  if (!canCarry(was.scale, is.scale) || !isWithin(was.scale, is.scale)) {
    return [{ path, code: 'migration-scale-differs', details: names }]
  }
  const [before, after] = [valuesOf(was.scale), new Set(valuesOf(is.scale))]
  const map = values ?? Object.fromEntries(before.map((value) => [value, value]))
  const place = values ? [...path, 'options'] : path
  const unknown = (value: string, id: string): Finding => ({
    path: place,
    code: 'migration-value-unknown',
    details: { value, id },
  })
  return [
    ...before
      .filter((value) => !Object.hasOwn(map, value) || (!values && !after.has(value)))
      .map((value): Finding => ({ path: place, code: 'migration-value-missing', details: { value, ...names } })),
    ...(values ? Object.entries(values) : []).flatMap(([value, target]) => [
      ...(before.includes(value) ? [] : [unknown(value, names.from)]),
      ...(after.has(target) ? [] : [unknown(target, names.to)]),
    ]),
  ]
}

/** What is not a list of values: units must be known still, and rows and columns be there. */
function isWithin(was: Scale, is: Scale): boolean {
  if (was.type === 'number' && is.type === 'number') {
    const known = new Set([is.unit, ...(is.units ?? []).map(({ id }) => id)])
    return [was.unit, ...(was.units ?? []).map(({ id }) => id)].every((unit) => known.has(unit))
  }
  if (was.type === 'matrix' && is.type === 'matrix') {
    const holds = (all: readonly { id: string }[], some: readonly { id: string }[]): boolean =>
      some.every(({ id }) => all.some((one) => one.id === id))
    return holds(is.rows, was.rows) && holds(is.columns, was.columns)
  }
  return true
}
