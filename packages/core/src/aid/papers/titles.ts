import type { Text } from '../../kernel/text.ts'
import type { PaperKind } from './schema.ts'

export const PAPER_TITLES: Readonly<Record<PaperKind, Text>> = {
  declaration: { sv: 'Försäkran om försumbart stöd', en: 'Declaration of de minimis aid' },
  'aid-information': { sv: 'Besked om försumbart stöd', en: 'Notice of de minimis aid' },
  'aid-certificate': { sv: 'Intyg om försumbart stöd', en: 'Certificate of de minimis aid' },
  'sme-declaration': { sv: 'Försäkran om företagets storlek', en: 'Declaration of the size of the enterprise' },
  'signature-record': { sv: 'Bevis om underskrift', en: 'Record of a signature' },
}
