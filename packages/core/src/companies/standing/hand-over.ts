import { accept, type Decision, refuse } from '../../kernel/decision.ts'
import type { PartnerId, PersonId } from '../../kernel/ids.ts'

/** Somebody who holds the role of coach now, and the partners they hold it within; null is all of them. */
export type CoachCandidate = { personId: PersonId; partnerIds: readonly (PartnerId | null)[] }

/**
 * Who becomes the coach. A coach works for a partner, so a company that has one is coached from there;
 * a company without a partner takes anyone. Handing over to the present coach changes nothing and is allowed,
 * so that a repeated request answers as the first did.
 */
export function handOver(
  company: { partnerId: PartnerId | null; coachId: PersonId | null },
  candidate: CoachCandidate | undefined,
): Decision<{ coachId: PersonId; changed: boolean }> {
  if (!candidate) return refuse('coach-not-in-partner', 'the person is not a coach of the programme')
  const { partnerId } = company
  const fits = partnerId === null || candidate.partnerIds.some((id) => id === null || id === partnerId)
  if (!fits) return refuse('coach-not-in-partner')
  return accept({ coachId: candidate.personId, changed: company.coachId !== candidate.personId })
}
