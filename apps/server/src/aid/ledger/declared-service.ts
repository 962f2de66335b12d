import { toEurCents } from '@stegvis/core/aid/de-minimis/amount.ts'
import type { EarlierAid } from '@stegvis/core/aid/declaration/schema.ts'
import { withoutKnown } from '@stegvis/core/aid/ledger/rules.ts'
import type { CompanyId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import type { Tx } from '../../db/tenancy.ts'
import { partyOf } from '../groups/service.ts'
import { DE_MINIMIS_LAW } from '../law.ts'
import { insertGrant, listGrantsOf } from './grant-store.ts'

/** What a signed declaration tells of earlier aid becomes lines of the ledger; what stands there already does not. */
export async function enterDeclared(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  declarationId: RecordId,
  declared: readonly EarlierAid[],
  now: string,
): Promise<void> {
  const own = await partyOf(tx, actor, companyId, now)
  const told = declared
    .filter(({ grantId }) => grantId === null)
    .map((line) => ({ ...line, ...line.amount, party: line.party ?? own }))
  const known = await listGrantsOf(tx, actor.programmeId, [...new Set(told.map(({ party }) => party))])
  for (const { id, party, memberState, regulation, awardedOn, authority, amount } of withoutKnown(known, told)) {
    await insertGrant(tx, actor.programmeId, {
      ...{ id, party, companyId, origin: 'declared', supportId: null, declarationId },
      ...{ memberState, regulation, awardedOn, authority, scheme: '', instrument: '', industryCode: '', reference: '' },
      ...{ currency: amount.currency, minor: amount.minor, rate: amount.rate ?? null },
      ...{ eurCents: toEurCents(DE_MINIMIS_LAW, amount), by: actor.personId, at: now },
    })
  }
}
