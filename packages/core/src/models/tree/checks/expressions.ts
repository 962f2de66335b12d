import type { Path } from '../../yaml-source.ts'
import { type Constant, type Expr, parseExpression, partsOf, type Reference, referencesOf } from '../expression.ts'
import { kindFault, type ValueKind } from '../expression-kinds.ts'
import { hasLevel } from '../levels.ts'
import { RANKING_NAMES } from '../rank.ts'
import type { Scale } from '../schema-scales.ts'
import { NO, type TreeFinding, unknownId } from './finding.ts'
import type { NodePlace, Places } from './places.ts'

/** What reads an expression: a question or a node by what of it hangs on it, or nothing that is worked out. */
export type Reader = { of: 'question' | 'applies' | 'value' | 'stars'; id: string } | { of: 'action' | 'ranking' }

export type ExpressionPlace = {
  source: string
  path: Path
  wanted: 'truth' | 'number'
  reader: Reader
  names: readonly string[]
}
export type ReadExpression = ExpressionPlace & { expression: Expr }

/** Every expression of the model that can be read, and the faults of all. */
export function readExpressions(places: Places): { read: ReadExpression[]; findings: TreeFinding[] } {
  const read: ReadExpression[] = []
  const findings: TreeFinding[] = []
  for (const place of expressionPlaces(places)) {
    const parsed = parseExpression(place.source, place.names)
    if (!parsed.ok) {
      const { at, code, details } = parsed
      findings.push({ path: place.path, code, details, offset: at })
      continue
    }
    const expression: ReadExpression = { ...place, expression: parsed.expression }
    read.push(expression)
    findings.push(...expressionFindings(expression, places))
  }
  return { read, findings }
}

function expressionPlaces({ model, nodes }: Places): ExpressionPlace[] {
  const places: ExpressionPlace[] = []
  const add = (
    source: string | undefined,
    path: Path,
    wanted: 'truth' | 'number',
    reader: Reader,
    names: readonly string[] = [],
  ) => {
    if (source !== undefined) places.push({ source, path, wanted, reader, names })
  }
  for (const [at, question] of model.questions.entries()) {
    add(question['visible-when'], ['questions', at, 'visible-when'], 'truth', { of: 'question', id: question.id })
  }
  for (const place of nodes) ofNode(place, add)
  for (const [at, action] of (model.actions ?? []).entries()) {
    add(action['applies-when'], ['actions', at, 'applies-when'], 'truth', { of: 'action' })
  }
  if (model.ranking?.op === 'formula') {
    add(model.ranking.value, ['ranking', 'value'], 'number', { of: 'ranking' }, RANKING_NAMES)
  }
  return places
}

function ofNode(
  { node, path, children }: NodePlace,
  add: (source: string | undefined, path: Path, wanted: 'truth' | 'number', reader: Reader) => void,
): void {
  const { id } = node
  add(node['applies-when'], [...path, 'applies-when'], 'truth', { of: 'applies', id })
  const value: Reader = { of: 'value', id }
  if (node.result.op === 'formula') add(node.result.value, [...path, 'result', 'value'], 'number', value)
  for (const [at, modifier] of (node.adjust ?? []).entries()) {
    const here = [...path, 'adjust', at]
    if (modifier.do === 'cap' || modifier.do === 'floor') add(modifier.at, [...here, 'at'], 'number', value)
    if ('when' in modifier) add(modifier.when, [...here, 'when'], 'truth', value)
  }
  for (const [at, { when }] of (node.stars ?? []).entries()) {
    add(when, [...path, 'stars', at, 'when'], 'truth', { of: 'stars', id })
  }
  for (const child of children) {
    const { weights } = child.kind === 'leaf' ? child.leaf : child.place.node
    for (const [at, { when }] of (weights ?? []).entries()) {
      add(when, [...child.path, 'weights', at, 'when'], 'truth', value)
    }
  }
}

function expressionFindings({ expression, path, wanted }: ReadExpression, places: Places): TreeFinding[] {
  const unknown = referencesOf(expression).flatMap((reference) =>
    unknownReference(reference, places, path).map((finding) => ({ ...finding, offset: reference.at })),
  )
  if (unknown.length > 0) return unknown
  const fault = kindFault(expression, wanted, (reference) => kindOf(reference, places))
  if (fault) return [{ path, code: fault.code, details: fault.details, offset: fault.at }]
  return codeFindings(expression, path, places)
}

function unknownReference(reference: Reference, places: Places, path: Path): TreeFinding[] {
  const { id, read } = reference
  switch (read) {
    case 'name':
      return []
    case 'fact':
      return unknownId(id, places.facts, NO.fact, path)
    case 'answer':
    case 'answered':
      return unknownId(id, places.questions, NO.question, path)
    case 'chosen': {
      const missing = unknownId(id, places.questions, NO.question, path)
      if (missing.length > 0) return missing
      return unknownId(reference.option, optionsOf(scaleOf(id, places)), NO.option, path)
    }
    case 'value':
    case 'share':
      return unknownId(id, places.nodeById, NO.node, path)
    case 'level':
    case 'previous': {
      const found = places.nodeById.get(id)
      if (!found) return unknownId(id, places.nodeById, NO.node, path)
      return hasLevel(found.node) ? [] : [{ path, code: 'node-without-level', details: { node: id } }]
    }
  }
}

function scaleOf(question: string, { questions, scales }: Places): Scale | undefined {
  return scales.get(questions.get(question)?.scale ?? '')
}

function optionsOf(scale: Scale | undefined): ReadonlySet<string> {
  return new Set(scale && 'options' in scale ? scale.options.map(({ id }) => id) : [])
}

function kindOf(reference: Reference, places: Places): ValueKind | undefined {
  if (reference.read === 'answer') {
    const type = scaleOf(reference.id, places)?.type
    return type === 'day' || type === 'text' ? 'code' : 'number'
  }
  const type = places.facts.get(reference.id)?.type
  return type === 'number' || type === 'truth' ? type : 'code'
}

/** Codes a fact is compared with are among those it can have. */
function codeFindings(expression: Expr, path: Path, places: Places): TreeFinding[] {
  return [
    ...comparedCodes(expression).flatMap(({ fact, code, at }): TreeFinding[] => {
      const found = places.facts.get(fact)
      if (found?.type !== 'code' || !found.codes || found.codes.includes(code)) return []
      return [{ path, code: 'unknown-code', details: { fact, code }, offset: at }]
    }),
    ...partsOf(expression).flatMap((part) => codeFindings(part, path, places)),
  ]
}

function comparedCodes(expression: Expr): { fact: string; code: string; at: number }[] {
  const codes = (of: Expr, constants: readonly Constant[]) =>
    of.kind === 'reading' && of.reference.read === 'fact'
      ? constants.flatMap((code) =>
          typeof code === 'string' ? [{ fact: of.reference.id, code, at: expression.at }] : [],
        )
      : []
  if (expression.kind === 'in') return codes(expression.of, expression.list)
  if (expression.kind !== 'comparison') return []
  const { left, right } = expression
  return [
    ...(right.kind === 'constant' ? codes(left, [right.value]) : []),
    ...(left.kind === 'constant' ? codes(right, [left.value]) : []),
  ]
}
