import { afterEach, expect, test } from 'vitest'
import type { PrintJob } from './messages.ts'
import { createPrinter, type Printer, type PrinterOptions } from './printer.ts'

const printers: Printer[] = []
function printerWith(options: Partial<PrinterOptions>): Printer {
  const printer = createPrinter(options)
  printers.push(printer)
  return printer
}
afterEach(() => Promise.all(printers.splice(0).map((printer) => printer.stop())))

/** A template brought along in the job: small, and wrong in the ways a test needs. */
function job(source: string): PrintJob {
  const files = [{ path: 'test.typ', content: Buffer.from(source) }]
  return { template: 'test.typ', inputs: {}, files, standard: 'a-3a' }
}
const GOOD = job(
  '#set document(title: "x", date: datetime(year: 2026, month: 11, day: 23))\n#set text(font: "Source Sans 3")\nHej',
)

test('sets several documents at once, each its own', async () => {
  const printer = printerWith({ processes: 2 })
  const printed = await Promise.all([GOOD, GOOD, GOOD, GOOD].map((each) => printer.print(each)))
  for (const { pdf, pages } of printed) {
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pages).toBe(1)
  }
})

test('fails on a font that is not there, which would be replaced in silence', async () => {
  const unknownFont = job('#set text(font: "No Such Font")\nHej')
  await expect(printerWith({ processes: 1 }).print(unknownFont)).rejects.toThrow(/font/)
})

test('fails on a template with an error, and sets the next document', async () => {
  const printer = printerWith({ processes: 1 })
  await expect(printer.print(job('#panic("no")'))).rejects.toThrow(/no/)
  expect((await printer.print(GOOD)).pages).toBe(1)
})

test('reads nothing outside its folder', async () => {
  const outside = job('#read("../../../package.json")')
  await expect(printerWith({ processes: 1 }).print(outside)).rejects.toThrow(/denied|outside|escape/i)
})

test('ends a process that takes too long, and sets the next document in a new one', async () => {
  const printer = printerWith({ processes: 1, timeLimitMs: 700 })
  // Calls are remembered by their arguments, so every one has its own.
  const endless = job('#let f(n, way) = if n == 0 { 0 } else { f(n - 1, way + "a") + f(n - 1, way + "b") }\n#f(40, "")')
  await expect(printer.print(endless)).rejects.toThrow('took too long')
  expect((await printerWith({ processes: 1 }).print(GOOD)).pages).toBe(1)
})

test('goes on after its process has been replaced', async () => {
  const printer = printerWith({ processes: 1, documentsEach: 1 })
  for (let n = 0; n < 3; n++) expect((await printer.print(GOOD)).pages).toBe(1)
})

test('what waits when it stops fails at once', async () => {
  const printer = printerWith({ processes: 1 })
  const waiting = [printer.print(GOOD), printer.print(GOOD)].map((each) => expect(each).rejects.toThrow('stopped'))
  await printer.stop()
  await Promise.all(waiting)
  await expect(printer.print(GOOD)).rejects.toThrow('stopped')
})
