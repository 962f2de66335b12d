import type { RegisterPage } from '@stegvis/core/aid/register/schema.ts'
import type { CompanyId } from '@stegvis/core/kernel/ids.ts'
import type { TestApp } from '../../../test/app.ts'
import type { TestDatabase } from '../../../test/database.ts'
import type { TestProgramme } from '../../../test/people.ts'
import { newId } from '../../ids.ts'
import { partyOf } from '../groups/service.ts'
import { aidOn } from '../test-aid.ts'

type Person = { headers: Record<string, string> }

/** With a server and a database: awards of a programme, and the register as one person works with it. */
export function registerOn(server: TestApp, database: TestDatabase) {
  const { call } = aidOn(server, database)

  /** Awards of those days, at ten kronor for one euro. Answers their ids in order. */
  const setGrants = async (
    { id: programmeId }: TestProgramme,
    companyId: CompanyId,
    days: readonly string[],
    { minor = 100_000 } = {},
  ): Promise<string[]> => {
    const scope = { programmeId, personId: null }
    const party = await database.inTenant(scope, (tx) => partyOf(tx, scope, companyId, server.clock.now()))
    const ids = days.map(() => newId<string>())
    for (const [n, day] of days.entries()) {
      await database.owner.query(
        `insert into aid_grant (programme_id, id, party_id, company_id, origin, member_state, regulation, awarded_on,
           currency, minor, rate, eur_cents, authority, scheme, instrument, industry_code, reference, entered_by)
         values ($1, $2, $3, $4, 'programme', 'SE', '2023/2831', $5, 'SEK', $6::bigint,
           '{"perEuro": "10", "source": "InforEuro", "day": "2025-12-01"}', $6::bigint / 10, 'Tillväxtverket',
           'Exempelordningen', 'subsidised-services', '25.620', $7, gen_random_uuid())`,
        [programmeId, ids[n], party, companyId, day, minor, `Dnr ${n + 1}`],
      )
    }
    return ids
  }

  const registerOf = ({ slug }: TestProgramme, { headers }: Person) => {
    const base = `/api/programmes/${slug}/aid-register`
    const read = async (rest = '') => (await call(headers, 'GET', base + rest)).body as unknown as RegisterPage
    const send = (rest: string, payload: object) => call(headers, 'POST', base + rest, payload)
    const enter = (grantId: string, more: object = {}) =>
      send('/entries', {
        entries: [
          {
            ...{ id: newId<string>(), grantId, revision: 1, registeredOn: '2026-12-11', reference: 'SA-1' },
            ...more,
          },
        ],
      })
    return { base, read, send, enter }
  }

  return { setGrants, registerOf }
}
