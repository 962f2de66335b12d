import { foldText } from '../../companies/list/search.ts'
import type { Text } from '../../kernel/text.ts'
import { AidInstrument } from '../rules/schema.ts'

export const INSTRUMENT_NAMES: Record<AidInstrument, Text> = {
  'subsidised-services': { sv: 'Subventionerad tjänst', en: 'Subsidised service' },
  'direct-grant': { sv: 'Bidrag i pengar', en: 'Direct grant' },
  other: { sv: 'Annan form', en: 'Another form' },
}

/** An instrument as it is written in either language; what we have no name for stays as it is. */
export function instrumentText(instrument: string): Text {
  const known = AidInstrument.safeParse(instrument)
  return known.success ? INSTRUMENT_NAMES[known.data] : { sv: instrument, en: instrument }
}

/** Back from the words of either language, where they are ours. */
export function instrumentOf(words: string): string {
  const folded = foldText(words)
  const found = AidInstrument.options.find((code) =>
    [code, INSTRUMENT_NAMES[code].sv, INSTRUMENT_NAMES[code].en].some((name) => foldText(name) === folded),
  )
  return found ?? words
}
