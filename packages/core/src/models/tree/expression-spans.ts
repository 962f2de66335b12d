import type { Comparison, Constant, Expr, Reference } from './expression.ts'
import { settle } from './numbers.ts'

/**
 * What an expression can be, told without any answers: too wide rather than too narrow, so that what lies outside
 * can never happen. Numbers lie between two ends; a condition can hold, fail, or both.
 */
export type Span = { low: number; high: number }
type Possible = { span: Span; holds: boolean; fails: boolean }

export const ANY: Span = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }

const numbers = (span: Span): Possible => ({ span, holds: true, fails: true })
const truth = (holds: boolean, fails: boolean): Possible => ({ span: ANY, holds, fails })
const UNSURE = truth(true, true)

/** `spanOf` says between which ends a reading lies; undefined where it is no number or nothing is known. */
export type SpanOf = (reference: Reference) => Span | undefined

export function spanOfExpression(expression: Expr, spanOf: SpanOf): Span {
  return possible(expression, spanOf).span
}

export function canHold(expression: Expr, spanOf: SpanOf): boolean {
  return possible(expression, spanOf).holds
}

function possible(expression: Expr, spanOf: SpanOf): Possible {
  const inner = (part: Expr) => possible(part, spanOf)
  const ends = (part: Expr) => inner(part).span
  switch (expression.kind) {
    case 'constant':
      return ofConstant(expression.value)
    case 'reading':
      return numbers(spanOf(expression.reference) ?? ANY)
    case 'negative': {
      const { low, high } = ends(expression.of)
      return numbers({ low: 0 - high, high: 0 - low })
    }
    case 'arithmetic':
      return numbers(ofArithmetic(expression.op, ends(expression.left), ends(expression.right)))
    case 'comparison':
      return compared(expression, ends(expression.left), ends(expression.right))
    case 'in': {
      if (expression.list.some((constant) => typeof constant !== 'number')) return UNSURE
      const span = settled(ends(expression.of))
      return truth(
        expression.list.some((constant) => Number(constant) >= span.low && Number(constant) <= span.high),
        true,
      )
    }
    case 'not': {
      const { holds, fails } = inner(expression.of)
      return truth(fails, holds)
    }
    case 'and':
    case 'or':
      return chained(expression.kind, expression.of.map(inner))
    case 'if':
      return chosen(inner(expression.when), inner(expression.result), inner(expression.otherwise))
    case 'count': {
      const parts = expression.of.map(inner)
      return numbers({
        low: parts.filter(({ fails }) => !fails).length,
        high: parts.filter(({ holds }) => holds).length,
      })
    }
    default: {
      const [spans, extreme] = [expression.of.map(ends), expression.kind === 'min' ? Math.min : Math.max]
      return numbers({ low: extreme(...spans.map(({ low }) => low)), high: extreme(...spans.map(({ high }) => high)) })
    }
  }
}

function ofConstant(value: Constant): Possible {
  if (typeof value === 'boolean') return truth(value, !value)
  return typeof value === 'number' ? numbers({ low: value, high: value }) : UNSURE
}

function chained(kind: 'and' | 'or', parts: readonly Possible[]): Possible {
  const [every, some] = [
    (key: 'holds' | 'fails') => parts.every((part) => part[key]),
    (key: 'holds' | 'fails') => parts.some((part) => part[key]),
  ]
  return kind === 'and' ? truth(every('holds'), some('fails')) : truth(some('holds'), every('fails'))
}

/** A condition that cannot be told may still give a value, when both ways give the same. */
function chosen(when: Possible, yes: Possible, no: Possible): Possible {
  if (!when.fails) return yes
  if (!when.holds) return no
  return { span: hull(yes.span, no.span), holds: yes.holds || no.holds, fails: yes.fails || no.fails }
}

function ofArithmetic(op: '+' | '-' | '*' | '/', left: Span, right: Span): Span {
  switch (op) {
    case '+':
      return known({ low: left.low + right.low, high: left.high + right.high })
    case '-':
      return known({ low: left.low - right.high, high: left.high - right.low })
    case '*':
      return product(left, right)
    case '/':
      // What is divided by nearly nothing can be anything.
      if (right.low <= 0 && right.high >= 0) return ANY
      return product(left, { low: 1 / right.high, high: 1 / right.low })
  }
}

/** Sums of opposite infinities and the like tell nothing. */
function known({ low, high }: Span): Span {
  return {
    low: Number.isNaN(low) ? Number.NEGATIVE_INFINITY : low,
    high: Number.isNaN(high) ? Number.POSITIVE_INFINITY : high,
  }
}

export function product(left: Span, right: Span): Span {
  const times = (a: number, b: number) => (a === 0 || b === 0 ? 0 : a * b)
  const corners = [left.low, left.high].flatMap((one) => [times(one, right.low), times(one, right.high)])
  return known({ low: Math.min(...corners), high: Math.max(...corners) })
}

export function hull(...spans: readonly Span[]): Span {
  return { low: Math.min(...spans.map(({ low }) => low)), high: Math.max(...spans.map(({ high }) => high)) }
}

/** Values are settled before they are compared, and settling keeps their order: so are their ends. */
function compared({ op, left, right }: { op: Comparison; left: Expr; right: Expr }, one: Span, other: Span): Possible {
  if (isWords(left) || isWords(right)) return UNSURE
  const [a, b] = [settled(one), settled(other)]
  const meets = a.low <= b.high && a.high >= b.low
  const isSingle = meets && a.low === a.high && b.low === b.high
  switch (op) {
    case '=':
      return truth(meets, !isSingle)
    case '!=':
      return truth(!isSingle, meets)
    case '<':
      return truth(a.low < b.high, a.high >= b.low)
    case '<=':
      return truth(a.low <= b.high, a.high > b.low)
    case '>':
      return truth(a.high > b.low, a.low <= b.high)
    case '>=':
      return truth(a.high >= b.low, a.low < b.high)
  }
}

const settled = ({ low, high }: Span): Span => ({ low: settle(low), high: settle(high) })

/** Codes and days are compared as they are written: nothing is told of them here. */
function isWords(expression: Expr): boolean {
  return expression.kind === 'constant' && typeof expression.value !== 'number'
}
