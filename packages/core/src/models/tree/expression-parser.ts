import type { Fillings } from '../fill-text.ts'
import type { Arithmetic, Comparison, Constant, Expr, Reference } from './expression.ts'
import { type ExpressionFault, WORDS } from './expression-faults.ts'
import { type Token, tokensOf } from './expression-tokens.ts'
import { TREE_LIMITS } from './schema-words.ts'

const COMPARISONS: readonly Comparison[] = ['=', '!=', '<', '<=', '>', '>=']

/** How deep parentheses, functions, `not` and `if` may lie in each other. */
const DEPTH = 32

const READINGS = ['fact', 'answer', 'answered', 'value', 'share', 'level', 'previous'] as const
const FUNCTIONS = ['min', 'max', 'count'] as const

/** Leaves the parser from any depth; `parseExpression` makes it a value. */
export class Fault extends Error {
  readonly at: number
  readonly code: ExpressionFault
  readonly details: Fillings
  constructor(at: number, code: ExpressionFault, details: Fillings = {}) {
    super(code)
    this.at = at
    this.code = code
    this.details = details
  }
}

/** By recursive descent, one method for each line of the grammar in `expression.ts`. */
export class Parser {
  private readonly tokens: readonly Token[]
  private readonly names: readonly string[]
  private next = 0
  private depth = 0
  private terms = 0

  constructor(source: string, names: readonly string[]) {
    const limit = TREE_LIMITS.expressionCharacters
    if (source.length > limit) throw new Fault(limit, 'expression-too-long', { limit })
    const read = tokensOf(source)
    if (!read.ok) throw new Fault(read.at, read.code, read.details)
    this.tokens = read.tokens
    this.names = names
  }

  parse(): Expr {
    const expression = this.expression()
    if (this.token.kind !== 'end') throw this.unexpected(WORDS.end)
    return expression
  }

  private get token(): Token {
    return this.tokens[this.next]!
  }

  private expression(): Expr {
    const { at } = this.token
    if (!this.takes('if')) return this.chain('or', () => this.chain('and', () => this.truth()))
    return this.deeper(at, () => {
      const when = this.expression()
      this.demand('then')
      const result = this.expression()
      this.demand('else')
      return this.term({ at, kind: 'if', when, result, otherwise: this.expression() })
    })
  }

  private chain(kind: 'or' | 'and', part: () => Expr): Expr {
    const { at } = this.token
    const of = [part()]
    while (this.takes(kind)) of.push(part())
    return of.length === 1 ? of[0]! : this.term({ at, kind, of })
  }

  private truth(): Expr {
    const { at } = this.token
    if (this.takes('not')) return this.deeper(at, () => this.term({ at, kind: 'not', of: this.truth() }))
    const left = this.sum()
    if (this.takes('in')) return this.term({ at, kind: 'in', of: left, list: this.list() })
    const op = COMPARISONS.find((sign) => this.takes(sign))
    if (!op) return left
    const comparison = this.term({ at, kind: 'comparison', op, left, right: this.sum() })
    if (COMPARISONS.some((sign) => this.isAt(sign))) throw new Fault(this.token.at, 'expression-chained-comparison')
    return comparison
  }

  private sum(): Expr {
    return this.operation(['+', '-'], () => this.operation(['*', '/'], () => this.sign()))
  }

  private operation(ops: readonly Arithmetic[], part: () => Expr): Expr {
    const { at } = this.token
    let left = part()
    for (;;) {
      const op = ops.find((sign) => this.takes(sign))
      if (!op) return left
      left = this.term({ at, kind: 'arithmetic', op, left, right: part() })
    }
  }

  private sign(): Expr {
    const { at, kind } = this.token
    if (kind === 'number' || kind === 'code' || this.isAt('true') || this.isAt('false')) {
      return this.term({ at, kind: 'constant', value: this.constant() })
    }
    if (this.takes('-')) return this.deeper(at, () => this.negated(at, this.sign()))
    if (this.takes('(')) {
      return this.deeper(at, () => {
        const inner = this.expression()
        this.demand(')')
        return inner
      })
    }
    if (kind === 'word') return this.word()
    throw this.unexpected(WORDS.value)
  }

  private negated(at: number, of: Expr): Expr {
    if (of.kind === 'constant' && typeof of.value === 'number') return { at, kind: 'constant', value: 0 - of.value }
    return this.term({ at, kind: 'negative', of })
  }

  private word(): Expr {
    const { at, text } = this.token
    const reading = READINGS.find((name) => name === text)
    const called = FUNCTIONS.find((name) => name === text)
    if (!reading && !called && text !== 'chosen') {
      if (!this.names.includes(text)) throw this.unknownWord()
      this.next++
      return this.term({ at, kind: 'reading', reference: { read: 'name', id: text } })
    }
    this.next++
    this.demand('(')
    if (called) return this.call(at, called)
    const id = this.id()
    let reference: Reference
    if (reading) reference = { read: reading, id }
    else {
      this.demand(',')
      reference = { read: 'chosen', id, option: this.id() }
    }
    this.demand(')')
    return this.term({ at, kind: 'reading', reference })
  }

  private call(at: number, kind: (typeof FUNCTIONS)[number]): Expr {
    return this.deeper(at, () => {
      const of = [this.expression()]
      while (this.takes(',')) of.push(this.expression())
      this.demand(')')
      return this.term({ at, kind, of })
    })
  }

  private list(): Constant[] {
    this.demand('(')
    const list = [this.constant()]
    while (this.takes(',')) list.push(this.constant())
    this.demand(')')
    // Each counts as a term, so that long lists are bounded too.
    for (const _ of list) this.count()
    return list
  }

  private constant(): Constant {
    const negative = this.takes('-')
    const { kind, text } = this.token
    if (kind === 'number') {
      this.next++
      return negative ? 0 - Number(text) : Number(text)
    }
    if (negative) throw this.unexpected(WORDS.number)
    if (kind === 'code') {
      this.next++
      return text
    }
    if (this.takes('true')) return true
    if (this.takes('false')) return false
    throw this.unexpected(WORDS.constant)
  }

  /** Any word may be an id, those of the language included. */
  private id(): string {
    const { kind, text } = this.token
    if (kind !== 'word') throw this.unexpected(WORDS.id)
    this.next++
    return text
  }

  private isAt(text: string): boolean {
    const { token } = this
    return (token.kind === 'word' || token.kind === 'sign') && token.text === text
  }

  private takes(text: string): boolean {
    const taken = this.isAt(text)
    if (taken) this.next++
    return taken
  }

  private demand(text: string): void {
    if (!this.takes(text)) throw this.unexpected(text)
  }

  private term(expression: Expr): Expr {
    this.count()
    return expression
  }

  private count(): void {
    this.terms++
    const limit = TREE_LIMITS.expressionTerms
    if (this.terms > limit) throw new Fault(this.token.at, 'expression-too-many-terms', { limit })
  }

  private deeper(at: number, inner: () => Expr): Expr {
    if (++this.depth > DEPTH) throw new Fault(at, 'expression-too-deep', { limit: DEPTH })
    const expression = inner()
    this.depth--
    return expression
  }

  private unknownWord(): Fault {
    const allowed = [...READINGS, 'chosen', ...FUNCTIONS, ...this.names].join(', ')
    return new Fault(this.token.at, 'expression-unknown-word', { word: this.token.text, allowed })
  }

  private unexpected(expected: Fillings[string]): Fault {
    const { at, kind, text } = this.token
    if (kind === 'end') return new Fault(at, 'expression-ends-early', { expected })
    return new Fault(at, 'expression-unexpected', { expected, found: text })
  }
}
