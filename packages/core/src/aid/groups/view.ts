import type { PlainDate } from '../../kernel/day.ts'
import { describeMember } from '../de-minimis/ledger/headroom.ts'
import { singleUndertaking } from '../de-minimis/undertaking.ts'
import type { SmeDefinition } from '../size/definition.ts'
import { reason } from '../size/reasons.ts'
import { exceptionDetails } from '../size/status-reasons.ts'
import { becauseTexts } from '../size/words.ts'
import type { CompanyGroup, SmeGroupView } from './picture.ts'
import type { GroupFacts } from './schema.ts'
import { smeGroup } from './sme-group.ts'

/** Whose figures count together for the SME definition on a day, each with why. */
export function smeGroupView(
  facts: GroupFacts,
  enterprise: string,
  on: PlainDate,
  definition: SmeDefinition,
): SmeGroupView {
  const parties = new Map(facts.parties.map((party) => [party.id, party]))
  const group = smeGroup(facts, enterprise, on, definition)
  const texts = becauseTexts(group, parties)
  const member = (id: string, relation: SmeGroupView['members'][number]['relation'], sharePpm: number) => ({
    ...{ party: id, relation, sharePpm },
    text: texts.get(id)!,
  })
  return {
    members: [
      ...group.own.map(({ id }, at) => member(id, at === 0 ? 'own' : 'linked', 1_000_000)),
      ...group.partners.flatMap(({ members, sharePpm }) =>
        members.map(({ id, tie }) => member(id, tie ? 'linked-with-partner' : 'partner', sharePpm)),
      ),
    ],
    excepted: group.excepted.map((tie) => ({
      ...{ holders: tie.holders, owned: tie.owned, sharePpm: tie.sharePpm, exception: tie.exception! },
      text: reason('EXCEPTED_INVESTOR', exceptionDetails(tie, parties)).text,
    })),
    openMarkets: group.openMarkets,
    publicPpm: group.publicShare.controlledPpm,
  }
}

/** The single undertaking of a company on a day, each member with what joins it. */
export function undertakingView(
  facts: GroupFacts,
  enterprise: string,
  on: PlainDate,
  memberState: string,
): CompanyGroup['undertaking'] {
  const parties = new Map(facts.parties.map((party) => [party.id, party]))
  return singleUndertaking(facts, enterprise, on, memberState).map((member) => describeMember(member, parties))
}
