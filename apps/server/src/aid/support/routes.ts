import { CompanyAid } from '@stegvis/core/aid/gate/schema.ts'
import { DecisionInput, NewSupport, SupportChange, SupportStep } from '@stegvis/core/aid/support/schema.ts'
import type { RecordId } from '@stegvis/core/kernel/ids.ts'
import type { App } from '../../app.ts'
import { OfCompany, OfPart } from '../../companies/params.ts'
import type { Deps } from '../../deps.ts'
import { newId } from '../../ids.ts'
import { answeringAid } from '../answer.ts'
import { orderAwardPapers } from '../papers/award-service.ts'
import { setPapers } from '../papers/service.ts'
import { decideSupport } from './decision-service.ts'
import { changeSupport, moveSupport, planSupport } from './service.ts'

const BASE = '/api/programmes/:programme/companies/:company/aid/supports'
const PLAN = { access: { action: 'aid.plan' } } as const
const tags = ['aid']
const response = { 200: CompanyAid }

/** Planned support and what was decided about it. Each write answers the company's aid as it is then. */
export function supportRoutes(app: App, deps: Deps): void {
  const answer = answeringAid(deps)
  app.post(
    BASE,
    {
      config: PLAN,
      schema: { tags, summary: 'Plan support of a company', params: OfCompany, body: NewSupport, response },
    },
    ({ actor, params, body }) =>
      answer(actor, params.company, (tx, { now }) => planSupport(tx, actor, params.company, body, now)),
  )
  app.put(
    `${BASE}/:id`,
    {
      config: PLAN,
      schema: { tags, summary: 'Change planned support', params: OfPart, body: SupportChange, response },
    },
    ({ actor, params, body }) =>
      answer(actor, params.company, (tx, { now }) => changeSupport(tx, actor, params.company, params.id, body, now)),
  )
  app.post(
    `${BASE}/:id/state`,
    {
      config: PLAN,
      schema: {
        tags,
        summary: 'Send planned support to the authority, take it back or give it up',
        params: OfPart,
        body: SupportStep,
        response,
      },
    },
    ({ actor, params, body }) =>
      answer(actor, params.company, (tx) => moveSupport(tx, actor, params.company, params.id, body)),
  )
  app.post(
    `${BASE}/:id/decision`,
    {
      config: { access: { action: 'aid.grant' } },
      schema: {
        tags,
        summary: 'Record what the authority decided',
        params: OfPart,
        body: DecisionInput,
        response,
      },
    },
    async ({ actor, params, body }) => {
      const grantId = newId<RecordId>()
      let papers: RecordId[] = []
      const aid = await answer(actor, params.company, async (tx, moment) => {
        const isAwarded = await decideSupport(tx, actor, params.company, params.id, body, { ...moment, grantId })
        papers = isAwarded ? await orderAwardPapers(tx, actor, params.company, params.id, moment) : []
      })
      await setPapers(deps, actor, papers)
      return aid
    },
  )
}
