import type { Text } from '../../kernel/text.ts'
import type { Block } from '../../reports/content/schema.ts'
import type { Wording } from '../../reports/content/wording.ts'
import { AUTHORITIES } from '../signing/consent.ts'
import type { PaperAmount, SignatureRecordMaterial } from './material.ts'

/** What several papers say in the same words. */

/** Plain words in both languages, chosen where they are used: `w.pick(both('ja', 'yes'))`. */
export const both = (sv: string, en: string): Text => ({ sv, en })

const decimalsOf = (minor: number, places: number) => (minor % 10 ** places === 0 ? 0 : places)

/** `500 000 kr`, `44 642,86 euro`; `SEK 500,000`, `EUR 44,642.86`. Whole amounts without decimals. */
export function amountText(
  { currency, minor, decimals }: Pick<PaperAmount, 'currency' | 'minor' | 'decimals'>,
  w: Wording,
): string {
  const amount = w.number(minor / 10 ** decimals, decimalsOf(minor, decimals)).replace('-', '−')
  if (w.language === 'en') return `${currency} ${amount}`
  return `${amount} ${currency === 'SEK' ? 'kr' : currency === 'EUR' ? 'euro' : currency}`
}

export const euroText = (eurCents: number, w: Wording): string =>
  amountText({ currency: 'EUR', minor: eurCents, decimals: 2 }, w)

/** `44 642,86 euro (1 euro = 11,20 SEK, 1 november 2026, InforEuro)`; empty for euro, and where no rate is known. */
export function rateText({ currency, rate, eurCents }: PaperAmount, w: Wording): string {
  if (!rate || eurCents === null) return ''
  const perEuro = w.language === 'sv' ? rate.perEuro.replace('.', ',') : rate.perEuro
  const of = `${w.longDay(rate.day)}, ${rate.source}`
  return w.language === 'sv'
    ? `${euroText(eurCents, w)} (1 euro = ${perEuro} ${currency}, ${of})`
    : `${euroText(eurCents, w)} (EUR 1 = ${currency} ${perEuro}, ${of})`
}

/** The same as short as it can be, for a cell: `4 464,29 euro, kurs 11,20`. */
export function shortRateText({ rate, eurCents }: PaperAmount, w: Wording): string {
  if (!rate || eurCents === null) return ''
  return w.language === 'sv'
    ? `${euroText(eurCents, w)}, kurs ${rate.perEuro.replace('.', ',')}`
    : `${euroText(eurCents, w)} at ${rate.perEuro}`
}

/** `artikel 6.1 i förordning (EU) 2023/2831`; in English as the file of the law has it. */
export function articleText(article: string, w: Wording): string {
  const found = /^Regulation \(EU\) (No )?(\S+), Art\. (\d+)(?:\((\d+)\))?$/.exec(article)
  if (w.language === 'en' || !found) return article
  const [, old, number, main, part] = found
  return `artikel ${part ? `${main}.${part}` : main} i förordning (EU) ${old ? 'nr ' : ''}${number}`
}

export const yesNo = (answer: boolean | null | undefined, w: Wording): string =>
  answer === null || answer === undefined
    ? w.pick(both('inte besvarat', 'not answered'))
    : w.pick(answer ? both('ja', 'yes') : both('nej', 'no'))

type Fact = Extract<Block, { kind: 'facts' }>['items'][number]

/** Facts with something to say. */
export function facts(items: readonly (readonly [term: Text, text: string])[], w: Wording): Block {
  const said: Fact[] = items.flatMap(([term, text]) => (text === '' ? [] : [{ term: w.pick(term), text }]))
  return { kind: 'facts', items: said }
}

const METHODS: Readonly<Record<string, Text>> = {
  session: both(
    'inloggad i Stegvis med en länk till sin e-postadress',
    'signed in to Stegvis by a link to their e-mail address',
  ),
  oidc: both('legitimerad hos en tjänst för e-legitimation', 'identified by a provider of electronic identities'),
}

/** Who signed, by what right, how they were known, and which bytes. */
export function signatureFacts({ signature }: Pick<SignatureRecordMaterial, 'signature'>, w: Wording): Block {
  const { name, statedAuthority, method, assurance, on, at, timeZone, documentSha256 } = signature
  return facts(
    [
      [both('Undertecknat av', 'Signed by'), name],
      [both('Rätt att skriva under', 'Authority, as stated'), w.pick(AUTHORITIES[statedAuthority])],
      [both('Tidpunkt', 'Time'), `${w.longDay(on)} ${w.language === 'sv' ? 'kl. ' : ''}${at} (${timeZone})`],
      [both('Så är personen känd', 'How the person is known'), w.pick(METHODS[method] ?? both(method, method))],
      [both('E-postadress', 'E-mail address'), assurance.account],
      [both('Utfärdare', 'Provider'), assurance.issuer ?? ''],
      [both('Tillitsnivå', 'Level of assurance'), assurance.level ?? ''],
      [both('Identitet hos utfärdaren', 'Identity with the provider'), assurance.identifier ?? ''],
      [both('Filens kontrollsumma (SHA-256)', 'Checksum of the file (SHA-256)'), grouped(documentSha256)],
    ],
    w,
  )
}

/** In groups of eight, so that the line can break and two people can compare it. */
const grouped = (sha256: string): string => sha256.replace(/.{8}(?=.)/g, '$& ')
