import { createHash } from 'node:crypto'
import type { DocumentId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import type { LogoChoice, Programme } from '@stegvis/core/programmes/schema.ts'
import { fileTypeFromBuffer } from 'file-type'
import type { Tx } from '../../db/tenancy.ts'
import { Problem } from '../../http/problem.ts'
import { updatePart } from '../parts/store.ts'
import { tell } from '../service.ts'
import { getProgramme, lockProgramme, saveProgramme } from '../store.ts'
import { findLogo, insertLogo, type NewLogo } from './store.ts'

/** Pictures that cannot carry a script, judged by their bytes: SVG can, and is not taken. */
const ACCEPTED = new Map([
  ['image/png', 'png'],
  ['image/jpeg', 'jpg'],
  ['image/webp', 'webp'],
])
export const LOGO_BYTES = 1024 * 1024

/** Throws `too-large` above one mebibyte and `unsupported-media` for anything but PNG, JPEG and WebP. */
export async function acceptLogo(id: DocumentId, content: Buffer): Promise<NewLogo> {
  if (content.length > LOGO_BYTES) throw new Problem('too-large')
  const found = content.length === 0 ? undefined : await fileTypeFromBuffer(content)
  const ending = found && ACCEPTED.get(found.mime)
  if (!found || !ending) throw new Problem('unsupported-media')
  const sha256 = createHash('sha256').update(content).digest('hex')
  return { id, name: `logo.${ending}`, mediaType: found.mime, sizeBytes: content.length, sha256, content }
}

/** Whose mark it is: the programme's own, or that of one of its funders. */
export type LogoOwner = { funderId: RecordId } | 'programme'

/** Sets a new mark. The old one is kept, so that the change can be undone. */
export async function setLogo(tx: Tx, actor: Actor, owner: LogoOwner, logo: NewLogo): Promise<Programme> {
  await insertLogo(tx, actor.programmeId, actor.personId, logo)
  return pointToLogo(tx, actor, owner, logo.id)
}

/** Shows a mark that was uploaded before, or none. Throws `changed-meanwhile` when another is shown by now. */
export async function chooseLogo(tx: Tx, actor: Actor, owner: LogoOwner, { from, to }: LogoChoice): Promise<Programme> {
  const { logoId, funders } = await lockProgramme(tx, actor.programmeId)
  const present = owner === 'programme' ? logoId : (funders.find(({ id }) => id === owner.funderId)?.logoId ?? null)
  if (present !== from && present !== to) throw new Problem('changed-meanwhile', undefined, { present })
  if (to !== null && !(await findLogo(tx, actor.programmeId, to))) throw new Problem('not-found')
  return pointToLogo(tx, actor, owner, to)
}

async function pointToLogo(tx: Tx, actor: Actor, owner: LogoOwner, to: DocumentId | null): Promise<Programme> {
  const before = await lockProgramme(tx, actor.programmeId)
  if (owner === 'programme') {
    if (before.logoId === to) return before
    await saveProgramme(tx, { ...before, logoId: to })
    await tell(tx, actor, { kind: 'programme.logo-changed', detail: { from: before.logoId, to } })
    return { ...before, logoId: to }
  }
  const funder = before.funders.find(({ id }) => id === owner.funderId)
  if (!funder) throw new Problem('not-found')
  if (funder.logoId === to) return before
  await updatePart(tx, actor.programmeId, { part: 'funder', value: { ...funder, logoId: to } })
  const detail = { part: 'funder', name: funder.name, from: funder.logoId, to }
  await tell(tx, actor, { kind: 'programme.logo-changed', subjectId: funder.id, detail })
  return getProgramme(tx, actor.programmeId)
}
