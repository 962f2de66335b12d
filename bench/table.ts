/** Prints rows under headings, numbers to the right. */
export function printTable(title: string, headings: readonly string[], rows: ReadonlyArray<readonly string[]>): void {
  const widths = headings.map((heading, at) => Math.max(heading.length, ...rows.map((row) => row[at]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  ')
  console.log(`\n${title}\n${line(headings)}\n${widths.map((width) => '-'.repeat(width)).join('  ')}`)
  for (const row of rows) console.log(line(row))
}

/** The value that `share` of the sorted values are at or below. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** Milliseconds of each of `times` runs, after `warmUp` that do not count. */
export async function measure(times: number, run: () => Promise<unknown>, warmUp = 20): Promise<number[]> {
  for (let n = 0; n < warmUp; n++) await run()
  const taken: number[] = []
  for (let n = 0; n < times; n++) {
    const start = performance.now()
    await run()
    taken.push(performance.now() - start)
  }
  return taken
}

export const ms = (value: number): string => value.toFixed(1)
export const ratio = (value: number): string => `${value.toFixed(2)} x`
