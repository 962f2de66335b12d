import type { CompanyId, PersonId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import type { Tx } from '../../db/tenancy.ts'
import { newId } from '../../ids.ts'
import { insertGrant } from '../roles/store.ts'
import { type CompanyPerson, holdsRole, listCompanyPeople } from './store.ts'

export type { CompanyPerson } from './store.ts'

/** Those who work at the company and hold a role in it now, each once and by name. */
export async function readCompanyPeople(
  tx: Tx,
  programmeId: ProgrammeId,
  companyId: CompanyId,
): Promise<CompanyPerson[]> {
  return listCompanyPeople(tx, programmeId, companyId)
}

/** Makes the person a member of the company unless they hold a role there already. */
export async function ensureMember(
  tx: Tx,
  by: { programmeId: ProgrammeId; personId: PersonId },
  companyId: CompanyId,
  member: { personId: PersonId; title: string | null },
): Promise<void> {
  if (await holdsRole(tx, by.programmeId, member.personId, companyId)) return
  await grant(tx, by, companyId, { ...member, role: 'company-member' })
}

/**
 * Whether the person can open the company, after making them its manager where they may become it: the first to name
 * a company that is new, as long as they hold no other role in the programme.
 */
export async function openCompanyTo(
  tx: Tx,
  programmeId: ProgrammeId,
  companyId: CompanyId,
  personId: PersonId,
  { isNew }: { isNew: boolean },
): Promise<boolean> {
  if (!isNew) return holdsRole(tx, programmeId, personId, companyId)
  if (await holdsRole(tx, programmeId, personId)) return false
  await grant(tx, { programmeId, personId: null }, companyId, { personId, role: 'company-manager', title: null })
  return true
}

async function grant(
  tx: Tx,
  by: { programmeId: ProgrammeId; personId: PersonId | null },
  companyId: CompanyId,
  { personId, role, title }: { personId: PersonId; role: 'company-manager' | 'company-member'; title: string | null },
): Promise<void> {
  const within = { companyId, partnerId: null, subProjectId: null, until: null }
  await insertGrant(tx, by.programmeId, by.personId, { id: newId(), personId, role, title, ...within })
}
