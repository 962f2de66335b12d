import { createHash } from 'node:crypto'
import { keepUntil } from '@stegvis/core/aid/de-minimis/deadlines/deadlines.ts'
import { maskedData } from '@stegvis/core/aid/papers/masked.ts'
import type { PaperData, PaperMaterial } from '@stegvis/core/aid/papers/material.ts'
import type { PaperPage, PaperRow } from '@stegvis/core/aid/papers/schema.ts'
import { PAPER_TITLES } from '@stegvis/core/aid/papers/titles.ts'
import { isSigned } from '@stegvis/core/aid/signing/consent.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId, DocumentId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Language } from '@stegvis/core/kernel/text.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { z } from 'zod'
import { requireInCompany } from '../../companies/access.ts'
import { keyOf } from '../../companies/key.ts'
import type { Tx } from '../../db/tenancy.ts'
import type { Deps } from '../../deps.ts'
import { decodeCursor, encodeCursor } from '../../http/cursor.ts'
import { Problem } from '../../http/problem.ts'
import { newId } from '../../ids.ts'
import { readHead, readMarks } from '../../reports/material-service.ts'
import { DE_MINIMIS_LAW } from '../law.ts'
import { paperFileName, paperJob } from './document.ts'
import {
  countPapers,
  findLastAward,
  findPaper,
  findPaperOf,
  insertPaper,
  keepFile,
  listPapers,
  readFile,
  type StoredPaper,
} from './store.ts'

const PAGE = 20
const Cursor = z.strictObject({ at: z.string(), id: z.uuid() })

export type Moment = { now: string; today: PlainDate }

export type PaperOrder = {
  language: Language
  subjectId: RecordId
  /** which state of the subject; a new state is a new paper */
  subjectRevision: number
  material: PaperMaterial
}

/**
 * Freezes what a paper says, and answers its id: the same state in the same language is one paper, however often it
 * is ordered. Its file is set by `setPaper` after the transaction, or when somebody opens it.
 */
export async function orderPaper(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  { material, ...order }: PaperOrder,
  { now, today }: Moment,
): Promise<RecordId> {
  const key = keyOf(actor, companyId)
  const state = { ...order, kind: material.kind }
  const known = await findPaperOf(tx, key, state)
  if (known) return known.id
  const data: PaperData = {
    format: 'stegvis-paper/1',
    madeOn: today,
    ...(await readHead(tx, companyId)),
    act: actOf(material),
    material,
  }
  await insertPaper(tx, key, {
    ...state,
    id: newId(),
    data: maskedData(data),
    keepUntil: keepUntil(DE_MINIMIS_LAW, lastDayOf(material, today)),
    madeBy: actor.personId,
    madeAt: now,
  })
  return (await findPaperOf(tx, key, state))!.id
}

function actOf(material: PaperMaterial): PaperData['act'] {
  const award = material.kind === 'aid-certificate' ? material.declaration : material
  if (!('regulation' in award)) return null
  const act = DE_MINIMIS_LAW.acts.find(({ regulation }) => regulation === award.regulation)
  return act?.title ? { title: act.title, published: act.published ?? null } : null
}

/** The day the years of keeping are counted from: that of the award, where there is one. */
function lastDayOf(material: PaperMaterial, today: PlainDate): PlainDate {
  const awardedOn =
    material.kind === 'aid-information'
      ? material.awardedOn
      : material.kind === 'aid-certificate'
        ? material.decision.awardedOn
        : today
  return awardedOn > today ? awardedOn : today
}

/** Sets the file of a paper and keeps it. No transaction is open meanwhile; a paper that has its file stays as it is. */
export async function setPaper(
  { database, printer, clock }: Pick<Deps, 'database' | 'printer' | 'clock'>,
  actor: Actor,
  id: RecordId,
): Promise<void> {
  const found = await database.inTenant(
    actor,
    async (tx) => {
      const paper = await findPaper(tx, actor.programmeId, id)
      if (!paper || paper.document) return undefined
      return { ...paper, marks: await readMarks(tx, paper.data) }
    },
    { readOnly: true },
  )
  if (!found) return
  const { data, language, marks } = found
  const { pdf } = await printer.print(paperJob(data, language, marks))
  const file = {
    id: newId<DocumentId>(),
    name: paperFileName(data, language),
    sha256: sha256(pdf),
    content: pdf,
    at: clock.now(),
  }
  await database.inTenant(actor, (tx) => keepFile(tx, actor.programmeId, id, file))
}

/**
 * The same for papers that came of something already done: it stands, whatever happens here. A file that could not be
 * set is set when somebody opens the paper.
 */
export async function setPapers(
  deps: Pick<Deps, 'database' | 'printer' | 'clock' | 'log'>,
  actor: Actor,
  ids: readonly RecordId[],
): Promise<void> {
  const set = await Promise.allSettled(ids.map((id) => setPaper(deps, actor, id)))
  for (const one of set) if (one.status === 'rejected') deps.log.error({ err: one.reason }, 'a paper was not set')
}

export const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex')

export async function listPapersOf(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  after: string | undefined,
): Promise<PaperPage> {
  await requireInCompany(tx, actor, 'aid.read', companyId)
  const key = keyOf(actor, companyId)
  const found = await listPapers(tx, key, after === undefined ? undefined : decodeCursor(after, Cursor), PAGE + 1)
  const shown = found.slice(0, PAGE)
  const last = shown.at(-1)
  const keptAll = await keptForScheme(tx, actor)
  return {
    papers: shown.map((paper) => rowOf(paper, keptAll)),
    next: found.length > PAGE && last ? encodeCursor({ at: last.madeAt, id: last.id }) : null,
    count: await countPapers(tx, key),
  }
}

/** The paper, where this person may read it; its file may have to be set first. */
export async function requirePaper(tx: Tx, actor: Actor, companyId: CompanyId, id: RecordId): Promise<StoredPaper> {
  await requireInCompany(tx, actor, 'aid.read', companyId)
  const paper = await findPaper(tx, actor.programmeId, id)
  if (paper?.companyId !== companyId) throw new Problem('not-found')
  return paper
}

export async function openPaper(
  deps: Pick<Deps, 'database' | 'printer' | 'clock'>,
  actor: Actor,
  companyId: CompanyId,
  id: RecordId,
): Promise<{ name: string; mediaType: string; content: Buffer }> {
  const read = { readOnly: true }
  const { document } = await deps.database.inTenant(actor, (tx) => requirePaper(tx, actor, companyId, id), read)
  if (!document) await setPaper(deps, actor, id)
  return deps.database.inTenant(
    actor,
    async (tx) => {
      const { document: file } = await requirePaper(tx, actor, companyId, id)
      if (!file) throw new Error('the paper has no file')
      return {
        name: file.name,
        mediaType: 'application/pdf',
        content: await readFile(tx, actor.programmeId, file.id),
      }
    },
    read,
  )
}

/** Until when all papers under the programme’s scheme are kept: counted from its last award. */
export async function keptForScheme(tx: Tx, { programmeId }: Actor): Promise<PlainDate | undefined> {
  const last = await findLastAward(tx, programmeId)
  return last && keepUntil(DE_MINIMIS_LAW, last)
}

export function rowOf(paper: StoredPaper, keptAll: PlainDate | undefined): PaperRow {
  const { document, data, signatures } = paper
  return {
    id: paper.id,
    kind: paper.kind,
    title: PAPER_TITLES[paper.kind],
    language: paper.language,
    subject: paper.subjectId,
    state: stateOf(paper),
    fileName: document?.name ?? paperFileName(data, paper.language),
    file: document && { sizeBytes: document.sizeBytes, sha256: document.sha256 },
    signatures,
    keepUntil: keptAll && keptAll > paper.keepUntil ? keptAll : paper.keepUntil,
    madeAt: paper.madeAt,
    madeBy: paper.madeBy,
  }
}

function stateOf({ kind, signatures }: StoredPaper): PaperRow['state'] {
  if (kind !== 'declaration' && kind !== 'sme-declaration') return 'made'
  return isSigned(signatures.map(({ statedAuthority }) => statedAuthority)) ? 'signed' : 'draft'
}
