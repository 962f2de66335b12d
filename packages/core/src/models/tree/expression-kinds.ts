import type { Text } from '../../kernel/text.ts'
import type { Fillings } from '../fill-text.ts'
import { type Expr, partsOf, type Reference } from './expression.ts'
import { type ExpressionFault, WORDS } from './expression-faults.ts'

export type ValueKind = 'number' | 'code' | 'truth'

export type KindFault = { at: number; code: ExpressionFault; details: Fillings }

/**
 * The first place where an expression can never have a value, because a kind does not fit: a code times a number,
 * a number as a condition. `kindOf` says what kind a fact or an answer has, undefined where it does not matter.
 */
export function kindFault(
  expression: Expr,
  wanted: ValueKind | undefined,
  kindOf: (reference: Reference) => ValueKind | undefined,
): KindFault | undefined {
  const kind = kindIn(expression, kindOf)
  if (wanted && kind && kind !== wanted) {
    return {
      at: expression.at,
      code: 'expression-wrong-kind',
      details: { expected: NAMES[wanted], found: NAMES[kind] },
    }
  }
  const inner = wantedInside(expression, kindOf)
  for (const [at, part] of partsOf(expression).entries()) {
    const fault = kindFault(part, inner(at, wanted), kindOf)
    if (fault) return fault
  }
  return undefined
}

const NAMES: Record<ValueKind, Text> = { number: WORDS.number, code: WORDS.code, truth: WORDS.truth }

/** The kind of the value, undefined where it cannot be told. */
function kindIn(expression: Expr, kindOf: (reference: Reference) => ValueKind | undefined): ValueKind | undefined {
  switch (expression.kind) {
    case 'constant':
      return kindOfConstant(expression.value)
    case 'reading':
      return kindOfReading(expression.reference, kindOf)
    case 'comparison':
    case 'in':
    case 'not':
    case 'and':
    case 'or':
      return 'truth'
    case 'if':
      return kindIn(expression.result, kindOf) ?? kindIn(expression.otherwise, kindOf)
    default:
      return 'number'
  }
}

function kindOfConstant(value: number | string | boolean): ValueKind {
  return typeof value === 'number' ? 'number' : typeof value === 'string' ? 'code' : 'truth'
}

function kindOfReading(
  reference: Reference,
  kindOf: (reference: Reference) => ValueKind | undefined,
): ValueKind | undefined {
  switch (reference.read) {
    case 'answered':
    case 'chosen':
      return 'truth'
    case 'fact':
    case 'answer':
      return kindOf(reference)
    default:
      return 'number'
  }
}

/** What an expression wants of its parts, by their place in it. */
function wantedInside(
  expression: Expr,
  kindOf: (reference: Reference) => ValueKind | undefined,
): (at: number, wanted: ValueKind | undefined) => ValueKind | undefined {
  switch (expression.kind) {
    case 'negative':
    case 'arithmetic':
    case 'min':
    case 'max':
      return () => 'number'
    case 'not':
    case 'and':
    case 'or':
    case 'count':
      return () => 'truth'
    case 'comparison': {
      const kind = kindIn(expression.left, kindOf)
      return (at) => (at === 1 ? kind : undefined)
    }
    case 'in':
      return () => kindOfConstant(expression.list[0]!)
    case 'if': {
      const kind = kindIn(expression, kindOf)
      return (at, wanted) => (at === 0 ? 'truth' : (wanted ?? kind))
    }
    default:
      return () => undefined
  }
}
