import { z } from 'zod'
import { Text } from '../../kernel/text.ts'
import { type Fillings, fillText } from '../../models/fill-text.ts'

/** What an answer says in words, by code. `{name}` is filled in. */
const SENTENCES = {
  OVER_CEILING: {
    sv: 'Stödet på {planned} euro går över taket: {left} euro återstår av {ceiling}. Inget av det nya stödet får då ges som försumbart stöd.',
    en: 'The aid of EUR {planned} goes over the ceiling: EUR {left} of {ceiling} is left. None of the new aid may then be given as de minimis aid.',
  },
  LATER_GRANT: {
    sv: 'Stöd som är beviljat senare än dagen räknas med: ingen treårsperiod som omfattar dagen får gå över taket.',
    en: 'Aid awarded after the day is counted: no period of three years that includes the day may go over the ceiling.',
  },
  BOUNDARY: {
    sv: 'Ett stöd från exakt samma datum tre år tidigare avgör. Förordningen säger inte om det räknas.',
    en: 'A grant of exactly the same date three years earlier decides. The regulation does not say whether it counts.',
  },
  NATURAL_PERSON: {
    sv: 'Samma person bestämmer över fler företag, och tillsammans går de över taket. En person gör inte företagen till ett enda, men någon behöver bedöma om personen själv är verksam i dem.',
    en: 'The same person controls more enterprises, and together they go over the ceiling. A person does not make them one undertaking, but somebody has to judge whether the person is active in them.',
  },
  FOREIGN_LINK: {
    sv: 'Svaret hänger på ett företag i ett annat land, som här räknas som länk. Någon behöver bedöma om det gör det.',
    en: 'The answer depends on an enterprise in another country, counted here as a link. Somebody has to judge whether it is one.',
  },
  UNIVERSITY_OWNER: {
    sv: 'Svaret hänger på ett lärosäte som äger företag. Är det ett offentligt organ länkar det dem inte.',
    en: 'The answer depends on a university that owns enterprises. If it is a public body it does not link them.',
  },
  SPLIT_UNALLOCATED: {
    sv: 'Ett delat företags stöd går inte att fördela: varken den stödda verksamheten eller eget kapital är angivet. Hela stödet räknas tills det är det.',
    en: 'The aid of an enterprise that was split cannot be allocated: neither the supported activity nor the equity is given. All of it counts until they are.',
  },
  CEILING_UNVERIFIED: {
    sv: 'Taket för den här stödformen är inte bekräftat.',
    en: 'The ceiling of this kind of aid is not confirmed.',
  },
  NO_ACT: {
    sv: 'Det finns inget tak att räkna mot den dagen: ingen förordning om stödformen gäller, eller så räknade den i räkenskapsår.',
    en: 'There is no ceiling to count against on that day: no regulation on this kind of aid is in force, or it counted in fiscal years.',
  },
  ACT_IN_TRANSITION: {
    sv: 'Förordningen har löpt ut. Under en övergångstid gäller den bara för stödordningar som fanns.',
    en: 'The regulation has expired. For a time it still covers aid schemes that existed.',
  },
  NO_DECLARATION: {
    sv: 'Företaget har inte skrivit under en försäkran om försumbart stöd.',
    en: 'The company has not signed a declaration of de minimis aid.',
  },
  DECLARATION_LATE: {
    sv: 'Försäkran är undertecknad efter den dag stödet beviljas.',
    en: 'The declaration was signed after the day of the award.',
  },
  DECLARATION_OUTDATED: {
    sv: 'Stöd har beviljats efter att försäkran skrevs under. Företaget behöver bekräfta den på nytt.',
    en: 'Aid was awarded after the declaration was signed. The company has to confirm it again.',
  },
  EXCLUDED_PRIMARY_FISHERY: {
    sv: 'Förordningen gäller inte primärproduktion inom fiske och vattenbruk.',
    en: 'The regulation is not for primary production of fishery and aquaculture products.',
  },
  EXCLUDED_PRIMARY_AGRI: {
    sv: 'Förordningen gäller inte primärproduktion av jordbruksprodukter.',
    en: 'The regulation is not for primary production of agricultural products.',
  },
  EXCLUDED_FISHERY_PRICE: {
    sv: 'Stöd till beredning och saluföring av fisk får inte bestämmas av pris eller mängd.',
    en: 'Aid to processing and marketing fish may not be fixed by price or quantity.',
  },
  EXCLUDED_AGRI_PRICE: {
    sv: 'Stöd till bearbetning och saluföring av jordbruksprodukter får inte bestämmas av pris eller mängd.',
    en: 'Aid to processing and marketing agricultural products may not be fixed by price or quantity.',
  },
  EXCLUDED_AGRI_PASSED_ON: {
    sv: 'Stödet får inte villkoras av att det förs vidare till primärproducenter.',
    en: 'The aid may not be conditional on being passed on to primary producers.',
  },
  EXCLUDED_EXPORT: {
    sv: 'Stödet får inte gälla export: exporterade mängder, distributionsnät eller löpande exportkostnader.',
    en: 'The aid may not be for export: quantities exported, a distribution network or current export costs.',
  },
  EXCLUDED_DOMESTIC: {
    sv: 'Stödet får inte villkoras av att inhemska varor används i stället för importerade.',
    en: 'The aid may not be conditional on using domestic goods over imported ones.',
  },
  NOT_THE_SECTOR: {
    sv: 'Förordningen gäller bara {sector}.',
    en: 'The regulation is for {sector} only.',
  },
  SECTOR_UNCLEAR: {
    sv: 'Det framgår inte om verksamhet {activity} är undantagen eller om villkoren för den är uppfyllda.',
    en: 'It is not clear whether activity {activity} is excluded, or whether its conditions are met.',
  },
  ACCOUNTS_NOT_SEPARATED: {
    sv: 'Företaget har också verksamhet som förordningen inte gäller, och håller den inte isär i redovisningen.',
    en: 'The company also has activities the regulation is not for, and does not keep them apart in its accounts.',
  },
  ACCOUNTS_UNANSWERED: {
    sv: 'Företaget har också verksamhet som förordningen inte gäller. Fråga om den hålls isär i redovisningen.',
    en: 'The company also has activities the regulation is not for. Ask whether its accounts keep them apart.',
  },
  CUMULATION: {
    sv: 'Med annat statligt stöd blir det {percent} % av samma kostnader. Högst tillåtet är {limit} %.',
    en: 'With other State aid it comes to {percent} % of the same costs. At most {limit} % is allowed.',
  },
  CUMULATION_AMOUNT: {
    sv: 'Med annat statligt stöd för samma kostnader blir det mer än det högsta tillåtna beloppet.',
    en: 'With other State aid for the same costs it comes to more than the highest amount allowed.',
  },
  NOT_SME_TARGET: {
    sv: 'Företaget är inget litet eller medelstort företag. Det hindrar inte försumbart stöd, men kan ligga utanför programmets målgrupp.',
    en: 'The company is not a small or medium-sized enterprise. That does not bar de minimis aid, but may be outside the programme’s target group.',
  },
} as const satisfies Record<string, Text>

export const ReasonCode = z.enum(Object.keys(SENTENCES) as [keyof typeof SENTENCES])
export type ReasonCode = keyof typeof SENTENCES

/** `note` tells and changes nothing. */
export const Effect = z.enum(['block', 'review', 'note'])
export type Effect = z.infer<typeof Effect>

export const Verdict = z.enum(['pass', 'review', 'block'])
export type Verdict = z.infer<typeof Verdict>

export const Reason = z.strictObject({
  code: ReasonCode,
  effect: Effect,
  text: Text,
  source: z.string().describe('Regulation and article'),
})
export type Reason = z.infer<typeof Reason>

export function reason(code: ReasonCode, effect: Effect, source: string, details: Fillings = {}): Reason {
  return { code, effect, text: fillText(SENTENCES[code], details), source }
}

/** The strictest of the effects; without any, a pass. */
export function verdictOf(reasons: readonly { effect: Effect }[]): Verdict {
  if (reasons.some(({ effect }) => effect === 'block')) return 'block'
  return reasons.some(({ effect }) => effect === 'review') ? 'review' : 'pass'
}
