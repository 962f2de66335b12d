import type { Text } from '../../kernel/text.ts'

export type FieldKind = 'text' | 'day' | 'amount'

/** A column of a file about awards: what it is called, what others call it, and what it means. */
type Field = { heading: Text; kind: FieldKind; meaning: Text; also?: readonly string[] }

/**
 * The columns of files about awards, in their order: what Regulation (EU) 2023/2831, Art. 6(1) wants registered
 * (RULES.md B-16), and beside it what tells one award from another. Written by exports, and known again when read.
 */
export const REGISTER_FIELDS = {
  beneficiaryNumber: {
    heading: { sv: 'Organisationsnummer', en: 'Organisation number' },
    kind: 'text',
    meaning: {
      sv: 'Stödmottagarens nummer. En enskild näringsidkares är maskerat.',
      en: 'The number of who received the aid. A sole trader’s is masked.',
    },
    also: [
      'orgnr',
      'org nr',
      'organisationsnr',
      'beneficiary id',
      'identifier',
      'national id',
      'company number',
      'vat',
    ],
  },
  beneficiaryName: {
    heading: { sv: 'Stödmottagare', en: 'Beneficiary' },
    kind: 'text',
    meaning: { sv: 'Stödmottagarens namn.', en: 'The name of who received the aid.' },
    also: ['företag', 'företagsnamn', 'namn', 'company', 'company name', 'name', 'beneficiary name', 'mottagare'],
  },
  beneficiaryCountry: {
    heading: { sv: 'Land', en: 'Country' },
    kind: 'text',
    meaning: { sv: 'Stödmottagarens land, två bokstäver.', en: 'Its country, two letters.' },
    also: ['country code', 'landskod', 'beneficiary country'],
  },
  awardedOn: {
    heading: { sv: 'Beviljat', en: 'Granting date' },
    kind: 'day',
    meaning: { sv: 'Dagen stödet beviljades.', en: 'The day the aid was awarded.' },
    also: [
      ...['beviljat den', 'beviljandedatum', 'datum för beviljande', 'beslutsdatum', 'beslutsdag', 'datum'],
      ...['date of granting', 'date granted', 'award date', 'granted on', 'date'],
    ],
  },
  amount: {
    heading: { sv: 'Belopp', en: 'Amount' },
    kind: 'amount',
    meaning: {
      sv: 'Bruttobidragsekvivalent i valutan, efter senare sänkningar.',
      en: 'Gross grant equivalent in the currency, after later decisions that lowered it.',
    },
    also: ['stödbelopp', 'aid amount', 'grant amount', 'bruttobidragsekvivalent', 'gross grant equivalent'],
  },
  currency: {
    heading: { sv: 'Valuta', en: 'Currency' },
    kind: 'text',
    meaning: { sv: 'Beloppets valuta, tre bokstäver.', en: 'The currency of the amount, three letters.' },
  },
  amountEur: {
    heading: { sv: 'Belopp i euro', en: 'Amount in euro' },
    kind: 'amount',
    meaning: {
      sv: 'Samma belopp i euro, med kursen från dagen det beviljades.',
      en: 'The same in euro, at the rate of the day of the award.',
    },
    also: ['belopp eur', 'amount eur', 'eur', 'euro', 'aid amount eur', 'stödbelopp eur'],
  },
  rate: {
    heading: { sv: 'Kurs', en: 'Rate' },
    kind: 'text',
    meaning: { sv: 'Så mycket av valutan för en euro.', en: 'So much of the currency for one euro.' },
  },
  rateSource: {
    heading: { sv: 'Kursens källa', en: 'Source of the rate' },
    kind: 'text',
    meaning: { sv: 'Var kursen är hämtad.', en: 'Where the rate is from.' },
  },
  rateDay: {
    heading: { sv: 'Kursens dag', en: 'Day of the rate' },
    kind: 'day',
    meaning: { sv: 'Dagen kursen gäller; månadens första för en månadskurs.', en: 'The day the rate is of.' },
  },
  memberState: {
    heading: { sv: 'Medlemsstat', en: 'Member State' },
    kind: 'text',
    meaning: { sv: 'Staten vars stöd det är.', en: 'The state whose aid it is.' },
  },
  regulation: {
    heading: { sv: 'Förordning', en: 'Regulation' },
    kind: 'text',
    meaning: { sv: 'Förordningen, till exempel 2023/2831.', en: 'The regulation, such as 2023/2831.' },
    also: ['legal basis', 'rättslig grund', 'eu förordning'],
  },
  authority: {
    heading: { sv: 'Beviljande myndighet', en: 'Granting authority' },
    kind: 'text',
    meaning: { sv: 'Vem som beviljade stödet.', en: 'Who awarded the aid.' },
    also: ['stödgivare', 'myndighet', 'authority', 'beviljare', 'granted by'],
  },
  scheme: {
    heading: { sv: 'Stödordning', en: 'Scheme' },
    kind: 'text',
    meaning: { sv: 'Stödordningens namn.', en: 'The name of the aid scheme.' },
    also: ['aid scheme', 'stödprogram', 'measure'],
  },
  instrument: {
    heading: { sv: 'Stödform', en: 'Aid instrument' },
    kind: 'text',
    meaning: { sv: 'Hur stödet ges.', en: 'How the aid is given.' },
    also: ['instrument', 'stödinstrument', 'typ av stöd', 'form of aid'],
  },
  nace: {
    heading: { sv: 'NACE', en: 'NACE' },
    kind: 'text',
    meaning: { sv: 'Den verksamhet som får stödet, NACE.', en: 'The activity that is supported, NACE.' },
    also: ['bransch', 'branschkod', 'näringsgren', 'sni', 'sni kod', 'nace kod', 'nace code', 'sector', 'sektor'],
  },
  reference: {
    heading: { sv: 'Diarienummer', en: 'Reference' },
    kind: 'text',
    meaning: { sv: 'Beslutets beteckning hos myndigheten.', en: 'The decision’s reference with the authority.' },
    also: ['dnr', 'ärendenummer', 'beslutsnummer', 'case number', 'decision number', 'referens'],
  },
  withdrawnOn: {
    heading: { sv: 'Återtaget', en: 'Withdrawn' },
    kind: 'day',
    meaning: { sv: 'Dagen hela stödet togs tillbaka.', en: 'The day all of it was withdrawn.' },
  },
  registerBy: {
    heading: { sv: 'Registreras senast', en: 'Register by' },
    kind: 'day',
    meaning: {
      sv: 'Sista dag för registrering; tomt när det är gjort eller inte behövs.',
      en: 'The last day to register; empty where it is done or need not be.',
    },
  },
  registeredOn: {
    heading: { sv: 'Registrerat', en: 'Registered' },
    kind: 'day',
    meaning: { sv: 'Dagen det registrerades.', en: 'The day it was registered.' },
    also: ['registreringsdatum', 'registration date', 'registered on', 'registreringsdag'],
  },
  registerReference: {
    heading: { sv: 'Beteckning i registret', en: 'Reference in the register' },
    kind: 'text',
    meaning: { sv: 'Registrets beteckning på stödet.', en: 'The register’s own reference.' },
    also: ['sa nummer', 'sa number', 'registernummer', 'register reference', 'award id', 'register id', 'eair id'],
  },
} as const satisfies Record<string, Field>

export type RegisterFieldKey = keyof typeof REGISTER_FIELDS
export const REGISTER_FIELD_KEYS = Object.keys(REGISTER_FIELDS) as [RegisterFieldKey, ...RegisterFieldKey[]]
