import fs from 'node:fs'
import path from 'node:path'
import { parseSync } from 'oxc-parser'

export const ROOT = path.resolve(import.meta.dirname, '..')

const IGNORED = new Set(['node_modules', 'dist', 'data', 'test-results', 'playwright-report', 'results', '.git'])

/** Files below a folder of the clone, as paths from its root with forward slashes. */
export function listFiles(folder: string, name: RegExp): string[] {
  const entries = fs.readdirSync(path.join(ROOT, folder), { withFileTypes: true })
  return entries
    .filter((entry) => !IGNORED.has(entry.name))
    .flatMap((entry) => {
      const file = path.posix.join(folder, entry.name)
      if (entry.isDirectory()) return listFiles(file, name)
      return name.test(entry.name) ? [file] : []
    })
}

/** A node of the syntax tree. */
type Node = { type: string } & Record<string, unknown>

export type Source = {
  file: string
  /** what it imports or exports from, as written; `import()` with a fixed name too */
  imports: string[]
  /** `export * from`, or nothing but exports of other files */
  isBarrel: boolean
  /** globals it reads, as far as rules are about them: `Date`, `Math.random` */
  globals: string[]
}

export function readSource(file: string): Source {
  const text = fs.readFileSync(path.join(ROOT, file), 'utf8')
  const { program, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`)
  const [imports, globals] = [new Set<string>(), new Set<string>()]
  visit(program as unknown as Node, (node) => {
    const from = importedFrom(node)
    if (from !== undefined) imports.add(from)
    const global = globalOf(node)
    if (global !== undefined) globals.add(global)
  })
  const statements = program.body as unknown as Node[]
  const passesOn = (node: Node) =>
    node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && !!node.source)
  const isBarrel =
    statements.some(({ type }) => type === 'ExportAllDeclaration') ||
    (statements.length > 0 && statements.every(passesOn))
  return { file, imports: [...imports], isBarrel, globals: [...globals] }
}

const IMPORTING = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
])

function importedFrom(node: Node): string | undefined {
  if (!IMPORTING.has(node.type)) return undefined
  const source = node.source as { value?: unknown } | null | undefined
  return typeof source?.value === 'string' ? source.value : undefined
}

function globalOf(node: Node): string | undefined {
  if (node.type === 'NewExpression' || node.type === 'CallExpression') {
    return (node.callee as { name?: string }).name === 'Date' ? 'Date' : undefined
  }
  if (node.type !== 'MemberExpression') return undefined
  const object = (node.object as { name?: string }).name
  const property = (node.property as { name?: string }).name
  if (object === 'Date') return 'Date'
  return object === 'Math' && property === 'random' ? 'Math.random' : undefined
}

function visit(node: Node, see: (node: Node) => void): void {
  see(node)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child !== null && typeof child === 'object' && 'type' in child) visit(child as Node, see)
    }
  }
}
