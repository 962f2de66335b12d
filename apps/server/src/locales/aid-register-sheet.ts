import type { ImportOutcome } from '@stegvis/core/aid/register/import/schema.ts'
import type { RegisterEntry } from '@stegvis/core/aid/register/schema.ts'
import type { Language } from '@stegvis/core/kernel/text.ts'

const sv = {
  title: 'Stöd att registrera',
  fileName: { register: 'stodregister', public: 'stodregister-offentligt' },
}

const en: typeof sv = {
  title: 'Aid to register',
  fileName: { register: 'aid-register', public: 'aid-register-public' },
}

export const AID_REGISTER_SHEET: Record<Language, typeof sv> = { sv, en }

const listSv = {
  title: 'Jämförelse av stöd',
  fileName: 'jamforelse-av-stod',
  inList: 'i filen',
  inLedger: 'här',
  heading: {
    row: 'Rad i filen',
    outcome: 'Utfall',
    dayThere: 'Beviljat i filen',
    dayHere: 'Beviljat här',
    amountThere: 'Belopp i filen',
    currencyThere: 'Valuta i filen',
    amountHere: 'Belopp här',
    currencyHere: 'Valuta här',
    what: 'Vad som skiljer',
  },
  outcomes: {
    same: 'Stämmer',
    differs: 'Skiljer sig',
    'only-there': 'Finns bara i filen',
    'only-here': 'Finns bara här',
    'unknown-company': 'Okänt företag',
    faulty: 'Går inte att läsa',
  } satisfies Record<ImportOutcome | 'only-here', string>,
  fields: {
    memberState: 'Medlemsstat',
    regulation: 'Förordning',
    awardedOn: 'Beviljat',
    currency: 'Valuta',
    minor: 'Belopp',
    eurCents: 'Belopp i euro',
    authority: 'Beviljande myndighet',
    scheme: 'Stödordning',
    instrument: 'Stödform',
    industryCode: 'NACE',
    reference: 'Diarienummer',
    withdrawnOn: 'Återtaget',
  } satisfies Record<keyof RegisterEntry, string>,
}

const listEn: typeof listSv = {
  title: 'Comparison of aid',
  fileName: 'comparison-of-aid',
  inList: 'in the file',
  inLedger: 'here',
  heading: {
    row: 'Row in the file',
    outcome: 'Outcome',
    dayThere: 'Awarded, file',
    dayHere: 'Awarded, here',
    amountThere: 'Amount, file',
    currencyThere: 'Currency, file',
    amountHere: 'Amount, here',
    currencyHere: 'Currency, here',
    what: 'What differs',
  },
  outcomes: {
    same: 'The same',
    differs: 'Differs',
    'only-there': 'Only in the file',
    'only-here': 'Only here',
    'unknown-company': 'Unknown company',
    faulty: 'Cannot be read',
  },
  fields: {
    memberState: 'Member State',
    regulation: 'Regulation',
    awardedOn: 'Granting date',
    currency: 'Currency',
    minor: 'Amount',
    eurCents: 'Amount in euro',
    authority: 'Granting authority',
    scheme: 'Scheme',
    instrument: 'Aid instrument',
    industryCode: 'NACE',
    reference: 'Reference',
    withdrawnOn: 'Withdrawn',
  },
}

export const AID_LIST_SHEET: Record<Language, typeof listSv> = { sv: listSv, en: listEn }
