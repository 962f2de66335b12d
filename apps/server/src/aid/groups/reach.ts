import type { CompanyId } from '@stegvis/core/kernel/ids.ts'
import { type Actor, canEverywhere } from '@stegvis/core/people/permissions.ts'
import { companiesFor } from '../../companies/access.ts'
import type { Tx } from '../../db/tenancy.ts'
import type { StoredParty } from './component-store.ts'

/** The companies among some parties that the actor may see, and may change what is said of. */
export type Reach = { known: ReadonlySet<CompanyId>; read: ReadonlySet<CompanyId>; edit: ReadonlySet<CompanyId> }

export async function reachOf(
  tx: Tx,
  actor: Actor,
  parties: readonly Pick<StoredParty, 'companyId'>[],
): Promise<Reach> {
  const ids = [...new Set(parties.flatMap(({ companyId }) => companyId ?? []))]
  const may = await companiesFor(tx, actor, ids, ['company.read', 'aid.read', 'aid.edit'])
  const known = canEverywhere(actor, 'company.list') ? new Set(ids) : may['company.read']
  return { known, read: may['aid.read'], edit: may['aid.edit'] }
}

/**
 * One picture is shared by all companies in it, so what is said of a company is changed by those who may change that
 * company, and what is said between companies by those of either. Owners outside the programme are everybody's.
 */
export function mayChange(reach: Reach, parties: readonly Pick<StoredParty, 'companyId'>[]): boolean {
  const companies = parties.flatMap(({ companyId }) => companyId ?? [])
  return companies.length === 0 || companies.some((id) => reach.edit.has(id))
}
