import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PaperData } from '@stegvis/core/aid/papers/material.ts'
import { PaperKind } from '@stegvis/core/aid/papers/schema.ts'
import { testPaper } from '@stegvis/core/aid/papers/test-papers.ts'
import { PAPER_TITLES } from '@stegvis/core/aid/papers/titles.ts'
import { SmeStatus } from '@stegvis/core/aid/size/schema.ts'
import type { Language } from '@stegvis/core/kernel/text.ts'
import { afterAll, describe, expect, test } from 'vitest'
import { createCompiler } from '../../reports/typst/compiler.ts'
import { paperFileName, paperJob } from './document.ts'

const compiler = createCompiler()
const folder = process.env.KEEP_PAPERS ?? mkdtempSync(path.join(tmpdir(), 'stegvis-paper-'))
afterAll(() => process.env.KEEP_PAPERS || rmSync(folder, { recursive: true }))

const STATUS = SmeStatus.parse(
  JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../../../../docs/sme-status-example.json'), 'utf8')),
)
const LANGUAGES = ['sv', 'en'] as const
const CASES = PaperKind.options.flatMap((kind) =>
  (['short', 'long'] as const).flatMap((size) => LANGUAGES.map((language) => ({ kind, size, language }))),
)

/** Set for PDF/UA-1, which refuses a missing title, a picture without words, and a heading level left out. */
function setPaper(data: PaperData, language: Language): Buffer {
  const reply = compiler.print(paperJob(data, language, []))
  if (!reply.ok) throw new Error(reply.reason)
  return Buffer.from(reply.pdf)
}

function keep(name: string, pdf: Buffer): string {
  const file = path.join(folder, `${name}.pdf`)
  writeFileSync(file, pdf)
  return file
}

const run = (program: string, ...given: string[]) =>
  execFileSync(program, given, { encoding: 'utf8', cwd: folder, maxBuffer: 1e8, stdio: 'pipe' })

function has(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
const read = (file: string) => run('pdftotext', '-layout', file, '-').replace(/\s+/g, ' ')

test.each(CASES)('a $size $kind in $language is accessible, and gives the same bytes twice', (given) => {
  const data = testPaper(given.kind, STATUS, given.size)
  const pdf = setPaper(data, given.language)
  expect(pdf.length).toBeGreaterThan(10_000)
  expect(setPaper(data, given.language).equals(pdf)).toBe(true)
})

test('a file name says what it is, whose and of when, and never whose number', () => {
  const data = testPaper('declaration', STATUS)
  expect(paperFileName(data, 'sv')).toBe('Försäkran-om-försumbart-stöd-Exempel-Mekaniska-AB-2026-11-23.pdf')
  const sole = { ...data, company: { ...data.company, name: 'Alm 811228-9874 / Firma' } }
  expect(paperFileName(sole, 'en')).toBe('Declaration-of-de-minimis-aid-Alm-811228-Firma-2026-11-23.pdf')
})

describe.runIf(has('pdfinfo'))('as other programs read it', () => {
  test.each(CASES)('a $size $kind in $language has title, language and structure', ({ kind, size, language }) => {
    const data = testPaper(kind, STATUS, size)
    const file = keep(`${kind}-${size}-${language}`, setPaper(data, language))
    const info = run('pdfinfo', file)
    expect(info).toMatch(/Tagged:\s+yes/)
    expect(info).toContain(`${PAPER_TITLES[kind][language]} – ${data.company.name}`)
    const meta = run('pdfinfo', '-meta', file)
    expect(meta).toMatch(/pdfuaid:part>1</)
    expect(meta).toContain(language === 'sv' ? 'sv-SE' : 'en-GB')
    expect(run('pdfinfo', '-struct', file)).toMatch(/^\s*H1\b/m)
    expect(read(file)).toContain(language === 'sv' ? 'Medfinansieras av' : 'Co-funded by')
  })

  test('the notice to the company names the regulation by its title and where it was published', () => {
    const text = read(keep('notice', setPaper(testPaper('aid-information', STATUS), 'sv')))
    expect(text).toContain('kommissionens förordning (EU) 2023/2831 av den 13 december 2023')
    expect(text).toContain('EUT L, 2023/2831, 15.12.2023')
    expect(text).toContain('250 000,50 kr')
    expect(text).toContain('22 321,47 euro')
    expect(text).toContain('10 december 2026')
    expect(text).toContain('Tillväxtverket')
    expect(text).toContain('senast den 12 januari 2027')
  })

  test('carries the data it was made from', () => {
    const data = testPaper('declaration', STATUS)
    const file = keep('attached', setPaper(data, 'sv'))
    run('pdfdetach', '-save', '1', '-o', path.join(folder, 'data.json'), file)
    expect(PaperData.parse(JSON.parse(readFileSync(path.join(folder, 'data.json'), 'utf8')))).toEqual(data)
  })
})
