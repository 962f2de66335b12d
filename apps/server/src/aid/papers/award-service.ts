import { declarationFor } from '@stegvis/core/aid/declaration/rules.ts'
import { certificateMaterial, informationMaterial } from '@stegvis/core/aid/papers/from-ledger.ts'
import type { AidCertificateMaterial, AidInformationMaterial } from '@stegvis/core/aid/papers/material.ts'
import { ownValue, plannedIn } from '@stegvis/core/aid/support/rules.ts'
import type { CompanyId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { Language } from '@stegvis/core/kernel/text.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { keyOf } from '../../companies/key.ts'
import type { Tx } from '../../db/tenancy.ts'
import { listDeclarations } from '../declarations/store.ts'
import { partyOf } from '../groups/service.ts'
import { DE_MINIMIS_LAW } from '../law.ts'
import { listGrantsOf, type StoredGrant } from '../ledger/grant-store.ts'
import { signedPart } from '../signing/service.ts'
import { listSignatures } from '../signing/store.ts'
import { getSupport } from '../support/service.ts'
import { type Moment, orderPaper } from './service.ts'
import { findPaperOfDocument } from './store.ts'

/**
 * The papers of an award, in both languages: what the company has to be told, and a copy of its declaration with the
 * decision, where a declaration was signed here. Answers their ids, for `setPapers` after the transaction.
 *
 * Source: Regulation (EU) 2023/2831, Art. 7(4).
 */
export async function orderAwardPapers(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  supportId: RecordId,
  moment: Moment,
): Promise<RecordId[]> {
  const party = await partyOf(tx, actor, companyId, moment.now)
  const grant = (await listGrantsOf(tx, actor.programmeId, [party])).find((one) => one.supportId === supportId)
  if (!grant) throw new Error('an award without its line in the ledger')
  const certificate = await certificateOf(tx, actor, companyId, grant)
  const materials = [await informationOf(tx, actor, companyId, grant), ...(certificate ? [certificate] : [])]
  const ids: RecordId[] = []
  for (const material of materials) {
    for (const language of Language.options) {
      const order = { language, subjectId: grant.id, subjectRevision: grant.revision, material }
      ids.push(await orderPaper(tx, actor, companyId, order, moment))
    }
  }
  return ids
}

async function informationOf(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  grant: StoredGrant & { supportId: RecordId | null },
): Promise<AidInformationMaterial> {
  const { cost, currency, decision } = await getSupport(tx, actor, companyId, grant.supportId!)
  return informationMaterial(DE_MINIMIS_LAW, {
    support: { planned: plannedIn(cost).planned, value: ownValue(cost), currency },
    grant,
    headroomAfterEurCents: decision?.judged?.headroomAfterEurCents ?? null,
  })
}

/** The declaration that was in force on the day of the award, as it was signed. */
async function certificateOf(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  grant: StoredGrant,
): Promise<AidCertificateMaterial | undefined> {
  const declarations = await listDeclarations(tx, keyOf(actor, companyId))
  const signed = declarations.flatMap(({ signedOn, documentId }) => (signedOn ? [{ signedOn, documentId }] : []))
  const inForce = declarationFor(signed, grant.awardedOn)
  if (!inForce?.documentId) return undefined
  const paper = await findPaperOfDocument(tx, actor.programmeId, inForce.documentId)
  if (paper?.data.material.kind !== 'declaration') return undefined
  const signatures = await listSignatures(tx, actor.programmeId, inForce.documentId)
  return {
    ...certificateMaterial(DE_MINIMIS_LAW, paper.data.material, inForce.signedOn, grant),
    signatures: signatures.map((signature) => signedPart(signature, actor.timeZone)),
  }
}
