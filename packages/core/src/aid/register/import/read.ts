import { maskPersonalNumbers } from '../../../identity/masking.ts'
import { companyNumber, companyNumberFault } from '../../../identity/number.ts'
import type { PlainDate } from '../../../kernel/day.ts'
import type { Text } from '../../../kernel/text.ts'
import { fillText } from '../../../models/fill-text.ts'
import { actOn, type DeMinimisLaw } from '../../de-minimis/law.ts'
import { grantFaults } from '../../de-minimis/ledger/grant.ts'
import { instrumentOf } from '../instruments.ts'
import { amountOf, type Cell, dayOf, textOf } from './cells.ts'
import type { ImportColumn, ImportFacts, ImportField, LineFault, ReadLine } from './schema.ts'

const SENTENCES = {
  missing: { sv: 'Cellen är tom.', en: 'The cell is empty.' },
  day: { sv: 'Det är ingen dag, till exempel 2026-11-23.', en: 'It is not a day, such as 2026-11-23.' },
  ahead: { sv: 'Dagen har inte kommit än.', en: 'That day has not come yet.' },
  amount: {
    sv: 'Det är inget belopp från 0 och uppåt, till exempel 10 000,50.',
    en: 'It is not an amount from 0 up, such as 10,000.50.',
  },
  noCurrency: {
    sv: 'Det går inte att se vilken valuta beloppet är i.',
    en: 'Nothing says which currency the amount is in.',
  },
  currency: { sv: 'Valutan är okänd.', en: 'The currency is not known.' },
  country: { sv: 'Land ska vara två bokstäver, till exempel SE.', en: 'A country has two letters, such as SE.' },
  regulation: { sv: 'Förordningen är okänd. Kända är {known}.', en: 'The regulation is not known. Known are {known}.' },
  long: { sv: 'Texten är för lång.', en: 'The text is too long.' },
  number: { sv: 'Numret är inget nummer för ett företag.', en: 'The number is not that of a company.' },
} as const satisfies Record<string, Text>

/** What a file is read by: the law in force, the state where nothing else is said, and the day. */
export type ReadContext = { law: DeMinimisLaw; memberState: string; today: PlainDate }

type Cells = { row: number; cells: readonly Cell[] }

/** What a row says, or everything that is wrong with it. No sentence repeats what stands in a cell. */
export function readLine({ row, cells }: Cells, columns: readonly ImportColumn[], context: ReadContext): ReadLine {
  const faults: LineFault[] = []
  const at = (field: ImportField) => columns.findIndex((column) => column.field === field)
  const fault = (field: ImportField, message: Text) => {
    faults.push({ column: columns[at(field)]?.heading ?? '', message })
    return null
  }
  const cell = (field: ImportField) => cells[at(field)] ?? null
  const reader = { has: (field: ImportField) => at(field) >= 0, cell, fault, context }
  const facts = factsOf(reader)
  if (faults.length === 0) checkAward(facts, reader)
  return { row, facts: faults.length === 0 ? (facts as ImportFacts) : null, faults }
}

type Reader = {
  has(field: ImportField): boolean
  cell(field: ImportField): Cell
  fault(field: ImportField, message: Text): null
  context: ReadContext
}

type Draft = { [K in keyof ImportFacts]: ImportFacts[K] | null }

function factsOf(reader: Reader): Draft {
  const { cell, context } = reader
  const country = countryOf(reader, 'beneficiaryCountry') ?? context.memberState
  return {
    country,
    number: numberOf(reader, country),
    name: words(reader, 'beneficiaryName', 200) ?? '',
    awardedOn: dayIn(reader, 'awardedOn') ?? (textOf(cell('awardedOn')) === '' ? missing(reader, 'awardedOn') : null),
    ...amountsOf(reader),
    memberState: countryOf(reader, 'memberState'),
    regulation: regulationOf(reader),
    authority: words(reader, 'authority', 200),
    scheme: words(reader, 'scheme', 120),
    instrument: instrumentIn(reader),
    industryCode: words(reader, 'nace', 10),
    reference: words(reader, 'reference', 120),
    registeredOn: dayIn(reader, 'registeredOn'),
    registerReference: words(reader, 'registerReference', 120),
  }
}

const missing = ({ fault }: Reader, field: ImportField) => fault(field, SENTENCES.missing)

function dayIn({ cell, fault, context }: Reader, field: 'awardedOn' | 'registeredOn'): PlainDate | null {
  const text = textOf(cell(field))
  if (text === '') return null
  const day = dayOf(text)
  if (!day) return fault(field, SENTENCES.day)
  return day > context.today ? fault(field, SENTENCES.ahead) : day
}

/** A text without a personal number in it, wherever somebody wrote one. */
function words({ cell, fault }: Reader, field: ImportField, most: number): string | null {
  const text = maskPersonalNumbers(textOf(cell(field)))
  if (text === '') return null
  return text.length > most ? fault(field, SENTENCES.long) : text
}

function instrumentIn(reader: Reader): string | null {
  const text = words(reader, 'instrument', 80)
  return text && instrumentOf(text)
}

function countryOf({ cell, fault }: Reader, field: 'beneficiaryCountry' | 'memberState'): string | null {
  const text = textOf(cell(field)).toUpperCase()
  if (text === '') return null
  return /^[A-Z]{2}$/.test(text) ? text : fault(field, SENTENCES.country)
}

function numberOf(reader: Reader, country: string): string | null {
  const written = textOf(reader.cell('beneficiaryNumber'))
  // A sole trader's number is often written with the century, which no organisation number has.
  const text = country === 'SE' ? written.replace(/^(19|20)(?=\d{6}[-+ ]?\d{4}$)/, '') : written
  if (text === '') return missing(reader, 'beneficiaryNumber')
  const wrong = companyNumberFault(country, text)
  if (wrong)
    return reader.fault('beneficiaryNumber', { sv: maskPersonalNumbers(wrong.sv), en: maskPersonalNumbers(wrong.en) })
  const number = companyNumber(country, text)
  return number.length > 60 ? reader.fault('beneficiaryNumber', SENTENCES.number) : number
}

function regulationOf({ cell, fault, context }: Reader): string | null {
  const text = textOf(cell('regulation'))
  if (text === '') return null
  const known = context.law.acts.map(({ regulation }) => regulation)
  const found = known.find((regulation) => text.includes(regulation))
  return found ?? fault('regulation', fillText(SENTENCES.regulation, { known: known.join(', ') }))
}

const AMOUNTS = ['amount', 'amountSek', 'amountEur'] as const

type Amounts = Pick<Draft, 'currency' | 'minor' | 'eurCents'>

/** The amount in the currency it was awarded in, and in euro, whichever of them the row has. */
function amountsOf(reader: Reader): Amounts {
  const national = nationalAmount(reader)
  const euro = amountIn(reader, 'amountEur', 'EUR')
  if (national?.currency === 'EUR') return { currency: null, minor: null, eurCents: national.minor }
  const columns = AMOUNTS.filter((field) => reader.has(field))
  if (columns.every((field) => textOf(reader.cell(field)) === '')) missing(reader, columns[0] ?? 'amount')
  return { currency: national?.currency ?? null, minor: national?.minor ?? null, eurCents: euro?.minor ?? null }
}

function nationalAmount(reader: Reader): { currency: string; minor: number } | undefined {
  const kronor = amountIn(reader, 'amountSek', 'SEK')
  if (kronor) return kronor
  const text = textOf(reader.cell('currency')).toUpperCase()
  return amountIn(reader, 'amount', text === '' ? undefined : text)
}

/** Undefined where the cell is empty or wrong; what is wrong is told. */
function amountIn(reader: Reader, field: 'amount' | 'amountSek' | 'amountEur', said: string | undefined) {
  const { cell, fault, context } = reader
  const written = cell(field)
  if (textOf(written) === '') return undefined
  const { currencies } = context.law
  if (said !== undefined && !Object.hasOwn(currencies, said)) return fault('currency', SENTENCES.currency) ?? undefined
  const found = amountOf(written, said === undefined ? 2 : currencies[said]!)
  if (!found) return fault(field, SENTENCES.amount) ?? undefined
  const currency = said ?? found.currency
  if (currency === null) return fault(field, SENTENCES.noCurrency) ?? undefined
  if (said !== undefined && found.currency !== null && found.currency !== said) {
    return fault(field, SENTENCES.noCurrency) ?? undefined
  }
  return { currency, minor: found.minor }
}

/** Whether such an award can have been: the rules of the ledger say. */
function checkAward(facts: Draft, { fault, context }: Reader): void {
  const awardedOn = facts.awardedOn!
  const regulation = facts.regulation ?? actOn(context.law, 'general', awardedOn)?.regulation
  if (regulation === undefined) {
    fault('awardedOn', SENTENCES.day)
    return
  }
  const amount = { currency: 'EUR', minor: facts.eurCents ?? 0 }
  const grant = { id: 'line', beneficiary: 'it', memberState: 'SE', regulation, awardedOn, amount, lowered: [] }
  for (const { pointer, message } of grantFaults(context.law, [grant], new Set(['it']), [])) {
    fault(pointer.endsWith('/regulation') ? 'regulation' : 'awardedOn', message)
  }
}
