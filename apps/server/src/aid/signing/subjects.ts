import { openIn } from '@stegvis/core/aid/declaration/rules.ts'
import { declarationMaterial } from '@stegvis/core/aid/papers/from-ledger.ts'
import type { DeclarationMaterial, SmeDeclarationMaterial } from '@stegvis/core/aid/papers/material.ts'
import type { PaperKind } from '@stegvis/core/aid/papers/schema.ts'
import type { SignedKind } from '@stegvis/core/aid/signing/schema.ts'
import type { CompanyId, DocumentId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { dayIn } from '../../clock.ts'
import { requireInCompany } from '../../companies/access.ts'
import { keyOf } from '../../companies/key.ts'
import type { Tx } from '../../db/tenancy.ts'
import { refuseFaults } from '../../http/faults.ts'
import { Problem } from '../../http/problem.ts'
import { completeDeclaration } from '../declarations/service.ts'
import { findDeclaration } from '../declarations/store.ts'
import { readPicture } from '../groups/service.ts'
import { DE_MINIMIS_LAW } from '../law.ts'
import type { Moment } from '../papers/service.ts'
import { readSnapshot } from '../size/service.ts'

export type SubjectKey = { companyId: CompanyId; id: RecordId }

/** What a paper of it says now, and which state that is. */
export type SubjectState = { revision: number; material: DeclarationMaterial | SmeDeclarationMaterial }

/** Something that is signed. */
export type SignableSubject = {
  /** Throws `not-found`, or what stands in the way of signing it. */
  read(tx: Tx, actor: Actor, key: SubjectKey): Promise<SubjectState>
  /** What follows once enough have signed, in the transaction of the last signature. */
  signed(
    tx: Tx,
    actor: Actor,
    key: SubjectKey,
    by: { signatureId: RecordId; documentId: DocumentId },
    moment: Moment,
  ): Promise<void>
}

const declaration: SignableSubject = {
  async read(tx, actor, { companyId, id }) {
    await requireInCompany(tx, actor, 'aid.read', companyId)
    const found = await findDeclaration(tx, keyOf(actor, companyId), id)
    if (!found) throw new Problem('not-found')
    if (found.state !== 'draft') throw new Problem('declaration-closed')
    const { content, revision } = found
    refuseFaults(openIn(content))
    const material = declarationMaterial(DE_MINIMIS_LAW, content, content.support!, await numbers(tx, actor, companyId))
    return { revision, material }
  },
  signed: (tx, actor, { companyId, id }, by, moment) => completeDeclaration(tx, actor, companyId, id, by, moment),
}

/** The numbers of a company's group, by party. */
async function numbers(tx: Tx, actor: Actor, companyId: CompanyId): Promise<Map<string, string>> {
  const { facts } = await readPicture(tx, actor, companyId)
  return new Map(
    facts.parties.flatMap((party) => ('number' in party && party.number ? [[party.id, party.number] as const] : [])),
  )
}

/** A snapshot never changes, but for a person's decision, which its paper tells too. */
const sizeSnapshot: SignableSubject = {
  async read(tx, actor, key) {
    const { status, review } = await readSnapshot(tx, actor, key)
    const reviewed = review && {
      verdict: review.verdict,
      reason: review.reason,
      by: review.by,
      on: dayIn(actor.timeZone, new Date(review.at)),
    }
    return { revision: review ? 2 : 1, material: { kind: 'sme-declaration', status, review: reviewed } }
  },
  signed: async () => {},
}

export const SUBJECTS: Readonly<Record<SignedKind, SignableSubject>> = { declaration, 'size-snapshot': sizeSnapshot }

/** What is signed by signing a paper; undefined for papers that are not signed. */
export const KIND_OF: Readonly<Partial<Record<PaperKind, SignedKind>>> = {
  declaration: 'declaration',
  'sme-declaration': 'size-snapshot',
}
