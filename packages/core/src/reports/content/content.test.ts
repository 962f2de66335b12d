import { describe, expect, test } from 'vitest'
import { compileModel } from '../../assessments/scoring.ts'
import { staircase } from '../../figures/staircase.ts'
import { testModel } from '../../models/test-model.ts'
import { type ReportMaterial, readyKinds, reportData } from '../rules.ts'
import type { ReportKind } from '../schema.ts'
import { testMaterial } from '../test-report.ts'
import { reportContent } from './content.ts'
import { type Block, ReportContent } from './schema.ts'

const DIMENSIONS = ['flow', 'tools', 'people', 'waste', 'energy', 'leading']
const compiled = compileModel(testModel(DIMENSIONS))
const modelOf = () => compiled.model

function contentOf(kind: ReportKind, material: ReportMaterial, language: 'sv' | 'en' = 'sv'): ReportContent {
  const decision = reportData(material, kind)
  if (!decision.ok) throw new Error(decision.problem)
  return ReportContent.parse(reportContent(decision.value, modelOf, language))
}

const blocksOf = (content: ReportContent) => content.sections.flatMap(({ blocks }) => blocks)
const section = (content: ReportContent, id: string) => content.sections.find((one) => one.id === id)!
const tables = (blocks: readonly Block[]) => blocks.filter((block) => block.kind === 'table')

describe('which reports can be made', () => {
  const full = testMaterial([compiled], 'full')

  test('none while nothing is measured', () => {
    const material = { ...full, ladders: [] }
    expect(readyKinds(material)).toEqual([])
    expect(reportData(material, 'baseline')).toMatchObject({ ok: false, problem: 'report-not-ready' })
  })

  test('a follow-up needs a second measurement, a plan something planned', () => {
    expect(readyKinds(testMaterial([compiled], 'short'))).toEqual(['baseline'])
    expect(readyKinds(full)).toEqual(['baseline', 'plan', 'follow-up'])
    const proposed = full.plan.actions.map((action) => ({ ...action, status: 'proposed' as const }))
    const ladders = full.ladders.map((ladder) => ({ ...ladder, targets: [] }))
    const unplanned = { ...full, ladders, plan: { goals: [], actions: proposed, lastCheck: null } }
    expect(readyKinds(unplanned)).toEqual(['baseline', 'follow-up'])
  })

  test('the baseline report tells of the first measurement and of nothing that came later', () => {
    const decision = reportData(full, 'baseline')
    if (!decision.ok) throw new Error(decision.problem)
    expect(decision.value.ladders[0]!.measurements).toEqual([full.ladders[0]!.measurements[0]])
    expect(decision.value.keyFigures.flatMap(({ values }) => values.map(({ quality }) => quality))).toEqual(
      ['baseline', 'baseline'].slice(0, decision.value.keyFigures.length),
    )
    expect(blocksOf(contentOf('baseline', full)).some((block) => block.kind === 'strip')).toBe(false)
  })
})

describe('what the report says', () => {
  const full = testMaterial([compiled], 'full')

  test('has the sections of its kind, in order', () => {
    const ids = (kind: ReportKind) => contentOf(kind, full).sections.map(({ id }) => id)
    expect(ids('baseline')).toEqual(['summary', 'standing', 'key-figures', 'method'])
    expect(ids('follow-up')).toEqual(['summary', 'change', 'standing', 'target', 'plan', 'key-figures', 'method'])
  })

  test('leaves out a section with nothing to tell', () => {
    const bare = { ...full, keyFigures: [], plan: { goals: [], actions: [], lastCheck: null } }
    const ids = contentOf('plan', bare).sections.map(({ id }) => id)
    expect(ids).toEqual(['summary', 'standing', 'target', 'method'])
  })

  test('says the same in both languages, block by block', () => {
    const [sv, en] = [contentOf('follow-up', full, 'sv'), contentOf('follow-up', full, 'en')]
    const shape = (content: ReportContent) =>
      blocksOf(content).map((block) =>
        block.kind === 'table' ? [block.columns.length, block.rows.length] : block.kind,
      )
    expect(shape(en)).toEqual(shape(sv))
    const words = (content: ReportContent) => content.sections.map(({ title }) => title)
    expect(words(en).filter((title) => words(sv).includes(title))).toEqual([])
  })

  test('every row of a table has a cell for each column', () => {
    for (const table of tables(blocksOf(contentOf('follow-up', full)))) {
      for (const row of table.rows) expect(row.length, table.caption).toBe(table.columns.length)
    }
  })

  test('shows the level the coach found, with the own assessment beside it', () => {
    const content = contentOf('baseline', full)
    const [table] = tables(section(content, 'standing').blocks)
    const { result } = full.ladders[0]!.measurements[0]!
    table!.rows.forEach((row, at) => {
      const score = result.coach.dimensions[at]!
      const self = result.self!.dimensions[at]!
      expect(row[2]!.text.startsWith(`${score.level} `)).toBe(true)
      expect(row[1]!.text).toBe(String(self.level))
    })
  })

  test('counts the climbed dimensions as the comparison does, and lists what was done for them', () => {
    const { blocks } = section(contentOf('follow-up', full), 'change')
    const [first, newest] = full.ladders[0]!.measurements
    const climbed = newest!.result.coach.dimensions.filter(
      ({ dimension, level }) => level! > first!.result.levels[dimension]!,
    ).length
    expect(climbed).toBeGreaterThan(0)
    expect(JSON.stringify(blocks)).toContain(`${climbed} av 6 delområden`)
    expect(tables(blocks)[0]!.rows[0]![4]!.items).toEqual([
      `${full.ladders[0]!.doneActions[0]!.title} (${full.ladders[0]!.doneActions[0]!.doneOn})`,
    ])
  })

  test('prints its honest limits under the comparison', () => {
    const { blocks } = section(contentOf('follow-up', full), 'change')
    const told = blocks.flatMap((block) => (block.kind === 'limits' ? block.items : [])).join(' ')
    for (const part of ['Samma person', '2 av de 3', 'version 1.0.0', 'Täckning', 'inte varför']) {
      expect(told).toContain(part)
    }
  })

  test('tells when another coach or other people measured the second time', () => {
    const ladder = full.ladders[0]!
    const [first, newest] = ladder.measurements
    const measurements = [first!, { ...newest!, submittedBy: 'Någon Annan' }]
    const other = { ...full, ladders: [{ ...ladder, measurements, people: { first: 2, newest: 3, both: 0 } }] }
    const told = JSON.stringify(section(contentOf('follow-up', other), 'change').blocks)
    expect(told).toContain('Olika personer')
    expect(told).toContain('Ingen av dem som svarade senast')
  })

  test('never calls an estimate verified', () => {
    const { blocks } = section(contentOf('follow-up', full), 'key-figures')
    const lines = blocks.find((block) => block.kind === 'lines')!
    for (const { points } of lines.charts) {
      for (const { verified, quality } of points) expect(verified).toBe(quality === 'verifierat')
    }
  })

  test.each(['baseline', 'plan', 'follow-up'] as const)(
    'a %s names every session that passed the gate before advice, with who and why',
    (kind) => {
      const exceptions = [{ heldOn: full.madeOn, reason: 'Beslutet kom muntligt', by: 'Ingrid Ekhamre' }]
      const told = JSON.stringify(section(contentOf(kind, { ...full, exceptions }), 'method').blocks)
      expect(told).toContain('efter beslut av Ingrid Ekhamre: Beslutet kom muntligt')
      expect(JSON.stringify(contentOf(kind, full))).not.toContain('innan stödet var klart')
    },
  )

  test('draws every staircase it holds, with a text for those who cannot see it', () => {
    for (const block of blocksOf(contentOf('follow-up', full))) {
      if (block.kind !== 'staircase') continue
      const figure = staircase({ ...block, language: 'sv' })
      expect(figure.description).toContain(`steg ${block.standing.coach}`)
    }
  })

  test('the same material gives the same content', () => {
    expect(contentOf('plan', testMaterial([compiled], 'long'))).toEqual(
      contentOf('plan', testMaterial([compiled], 'long')),
    )
  })
})

describe('who pays', () => {
  const full = testMaterial([compiled], 'full')

  test('money of the Union is named in the words of the regulation, in both languages', () => {
    expect(contentOf('plan', full).cover.funding.eu).toBe('Medfinansieras av Europeiska unionen')
    expect(contentOf('plan', full, 'en').cover.funding.eu).toBe('Co-funded by the European Union')
    const alone = { ...full, funders: full.funders.filter(({ kind }) => kind === 'eu') }
    expect(contentOf('plan', alone).cover.funding.eu).toBe('Finansieras av Europeiska unionen')
  })

  test('without it there is no emblem', () => {
    const national = { ...full, funders: full.funders.filter(({ kind }) => kind !== 'eu') }
    expect(contentOf('plan', national).cover.funding).toMatchObject({ eu: null, others: { length: 3 } })
  })
})
