import { type Amount, toEurCents } from '@stegvis/core/aid/de-minimis/amount.ts'
import { actOn } from '@stegvis/core/aid/de-minimis/law.ts'
import { grantFaults } from '@stegvis/core/aid/de-minimis/ledger/grant.ts'
import { type Fault, faultAt } from '@stegvis/core/aid/input.ts'
import { asAidGrant, amountOf as grantAmount } from '@stegvis/core/aid/ledger/rules.ts'
import type { Reconciled } from '@stegvis/core/aid/register/import/reconcile.ts'
import type { ImportApply, ImportFacts } from '@stegvis/core/aid/register/import/schema.ts'
import { registrationFaults } from '@stegvis/core/aid/register/rules.ts'
import type { AidRules } from '@stegvis/core/aid/rules/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { recordEvent } from '../../../audit/store.ts'
import type { Tx } from '../../../db/tenancy.ts'
import { refuseFaults } from '../../../http/faults.ts'
import { Problem } from '../../../http/problem.ts'
import { holdProgramme } from '../../../programmes/service.ts'
import { partyOf } from '../../groups/service.ts'
import { DE_MINIMIS_LAW } from '../../law.ts'
import { rewriteGrant } from '../../ledger/grant-service.ts'
import { type GrantColumns, insertGrant, type StoredGrant } from '../../ledger/grant-store.ts'
import { withRate } from '../../ledger/rates.ts'
import { readRules } from '../../rules/service.ts'
import { entryOf, registerAs } from '../service.ts'
import { type Comparison, compare } from './compare.ts'
import { getImport } from './service.ts'
import type { StoredImport } from './store.ts'

/** `ids` are made outside the transaction, which may run again: one for each choice. */
type Moment = { today: PlainDate; now: string; ids: readonly RecordId[] }

const SENTENCES = {
  noDay: {
    sv: 'Raden säger inte när stödet registrerades. Ange dagen.',
    en: 'The row does not say when the aid was registered. State the day.',
  },
} as const

/**
 * Takes over what somebody has chosen of a list, all of it or nothing. A row that agrees by now is passed over, so that
 * the same call again changes nothing. Throws `changed-meanwhile` where a row no longer offers what was chosen, and
 * `invalid-input` with the place of each choice that cannot be.
 */
export async function applyList(
  tx: Tx,
  actor: Actor,
  id: RecordId,
  { registeredOn, choices }: ImportApply,
  moment: Moment,
): Promise<void> {
  await holdProgramme(tx, actor)
  const list = await getImport(tx, actor, id)
  const comparison = await compare(tx, actor, list, moment.today, { locked: true })
  const { rules } = await readRules(tx, actor)
  const rows = new Map(comparison.rows.map((row) => [row.line.row, row]))
  const scene: Scene = { tx, actor, list, comparison, rules, registeredOn, moment }
  const steps: Step[] = []
  for (const [place, { row: number, choice }] of choices.entries()) {
    const row = rows.get(number)
    if (!row) throw new Problem('not-found')
    if (row.offers.includes(choice)) steps.push(await STEPS[choice](scene, row, place))
    else if (row.outcome !== 'same') throw new Problem('changed-meanwhile')
  }
  refuseFaults(steps.flatMap(({ faults }) => faults))
  for (const { write } of steps) await write()
  if (steps.length === 0) return
  const detail = { name: list.name, kind: list.kind, count: steps.length }
  await recordEvent(tx, actor, { kind: 'aid.list-applied', subjectId: id, detail, audience: 'office' })
}

type Scene = {
  tx: Tx
  actor: Actor
  list: StoredImport
  comparison: Comparison
  rules: AidRules
  registeredOn: PlainDate | null
  moment: Moment
}

/** What is wrong with a choice, or what it does once nothing is wrong with any. */
type Step = { faults: Fault[]; write(): Promise<void> }

const STEPS = { add, correct, confirm }

/** Aid that the ledger does not have. */
async function add(scene: Scene, { line }: Reconciled, place: number): Promise<Step> {
  const { tx, actor, comparison, rules, moment } = scene
  const facts = line.facts!
  const holder = comparison.holderOf(facts)!
  const { awardedOn } = facts
  const valued = await inMoney(scene, facts, place)
  const columns: Omit<GrantColumns, 'currency' | 'minor' | 'rate' | 'eurCents'> = {
    memberState: facts.memberState ?? rules.memberState,
    regulation: facts.regulation ?? actOn(DE_MINIMIS_LAW, 'general', awardedOn)?.regulation ?? rules.regulation,
    awardedOn,
    authority: facts.authority ?? '',
    scheme: facts.scheme ?? '',
    instrument: facts.instrument ?? '',
    industryCode: facts.industryCode ?? '',
    reference: facts.reference ?? facts.registerReference ?? '',
  }
  const write = async () => {
    const { companyId } = holder
    const party = companyId ? await partyOf(tx, actor, companyId, moment.now) : holder.party
    const id = moment.ids[place]!
    const amount = columnsOfAmount(valued.amount!)
    await insertGrant(tx, actor.programmeId, {
      ...{ id, party, companyId, origin: 'imported', supportId: null, declarationId: null },
      ...{ ...columns, ...amount, by: actor.personId, at: moment.now },
    })
    const detail = { ...columns, amount: valued.amount, list: scene.list.name }
    const about = { ...(companyId && { companyId }), subjectId: id, detail, audience: 'all' as const }
    await recordEvent(tx, actor, { kind: 'aid.earlier-entered', ...about })
  }
  return { faults: valued.faults, write }
}

/** A line that others awarded, as the file has it. What it was stays in its history. */
async function correct(scene: Scene, { line, grantId, differences }: Reconciled, place: number): Promise<Step> {
  const { tx, actor, comparison, list, moment } = scene
  const grant = comparison.stored.get(grantId!)!
  const facts = line.facts!
  const there = Object.fromEntries(differences.map((difference) => [difference.field, difference.there]))
  const isOtherAmount = ['minor', 'eurCents', 'currency'].some((field) => field in there)
  const valued = isOtherAmount
    ? await inMoney(scene, facts, place)
    : await sameValue(scene, grant, facts.awardedOn, place)
  const words = ['memberState', 'regulation', 'awardedOn', 'authority', 'scheme', 'instrument'] as const
  const kept = Object.fromEntries(
    [...words, 'industryCode' as const, 'reference' as const].map((field) => [field, there[field] ?? grant[field]]),
  ) as Omit<GrantColumns, 'currency' | 'minor' | 'rate' | 'eurCents'>
  const faults = valued.amount ? ledgerFaults(grant, kept, valued.amount, place) : valued.faults
  const write = async () => {
    const columns = { ...kept, ...columnsOfAmount(valued.amount!) }
    const companyId = comparison.holderOf(facts)?.companyId ?? grant.companyId
    const reason = `${list.name}, ${line.row}`
    await rewriteGrant(tx, actor, { grant, companyId, columns, reason }, { ...moment, changeId: moment.ids[place]! })
  }
  return { faults, write }
}

/** That the register has an award of ours as the file says, which may be otherwise than here. */
async function confirm(scene: Scene, { line, grantId, differences }: Reconciled, place: number): Promise<Step> {
  const { tx, actor, comparison, moment } = scene
  const grant = comparison.own.get(grantId!)!
  const facts = line.facts!
  const registeredOn = facts.registeredOn ?? scene.registeredOn
  const reference = facts.registerReference ?? facts.reference ?? ''
  const at = ['choices', place]
  if (registeredOn === null) return { faults: [faultAt(at, SENTENCES.noDay)], write: async () => {} }
  const entry = { ...entryOf(grant), ...Object.fromEntries(differences.map(({ field, there }) => [field, there])) }
  const said = { id: moment.ids[place]!, revision: grant.revision, registeredOn, reference, entry }
  return {
    faults: registrationFaults(said, grant, moment.today, at),
    write: () => registerAs(tx, actor, grant, said, moment),
  }
}

type Valued = { amount: Amount; faults: Fault[] } | { amount: null; faults: Fault[] }

/** In the currency of the row with the rate of its day; in euro where the file has them and no rate is known. */
async function inMoney({ tx, rules }: Scene, facts: ImportFacts, place: number): Promise<Valued> {
  const { currency, minor, eurCents, awardedOn } = facts
  if (currency === null || minor === null) return { amount: { currency: 'EUR', minor: eurCents! }, faults: [] }
  const valued = await withRate(tx, { currency, minor }, awardedOn, rules.ratePolicy)
  if (valued.ok) return { amount: valued.amount, faults: [] }
  if (eurCents !== null) return { amount: { currency: 'EUR', minor: eurCents }, faults: [] }
  return { amount: null, faults: [faultAt(['choices', place], valued.missing)] }
}

/** The amount as it is; on another day of award, at the rate of that. */
async function sameValue(scene: Scene, grant: StoredGrant, awardedOn: PlainDate, place: number): Promise<Valued> {
  if (awardedOn === grant.awardedOn || grant.rate === null) return { amount: grantAmount(grant), faults: [] }
  const { currency, minor } = grant
  const valued = await withRate(scene.tx, { currency, minor }, awardedOn, scene.rules.ratePolicy)
  if (valued.ok) return { amount: valued.amount, faults: [] }
  return { amount: null, faults: [faultAt(['choices', place], valued.missing)] }
}

function columnsOfAmount(amount: Amount): Pick<GrantColumns, 'currency' | 'minor' | 'rate' | 'eurCents'> {
  const { currency, minor, rate = null } = amount
  return { currency, minor, rate, eurCents: toEurCents(DE_MINIMIS_LAW, amount) }
}

/** What the decisions that lowered a line do not allow it to become. */
function ledgerFaults(
  grant: StoredGrant,
  kept: Omit<GrantColumns, 'currency' | 'minor' | 'rate' | 'eurCents'>,
  amount: Amount,
  place: number,
): Fault[] {
  const line = asAidGrant({ ...grant, ...kept, ...amount, rate: amount.rate ?? null })
  const faults = grantFaults(DE_MINIMIS_LAW, [line], new Set([grant.party]), [])
  return faults.map(({ message }) => faultAt(['choices', place], message))
}
