import { toEurCents } from '@stegvis/core/aid/de-minimis/amount.ts'
import { headroom } from '@stegvis/core/aid/de-minimis/ledger/headroom.ts'
import { changeFaults, isRecent, openIn, prefilled } from '@stegvis/core/aid/declaration/rules.ts'
import type { DeclarationChange, DeclarationContent, EarlierAid } from '@stegvis/core/aid/declaration/schema.ts'
import { amountOf } from '@stegvis/core/aid/ledger/rules.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId, DocumentId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { recordEvent } from '../../audit/store.ts'
import { requireInCompany } from '../../companies/access.ts'
import { keyOf } from '../../companies/key.ts'
import type { Tx } from '../../db/tenancy.ts'
import { refuseFaults } from '../../http/faults.ts'
import { Problem } from '../../http/problem.ts'
import { activitiesOf } from '../gate/judge.ts'
import { openSupport } from '../gate/service.ts'
import { DE_MINIMIS_LAW } from '../law.ts'
import { enterDeclared } from '../ledger/declared-service.ts'
import { withRate } from '../ledger/rates.ts'
import { receivers } from '../ledger/receivers.ts'
import { type CompanyLedger, questionOf, readLedger } from '../ledger/service.ts'
import { written } from '../support/service.ts'
import { listSupports, type StoredSupport } from '../support/store.ts'
import { findDeclaration, insertDraft, type StoredDeclaration, setSigned, updateDraft } from './store.ts'

type Moment = { today: PlainDate; now: string }

/** Begins a declaration with all that is known. A draft that is open already stays as it is. */
export async function beginDeclaration(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  id: RecordId,
  { today, now }: Moment,
): Promise<void> {
  await requireInCompany(tx, actor, 'aid.edit', companyId)
  const content = await knownContent(tx, actor, companyId, today)
  const added = await insertDraft(tx, keyOf(actor, companyId), { id, content, by: actor.personId, at: now })
  if (!added) return
  await recordEvent(tx, actor, { kind: 'aid.declaration-begun', companyId, subjectId: id, audience: 'all' })
}

/**
 * Fills a draft in again from what is known now, and keeps what the company has answered and added. What it answered
 * about its group is asked again where the group has changed.
 */
export async function refillDeclaration(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  id: RecordId,
  revision: number,
  { today }: Moment,
): Promise<void> {
  await requireInCompany(tx, actor, 'aid.edit', companyId)
  const { content: before } = await requireDraft(tx, actor, companyId, id)
  const fresh = await knownContent(tx, actor, companyId, today)
  const added = before.earlierAid.filter(({ grantId }) => grantId === null)
  const isSame = (part: 'undertaking' | 'restructurings') => {
    const known = (content: DeclarationContent) =>
      part === 'undertaking' ? content.undertaking.members.map(({ party }) => party) : content.restructurings.known
    return JSON.stringify(known(before)) === JSON.stringify(known(fresh))
  }
  const content: DeclarationContent = {
    ...fresh,
    undertaking: isSame('undertaking') ? before.undertaking : fresh.undertaking,
    restructurings: isSame('restructurings') ? before.restructurings : fresh.restructurings,
    earlierAid: [...fresh.earlierAid, ...added],
    activities: before.activities.length > 0 ? before.activities : fresh.activities,
    accountsSeparated: before.accountsSeparated,
    conditions: before.conditions,
  }
  await written(updateDraft(tx, actor.programmeId, id, revision, content))
  await recordEvent(tx, actor, { kind: 'aid.declaration-refilled', companyId, subjectId: id, audience: 'all' })
}

async function knownContent(tx: Tx, actor: Actor, companyId: CompanyId, today: PlainDate): Promise<DeclarationContent> {
  const ledger = await readLedger(tx, actor, companyId)
  const planned = openSupport(await listSupports(tx, keyOf(actor, companyId)))
  const { undertaking, lines } = headroom(DE_MINIMIS_LAW, questionOf(ledger, today))
  const members = undertaking.filter(({ party }) => party !== ledger.partyId)
  const counted = new Set(lines.filter(({ state }) => state !== 'other-undertaking').map(({ grant }) => grant))
  return prefilled({
    on: today,
    rules: ledger.rules,
    support: planned ? await declaredSupport(tx, ledger, planned, today) : null,
    members,
    group: ledger.facts,
    earlierAid: earlierAid(ledger, counted, today),
    activities: await activitiesOf(tx, companyId),
  })
}

async function declaredSupport(
  tx: Tx,
  { rules }: CompanyLedger,
  { id, amountMinor, currency, cost }: StoredSupport,
  today: PlainDate,
): Promise<NonNullable<DeclarationContent['support']>> {
  const valued = await withRate(tx, { currency, minor: amountMinor }, today, rules.ratePolicy)
  return {
    supportId: id,
    amountMinor,
    currency,
    eurCents: valued.ok ? toEurCents(DE_MINIMIS_LAW, valued.amount) : null,
    rate: valued.ok ? (valued.amount.rate ?? null) : null,
    minutes: cost.staff.reduce((sum, { minutes }) => sum + minutes, 0),
  }
}

function earlierAid({ lines, facts }: CompanyLedger, counted: ReadonlySet<string>, today: PlainDate): EarlierAid[] {
  return lines
    .filter(({ id, awardedOn }) => counted.has(id) && isRecent(awardedOn, today))
    .map((line) => ({
      id: line.id,
      grantId: line.id,
      party: line.party,
      name: facts.parties.find(({ id }) => id === line.party)?.name ?? '',
      memberState: line.memberState,
      authority: line.authority || '–',
      regulation: line.regulation,
      awardedOn: line.awardedOn,
      amount: amountOf(line),
      programme: line.programme,
    }))
}

/** Writes what the company says. Lines that the ledger knows keep what the ledger says of them. */
export async function changeDeclaration(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  id: RecordId,
  { revision, ...said }: DeclarationChange,
  { today }: Moment,
): Promise<void> {
  await requireInCompany(tx, actor, 'aid.edit', companyId)
  const { content: before } = await requireDraft(tx, actor, companyId, id)
  const ledger = await readLedger(tx, actor, companyId)
  const known = new Map(before.earlierAid.flatMap((line) => (line.grantId ? [[line.grantId, line] as const] : [])))
  const earlier: EarlierAid[] = []
  for (const line of said.earlierAid) {
    const kept = line.grantId ? known.get(line.grantId) : undefined
    earlier.push(kept ?? (await withKnownRate(tx, { ...line, grantId: null, programme: null }, ledger)))
  }
  const content: DeclarationContent = {
    ...before,
    ...said,
    undertaking: { ...said.undertaking, members: before.undertaking.members },
    restructurings: { ...said.restructurings, known: before.restructurings.known },
    earlierAid: earlier,
  }
  const added = earlier.filter(({ grantId }) => grantId === null)
  refuseFaults(
    changeFaults(DE_MINIMIS_LAW, { ...content, revision }, receivers(ledger.facts), ledger.partyId, today).filter(
      ({ pointer }) => added.some((line) => pointer.startsWith(`#/earlierAid/${earlier.indexOf(line)}/`)),
    ),
  )
  await written(updateDraft(tx, actor.programmeId, id, revision, content))
  const detail = { from: sayings(before), to: sayings(content) }
  await recordEvent(tx, actor, { kind: 'aid.declaration-changed', companyId, subjectId: id, detail, audience: 'all' })
}

/** A line without a rate gets that of its day where it is known; where it is not, its fault says which is missing. */
async function withKnownRate(tx: Tx, line: EarlierAid, { rules }: CompanyLedger): Promise<EarlierAid> {
  if (line.amount.rate || line.amount.currency === 'EUR') return line
  const valued = await withRate(tx, line.amount, line.awardedOn, rules.ratePolicy)
  return valued.ok ? { ...line, amount: valued.amount } : line
}

function sayings({ undertaking, restructurings, earlierAid, ...rest }: DeclarationContent) {
  const { activities, accountsSeparated, conditions, assurance } = rest
  return {
    ...{ activities, accountsSeparated, conditions, assurance, earlierAid },
    undertaking: { isComplete: undertaking.isComplete, missing: undertaking.missing },
    restructurings: { isComplete: restructurings.isComplete, missing: restructurings.missing },
  }
}

/** The draft as it is signed. Throws `invalid-input` with what is still open in it. */
export async function requireSignable(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  id: RecordId,
): Promise<StoredDeclaration> {
  await requireInCompany(tx, actor, 'aid.sign', companyId)
  const draft = await requireDraft(tx, actor, companyId, id)
  refuseFaults(openIn(draft.content))
  return draft
}

export type Signing = { signatureId: RecordId | null; documentId: DocumentId | null }

/**
 * Puts a declaration in force once somebody has signed for the company. What it adds of earlier aid becomes lines of
 * the ledger.
 */
export async function completeDeclaration(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  id: RecordId,
  { signatureId, documentId }: Signing,
  { today, now }: Moment,
): Promise<void> {
  const { content } = await requireSignable(tx, actor, companyId, id)
  const signed = { signedOn: today, at: now, signatureId, documentId }
  if (!(await setSigned(tx, keyOf(actor, companyId), id, signed))) throw new Problem('declaration-closed')
  await enterDeclared(tx, actor, companyId, id, content.earlierAid, now)
  const detail = { signedOn: today, earlierAid: content.earlierAid.length }
  await recordEvent(tx, actor, { kind: 'aid.declaration-signed', companyId, subjectId: id, detail, audience: 'all' })
}

async function requireDraft(tx: Tx, actor: Actor, companyId: CompanyId, id: RecordId): Promise<StoredDeclaration> {
  const found = await findDeclaration(tx, keyOf(actor, companyId), id)
  if (!found) throw new Problem('not-found')
  if (found.state !== 'draft') throw new Problem('declaration-closed')
  return found
}
