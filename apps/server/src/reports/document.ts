import { lineChart } from '@stegvis/core/figures/line.ts'
import { radar } from '@stegvis/core/figures/radar.ts'
import type { Figure } from '@stegvis/core/figures/shapes.ts'
import { staircase } from '@stegvis/core/figures/staircase.ts'
import { staircaseStrip } from '@stegvis/core/figures/strip.ts'
import { toSvg } from '@stegvis/core/figures/svg.ts'
import { printTheme } from '@stegvis/core/figures/theme.ts'
import type { Language } from '@stegvis/core/kernel/text.ts'
import type { Block, ReportContent, StepCard } from '@stegvis/core/reports/content/schema.ts'
import { smallStairs } from '@stegvis/core/reports/content/small-stairs.ts'
import { wordingIn } from '@stegvis/core/reports/content/wording.ts'
import type { ReportData } from '@stegvis/core/reports/schema.ts'
import { fundingMarks, type Logo } from './marks.ts'
import type { PrintJob } from './typst/messages.ts'

/** What the template is given to set the report: its content with the figures drawn, and the data to attach. */
export function printJob(
  content: ReportContent,
  data: ReportData,
  logos: readonly Logo[],
  standard: PrintJob['standard'] = 'a-3a',
): PrintJob {
  const { language, cover } = content
  const { files, funding, emblem, logo } = fundingMarks(cover.funding, logos)
  const report = {
    ...content,
    cover: { ...cover, cards: cover.cards.map(drawnCard), funding },
    sections: content.sections.map((section) => ({
      ...section,
      // Headings follow each other without a gap: under a ladder's own they are one level further down.
      depth: section.blocks.some(({ kind }) => kind === 'area') ? 3 : 2,
      blocks: section.blocks.map((block) => drawn(block, language)),
    })),
    emblem,
    logo,
  }
  return {
    template: 'report.typ',
    inputs: { report: JSON.stringify(report), data: JSON.stringify(data, null, 2) },
    files,
    standard,
  }
}

type Drawing = { svg: string; alt: string }

function drawing(figure: Figure, accent: number): Drawing {
  return { svg: toSvg(figure, printTheme(accent)), alt: `${figure.title}. ${figure.description}` }
}

const colourOf = (accent: number) => printTheme(accent).accent

const drawnCard = (card: StepCard) => ({ ...card, ...drawing(smallStairs(card), card.accent) })

/** The block as it came, or with its picture in place of what the picture is drawn from. */
function drawn(block: Block, language: Language) {
  switch (block.kind) {
    case 'area':
      return { ...block, colour: colourOf(block.accent) }
    case 'steps':
      return { kind: block.kind, cards: block.cards.map(drawnCard) }
    case 'staircase':
      return {
        kind: 'picture',
        caption: block.caption,
        width: 100,
        ...drawing(staircase({ ...block, language }), block.accent),
      }
    case 'strip':
      return {
        kind: 'picture',
        caption: block.caption,
        width: 100,
        ...drawing(staircaseStrip({ ...block, language }), block.accent),
      }
    case 'radar':
      return {
        kind: 'picture',
        caption: block.caption,
        width: 72,
        ...drawing(radar({ ...block, language }), block.accent),
      }
    case 'lines':
      return { kind: block.kind, charts: block.charts.map((chart) => drawnChart(chart, language)) }
    default:
      return block
  }
}

type Chart = Extract<Block, { kind: 'lines' }>['charts'][number]

function drawnChart(chart: Chart, language: Language) {
  const { number } = wordingIn(language)
  const figure = lineChart({
    ...chart,
    target: null,
    language,
    number: (value) => number(value, Number.isInteger(value) ? 0 : chart.decimals),
    width: 340,
  })
  return { caption: chart.caption, ...drawing(figure, chart.accent) }
}
