import { createHash } from 'node:crypto'
import type { SignatureRecordMaterial } from '@stegvis/core/aid/papers/material.ts'
import type { PaperToSign } from '@stegvis/core/aid/papers/schema.ts'
import { consentTexts, isSigned, PAPER_OF } from '@stegvis/core/aid/signing/consent.ts'
import type { NewSignature, SignatureView, SignedKind, StatedAuthority } from '@stegvis/core/aid/signing/schema.ts'
import type { CompanyId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Language, Text } from '@stegvis/core/kernel/text.ts'
import { type Actor, can } from '@stegvis/core/people/permissions.ts'
import { recordEvent } from '../../audit/store.ts'
import { dayIn, timeIn } from '../../clock.ts'
import { requireInCompany } from '../../companies/access.ts'
import { keyOf } from '../../companies/key.ts'
import type { Tx } from '../../db/tenancy.ts'
import { Problem } from '../../http/problem.ts'
import { keptForScheme, type Moment, orderPaper, requirePaper, rowOf, sha256 } from '../papers/service.ts'
import { readFile, type StoredPaper } from '../papers/store.ts'
import type { Identified, Signing, SigningIntent } from './methods.ts'
import { findSignature, insertSignature, listSignatures, lockPaper, type StoredSignature } from './store.ts'
import { SUBJECTS, type SubjectKey } from './subjects.ts'

export type Subject = { kind: SignedKind } & SubjectKey

/** Freezes the paper of what is to be signed as it is now; answers its id. */
export async function orderPaperToSign(
  tx: Tx,
  actor: Actor,
  { kind, ...key }: Subject,
  language: Language,
  moment: Moment,
): Promise<RecordId> {
  const { revision, material } = await SUBJECTS[kind].read(tx, actor, key)
  const order = { language, subjectId: key.id, subjectRevision: revision, material }
  return orderPaper(tx, actor, key.companyId, order, moment)
}

/** The paper with its file set, and what is agreed to by signing it. */
export async function viewPaperToSign(
  tx: Tx,
  actor: Actor,
  { kind, companyId }: Subject,
  paperId: RecordId,
  signing: Signing,
): Promise<PaperToSign> {
  const subject = await requireInCompany(tx, actor, 'aid.read', companyId)
  const paper = await requirePaper(tx, actor, companyId, paperId)
  return {
    paper: rowOf(paper, await keptForScheme(tx, actor)),
    consents: consentTexts(kind, paper.data.company.name),
    methods: [...signing.offered],
    maySign: can(actor, 'aid.sign', subject),
  }
}

/** A paper that may be signed by this person, and the words agreed to. */
export type Signable = { paper: StoredPaper; document: NonNullable<StoredPaper['document']>; consent: Text }

type Claim = Pick<NewSignature, 'paper' | 'statedAuthority'>

/**
 * Everything that has to hold for a signature, at its beginning and again at its end: the right to sign, that the
 * paper tells the present state, and that the stored bytes are those it was made of.
 */
export async function requireSignable(tx: Tx, actor: Actor, subject: Subject, claim: Claim): Promise<Signable> {
  const { kind, companyId, id } = subject
  await requireInCompany(tx, actor, 'aid.sign', companyId)
  const paper = await requirePaper(tx, actor, companyId, claim.paper)
  if (paper.kind !== PAPER_OF[kind] || paper.subjectId !== id) throw new Problem('not-found')
  const { document } = paper
  const { revision } = await SUBJECTS[kind].read(tx, actor, { companyId, id })
  if (!document || revision !== paper.subjectRevision) throw new Problem('paper-outdated')
  if (sha256(await readFile(tx, actor.programmeId, document.id)) !== document.sha256) {
    throw new Error('a stored paper is not what it was')
  }
  const signed = await listSignatures(tx, actor.programmeId, document.id)
  const isDone = isSigned(signed.map(({ statedAuthority }) => statedAuthority))
  if (isDone || signed.some(({ signedBy }) => signedBy === actor.personId)) throw new Problem('already-signed')
  return { paper, document, consent: consentTexts(kind, paper.data.company.name)[claim.statedAuthority] }
}

/** What was read and agreed to must be what is there. */
export function requireSame({ paper, document, consent }: Signable, wanted: NewSignature): void {
  if (wanted.documentSha256 !== document.sha256) throw new Problem('paper-outdated')
  if (wanted.consent !== consent[paper.language]) throw new Problem('consent-changed')
}

export function intentOf(actor: Actor, account: string, { paper, document, consent }: Signable): SigningIntent {
  return {
    programmeId: actor.programmeId,
    documentSha256: document.sha256,
    consent: consent[paper.language],
    language: paper.language,
    signer: { name: actor.name, account },
  }
}

export type Proved = { id: RecordId; method: string; statedAuthority: StatedAuthority; identified: Identified }

/** Keeps the signature and what follows from it. Answers the id of the record of it, whose file is to be set. */
export async function keepSignature(
  tx: Tx,
  actor: Actor,
  subject: Subject,
  paperId: RecordId,
  { id, method, statedAuthority, identified }: Proved,
  moment: Moment,
): Promise<RecordId> {
  const { kind, companyId } = subject
  await lockPaper(tx, actor.programmeId, paperId)
  const signable = await requireSignable(tx, actor, subject, { paper: paperId, statedAuthority })
  const { paper, document, consent } = signable
  const signature = {
    id,
    subject: { kind, id: subject.id },
    documentId: document.id,
    documentSha256: document.sha256,
    consent,
    language: paper.language,
    signedBy: actor.personId,
    signerName: identified.name,
    statedAuthority,
    method,
    assurance: identified.assurance,
    signedAt: moment.now,
  }
  await insertSignature(tx, keyOf(actor, companyId), signature)
  const detail = { subject: kind, statedAuthority, method, documentSha256: document.sha256 }
  await recordEvent(tx, actor, { kind: 'aid.signed', companyId, subjectId: subject.id, detail, audience: 'all' })
  const all = await listSignatures(tx, actor.programmeId, document.id)
  if (isSigned(all.map((one) => one.statedAuthority))) {
    await SUBJECTS[kind].signed(tx, actor, subject, { signatureId: id, documentId: document.id }, moment)
  }
  const material: SignatureRecordMaterial = {
    kind: 'signature-record',
    paper: { kind: paper.kind, fileName: document.name },
    consent,
    signature: signedPart(signature, actor.timeZone),
  }
  const order = { language: paper.language, subjectId: id, subjectRevision: 1, material }
  return orderPaper(tx, actor, companyId, order, moment)
}

/** A signature as papers tell it. */
export function signedPart(
  signature: Omit<StoredSignature, 'companyId' | 'paperId'>,
  timeZone: string,
): SignatureRecordMaterial['signature'] {
  const instant = new Date(signature.signedAt)
  return {
    name: signature.signerName,
    statedAuthority: signature.statedAuthority,
    method: signature.method,
    assurance: signature.assurance,
    on: dayIn(timeZone, instant),
    at: timeIn(timeZone, instant),
    timeZone,
    documentSha256: signature.documentSha256,
  }
}

/** The signature, with the hash of the stored file worked out now. */
export async function viewSignature(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  id: RecordId,
): Promise<{ signature: SignatureView; complete: boolean }> {
  await requireInCompany(tx, actor, 'aid.read', companyId)
  const found = await findSignature(tx, actor.programmeId, id)
  if (found?.companyId !== companyId) throw new Problem('not-found')
  const storedSha256 = sha256(await readFile(tx, actor.programmeId, found.documentId))
  const all = await listSignatures(tx, actor.programmeId, found.documentId)
  return {
    complete: isSigned(all.map(({ statedAuthority }) => statedAuthority)),
    signature: {
      id: found.id,
      company: companyId,
      subject: found.subject,
      paper: found.paperId,
      documentSha256: found.documentSha256,
      consent: found.consent[found.language],
      language: found.language,
      signerName: found.signerName,
      statedAuthority: found.statedAuthority,
      method: found.method,
      assurance: found.assurance,
      signedAt: found.signedAt,
      verification: { storedSha256, matches: storedSha256 === found.documentSha256 },
    },
  }
}

export const stateHash = (state: string): string => createHash('sha256').update(state).digest('hex')
