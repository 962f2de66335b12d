import { changeSinceBaseline, inPeriodOrder } from '../../indicators/rules.ts'
import type { KeyFigureChange } from '../../indicators/schema.ts'
import { QUALITY_NAMES } from '../../indicators/terms.ts'
import type { Language } from '../../kernel/text.ts'
import { cell, column, NOTHING, numbers } from '../content/blocks.ts'
import type { Scene } from '../content/scene.ts'
import type { Block, Cell } from '../content/schema.ts'
import type { Wording } from '../content/wording.ts'
import type { ReportKeyFigure, ReportValue } from '../schema.ts'

const TERMS = {
  sv: {
    intro: 'Nyckeltalen visar vad arbetet ger i siffror. De påverkar aldrig stegen.',
    table: 'Nyckeltal från starten till nu',
    columns: { figure: 'Nyckeltal', first: 'Start', latest: 'Senast', change: 'Ändring' },
    period: (p: { from: string; to: string; quality: string }) => `${p.from} till ${p.to}, ${p.quality}`,
    better: 'bättre',
    worse: 'sämre',
    same: 'oförändrat',
    share: (p: { share: string; direction: string }) => `${p.share}, ${p.direction}`,
    limits: 'Att tänka på när ni läser nyckeltalen',
    quality:
      'Ett verifierat värde har kontrollerats av utvecklaren och visas med fylld punkt. Övriga värden är företagets egna och visas med tom punkt.',
    adjusted: 'Inget värde är justerat för ändrad produktion eller väder.',
    sources: (text: string) => `Källor: ${text}.`,
  },
  en: {
    intro: 'The key figures show what the work achieves in numbers. They never affect the steps.',
    table: 'Key figures from the start until now',
    columns: { figure: 'Key figure', first: 'Start', latest: 'Latest', change: 'Change' },
    period: (p: { from: string; to: string; quality: string }) => `${p.from} to ${p.to}, ${p.quality}`,
    better: 'better',
    worse: 'worse',
    same: 'unchanged',
    share: (p: { share: string; direction: string }) => `${p.share}, ${p.direction}`,
    limits: 'To bear in mind when reading the key figures',
    quality:
      'A verified value has been checked by the coach and is shown with a filled point. Other values are the company’s own and are shown with a hollow one.',
    adjusted: 'No value is adjusted for changes in production or weather.',
    sources: (text: string) => `Sources: ${text}.`,
  },
} satisfies Record<Language, unknown>

export function keyFigures({ data, w }: Scene): Block[] {
  const figures = data.keyFigures
  if (figures.length === 0) return []
  const { columns, ...terms } = TERMS[w.language]
  const drawn = figures.filter(({ values }) => values.length > 1)
  return [
    { kind: 'lead', text: terms.intro },
    {
      kind: 'table',
      caption: terms.table,
      columns: [
        column(columns.figure, 4),
        numbers(columns.first, 3),
        numbers(columns.latest, 3),
        numbers(columns.change, 2),
      ],
      rows: figures.map((figure) => row(figure, w)),
    },
    ...(drawn.length > 0 ? [{ kind: 'lines' as const, charts: drawn.map((figure) => chart(figure, w)) }] : []),
    { kind: 'limits', title: terms.limits, items: limits(figures, w) },
  ]
}

function row(figure: ReportKeyFigure, w: Wording): Cell[] {
  const { name, unit, values, better, decimals } = figure
  const ordered = inPeriodOrder(values)
  const [first, latest] = [ordered.find(({ quality }) => quality === 'baseline') ?? ordered[0]!, ordered.at(-1)!]
  const change = changeSinceBaseline(values, better)
  return [
    cell(w.pick(name), w.pick(unit)),
    said(first, decimals, w),
    latest === first ? NOTHING : said(latest, decimals, w),
    change ? difference(change, decimals, w) : NOTHING,
  ]
}

function said({ amount, fromOn, toOn, quality }: ReportValue, decimals: number, w: Wording): Cell {
  const told = w.pick(QUALITY_NAMES[quality]).toLowerCase()
  return cell(w.number(amount, decimals), TERMS[w.language].period({ from: fromOn, to: toOn, quality: told }))
}

function difference({ difference: amount, share, direction }: KeyFigureChange, decimals: number, w: Wording): Cell {
  const terms = TERMS[w.language]
  if (direction === 'same') return cell(terms.same)
  const percent = share === null ? null : `${share > 0 ? '+' : ''}${w.percent(share)}`
  const note = percent ? terms.share({ share: percent, direction: terms[direction] }) : terms[direction]
  return cell(w.signed(amount, decimals), note)
}

function chart({ name, unit, decimals, accent, values }: ReportKeyFigure, w: Wording) {
  const title = w.pick(name)
  return {
    accent,
    caption: `${title}, ${w.pick(unit)}`,
    title,
    unit: w.pick(unit),
    decimals,
    points: inPeriodOrder(values).map(({ toOn, amount, quality }) => ({
      on: toOn,
      value: amount,
      verified: quality === 'verified',
      quality: w.pick(QUALITY_NAMES[quality]).toLowerCase(),
    })),
  }
}

function limits(figures: readonly ReportKeyFigure[], w: Wording): string[] {
  const terms = TERMS[w.language]
  const sources = new Set(figures.flatMap(({ values }) => values.map(({ source }) => source.trim()).filter(Boolean)))
  return [terms.quality, terms.adjusted, ...(sources.size > 0 ? [terms.sources(w.list([...sources]))] : [])]
}
