import { reportContent } from '@stegvis/core/reports/content/content.ts'
import { reportData } from '@stegvis/core/reports/rules.ts'
import type { ReportData } from '@stegvis/core/reports/schema.ts'
import { testMaterial } from '@stegvis/core/reports/test-report.ts'
import { loadModels, type ModelLibrary } from '../apps/server/src/models/library.ts'
import { MODELS } from '../apps/server/src/paths.ts'
import { printJob } from '../apps/server/src/reports/document.ts'
import type { PrintJob } from '../apps/server/src/reports/typst/messages.ts'
import { createPrinter } from '../apps/server/src/reports/typst/printer.ts'
import { ms, percentile, printTable, ratio } from './table.ts'

const [COLD, WARM] = [5, 40]

/** From the data of a company to the bytes of its report, in one process; new words each time, so nothing is cached. */
export async function benchReport(): Promise<void> {
  const models = loadModels(MODELS)
  const data = dataFor(models)
  const empty = await timed(() => EMPTY)
  const report = await timed((round) => jobFor(models, data, round))
  const rows = [
    ['empty page', '1', ...cells(empty, empty)],
    ['report', String(report.pages), ...cells(report, empty)],
  ]
  printTable(
    `Report as PDF/A-3a, ms; cold is a new process, ${COLD} rounds, warm ${WARM}; ratio of the warm medians to an empty page`,
    ['document', 'pages', 'cold median', 'warm median', 'warm 95th', 'ratio'],
    rows,
  )
}

const EMPTY: PrintJob = {
  template: 'empty.typ',
  inputs: {},
  files: [
    {
      path: 'empty.typ',
      content: Buffer.from(
        '#set document(title: "x", date: datetime(year: 2026, month: 11, day: 23))\n#set text(font: "Source Sans 3")\nx',
      ),
    },
  ],
  standard: 'a-3a',
}

/** One ladder followed up, with a plan and key figures: ten pages. */
function dataFor(models: ModelLibrary): ReportData {
  const [model] = models.latest()
  const decision = reportData(testMaterial([models.get(model!.id, model!.version)], 'full'), 'follow-up')
  if (!decision.ok) throw new Error(decision.problem)
  return decision.value
}

function jobFor(models: ModelLibrary, data: ReportData, round: number): PrintJob {
  const company = { ...data.company, name: `${data.company.name} ${round}` }
  const content = reportContent({ ...data, company }, ({ id, version }) => models.get(id, version).model, 'sv')
  return printJob(content, data, [])
}

type Taken = { cold: number[]; warm: number[]; pages: number }

async function timed(jobOf: (round: number) => PrintJob): Promise<Taken> {
  const taken: Taken = { cold: [], warm: [], pages: 0 }
  const once = async (printer: ReturnType<typeof createPrinter>, round: number) => {
    const start = performance.now()
    taken.pages = (await printer.print(jobOf(round))).pages
    return performance.now() - start
  }
  for (let round = 0; round < COLD; round++) {
    const printer = createPrinter({ processes: 1 })
    taken.cold.push(await once(printer, round))
    await printer.stop()
  }
  const printer = createPrinter({ processes: 1 })
  await once(printer, COLD)
  for (let round = 0; round < WARM; round++) taken.warm.push(await once(printer, COLD + 1 + round))
  await printer.stop()
  return taken
}

function cells({ cold, warm }: Taken, empty: Taken): string[] {
  const median = percentile(warm, 0.5)
  return [
    ms(percentile(cold, 0.5)),
    ms(median),
    ms(percentile(warm, 0.95)),
    ratio(median / percentile(empty.warm, 0.5)),
  ]
}
