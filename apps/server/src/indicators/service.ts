import type { History } from '@stegvis/core/audit/schema.ts'
import { changeSinceBaseline, enterValue, mayChangeValue, restoreValue } from '@stegvis/core/indicators/rules.ts'
import type {
  CompanyKeyFigures,
  KeyFigureValue,
  NewValue,
  ValueChange,
  ValueFacts,
} from '@stegvis/core/indicators/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId, PersonId, ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { type Action, type Actor, type CompanySubject, can } from '@stegvis/core/people/permissions.ts'
import { listHistory } from '../audit/history-store.ts'
import { recordEvent } from '../audit/store.ts'
import { requireCompany, requireInCompany } from '../companies/access.ts'
import type { Tx } from '../db/tenancy.ts'
import { Problem } from '../http/problem.ts'
import type { ModelLibrary } from '../models/library.ts'
import { keyFiguresOf, type NamedKeyFigure } from './key-figures.ts'
import {
  findValue,
  getCompanyName,
  holdValue,
  insertValue,
  listLadders,
  listOtherQualities,
  listValues,
  markRemoved,
  type StoredValue,
  updateValue,
} from './store.ts'

/** Verifying is the work of whoever validates levels: the company's coach and its lead. */
const VERIFY: Action = 'assessment.validate'

/** The key figures that the programme's ladders name. */
export async function listKeyFigures(
  tx: Tx,
  programmeId: ProgrammeId,
  models: ModelLibrary,
): Promise<NamedKeyFigure[]> {
  return keyFiguresOf(await listLadders(tx, programmeId), models)
}

/** Every key figure of the programme, with what the company has entered and how it has changed. */
export async function readKeyFigures(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  { models, today }: { models: ModelLibrary; today: PlainDate },
): Promise<CompanyKeyFigures> {
  const subject = await requireCompany(tx, actor, 'key-figure.read', companyId)
  const values = Map.groupBy(await listValues(tx, companyId), ({ keyFigureId }) => keyFigureId)
  const named = await listKeyFigures(tx, actor.programmeId, models)
  return {
    company: { id: companyId, name: await getCompanyName(tx, companyId) },
    today,
    keyFigures: named.map((keyFigure) => {
      const entered = (values.get(keyFigure.id) ?? []).map((value) => inOneLanguage(value, keyFigure))
      return {
        ...keyFigure,
        values: entered.map((value) => seenBy(actor, subject, value)),
        change: changeSinceBaseline(entered, keyFigure.better),
      }
    }),
    mayWrite: can(actor, 'key-figure.write', subject),
    mayVerify: can(actor, VERIFY, subject),
    mayReadHistory: can(actor, 'history.read', subject),
  }
}

/** Values may have been entered with the unit in another language; it is the same unit. */
function inOneLanguage(value: StoredValue, { unit }: NamedKeyFigure): StoredValue {
  return value.unit === unit.en ? { ...value, unit: unit.sv } : value
}

/** Enters a value. The same id again answers with what was entered the first time. */
export async function enter(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  entry: NewValue,
  { models, today }: { models: ModelLibrary; today: PlainDate },
): Promise<KeyFigureValue> {
  const subject = await requireCompany(tx, actor, 'key-figure.write', companyId)
  const known = await findValue(tx, entry.id)
  if (known && known.companyId !== companyId) throw new Problem('already-exists')
  if (known) return seenBy(actor, subject, known)
  const keyFigure = (await listKeyFigures(tx, actor.programmeId, models)).find(({ id }) => id === entry.keyFigureId)
  if (!keyFigure) {
    const errors = [{ pointer: '#/keyFigureId', detail: 'no ladder of the programme names it' }]
    throw new Problem('invalid-input', undefined, { errors })
  }
  const others = await listOtherQualities(tx, { companyId, keyFigureId: entry.keyFigureId, except: entry.id })
  const decision = enterValue(entry, { today, mayVerify: can(actor, VERIFY, subject), others, before: null })
  if (!decision.ok) throw new Problem(decision.problem, decision.detail)
  const { id, keyFigureId, ...facts } = decision.value
  const who = { verifiedBy: verifierOf(actor, facts, null), enteredBy: actor.personId }
  const key = { programmeId: actor.programmeId, companyId }
  await insertValue(tx, key, { id, keyFigureId, unit: keyFigure.unit.sv, ...facts, ...who })
  const detail = { keyFigureId, name: keyFigure.name, unit: keyFigure.unit, ...facts }
  await recordEvent(tx, actor, { kind: 'key-figure.entered', companyId, subjectId: id, audience: 'all', detail })
  return readBack(tx, actor, subject, id)
}

/** Corrects a value. Throws `changed-meanwhile` with the present one when somebody else was first. */
export async function correct(
  tx: Tx,
  actor: Actor,
  id: RecordId,
  change: ValueChange,
  today: PlainDate,
): Promise<KeyFigureValue> {
  const { before, subject } = await requireValue(tx, actor, id)
  const { revision, ...facts } = change
  if (before.revision !== revision) {
    throw new Problem('changed-meanwhile', undefined, { current: seenBy(actor, subject, before) })
  }
  const others = await listOtherQualities(tx, { ...before, except: id })
  const mayVerify = can(actor, VERIFY, subject)
  const decision = enterValue(facts, { today, mayVerify, others, before: before.quality })
  if (!decision.ok) throw new Problem(decision.problem, decision.detail)
  await updateValue(tx, id, { ...facts, verifiedBy: verifierOf(actor, facts, before) })
  await recordCorrections(tx, actor, before, facts)
  return readBack(tx, actor, subject, id)
}

/** Takes a value out of lists and comparisons; `restore` puts it back. */
export async function remove(tx: Tx, actor: Actor, id: RecordId, at: string): Promise<KeyFigureValue> {
  const { before, subject } = await requireValue(tx, actor, id)
  requireChange(actor, subject, before)
  if (before.removedAt === null) await setRemoved(tx, actor, before, at)
  return readBack(tx, actor, subject, id)
}

export async function restore(tx: Tx, actor: Actor, id: RecordId): Promise<KeyFigureValue> {
  const { before, subject } = await requireValue(tx, actor, id)
  requireChange(actor, subject, before)
  const decision = restoreValue(before.quality, await listOtherQualities(tx, { ...before, except: id }))
  if (!decision.ok) throw new Problem(decision.problem, decision.detail)
  if (before.removedAt !== null) await setRemoved(tx, actor, before, null)
  return readBack(tx, actor, subject, id)
}

/** Who entered and changed a value, newest first. */
export async function readHistory(tx: Tx, actor: Actor, id: RecordId): Promise<History> {
  const value = await findValue(tx, id)
  if (!value) throw new Problem('not-found')
  await requireInCompany(tx, actor, 'history.read', value.companyId)
  return { entries: await listHistory(tx, id) }
}

async function requireValue(
  tx: Tx,
  actor: Actor,
  id: RecordId,
): Promise<{ before: StoredValue; subject: CompanySubject }> {
  const before = await holdValue(tx, id)
  if (!before) throw new Problem('not-found')
  const subject = await requireInCompany(tx, actor, 'key-figure.read', before.companyId)
  if (!can(actor, 'key-figure.write', subject)) throw new Problem('not-allowed')
  return { before, subject }
}

function requireChange(actor: Actor, subject: CompanySubject, value: StoredValue): void {
  if (!seenBy(actor, subject, value).mayChange) throw new Problem('verification-by-team')
}

async function setRemoved(tx: Tx, actor: Actor, value: StoredValue, at: string | null): Promise<void> {
  await markRemoved(tx, value.id, at)
  await recordEvent(tx, actor, {
    kind: at === null ? 'key-figure.restored' : 'key-figure.removed',
    companyId: value.companyId,
    subjectId: value.id,
    audience: 'all',
    detail: { keyFigureId: value.keyFigureId, amount: value.amount, fromOn: value.fromOn, toOn: value.toOn },
  })
}

async function recordCorrections(tx: Tx, actor: Actor, before: StoredValue, after: ValueFacts): Promise<void> {
  const { companyId, id: subjectId, keyFigureId } = before
  for (const field of Object.keys(after) as (keyof ValueFacts)[]) {
    const [from, to] = [before[field], after[field]]
    if (from === to) continue
    const detail = { keyFigureId, field, from, to }
    await recordEvent(tx, actor, { kind: 'key-figure.corrected', companyId, subjectId, audience: 'all', detail })
  }
}

async function readBack(tx: Tx, actor: Actor, subject: CompanySubject, id: RecordId): Promise<KeyFigureValue> {
  const value = await findValue(tx, id)
  if (!value) throw new Problem('not-found')
  return seenBy(actor, subject, value)
}

function seenBy(actor: Actor, subject: CompanySubject, { companyId: _, ...value }: StoredValue): KeyFigureValue {
  const may = { write: can(actor, 'key-figure.write', subject), verify: can(actor, VERIFY, subject) }
  return { ...value, mayChange: mayChangeValue(value.quality, may) }
}

/** Whoever marks a value as verified answers for it; a corrected text leaves the verifier, another figure does not. */
function verifierOf(actor: Actor, after: ValueFacts, before: StoredValue | null): PersonId | null {
  if (after.quality !== 'verified') return null
  const same = before?.quality === 'verified' && before.amount === after.amount
  return same && before.verifiedBy ? before.verifiedBy.id : actor.personId
}
