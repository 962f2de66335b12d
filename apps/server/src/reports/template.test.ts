import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Language } from '@stegvis/core/kernel/text.ts'
import { reportContent } from '@stegvis/core/reports/content/content.ts'
import { reportData } from '@stegvis/core/reports/rules.ts'
import { ReportData, type ReportKind } from '@stegvis/core/reports/schema.ts'
import { testMaterial } from '@stegvis/core/reports/test-report.ts'
import { afterAll, describe, expect, test } from 'vitest'
import { loadModels } from '../models/library.ts'
import { MODELS } from '../paths.ts'
import { printJob } from './document.ts'
import type { Logo } from './marks.ts'
import { modelOf } from './service.ts'
import { createCompiler } from './typst/compiler.ts'
import type { PrintJob } from './typst/messages.ts'

const models = loadModels(MODELS)
const compiled = models.latest().map(({ id, version }) => models.get(id, version))
const compiler = createCompiler()
const folder = mkdtempSync(path.join(tmpdir(), 'stegvis-report-'))
afterAll(() => rmSync(folder, { recursive: true }))

const SIZES = [
  ['short', 'baseline', 1],
  ['full', 'plan', 2],
  ['long', 'follow-up', 4],
] as const satisfies readonly (readonly ['short' | 'full' | 'long', ReportKind, number])[]
const LANGUAGES = ['sv', 'en'] as const

function dataOf(size: 'short' | 'full' | 'long', kind: ReportKind, ladders: number): ReportData {
  const decision = reportData(testMaterial(compiled.slice(0, ladders), size), kind)
  if (!decision.ok) throw new Error(decision.problem)
  return decision.value
}

function setReport(data: ReportData, language: Language, standard: PrintJob['standard'], logos: Logo[] = []) {
  const reply = compiler.print(printJob(reportContent(data, modelOf(models), language), data, logos, standard))
  if (!reply.ok) throw new Error(reply.reason)
  return Buffer.from(reply.pdf)
}

function keep(pdf: Buffer): string {
  const file = path.join(folder, `${createHash('sha1').update(pdf).digest('hex')}.pdf`)
  writeFileSync(file, pdf)
  return file
}

function has(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
const run = (program: string, ...given: string[]) =>
  execFileSync(program, given, { encoding: 'utf8', cwd: folder, maxBuffer: 1e8, stdio: 'pipe' })

describe.each(SIZES)('a %s %s report', (size, kind, ladders) => {
  test.each(LANGUAGES)('is accessible by PDF/UA-1, without a warning, in %s', (language) => {
    expect(setReport(dataOf(size, kind, ladders), language, 'ua-1').length).toBeGreaterThan(10_000)
  })

  test.each(LANGUAGES)('gives the same bytes twice, in %s', (language) => {
    const data = dataOf(size, kind, ladders)
    expect(setReport(data, language, 'a-3a').equals(setReport(data, language, 'a-3a'))).toBe(true)
  })
})

test('a mark of a funder is set, and one that no reader knows is left as its name', () => {
  const data = dataOf('short', 'baseline', 1)
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  const id = '01990000-0000-7000-8000-00000000abcd'
  const logo = (mediaType: string) => [{ id, mediaType, content: Buffer.from(pixel, 'base64') }]
  const funders = data.funders.map((funder, at) => (at === 1 ? { ...funder, logo: id as never } : funder))
  const [marked, unknown] = [logo('image/png'), logo('application/x-unknown')].map((logos) =>
    setReport({ ...data, funders }, 'sv', 'ua-1', logos),
  )
  expect(marked!.length).toBeGreaterThan(unknown!.length)
})

test('a text that looks like markup or code stays a text', () => {
  const data = dataOf('short', 'baseline', 1)
  const name = '#read("report.typ") $x$ *AB* <script> & Söner'
  const pdf = setReport({ ...data, company: { ...data.company, name } }, 'sv', 'ua-1')
  if (has('pdftotext'))
    expect(run('pdftotext', '-f', '1', '-l', '1', keep(pdf), '-').replace(/\s+/g, ' ')).toContain(name)
})

describe.runIf(has('pdfinfo'))('as other programs read it', () => {
  test.each(LANGUAGES)('has its structure, its language and its title, in %s', (language) => {
    const data = dataOf('full', 'plan', 2)
    const content = reportContent(data, modelOf(models), language)
    const file = keep(setReport(data, language, 'a-3a'))
    const info = run('pdfinfo', file)
    expect(info).toMatch(/Tagged:\s+yes/)
    expect(info).toContain(`${content.title} – ${data.company.name}`)
    const structure = run('pdfinfo', '-struct', file)
    for (const part of ['H1', 'H2', 'TOC', 'Figure', 'Caption', 'Table', 'THead', 'TH', 'LI']) {
      expect(structure, part).toMatch(new RegExp(`^\\s*${part}\\b`, 'm'))
    }
    expect(run('pdfinfo', '-meta', file)).toContain(language === 'sv' ? 'sv-SE' : 'en-GB')
    expect(run('pdfinfo', '-meta', file)).toMatch(/pdfaid:part>3<[\s\S]*pdfaid:conformance>A</)
  })

  test('is read aloud in its order, pictures in words', () => {
    const data = dataOf('short', 'baseline', 1)
    const content = reportContent(data, modelOf(models), 'sv')
    const file = keep(setReport(data, 'sv', 'a-3a'))
    const read = run('pdfinfo', '-struct-text', file)
    const places = content.sections.map(({ title }) => read.lastIndexOf(`"${title}"`))
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    const pictures = [...run('pdfinfo', '-struct', file).matchAll(/^\s*Figure\b/gm)]
    expect(pictures.length).toBeGreaterThan(3)
  })

  test('carries every font it uses, and no other than ours', () => {
    const fonts = run('pdffonts', keep(setReport(dataOf('long', 'follow-up', 4), 'sv', 'a-3a')))
      .split('\n')
      .slice(2)
    const used = fonts.filter((line) => line.trim() !== '')
    expect(used.length).toBeGreaterThan(2)
    for (const line of used) {
      expect(line).toMatch(/SourceSans3|EBGaramond/)
      // embedded, subset, with a map to letters
      expect(line).toMatch(/\byes\s+yes\s+yes\b/)
    }
  })

  test('carries the data it was made from', () => {
    const data = dataOf('full', 'plan', 2)
    const file = keep(setReport(data, 'en', 'a-3a'))
    expect(run('pdfdetach', '-list', file)).toContain('data.json')
    run('pdfdetach', '-save', '1', '-o', path.join(folder, 'data.json'), file)
    const attached: unknown = JSON.parse(readFileSync(path.join(folder, 'data.json'), 'utf8'))
    expect(ReportData.parse(attached)).toEqual(data)
  })

  test.runIf(has('qpdf'))('is a sound file', () => {
    const file = keep(setReport(dataOf('long', 'follow-up', 4), 'sv', 'a-3a'))
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found')
    expect(run('qpdf', '--qdf', '--object-streams=disable', file, '-').includes('/AFRelationship /Data')).toBe(true)
  })

  test('shows the emblem of the Union with its words, where it pays', () => {
    const data = dataOf('short', 'baseline', 1)
    const cover = (given: ReportData) => run('pdftotext', '-l', '1', keep(setReport(given, 'sv', 'a-3a')), '-')
    expect(cover(data).replace(/\s+/g, ' ')).toContain('Medfinansieras av Europeiska unionen')
    const national = { ...data, funders: data.funders.filter(({ kind }) => kind !== 'eu') }
    expect(cover(national).replace(/\s+/g, ' ')).not.toContain('Medfinansieras av Europeiska unionen')
  })
})
