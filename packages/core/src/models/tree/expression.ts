import type { Fillings } from '../fill-text.ts'
import type { ExpressionFault } from './expression-faults.ts'
import { Fault, Parser } from './expression-parser.ts'

/**
 * The language of conditions and formulas in a tree model: total, without loops, and bounded by
 * `TREE_LIMITS`. `docs/tree-format.md` describes it; `expression-value.ts` says what an expression is worth.
 *
 * ```text
 * expression = "if" expression "then" expression "else" expression | any
 * any        = all { "or" all }
 * all        = truth { "and" truth }
 * truth      = "not" truth | sum [ ( "=" | "!=" | "<" | "<=" | ">" | ">=" ) sum | "in" "(" constant { "," constant } ")" ]
 * sum        = product { ( "+" | "-" ) product }
 * product    = sign { ( "*" | "/" ) sign }
 * sign       = "-" sign | constant | "(" expression ")" | reading | function | name
 * reading    = ( "fact" | "answer" | "answered" | "value" | "share" | "level" | "previous" ) "(" id ")" | "chosen" "(" id "," id ")"
 * function   = ( "min" | "max" | "count" ) "(" expression { "," expression } ")"
 * constant   = number | "-" number | code | "true" | "false"
 * ```
 */

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>='
export type Arithmetic = '+' | '-' | '*' | '/'
export type Constant = number | string | boolean

/** What an expression reads. `name` is a bare word, which only the formula of a ranking may use. */
export type Reference =
  | { read: 'fact' | 'answer' | 'answered' | 'value' | 'share' | 'level' | 'previous' | 'name'; id: string }
  | { read: 'chosen'; id: string; option: string }

/** `at` is the place in the source, counted from 0. */
export type Expr = { at: number } & (
  | { kind: 'constant'; value: Constant }
  | { kind: 'reading'; reference: Reference }
  | { kind: 'negative'; of: Expr }
  | { kind: 'arithmetic'; op: Arithmetic; left: Expr; right: Expr }
  | { kind: 'comparison'; op: Comparison; left: Expr; right: Expr }
  | { kind: 'in'; of: Expr; list: Constant[] }
  | { kind: 'not'; of: Expr }
  | { kind: 'and' | 'or' | 'min' | 'max' | 'count'; of: Expr[] }
  | { kind: 'if'; when: Expr; result: Expr; otherwise: Expr }
)

export type ParsedExpression =
  | { ok: true; expression: Expr }
  | { ok: false; at: number; code: ExpressionFault; details: Fillings }

/** `names` are the bare words that may be read. */
export function parseExpression(source: string, names: readonly string[] = []): ParsedExpression {
  try {
    return { ok: true, expression: new Parser(source, names).parse() }
  } catch (fault) {
    if (fault instanceof Fault) return { ok: false, at: fault.at, code: fault.code, details: fault.details }
    throw fault
  }
}

/** Everything the expression reads, in the order it stands there, with its place; repeated ones repeated. */
export function referencesOf(expression: Expr): (Reference & { at: number })[] {
  switch (expression.kind) {
    case 'constant':
      return []
    case 'reading':
      return [{ ...expression.reference, at: expression.at }]
    default:
      return partsOf(expression).flatMap(referencesOf)
  }
}

/** The expressions directly inside one. */
export function partsOf(expression: Expr): Expr[] {
  switch (expression.kind) {
    case 'constant':
    case 'reading':
      return []
    case 'negative':
    case 'not':
    case 'in':
      return [expression.of]
    case 'arithmetic':
    case 'comparison':
      return [expression.left, expression.right]
    case 'if':
      return [expression.when, expression.result, expression.otherwise]
    default:
      return expression.of
  }
}
