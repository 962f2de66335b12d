import { CompanyAid } from '@stegvis/core/aid/gate/schema.ts'
import { GrantChangeInput, GrantCorrection, NewGrant } from '@stegvis/core/aid/ledger/schema.ts'
import type { RecordId } from '@stegvis/core/kernel/ids.ts'
import type { App } from '../../app.ts'
import { OfCompany, OfPart } from '../../companies/params.ts'
import type { Deps } from '../../deps.ts'
import { newId } from '../../ids.ts'
import { answeringAid } from '../answer.ts'
import { changeGrant, correctGrant, enterGrant } from './grant-service.ts'

const BASE = '/api/programmes/:programme/companies/:company/aid/grants'
const EDIT = { access: { action: 'aid.edit' } } as const
const tags = ['aid']
const response = { 200: CompanyAid }

/** The ledger of aid that was awarded, by this programme and by others. */
export function grantRoutes(app: App, deps: Deps): void {
  const answer = answeringAid(deps)
  app.post(
    BASE,
    {
      config: EDIT,
      schema: { tags, summary: 'Enter aid that others have awarded', params: OfCompany, body: NewGrant, response },
    },
    ({ actor, params, body }) =>
      answer(actor, params.company, (tx, moment) => enterGrant(tx, actor, params.company, body, moment)),
  )
  app.put(
    `${BASE}/:id`,
    {
      config: EDIT,
      schema: {
        tags,
        summary: 'Correct a line of the ledger, with a reason',
        params: OfPart,
        body: GrantCorrection,
        response,
      },
    },
    ({ actor, params, body }) => {
      const changeId = newId<RecordId>()
      return answer(actor, params.company, (tx, moment) =>
        correctGrant(tx, actor, params.company, params.id, body, { ...moment, changeId }),
      )
    },
  )
  app.post(
    `${BASE}/:id/changes`,
    {
      config: EDIT,
      schema: {
        tags,
        summary: 'Record a decision that lowers or withdraws a grant, or remove one entered by mistake',
        params: OfPart,
        body: GrantChangeInput,
        response,
      },
    },
    ({ actor, params, body }) =>
      answer(actor, params.company, (tx, moment) => changeGrant(tx, actor, params.company, params.id, body, moment)),
  )
}
