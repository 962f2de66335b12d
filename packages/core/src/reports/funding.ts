import type { Language } from '../kernel/text.ts'
import type { Funding } from './content/schema.ts'
import type { Wording } from './content/wording.ts'
import type { ReportData } from './schema.ts'

/**
 * The words beside the emblem, in full and never changed.
 *
 * Source: Regulation (EU) 2021/1060, Annex IX, 1.3: "Funded by the European Union" or "Co-funded by the European
 * Union", written out; with other funders it is co-funded.
 */
const STATEMENTS: Record<Language, { funded: string; coFunded: string }> = {
  sv: { funded: 'Finansieras av Europeiska unionen', coFunded: 'Medfinansieras av Europeiska unionen' },
  en: { funded: 'Funded by the European Union', coFunded: 'Co-funded by the European Union' },
}

/**
 * Millimetres. The emblem is at least as high and as wide as the box any other logo is fitted into.
 *
 * Source: Regulation (EU) 2021/1060, Annex IX, 1.8.
 */
export const EMBLEM_MM = { width: 27, height: 18 } as const
export const LOGO_MM = { width: 27, height: 13 } as const

export function fundingOf({ funders, programme }: Pick<ReportData, 'funders' | 'programme'>, w: Wording): Funding {
  const others = funders.filter(({ kind }) => kind !== 'eu')
  const statement = STATEMENTS[w.language]
  return {
    statement: programme.visibility ? w.pick(programme.visibility) : '',
    eu: others.length === funders.length ? null : others.length > 0 ? statement.coFunded : statement.funded,
    others: others.map(({ name, acknowledgement, logo }) => ({
      name,
      acknowledgement: acknowledgement ? w.pick(acknowledgement) : '',
      logo,
    })),
  }
}
