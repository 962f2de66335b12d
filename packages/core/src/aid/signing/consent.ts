import { maskPersonalNumbers } from '../../identity/masking.ts'
import type { Text } from '../../kernel/text.ts'
import { fillText } from '../../models/fill-text.ts'
import { PAPER_TITLES } from '../papers/titles.ts'
import type { Consents, SignedKind, StatedAuthority } from './schema.ts'

export const AUTHORITIES: Readonly<Record<StatedAuthority, Text>> = {
  alone: { sv: 'jag tecknar firman ensam', en: 'I may sign for the company alone' },
  jointly: {
    sv: 'jag tecknar firman tillsammans med någon annan, som också skriver under',
    en: 'I may sign for the company together with somebody else, who signs too',
  },
  'power-of-attorney': { sv: 'jag har fullmakt från företaget', en: 'the company has given me power of attorney' },
}

const CONSENT: Text = {
  sv:
    'Jag skriver under ”{title}” för {company}. Jag har läst hela handlingen. Uppgifterna i den är riktiga och ' +
    'fullständiga, såvitt jag vet. Jag har rätt att skriva under för företaget: {authority}.',
  en:
    'I sign “{title}” for {company}. I have read all of it. What it says is correct and complete, as far as I know. ' +
    'I have the right to sign for the company: {authority}.',
}

export const PAPER_OF = { declaration: 'declaration', 'size-snapshot': 'sme-declaration' } as const satisfies Record<
  SignedKind,
  string
>

/** What a person agrees to by signing, word for word. The screen shows it, and the signature keeps it. */
export function consentTexts(kind: SignedKind, companyName: string): Consents {
  const text = (authority: StatedAuthority) =>
    fillText(CONSENT, {
      title: PAPER_TITLES[PAPER_OF[kind]],
      company: maskPersonalNumbers(companyName),
      authority: AUTHORITIES[authority],
    })
  return { alone: text('alone'), jointly: text('jointly'), 'power-of-attorney': text('power-of-attorney') }
}

/**
 * Whether those who have signed are enough: one who may alone or by power of attorney, or two who may together. How
 * many the articles of a company ask for is not known here.
 */
export function isSigned(stated: readonly StatedAuthority[]): boolean {
  return stated.some((one) => one !== 'jointly') || stated.length >= 2
}
