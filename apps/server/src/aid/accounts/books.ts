import { currencyOf } from '@stegvis/core/aid/rates/currencies.ts'
import { accountsOfYear, dayOf, type IncompleteYear, type PartyAccounts } from '@stegvis/core/aid/size/records.ts'
import { yearOf } from '@stegvis/core/kernel/day.ts'
import type { ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Tx } from '../../db/tenancy.ts'
import type { Said } from '../groups/component-store.ts'
import type { Component } from '../groups/service.ts'
import { listAccounts, listCompanyYears } from './store.ts'

/** Accounts that count; `id` is null for those of a company record, which are asked for there and never twice. */
export type Book = { id: RecordId | null; partyId: RecordId; accounts: PartyAccounts; said: Said }
export type Books = { books: Book[]; incomplete: IncompleteYear[] }

const RECORDED: Said = { source: 'company', by: null, at: '', revision: 0 }

/** The accounts of everybody in a picture: those stated, and the years of company records that nobody stated better. */
export async function readBooks(tx: Tx, programmeId: ProgrammeId, { parties }: Component): Promise<Books> {
  const stated = await listAccounts(
    tx,
    programmeId,
    parties.map(({ party }) => party.id),
  )
  const byCompany = new Map(parties.flatMap((stored) => (stored.companyId ? [[stored.companyId, stored.party]] : [])))
  const covered = new Set(stated.map(({ partyId, accounts }) => yearKey(partyId, yearOf(dayOf(accounts)))))
  const books: Book[] = [...stated]
  const incomplete: IncompleteYear[] = []
  for (const year of await listCompanyYears(tx, programmeId, [...byCompany.keys()])) {
    const party = byCompany.get(year.companyId)!
    if (covered.has(yearKey(party.id, year.year))) continue
    const read = accountsOfYear(year, currencyOf('country' in party ? party.country : ''))
    if (read.ok) books.push({ id: null, partyId: party.id, accounts: read.accounts, said: RECORDED })
    else incomplete.push({ partyId: party.id, year: year.year, missing: read.missing })
  }
  return { books, incomplete }
}

const yearKey = (partyId: RecordId, year: number) => `${partyId}/${year}`
