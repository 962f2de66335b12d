import type { PersonId } from '@stegvis/core/kernel/ids.ts'
import type { NewProgramme } from '@stegvis/core/programmes/schema.ts'
import { recordEvent } from '../../audit/store.ts'
import type { Database } from '../../db/tenancy.ts'
import { newId } from '../../ids.ts'
import { grantRole } from '../../people/roles/service.ts'
import { insertProgramme } from './store.ts'

/** Creates a draft and makes its creator the programme manager. A repeated request creates nothing more. */
export async function createProgramme(database: Database, personId: PersonId, input: NewProgramme): Promise<void> {
  const source = { programmeId: input.id, personId }
  const grantId = newId()
  await database.inTenant(source, async (tx) => {
    if (!(await insertProgramme(tx, input))) return
    await recordEvent(tx, source, {
      kind: 'programme.created',
      detail: { name: input.name.sv || input.name.en },
      audience: 'office',
    })
    await grantRole(tx, source, {
      id: grantId,
      ...{ personId, role: 'programme-manager', title: null, until: null },
      ...{ partnerId: null, subProjectId: null, companyId: null },
    })
  })
}
