import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import type { PrintJob, PrintReply } from './messages.ts'

const TEMPLATES = path.resolve(import.meta.dirname, '../templates')

/**
 * Only the weights the templates use. EB Garamond sets the words beside the emblem of the European Union: a Garamond
 * is one of the typefaces that the rules on the emblem allow, and this one is free (docs/decisions/0016).
 */
const FONTS = [
  '@expo-google-fonts/eb-garamond/500Medium/EBGaramond_500Medium.ttf',
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
]

export type Compiler = { print(job: PrintJob): PrintReply }

/** Loads the fonts and the compiler: 51 MB of native code, so only a printing process calls it. */
export function createCompiler(): Compiler {
  const { resolve } = createRequire(import.meta.url)
  const compiler = NodeCompiler.create({
    // The compiler can read what is in its folder, so it is given one with templates only.
    workspace: TEMPLATES,
    fontArgs: [{ fontBlobs: FONTS.map((font) => readFileSync(resolve(font))) }],
  })
  return { print: (job) => print(compiler, job) }
}

function print(compiler: NodeCompiler, { template, inputs, files, standard }: PrintJob): PrintReply {
  for (const { path: file, content } of files) compiler.mapShadow(path.join(TEMPLATES, file), Buffer.from(content))
  try {
    const compiled = compiler.compile({ mainFilePath: path.join(TEMPLATES, template), inputs, resetRead: true })
    const document = compiled.result
    // A font that is missing is only a warning, and would be replaced in silence: a warning fails the job too.
    const diagnostics = compiled.takeDiagnostics() ?? compiled.takeWarnings()
    if (!document || diagnostics) return { ok: false, reason: reasonsOf(compiler, diagnostics) }
    const pdf = compiler.pdf(document, { pdfStandard: standard })
    return { ok: true, pdf, pages: document.numOfPages }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  } finally {
    for (const { path: file } of files) compiler.unmapShadow(path.join(TEMPLATES, file))
    compiler.evictCache(0)
  }
}

function reasonsOf(compiler: NodeCompiler, error: NodeError | null): string {
  if (!error) return 'no document'
  const diagnostics: unknown[] = compiler.fetchDiagnostics(error)
  return JSON.stringify(diagnostics.length > 0 ? diagnostics : error.shortDiagnostics)
}
