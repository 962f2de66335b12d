import type { CompanyAid } from '@stegvis/core/aid/gate/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import type { Tx } from '../db/tenancy.ts'
import type { Deps } from '../deps.ts'
import { readCompanyAid } from './gate/view-service.ts'

/** When a request is handled, for what it writes. */
export type Moment = { today: PlainDate; now: string }

/** Does one thing about a company's aid and answers everything about it as it is then. */
export function answeringAid({ database, clock }: Deps) {
  return (
    actor: Actor,
    companyId: CompanyId,
    work: (tx: Tx, moment: Moment) => Promise<unknown>,
  ): Promise<CompanyAid> => {
    const moment = { today: clock.today(actor.timeZone), now: clock.now() }
    return database.inTenant(actor, async (tx) => {
      await work(tx, moment)
      return readCompanyAid(tx, actor, companyId, moment)
    })
  }
}
