import { readFileSync } from 'node:fs'
import path from 'node:path'
import { classifySme } from '../packages/core/src/aid/size/classify.ts'
import { definitionOn, parseSmeDefinitions } from '../packages/core/src/aid/size/definition.ts'
import { SmeQuestion } from '../packages/core/src/aid/size/schema.ts'
import { PlainDate } from '../packages/core/src/kernel/day.ts'
import { benchHeadroom } from './aid-headroom.ts'
import { generator } from './chance.ts'
import { measure, ms, percentile, printTable, ratio } from './table.ts'

const FILE = path.resolve(import.meta.dirname, '../content/aid/sme-definition.yaml')
const ON = PlainDate.parse('2026-11-23')
const ROUNDS = 60

/** The rules of state aid on the largest groups anybody has: classification of 500 companies beside one alone, and headroom. */
export async function benchAid(): Promise<void> {
  await benchClassification()
  await benchHeadroom()
}

async function benchClassification(): Promise<void> {
  const inForce = definitionOn(parseSmeDefinitions(readFileSync(FILE, 'utf8')), ON)!
  const times: number[] = []
  const rows: string[][] = []
  for (const companies of [1, 50, 500]) {
    const question = groupOf(companies)
    const lines = classifySme(question, inForce).present!.lines.length
    const taken = await measure(ROUNDS, async () => classifySme(question, inForce), 10)
    times.push(percentile(taken, 0.5))
    rows.push([
      String(companies),
      String(lines),
      ms(times.at(-1)!),
      ms(percentile(taken, 0.95)),
      ratio(times.at(-1)! / times[0]!),
    ])
  }
  printTable(
    'SME status with all lines, three financial years in two currencies, ms; the target for 500 companies is 20',
    ['companies', 'lines', 'median', '95th', 'ratio'],
    rows,
  )
}

/** A tree of daughters with some partners and cross-holdings, the asked one a leaf. */
function groupOf(companies: number): SmeQuestion {
  const random = generator(11)
  const ids = Array.from({ length: companies }, (_, n) => `c${n}`)
  const holdings = ids.slice(1).map((owned, n) => {
    const share = random() < 0.1 ? 300_000 : 600_000
    return { owner: ids[Math.floor(random() * (n + 1))], owned, capitalPpm: share, votesPpm: share }
  })
  const crossed = ids.slice(2).filter(() => random() < 0.2)
  const crossings = crossed.map((owner) => ({ owner, owned: 'c1', capitalPpm: 1000, votesPpm: 1000 }))
  const years = [2023, 2024, 2025]
  return SmeQuestion.parse({
    format: 'stegvis-sme/1',
    enterprise: ids.at(-1),
    on: ON,
    group: {
      parties: ids.map((id) => ({ id, name: id, country: 'SE', kind: 'enterprise' })),
      holdings: [...holdings, ...crossings],
    },
    accounts: ids.flatMap((enterprise, n) =>
      years.map((year) => ({
        basis: 'closed',
        enterprise,
        closedOn: `${year}-12-31`,
        currency: n % 2 === 0 ? 'SEK' : 'EUR',
        awu: Math.floor(random() * 100) / 100,
        turnoverCents: Math.floor(random() * 1e8),
        balanceCents: Math.floor(random() * 1e8),
      })),
    ),
    rates: years.map((year) => ({ currency: 'SEK', on: `${year}-12-31`, perEuro: '11.2035', source: 'bench' })),
  })
}
