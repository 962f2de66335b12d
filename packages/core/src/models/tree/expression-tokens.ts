import type { Fillings } from '../fill-text.ts'
import type { ExpressionFault } from './expression-faults.ts'

/** The smallest parts of an expression. The text of a code is without its quotation marks. */
export type Token = { kind: 'number' | 'code' | 'word' | 'sign' | 'end'; text: string; at: number }

type Tokens = { ok: true; tokens: Token[] } | { ok: false; at: number; code: ExpressionFault; details: Fillings }

/** A hyphen inside a word belongs to the word: ids are kebab-case. */
const PATTERNS: readonly [Token['kind'], RegExp][] = [
  ['number', /\d+(?:\.\d+)?/y],
  ['word', /[a-z][a-z0-9]*(?:-[a-z0-9]+)*/y],
  ['sign', /!=|<=|>=|[=<>+\-*/(),]/y],
  ['code', /"[^"]*"/y],
]

/** How other languages write what is written in another way here. */
const FOREIGN: Readonly<Record<string, string>> = {
  '==': '=',
  '===': '=',
  '<>': '!=',
  '!==': '!=',
  '&&': 'and',
  '||': 'or',
  '!': 'not',
  "'": '"',
  '“': '"',
  '”': '"',
}
const FOREIGN_SIGN = /===?|<>|!==|&&|\|\||!(?!=)|['“”]/y

/** Whole numbers up to here are exact. */
const MOST = 1e15

export function tokensOf(source: string): Tokens {
  const tokens: Token[] = []
  let at = 0
  while (at < source.length) {
    if (/\s/.test(source[at]!)) {
      at++
      continue
    }
    FOREIGN_SIGN.lastIndex = at
    const foreign = FOREIGN_SIGN.exec(source)?.[0]
    if (foreign !== undefined) {
      return { ok: false, at, code: 'expression-foreign', details: { found: foreign, instead: FOREIGN[foreign]! } }
    }
    const token = tokenAt(source, at)
    if (!token) return unreadable(source, at)
    const end = at + token.text.length
    if (token.kind === 'number' && (Number(token.text) > MOST || /[a-z0-9.]/i.test(source[end] ?? ''))) {
      return { ok: false, at, code: 'expression-number', details: { limit: '10^15' } }
    }
    tokens.push(token.kind === 'code' ? { ...token, text: token.text.slice(1, -1) } : token)
    at = end
  }
  tokens.push({ kind: 'end', text: '', at })
  return { ok: true, tokens }
}

function tokenAt(source: string, at: number): Token | undefined {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at
    const found = pattern.exec(source)
    if (found) return { kind, text: found[0], at }
  }
  return undefined
}

function unreadable(source: string, at: number): Tokens {
  if (source[at] === '"') return { ok: false, at, code: 'expression-open-code', details: {} }
  const found = String.fromCodePoint(source.codePointAt(at)!)
  return { ok: false, at, code: 'expression-character', details: { found } }
}
