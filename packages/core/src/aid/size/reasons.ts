import type { Text } from '../../kernel/text.ts'
import { type Fillings, fillText } from '../../models/fill-text.ts'
import type { SmeReason } from './schema.ts'

const ANNEX = 'Recommendation 2003/361/EC, Annex'

type Reason = { effect: SmeReason['effect']; source: string; text: Text }

/** What a status can rest on, by code. */
const REASONS = {
  ABOVE_CEILINGS: {
    effect: 'block',
    source: `${ANNEX}, Art. 2(1)`,
    text: {
      sv: 'Företaget är större än ett medelstort företag, tillsammans med dem som räknas med.',
      en: 'The enterprise is larger than a medium-sized one, together with those that count with it.',
    },
  },
  PUBLIC_25: {
    effect: 'block',
    source: `${ANNEX}, Art. 3(4); case C-516/19`,
    text: {
      sv: 'Offentliga organ kontrollerar {percent} % ({holders}). Från 25 % är företaget inte litet eller medelstort, hur litet det än är.',
      en: 'Public bodies control {percent} % ({holders}). From 25 % an enterprise is no SME, however small it is.',
    },
  },
  PUBLIC_CONTROL: {
    effect: 'review',
    source: `${ANNEX}, Art. 3(4)`,
    text: {
      sv: 'Ett offentligt organ bestämmer över företaget utan att äga 25 %. Bedöm om det kontrollerar kapital eller röster.',
      en: 'A public body decides over the enterprise without holding 25 %. Judge whether it controls capital or votes.',
    },
  },
  PUBLIC_INDIRECT: {
    effect: 'review',
    source: `${ANNEX}, Art. 3(4)`,
    text: {
      sv: 'Räknat genom alla led äger offentliga organ {percent} %, men genom företag som de inte bestämmer över. Bedöm om det är indirekt kontroll.',
      en: 'Through all steps public bodies hold {percent} %, but by way of enterprises they do not control. Judge whether that is indirect control.',
    },
  },
  PUBLIC_OWNER_UNKNOWN: {
    effect: 'review',
    source: `${ANNEX}, Art. 3(4); case C-516/19`,
    text: {
      sv: 'Ta reda på om offentliga organ kontrollerar {holders}: då är företaget inte litet eller medelstort.',
      en: 'Find out whether public bodies control {holders}: if so, the enterprise is no SME.',
    },
  },
  LOCAL_AUTHORITY_CHECK: {
    effect: 'review',
    source: `${ANNEX}, Art. 3(2)(d)`,
    text: {
      sv: '{holders} anges ha en budget under 10 miljoner euro. Det har knappt någon svensk kommun: kontrollera uppgiften.',
      en: 'A budget below EUR 10 million is stated for {holders}. Hardly any Swedish municipality has that: check the figure.',
    },
  },
  OWNERSHIP_CHANGE: {
    effect: 'review',
    source: `${ANNEX}, Art. 4(2); case T-745/17; user guide (2020)`,
    text: {
      sv: 'Ägarna har ändrats. Räknas ändringen genast är svaret {atOnce}; krävs två räkenskapsår är det {twoPeriods}. Praxis går isär: någon måste ta ställning.',
      en: 'The owners have changed. If the change counts at once the answer is {atOnce}; if two financial years are needed it is {twoPeriods}. Practice differs: somebody has to decide.',
    },
  },
  MARKET_UNKNOWN: {
    effect: 'review',
    source: `${ANNEX}, Art. 3(3) fourth subparagraph`,
    text: {
      sv: '{persons} bestämmer över både {first} och {second}. Svara på om de är verksamma på samma eller närliggande marknader: svaret avgör.',
      en: 'Both {first} and {second} are controlled by {persons}. Say whether they are active on the same or adjacent markets: it decides the answer.',
    },
  },
  MARKET_UNKNOWN_NO_MATTER: {
    effect: 'note',
    source: `${ANNEX}, Art. 3(3) fourth subparagraph`,
    text: {
      sv: 'Ingen har bedömt om {first} och {second} är verksamma på samma eller närliggande marknader. Svaret blir detsamma ändå.',
      en: 'Nobody has judged whether {first} and {second} are active on the same or adjacent markets. The answer is the same either way.',
    },
  },
  ACCOUNTS_MISSING: {
    effect: 'review',
    source: `${ANNEX}, Art. 4(1) and 6(2)`,
    text: { sv: 'Räkenskaper saknas för {names}.', en: 'There are no accounts for {names}.' },
  },
  ACCOUNTS_OLD: {
    effect: 'review',
    source: `${ANNEX}, Art. 4(1)`,
    text: {
      sv: 'Räkenskaperna för {names} är för gamla för att vara de senaste.',
      en: 'The accounts of {names} are too old to be the latest.',
    },
  },
  YEAR_MISSING: {
    effect: 'review',
    source: `${ANNEX}, Art. 4(2)`,
    text: {
      sv: 'Mellan {first} och {second} saknas ett räkenskapsår, så två år i rad går inte att läsa av.',
      en: 'A financial year is missing between {first} and {second}, so two in a row cannot be told.',
    },
  },
  ESTIMATE: {
    effect: 'note',
    source: `${ANNEX}, Art. 4(3)`,
    text: {
      sv: 'Företaget är nystartat: svaret bygger på en uppskattning och ska prövas igen när första bokslutet är klart.',
      en: 'The enterprise is new: the answer rests on an estimate and is to be judged again after the first closing.',
    },
  },
  NEAR_CEILING: {
    effect: 'note',
    source: `${ANNEX}, Art. 2`,
    text: {
      sv: '{what} ligger nära ett tak, och beloppen är omräknade från {currencies}. En annan kurs kan ge ett annat svar.',
      en: '{what} lies close to a ceiling, and the amounts were converted from {currencies}. Another rate may give another answer.',
    },
  },
  EXCEPTED_INVESTOR: {
    effect: 'note',
    source: `${ANNEX}, Art. 3(2) second subparagraph`,
    text: {
      sv: '{holders} har {percent} % i {owned} men räknas inte som partner: {why}.',
      en: '{percent} % in {owned} belongs to {holders}, which makes no partner: {why}.',
    },
  },
  OWNERS_SPREAD: {
    effect: 'note',
    source: `${ANNEX}, Art. 3(5)`,
    text: {
      sv: 'Ägandet är så spritt att ägarna inte går att ta reda på. Företaget har {day} försäkrat att ingen äger 25 %.',
      en: 'Owners are too spread to be determined. On {day} the enterprise declared that nobody holds 25 %.',
    },
  },
  SPREAD_CONTRADICTED: {
    effect: 'review',
    source: `${ANNEX}, Art. 3(5)`,
    text: {
      sv: 'Företaget har försäkrat att ingen äger 25 %, men {holders} gör det.',
      en: 'The enterprise has declared that nobody holds 25 %, but that much belongs to {holders}.',
    },
  },
} as const satisfies Record<string, Reason>

export type ReasonCode = keyof typeof REASONS

export function reason(code: ReasonCode, details: Fillings = {}): SmeReason {
  const { effect, source, text } = REASONS[code]
  return { code, effect, source, text: fillText(text, details) }
}

/** Why an owner that holds 25 % is no partner. */
export const EXCEPTIONS = {
  RISK_CAPITAL: { sv: 'riskkapital', en: 'risk capital' },
  BUSINESS_ANGELS: {
    sv: 'affärsänglar med mindre än 1,25 miljoner euro',
    en: 'business angels with less than EUR 1.25 million',
  },
  UNIVERSITY: {
    sv: 'universitet eller forskningscentrum utan vinstsyfte',
    en: 'a university or non-profit research centre',
  },
  INSTITUTIONAL_INVESTOR: { sv: 'institutionell investerare', en: 'an institutional investor' },
  SMALL_AUTHORITY: { sv: 'liten självständig kommun', en: 'a small autonomous local authority' },
} as const satisfies Record<string, Text>

export const CATEGORY_WORDS = {
  micro: { sv: 'mikroföretag', en: 'micro' },
  small: { sv: 'litet företag', en: 'small' },
  medium: { sv: 'medelstort företag', en: 'medium-sized' },
  not_sme: { sv: 'inte litet eller medelstort', en: 'not an SME' },
} as const satisfies Record<string, Text>
