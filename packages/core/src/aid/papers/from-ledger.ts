import { checkNumber } from '../../identity/number.ts'
import { addMonths, type PlainDate } from '../../kernel/day.ts'
import type { Text } from '../../kernel/text.ts'
import { fillText } from '../../models/fill-text.ts'
import { wordingIn } from '../../reports/content/wording.ts'
import { type Amount, amountFaults, toEurCents } from '../de-minimis/amount.ts'
import { registerDuty } from '../de-minimis/deadlines/deadlines.ts'
import { type DeMinimisLaw, isValidOn } from '../de-minimis/law.ts'
import type { DeclarationContent } from '../declaration/schema.ts'
import type { LedgerGrant } from '../ledger/schema.ts'
import type { Support } from '../support/schema.ts'
import type { AidCertificateMaterial, AidInformationMaterial, DeclarationMaterial, PaperAmount } from './material.ts'
import { amountText, both } from './words.ts'

/** What stands in the ledger, as papers tell it. */

const DESCRIPTIONS = {
  coaching: both(
    'Individuell rådgivning, som mest {hours} timmars arbete',
    'Individual coaching, at most {hours} hours of work',
  ),
  bought: both('Individuell rådgivning', 'Individual coaching'),
} as const

function describe(minutes: number): Text {
  return minutes === 0 ? DESCRIPTIONS.bought : fillText(DESCRIPTIONS.coaching, { hours: Math.round(minutes / 6) / 10 })
}

function paperAmount(law: DeMinimisLaw, { currency, minor, rate }: Amount, eurCents: number | null): PaperAmount {
  return { currency, minor, decimals: law.currencies[currency] ?? 2, rate: rate ?? null, eurCents }
}

/** The ceiling of the regulation itself on a day; null where none is known. */
function ceilingOn(law: DeMinimisLaw, regulation: string, on: PlainDate): number | null {
  const regime = law.acts.find((act) => act.regulation === regulation)?.regime
  return law.ceilings.find((ceiling) => ceiling.regime === regime && isValidOn(ceiling, on))?.eurCents ?? null
}

/** `numbers`: of the parties, by their id. A declaration without a support cannot be signed, and has no paper. */
export function declarationMaterial(
  law: DeMinimisLaw,
  content: DeclarationContent,
  support: NonNullable<DeclarationContent['support']>,
  numbers: ReadonlyMap<string, string>,
): DeclarationMaterial {
  const { on, regulation, memberState, authority, scheme, schemeReference, undertaking, restructurings } = content
  const { amountMinor: minor, currency, rate, eurCents, minutes } = support
  return {
    kind: 'declaration',
    ...{ memberState, regulation, authority },
    scheme: schemeOf(scheme, schemeReference),
    support: {
      amount: paperAmount(law, { currency, minor, ...(rate ? { rate } : {}) }, eurCents),
      description: describe(minutes),
    },
    ceilingEurCents: ceilingOn(law, regulation, on),
    since: addMonths(on, -36),
    members: undertaking.members.map(({ party, name, country, because }) => ({
      ...{ name, country, number: shownNumber(numbers.get(party), country), why: because },
    })),
    earlierAid: content.earlierAid.map((aid) => ({
      to: aid.name,
      authority: aid.authority,
      regulation: aid.regulation,
      awardedOn: aid.awardedOn,
      amount: paperAmount(law, aid.amount, euroCentsOf(law, aid.amount, aid.awardedOn)),
    })),
    restructurings: restructurings.known,
    activities: content.activities,
    accountsSeparated: content.accountsSeparated,
    conditions: content.conditions,
    nothingElse: content.assurance,
  }
}

/** As it is written; a person's own is masked. */
function shownNumber(number: string | undefined, country: string | null): string | null {
  if (number === undefined) return null
  return (country === 'SE' ? checkNumber('se-orgnr', number).value : null) ?? number
}

const euroCentsOf = (law: DeMinimisLaw, amount: Amount, on: PlainDate) =>
  amountFaults(law, amount, on, []).length > 0 ? null : toEurCents(law, amount)

const schemeOf = (name: string, reference: string) => (name === '' && reference === '' ? null : { name, reference })

/** What papers tell of a line of the ledger, and of the support it came from. */
type TellingGrant = Pick<
  LedgerGrant,
  | 'memberState'
  | 'regulation'
  | 'awardedOn'
  | 'authority'
  | 'scheme'
  | 'reference'
  | 'currency'
  | 'minor'
  | 'rate'
  | 'eurCents'
>
type TellingSupport = Pick<Support, 'planned' | 'value' | 'currency'>
type Granted = { support: TellingSupport; grant: TellingGrant; headroomAfterEurCents: number | null }

/** What the company is told of a support that was granted. */
export function informationMaterial(
  law: DeMinimisLaw,
  { support, grant, headroomAfterEurCents }: Granted,
): AidInformationMaterial {
  const { memberState, regulation, authority, awardedOn, scheme, reference } = grant
  const act = law.acts.find((one) => one.regulation === regulation)
  return {
    kind: 'aid-information',
    ...{ memberState, regulation, authority, awardedOn, headroomAfterEurCents },
    scheme: schemeOf(scheme, reference),
    support: {
      amount: grantAmount(law, grant),
      description: describe(support.planned.staff.reduce((sum, { minutes }) => sum + minutes, 0)),
    },
    ceilingEurCents: ceilingOn(law, regulation, awardedOn),
    value: grant.minor === support.value.aidMinor ? valueLines(law, support) : [],
    register: (act && registerDuty(law, act.regime, memberState, awardedOn)) ?? null,
  }
}

export function certificateMaterial(
  law: DeMinimisLaw,
  declaration: DeclarationMaterial,
  declaredOn: PlainDate,
  grant: TellingGrant,
): Omit<AidCertificateMaterial, 'signatures'> {
  const { awardedOn, authority, reference } = grant
  return {
    kind: 'aid-certificate',
    declaration,
    declaredOn,
    decision: { awardedOn, authority, amount: grantAmount(law, grant), reference: reference || null },
  }
}

const grantAmount = (law: DeMinimisLaw, { currency, minor, rate, eurCents }: TellingGrant): PaperAmount =>
  paperAmount(law, { currency, minor, ...(rate ? { rate } : {}) }, eurCents)

const LINES = {
  staff: both(
    'Arbetstid, med påslag för lönekostnader och övriga kostnader',
    'Working time, with payroll and other costs on top',
  ),
  bought: both('Köpt för företaget', 'Bought for the enterprise'),
  group: both('Andra företags del av en gemensam aktivitet', 'The part of other enterprises in a shared activity'),
  paid: both('Företaget betalar', 'Paid by the enterprise'),
  notPublic: both('Del som inte är offentlig finansiering', 'Part that is not public financing'),
  aid: both('Stödets värde', 'Value of the aid'),
} as const

/** The steps from the cost to the aid; those of nothing are left out. */
function valueLines(law: DeMinimisLaw, { value, currency }: TellingSupport): AidInformationMaterial['value'] {
  const { staffMinor, boughtMinor, fullMinor, costMinor, paidMinor, aidMinor } = value
  const steps: [Text, number][] = [
    [LINES.staff, staffMinor],
    [LINES.bought, boughtMinor],
    [LINES.group, costMinor - fullMinor],
    [LINES.paid, -paidMinor],
    [LINES.notPublic, aidMinor - Math.max(0, costMinor - paidMinor)],
  ]
  const decimals = law.currencies[currency] ?? 2
  const line = ([text, minor]: [Text, number]) => {
    const inLanguage = (language: 'sv' | 'en') => amountText({ currency, minor, decimals }, wordingIn(language))
    return { text, amount: { sv: inLanguage('sv'), en: inLanguage('en') } }
  }
  return [...steps.filter(([, minor]) => minor !== 0), [LINES.aid, aidMinor] as [Text, number]].map(line)
}
