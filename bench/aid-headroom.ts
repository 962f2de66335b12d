import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseDeMinimisLaw } from '@stegvis/core/aid/de-minimis/law.ts'
import { AidGrant } from '@stegvis/core/aid/de-minimis/ledger/grant.ts'
import { headroom } from '@stegvis/core/aid/de-minimis/ledger/headroom.ts'
import {
  baseReading,
  carriedGrants,
  headroomOn,
  type LedgerQuestion,
  readLedger,
} from '@stegvis/core/aid/de-minimis/ledger/ledger.ts'
import { PlannedGrant } from '@stegvis/core/aid/de-minimis/planned/planned.ts'
import { judgePlanned } from '@stegvis/core/aid/de-minimis/planned/verdict.ts'
import { GroupFacts } from '@stegvis/core/aid/groups/schema.ts'
import { addDays, PlainDate } from '@stegvis/core/kernel/day.ts'
import { AID } from '../apps/server/src/paths.ts'
import { generator } from './chance.ts'
import { measure, ms, percentile, printTable } from './table.ts'

const [COMPANIES, GRANTS] = [50, 2000]
const ON = PlainDate.parse('2026-11-23')

/** Headroom of an undertaking of 50 companies with 2 000 grants: the figure alone, all lines, and a verdict. */
export async function benchHeadroom(): Promise<void> {
  const read = (name: string) => readFileSync(path.join(AID, name), 'utf8')
  const law = parseDeMinimisLaw(read('de-minimis.yaml'), read('public-holidays.yaml'))
  const question = largeUndertaking()
  const planned = PlannedGrant.parse({
    awardOn: ON,
    amount: { currency: 'EUR', minor: 1_000_000 },
    activities: [{ code: '25.62' }],
    declaration: { signedOn: ON },
  })
  const figure = async () =>
    headroomOn(readLedger(law, question, carriedGrants(law, question), baseReading(law, question)), ON)
  const rows: string[][] = []
  for (const [name, run] of [
    ['the figure', figure],
    ['with every line, and day by day', async () => headroom(law, question)],
    ['verdict on a grant, in every reading', async () => judgePlanned(law, question, planned)],
  ] as const) {
    const taken = await measure(200, run)
    rows.push([name, ms(percentile(taken, 0.5)), ms(percentile(taken, 0.95))])
  }
  printTable(`Headroom, ${COMPANIES} companies, ${GRANTS} grants, ms`, ['', 'median', '95th'], rows)
}

function largeUndertaking(): LedgerQuestion {
  const random = generator(23)
  const ids = Array.from({ length: COMPANIES }, (_, n) => `c${n}`)
  const group = GroupFacts.parse({
    parties: ids.map((id) => ({ id, name: `Company ${id}`, kind: 'enterprise', country: 'SE' })),
    holdings: ids.slice(1).map((owned, n) => ({
      owner: ids[Math.floor(random() * (n + 1))],
      owned,
      capitalPpm: 600_000,
      votesPpm: 600_000,
    })),
  })
  const grants = Array.from({ length: GRANTS }, (_, n) => {
    const awardedOn = addDays(ON, -Math.floor(random() * 1400))
    const month = awardedOn.slice(0, 7)
    const perEuro = `1${month.slice(3, 4)}.${month.slice(5)}35`
    const rate = { perEuro, source: 'bench', day: `${month}-01` }
    return AidGrant.parse({
      id: `g${n}`,
      beneficiary: ids[Math.floor(random() * COMPANIES)],
      memberState: 'SE',
      regulation: awardedOn < '2024-01-01' ? '1407/2013' : '2023/2831',
      awardedOn,
      amount: { currency: 'SEK', minor: Math.floor(random() * 200_000), rate },
    })
  })
  return { group, enterprise: 'c7', memberState: 'SE', grants, on: ON, regime: 'general' }
}
