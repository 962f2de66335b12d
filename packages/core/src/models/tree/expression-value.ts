import type { Arithmetic, Comparison, Constant, Expr, Reference } from './expression.ts'
import { settle } from './numbers.ts'

/** What an expression is worth. `undefined` is *undetermined*: it cannot be told from what is known. */
export type Value = Constant | undefined

/** Reads one value in a given state of answers and facts. */
export type Read<State> = (state: State) => Value

/**
 * Lays an expression out as a function of the state it reads. Total: nothing throws, and what cannot be told, or
 * makes no sense (a code times a number), is undetermined.
 *
 * Logic is Kleene's: `false and undetermined` is false, `true or undetermined` is true, otherwise what is
 * undetermined stays so. An `if` that cannot be told has a value when both ways give the same. Values are settled
 * to nine decimals before they are compared. Codes compare by their characters, so days compare by date.
 *
 * Source of the logic: S. C. Kleene, *Introduction to Metamathematics* (1952), § 64, strong tables.
 */
export function compileExpression<State>(expression: Expr, bind: (reference: Reference) => Read<State>): Read<State> {
  const compile = (inner: Expr) => compileExpression(inner, bind)
  switch (expression.kind) {
    case 'constant': {
      const { value } = expression
      return () => value
    }
    case 'reading':
      return bind(expression.reference)
    case 'negative': {
      const of = numberOf(compile(expression.of))
      return (state) => {
        const value = of(state)
        return value === undefined ? undefined : 0 - value
      }
    }
    case 'not': {
      const of = compile(expression.of)
      return (state) => {
        const value = of(state)
        return typeof value === 'boolean' ? !value : undefined
      }
    }
    case 'arithmetic':
      return compileArithmetic(expression.op, numberOf(compile(expression.left)), numberOf(compile(expression.right)))
    case 'comparison': {
      const [left, right] = [compile(expression.left), compile(expression.right)]
      const holds = COMPARE[expression.op]
      return (state) => {
        const order = compare(left(state), right(state))
        return order === undefined ? undefined : holds(order)
      }
    }
    case 'in': {
      const of = compile(expression.of)
      const { list } = expression
      return (state) => {
        const value = of(state)
        return value === undefined ? undefined : list.some((constant) => compare(value, constant) === 0)
      }
    }
    case 'if':
      return compileIf(compile(expression.when), compile(expression.result), compile(expression.otherwise))
    case 'and':
      return compileChain(expression.of.map(compile), false)
    case 'or':
      return compileChain(expression.of.map(compile), true)
    case 'count':
      return compileCount(expression.of.map(compile))
    default:
      return compileExtreme(expression.of.map(compile).map(numberOf), expression.kind === 'min')
  }
}

/** The value of an expression, once. */
export function evaluateExpression(expression: Expr, read: (reference: Reference) => Value): Value {
  return compileExpression<undefined>(expression, (reference) => () => read(reference))(undefined)
}

/** Only a finite number counts as one. */
function numberOf<State>(read: Read<State>): (state: State) => number | undefined {
  return (state) => {
    const value = read(state)
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined
  }
}

function compileArithmetic<State>(
  op: Arithmetic,
  left: (state: State) => number | undefined,
  right: (state: State) => number | undefined,
): Read<State> {
  const apply = ARITHMETIC[op]
  return (state) => {
    const a = left(state)
    const b = right(state)
    if (a === undefined || b === undefined) return undefined
    const value = apply(a, b)
    return Number.isFinite(value) ? value : undefined
  }
}

const ARITHMETIC: Record<Arithmetic, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  // What settles to zero is zero: noise must not turn into a huge number.
  '/': (a, b) => (settle(b) === 0 ? Number.NaN : a / b),
}

const COMPARE: Record<Comparison, (order: number) => boolean> = {
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
}

/** Below 0, 0 or above 0; undefined where two values cannot be compared. */
function compare(left: Value, right: Value): number | undefined {
  if (typeof left === 'number' && typeof right === 'number') return settle(left) - settle(right)
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right)
  return undefined
}

function compileIf<State>(when: Read<State>, result: Read<State>, otherwise: Read<State>): Read<State> {
  return (state) => {
    const chosen = when(state)
    if (chosen === true) return result(state)
    if (chosen === false) return otherwise(state)
    const value = result(state)
    return compare(value, otherwise(state)) === 0 ? value : undefined
  }
}

/** `decisive` is the value that one part alone gives to the whole: false for `and`, true for `or`. */
function compileChain<State>(parts: readonly Read<State>[], decisive: boolean): Read<State> {
  return (state) => {
    let open = false
    for (const part of parts) {
      const value = part(state)
      if (value === decisive) return decisive
      if (typeof value !== 'boolean') open = true
    }
    return open ? undefined : !decisive
  }
}

function compileCount<State>(parts: readonly Read<State>[]): Read<State> {
  return (state) => {
    let count = 0
    for (const part of parts) {
      const value = part(state)
      if (typeof value !== 'boolean') return undefined
      if (value) count++
    }
    return count
  }
}

function compileExtreme<State>(parts: readonly ((state: State) => number | undefined)[], least: boolean): Read<State> {
  return (state) => {
    let extreme: number | undefined
    for (const part of parts) {
      const value = part(state)
      if (value === undefined) return undefined
      if (extreme === undefined || (least ? value < extreme : value > extreme)) extreme = value
    }
    return extreme
  }
}
