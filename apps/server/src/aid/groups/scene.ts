import { maskPersonalNumbers } from '@stegvis/core/identity/masking.ts'
import type { CompanyId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Actor, CompanySubject } from '@stegvis/core/people/permissions.ts'
import { recordEvent } from '../../audit/store.ts'
import { requireCompany } from '../../companies/access.ts'
import type { Tx } from '../../db/tenancy.ts'
import type { Said, StoredParty } from './component-store.ts'
import { type Component, partyOf, readComponent } from './service.ts'

/** Somebody at work on the picture of one company. */
export type Scene = {
  tx: Tx
  actor: Actor
  companyId: CompanyId
  subject: CompanySubject
  /** as it was before */
  component: Component
  source: Said['source']
  now: string
}

/** Throws `not-allowed` or `not-found` for those who may not change what is said of the company. */
export async function openScene(tx: Tx, actor: Actor, companyId: CompanyId, now: string): Promise<Scene> {
  const subject = await requireCompany(tx, actor, 'aid.edit', companyId)
  await partyOf(tx, actor, companyId, now)
  const component = await readComponent(tx, actor, companyId)
  return { tx, actor, companyId, subject, component, source: sourceOf(actor, companyId), now }
}

/** Whose word it is: the company's own, or that of the staff. */
export function sourceOf(actor: Actor, companyId: CompanyId): Said['source'] {
  return actor.grants.some((grant) => grant.companyId === companyId) ? 'company' : 'staff'
}

type Told = {
  kind: string
  subjectId: RecordId
  detail: Record<string, unknown>
  /** the parties it is about: a company among them is told too */
  about: readonly StoredParty[]
}

/** Keeps it on the timeline of the company it was said on, and of every company it was said of. */
export async function tell({ tx, actor, companyId }: Scene, { kind, subjectId, detail, about }: Told): Promise<void> {
  const names = Object.fromEntries(about.map(({ party }) => [party.id, party.name]))
  const companies = new Set([companyId, ...about.flatMap((party) => party.companyId ?? [])])
  for (const company of companies) {
    const told = masked({ ...detail, names })
    await recordEvent(tx, actor, { kind, companyId: company, subjectId, detail: told, audience: 'all' })
  }
}

/** No event holds a person's number. */
function masked(detail: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(detail), (_, value) =>
    typeof value === 'string' ? maskPersonalNumbers(value) : value,
  )
}
