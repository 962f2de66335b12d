import type { Language, Text } from '../../kernel/text.ts'
import { fillText } from '../../models/fill-text.ts'
import type { Tie } from '../groups/links.ts'
import type { PartnerTie } from '../groups/partners.ts'
import type { Party } from '../groups/schema.ts'
import type { Member, PartnerSet, SmeGroup } from '../groups/sme-group.ts'

/** Why an enterprise's figures count, in the words of the Recommendation. */

type Parties = ReadonlyMap<string, Party>
type Counted = { member: Member; partner: PartnerSet | null }

const SENTENCES = {
  own: { sv: 'Företaget självt.', en: 'The enterprise itself.' },
  votes: {
    sv: '{holders} har {percent} % av rösterna i {to}: anknutna, räknas helt.',
    en: '{holders} {has} {percent} % of the votes in {to}: linked, counted in full.',
  },
  'board-majority': {
    sv: '{from} får utse de flesta i styrelsen för {to}: anknutna, räknas helt.',
    en: '{from} may appoint most of the board of {to}: linked, counted in full.',
  },
  contract: {
    sv: '{from} styr {to} genom avtal eller bolagsordning: anknutna, räknas helt.',
    en: '{from} dominates {to} by contract or articles: linked, counted in full.',
  },
  'shareholder-agreement': {
    sv: '{from} råder över de flesta rösterna i {to} genom avtal med andra ägare: anknutna, räknas helt.',
    en: '{from} controls most of the votes in {to} by agreement with other owners: linked, counted in full.',
  },
  persons: {
    sv: '{persons} bestämmer över både {from} och {to}, {market}: anknutna, räknas helt.',
    en: '{persons} {decide} over both {from} and {to}, {market}: linked, counted in full.',
  },
  partner: {
    sv: '{holders} har {percent} % i {owned}: partnerföretag, räknas med {share} %.',
    en: '{holders} {has} {percent} % in {owned}: partner, counted at {share} %.',
  },
  ofPartner: {
    sv: '{tie} Hör till ett partnerföretag och räknas med {share} %.',
    en: '{tie} Belongs to a partner, counted at {share} %.',
  },
  covered: {
    sv: '{because} Ingår redan i koncernredovisningen för {parent}.',
    en: '{because} Within the consolidated accounts of {parent} already.',
  },
} as const satisfies Record<string, Text>

const MARKETS: Record<'same' | 'adjacent' | 'unknown', Text> = {
  same: { sv: 'på samma marknad', en: 'on the same market' },
  adjacent: { sv: 'på närliggande marknader', en: 'on adjacent markets' },
  unknown: { sv: 'på marknader som ingen har bedömt', en: 'on markets that nobody has judged' },
}

/** By member of the group. */
export function becauseTexts({ own, partners }: SmeGroup, parties: Parties): Map<string, Text> {
  const counted: Counted[] = [
    ...own.map((member) => ({ member, partner: null })),
    ...partners.flatMap((partner) => partner.members.map((member) => ({ member, partner }))),
  ]
  return new Map(counted.map((each) => [each.member.id, ofMember(each, parties)]))
}

export function coveredText(because: Text, parent: string): Text {
  return fillText(SENTENCES.covered, { because, parent })
}

function ofMember({ member: { id, tie }, partner }: Counted, parties: Parties): Text {
  if (!partner) return tie ? tieText(tie, parties) : SENTENCES.own
  const share = partner.sharePpm / 10_000
  if (tie) return fillText(SENTENCES.ofPartner, { tie: withoutEffect(tieText(tie, parties)), share })
  const own = partner.ties.filter(({ owned, holders }) => owned === id || holders.includes(id))
  return joined(own.map((found) => partnerText(found, parties, share)))
}

/** Inside a partner, what the tie means for the sum is told by the partner's share. */
function withoutEffect({ sv, en }: Text): Text {
  return { sv: sv.replace(/: [^:]*\.$/, '.'), en: en.replace(/: [^:]*\.$/, '.') }
}

function tieText(tie: Tie, parties: Parties): Text {
  const [from, to] = [nameOf(parties, tie.from), nameOf(parties, tie.to)]
  switch (tie.by) {
    case 'votes':
      return fillText(SENTENCES.votes, { ...holding(tie.holders, parties), percent: tie.votesPpm / 10_000, to })
    case 'control':
      return fillText(SENTENCES[tie.means], { from, to })
    case 'persons': {
      const decide = tie.persons.length > 1 ? 'decide' : 'decides'
      return fillText(SENTENCES.persons, {
        persons: names(tie.persons, parties),
        decide,
        from,
        to,
        market: MARKETS[tie.answer],
      })
    }
  }
}

function partnerText({ holders, owned, sharePpm }: PartnerTie, parties: Parties, share: number): Text {
  const percent = sharePpm / 10_000
  return fillText(SENTENCES.partner, { ...holding(holders, parties), percent, owned: nameOf(parties, owned), share })
}

function holding(holders: readonly string[], parties: Parties) {
  return { holders: names(holders, parties), has: holders.length > 1 ? 'have' : 'has' }
}

function joined(texts: readonly Text[]): Text {
  return { sv: texts.map(({ sv }) => sv).join(' '), en: texts.map(({ en }) => en).join(' ') }
}

function nameOf(parties: Parties, id: string): string {
  return parties.get(id)?.name ?? id
}

/** `A, B och C`. */
export function names(ids: readonly string[], parties: Parties): Text {
  const list = [...new Set(ids)].map((id) => nameOf(parties, id))
  const inLanguage = (and: string) =>
    list.length > 1 ? `${list.slice(0, -1).join(', ')} ${and} ${list.at(-1)}` : (list[0] ?? '')
  const words: Record<Language, string> = { sv: 'och', en: 'and' }
  return { sv: inLanguage(words.sv), en: inLanguage(words.en) }
}
