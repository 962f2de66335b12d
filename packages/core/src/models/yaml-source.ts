import {
  Composer,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  Parser,
  visit,
  type YAMLError,
} from 'yaml'
import type { ModelErrorCode } from './errors.ts'
import type { Fillings } from './fill-text.ts'

/**
 * What a file may hold at most. Above any real model, and the largest tree that `TREE_LIMITS` allows; they keep a
 * hostile file from using up the machine.
 */
export const SOURCE_LIMITS = { characters: 4_000_000, tokens: 1_000_000, depth: 64, items: 5000 } as const

export type Path = readonly (string | number)[]
export type Position = { line: number; column: number }
export type SourceFault = { at: Position; code: ModelErrorCode; details?: Fillings }
/**
 * `locate` finds the value at a path or what is left of it, and in a text the character at an offset, where that
 * can be told; `locateKey` the key itself.
 */
export type Source = {
  data: unknown
  locate: (path: Path, offset?: number) => Position
  locateKey: (path: Path) => Position
}

type Token = ReturnType<Parser['next']> extends Generator<infer T> ? T : never
type Reading = { ok: true; source: Source } | { ok: false; faults: SourceFault[] }

/** Reads YAML 1.2 or JSON into plain data that remembers where each value stood. */
export function readSource(text: string): Reading {
  if (text.length > SOURCE_LIMITS.characters) {
    const details = { size: text.length, limit: SOURCE_LIMITS.characters }
    return { ok: false, faults: [{ at: { line: 1, column: 1 }, code: 'too-large', details }] }
  }
  const lines = new LineCounter()
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return line > 0 ? { line, column: col } : { line: 1, column: 1 }
  }
  const tokens = tokenize(text, lines)
  if (!tokens.ok) return { ok: false, faults: [{ at: at(tokens.offset), code: tokens.code, details: tokens.details }] }

  const options = { prettyErrors: false, resolveKnownTags: false, logLevel: 'silent' } as const
  const documents = [...new Composer(options).compose(tokens.tokens, true, text.length)]
  const [document, second] = documents as [Document.Parsed, Document.Parsed | undefined]
  const faults = [...document.errors, ...document.warnings].map((error) => syntaxFault(error, at))
  if (second) faults.push({ at: at(second.range[0]), code: 'several-documents' })
  faults.push(...aliasFaults(document, at))
  if (faults.length > 0) return { ok: false, faults }
  return { ok: true, source: locatable(document, text, at) }
}

/** Reads token by token, so that a file too deep or too long is left before it costs anything. */
function tokenize(
  text: string,
  lines: LineCounter,
): { ok: true; tokens: Token[] } | { ok: false; offset: number; code: 'too-deep' | 'too-many'; details: Fillings } {
  const parser = new Parser(lines.addNewLine)
  const tokens: Token[] = []
  let count = 0
  lines.addNewLine(0)
  for (const lexeme of new Lexer().lex(text)) {
    const offset = parser.offset
    tokens.push(...parser.next(lexeme))
    const top = parser.stack.at(-1)
    if (parser.stack.length > SOURCE_LIMITS.depth) {
      return { ok: false, offset, code: 'too-deep', details: { limit: SOURCE_LIMITS.depth } }
    }
    if (top && 'items' in top && top.items.length > SOURCE_LIMITS.items) {
      return { ok: false, offset, code: 'too-many', details: { limit: SOURCE_LIMITS.items } }
    }
    if (++count > SOURCE_LIMITS.tokens) {
      return { ok: false, offset, code: 'too-many', details: { limit: SOURCE_LIMITS.tokens } }
    }
  }
  tokens.push(...parser.end())
  return { ok: true, tokens }
}

function syntaxFault(error: YAMLError, at: (offset: number) => Position): SourceFault {
  const position = at(error.pos[0])
  if (error.code === 'DUPLICATE_KEY') return { at: position, code: 'duplicate-key' }
  return { at: position, code: 'syntax', details: { detail: error.message } }
}

function aliasFaults(document: Document.Parsed, at: (offset: number) => Position): SourceFault[] {
  const faults: SourceFault[] = []
  visit(document, {
    Node(_, node) {
      const isAnchored = 'anchor' in node && node.anchor !== undefined
      if (isAlias(node) || isAnchored) faults.push({ at: at(node.range?.[0] ?? 0), code: 'alias' })
    },
  })
  return faults
}

const keyOf = (pair: Pair): string => String(isNode(pair.key) ? pair.key.toJSON() : pair.key)

function locatable(document: Document.Parsed, text: string, at: (offset: number) => Position): Source {
  /** The value at `path`, or the nearest thing around it; with the pair that holds it. */
  const find = (path: Path): { node: Node | null; pair: Pair | null; complete: boolean } => {
    let node: Node | null = document.contents
    let pair: Pair | null = null
    for (const step of path) {
      const item: unknown = isSeq(node)
        ? node.items[Number(step)]
        : isMap(node)
          ? node.items.find((candidate) => keyOf(candidate) === String(step))
          : undefined
      if (item === undefined || item === null) return { node, pair, complete: false }
      pair = isPair(item) ? item : null
      const value: unknown = isPair(item) ? item.value : item
      if (!isNode(value)) return { node: null, pair, complete: true }
      node = value
    }
    return { node, pair, complete: true }
  }
  const start = (node: unknown) => (isNode(node) && node.range ? node.range[0] : undefined)
  return {
    data: isCollection(document.contents) ? document.toJS() : (document.contents?.toJSON() ?? null),
    locate: (path, offset = 0) => {
      const { node, pair, complete } = find(path)
      const inside =
        complete && node?.range && offset > 0 ? within(text.slice(node.range[0], node.range[1]), offset) : 0
      return at((start(node) ?? start(pair?.key) ?? 0) + inside)
    },
    locateKey: (path) => {
      const { node, pair, complete } = find(path)
      return at((complete ? start(pair?.key) : undefined) ?? start(node) ?? 0)
    },
  }
}

/** Where the character at `offset` of a text stands in what is written for it; 0 where lines are folded. */
function within(written: string, offset: number): number {
  if (written.includes('\n')) return 0
  const quote = written[0]
  if (quote !== '"' && quote !== "'") return offset
  let place = 1
  for (let read = 0; read < offset && place < written.length - 1; read++) {
    const sequence = quote === '"' ? /^\\(?:x.{2}|u.{4}|U.{8}|.)/ : /^''/
    place += sequence.exec(written.slice(place, place + 10))?.[0].length ?? 1
  }
  return place
}
