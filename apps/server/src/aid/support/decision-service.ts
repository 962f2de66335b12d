import { toEurCents } from '@stegvis/core/aid/de-minimis/amount.ts'
import type { PlannedAnswer } from '@stegvis/core/aid/de-minimis/planned/planned.ts'
import { checkDecision, supportStep } from '@stegvis/core/aid/support/rules.ts'
import type { DecisionInput } from '@stegvis/core/aid/support/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { recordEvent } from '../../audit/store.ts'
import { requireInCompany } from '../../companies/access.ts'
import { keyOf } from '../../companies/key.ts'
import type { Tx } from '../../db/tenancy.ts'
import { Problem } from '../../http/problem.ts'
import { judge, readSaid } from '../gate/judge.ts'
import { partyOf } from '../groups/service.ts'
import { DE_MINIMIS_LAW } from '../law.ts'
import { insertGrant } from '../ledger/grant-store.ts'
import { requireRate } from '../ledger/rates.ts'
import { type CompanyLedger, lockLedger } from '../ledger/service.ts'
import { getSupport, written } from './service.ts'
import { type StoredDecision, type StoredSupport, updateSupport } from './store.ts'

/** Ids are made outside the transaction, which may run again. */
type Moment = { grantId: RecordId; today: PlainDate; now: string }

/**
 * Records what the authority decided. An award is made only while the undertaking is held, so that of two against the
 * same headroom the second sees the first. Answers whether a grant was added.
 *
 * Throws `aid-over-ceiling` and `aid-not-grantable` with the rules' answer, and `reason-required` where a person has
 * to decide and has not said why.
 */
export async function decideSupport(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  id: RecordId,
  input: DecisionInput,
  moment: Moment,
): Promise<boolean> {
  await requireInCompany(tx, actor, 'aid.grant', companyId)
  const party = await partyOf(tx, actor, companyId, moment.now)
  const ledger = input.outcome === 'granted' ? await lockLedger(tx, actor, companyId, input.decidedOn) : null
  const support = await getSupport(tx, actor, companyId, id)
  if (isRepeat(support, input)) return false
  const step = supportStep(support.state, input.outcome)
  if (!step.ok) throw new Problem(step.problem, step.detail)
  const checked = checkDecision(input, support.amountMinor, moment.today)
  if (!checked.ok) throw new Problem(checked.problem, checked.detail)
  if (!ledger) await refuse(tx, actor, support, input, moment)
  else await award(tx, actor, { ledger, support, party, minor: checked.value }, input, moment)
  return ledger !== null
}

/** The same decision sent twice is one: the answer to the first may have been lost. */
function isRepeat({ decision, revision }: StoredSupport, input: DecisionInput): boolean {
  return (
    decision !== null &&
    revision === input.revision + 1 &&
    decision.outcome === input.outcome &&
    decision.decidedOn === input.decidedOn &&
    decision.reference === input.reference
  )
}

async function refuse(tx: Tx, actor: Actor, support: StoredSupport, input: DecisionInput, { now }: Moment) {
  const { outcome: _, revision, decidedOn, authority, reference, reason } = input
  const decision: StoredDecision = { outcome: 'refused', authority, reference, reason, judged: null }
  const unchanged = { amountMinor: support.amountMinor, rate: null, amountEurCents: null }
  const by = { by: actor.personId, at: now }
  const change = { state: 'refused' as const, decision, decidedOn, ...by, ...unchanged }
  await written(updateSupport(tx, actor.programmeId, support.id, revision, change))
  const detail = { decidedOn, authority, reference, reason }
  const { companyId, id: subjectId } = support
  await recordEvent(tx, actor, { kind: 'aid.support-refused', companyId, subjectId, detail, audience: 'all' })
}

type Award = { ledger: CompanyLedger; support: StoredSupport; party: RecordId; minor: number }

async function award(
  tx: Tx,
  actor: Actor,
  { ledger, support, party, minor }: Award,
  input: DecisionInput,
  { grantId, now }: Moment,
): Promise<void> {
  const { companyId, currency } = support
  const { decidedOn, authority, reference, reason } = input
  const { rules } = ledger
  const { rate = null, ...amount } = await requireRate(tx, { currency, minor }, decidedOn, rules.ratePolicy)
  const eurCents = toEurCents(DE_MINIMIS_LAW, { ...amount, ...(rate && { rate }) })
  const said = await readSaid(tx, keyOf(actor, companyId))
  const judged = await judge(tx, ledger, said, amount, decidedOn)
  if (!judged.ok) throw new Problem('aid-not-judged', undefined, { missing: judged.missing })
  requireGrantable(judged.answer, reason)
  const decision: StoredDecision = { outcome: 'granted', authority, reference, reason, judged: judged.answer }
  const decided = {
    decision,
    decidedOn,
    by: actor.personId,
    at: now,
    amountMinor: minor,
    rate,
    amountEurCents: eurCents,
  }
  await written(updateSupport(tx, actor.programmeId, support.id, input.revision, { state: 'granted', ...decided }))
  await insertGrant(tx, actor.programmeId, {
    ...{ id: grantId, party, companyId, origin: 'programme', supportId: support.id, declarationId: null },
    ...{ memberState: rules.memberState, regulation: rules.regulation, awardedOn: decidedOn, currency, minor, rate },
    ...{ eurCents, authority, scheme: rules.scheme, instrument: rules.instrument, reference },
    ...{ industryCode: said.activities[0]?.code ?? '', by: actor.personId, at: now },
  })
  const detail = { grantId, decidedOn, authority, reference, reason, amountMinor: minor, currency, eurCents }
  const event = { companyId, subjectId: support.id, detail, audience: 'all' as const }
  await recordEvent(tx, actor, { kind: 'aid.granted', ...event })
}

function requireGrantable(answer: PlannedAnswer, reason: string): void {
  if (!answer.withinCeiling) throw new Problem('aid-over-ceiling', undefined, { judged: answer })
  if (answer.verdict === 'block') throw new Problem('aid-not-grantable', undefined, { judged: answer })
  if (answer.verdict === 'review' && reason === '') {
    throw new Problem('reason-required', undefined, { judged: answer })
  }
}
