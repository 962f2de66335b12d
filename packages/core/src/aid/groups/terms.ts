import type { Text } from '../../kernel/text.ts'
import type { Control, PartyKind } from './schema.ts'

/** What an owner or an owned enterprise is, in words that a manager of a small company uses. */
export const PARTY_KINDS: Readonly<Record<PartyKind, Text>> = {
  enterprise: { sv: 'Företag', en: 'Company' },
  person: { sv: 'Person', en: 'Person' },
  'public-body': { sv: 'Staten eller annat offentligt organ', en: 'State or other public body' },
  'local-authority': { sv: 'Kommun eller region', en: 'Municipality or region' },
  'public-investment-corporation': { sv: 'Offentligt investmentbolag', en: 'Public investment corporation' },
  'venture-capital': { sv: 'Riskkapitalbolag', en: 'Venture capital company' },
  'business-angel': { sv: 'Affärsängel', en: 'Business angel' },
  university: { sv: 'Universitet eller forskningscentrum', en: 'University or research centre' },
  'institutional-investor': { sv: 'Institutionell investerare', en: 'Institutional investor' },
}

/** How somebody decides over an enterprise without holding most of its votes. */
export const CONTROL_MEANS: Readonly<Record<Control['means'], Text>> = {
  'board-majority': { sv: 'Utser de flesta i styrelsen', en: 'Appoints most of the board' },
  contract: { sv: 'Styr genom avtal eller bolagsordning', en: 'Decides by contract or articles' },
  'shareholder-agreement': { sv: 'Avtal med andra ägare', en: 'Agreement with other owners' },
}
