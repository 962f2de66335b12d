import type { Constant, Expr, Reference } from './expression.ts'

/** How tightly each kind binds; a part that binds less than its place needs parentheses. */
const TIGHTNESS = { if: 0, or: 1, and: 2, truth: 3, sum: 4, product: 5, sign: 6 } as const

/** The expression in its one canonical writing; parsing it gives the same expression, but for places. */
export function printExpression(expression: Expr): string {
  return print(expression, TIGHTNESS.if)
}

function print(expression: Expr, place: number): string {
  const text = written(expression)
  return tightnessOf(expression) < place ? `(${text})` : text
}

function written(expression: Expr): string {
  switch (expression.kind) {
    case 'constant':
      return constant(expression.value)
    case 'reading':
      return reading(expression.reference)
    case 'negative':
      return `-${print(expression.of, TIGHTNESS.sign)}`
    case 'arithmetic': {
      const tightness = tightnessOf(expression)
      return `${print(expression.left, tightness)} ${expression.op} ${print(expression.right, tightness + 1)}`
    }
    case 'comparison':
      return `${print(expression.left, TIGHTNESS.sum)} ${expression.op} ${print(expression.right, TIGHTNESS.sum)}`
    case 'in':
      return `${print(expression.of, TIGHTNESS.sum)} in (${expression.list.map(constant).join(', ')})`
    case 'not':
      return `not ${print(expression.of, TIGHTNESS.truth)}`
    case 'and':
      return expression.of.map((part) => print(part, TIGHTNESS.and + 1)).join(' and ')
    case 'or':
      return expression.of.map((part) => print(part, TIGHTNESS.or + 1)).join(' or ')
    case 'if': {
      const [when, result, otherwise] = [expression.when, expression.result, expression.otherwise].map((part) =>
        print(part, TIGHTNESS.if),
      )
      return `if ${when} then ${result} else ${otherwise}`
    }
    default:
      return `${expression.kind}(${expression.of.map((part) => print(part, TIGHTNESS.if)).join(', ')})`
  }
}

function tightnessOf(expression: Expr): number {
  switch (expression.kind) {
    case 'if':
    case 'or':
    case 'and':
      return TIGHTNESS[expression.kind]
    case 'not':
    case 'comparison':
    case 'in':
      return TIGHTNESS.truth
    case 'arithmetic':
      return expression.op === '+' || expression.op === '-' ? TIGHTNESS.sum : TIGHTNESS.product
    default:
      return TIGHTNESS.sign
  }
}

function constant(value: Constant): string {
  return typeof value === 'string' ? `"${value}"` : typeof value === 'number' ? plainNumber(value) : String(value)
}

/** Without the exponent small numbers print with: 1e-7 is 0.0000001. */
function plainNumber(value: number): string {
  const [digits, exponent] = String(value).split('e-')
  if (exponent === undefined) return String(value)
  const sign = value < 0 ? '-' : ''
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${digits!.replace(/[-.]/g, '')}`
}

function reading(reference: Reference): string {
  if (reference.read === 'name') return reference.id
  if (reference.read === 'chosen') return `chosen(${reference.id}, ${reference.option})`
  return `${reference.read}(${reference.id})`
}
