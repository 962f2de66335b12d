import { CompanySize, NewSnapshot, ReviewInput, SizeSnapshot, SizeSnapshots } from '@stegvis/core/aid/size/snapshots.ts'
import { PlainDate } from '@stegvis/core/kernel/day.ts'
import { z } from 'zod'
import type { App } from '../../app.ts'
import { OfCompany, OfPart } from '../../companies/params.ts'
import type { Deps } from '../../deps.ts'
import { readSize, readSnapshot, readSnapshots, review, takeSnapshot } from './service.ts'

const BASE = '/api/programmes/:programme/companies/:company/size'
const READ = { access: { action: 'aid.read' } } as const
const DECIDE = { access: { action: 'aid.eligibility' } } as const
const tags = ['aid']
const OnDay = z.object({ on: PlainDate.optional() })

/** The size of a company with its group: as it is known now, and as it was kept on the days that count. */
export function sizeRoutes(app: App, { database, clock }: Deps): void {
  const readOnly = { readOnly: true }
  app.get(
    BASE,
    {
      config: READ,
      schema: {
        tags,
        summary: 'Size of a company on a day, line by line',
        params: OfCompany,
        querystring: OnDay,
        response: { 200: CompanySize },
      },
    },
    ({ actor, params, query }) =>
      database.inTenant(
        actor,
        (tx) => readSize(tx, actor, params.company, query.on ?? clock.today(actor.timeZone)),
        readOnly,
      ),
  )
  app.get(
    `${BASE}/snapshots`,
    {
      config: READ,
      schema: { tags, summary: 'What was decided of its size', params: OfCompany, response: { 200: SizeSnapshots } },
    },
    ({ actor, params }) => database.inTenant(actor, (tx) => readSnapshots(tx, actor, params.company), readOnly),
  )
  app.get(
    `${BASE}/snapshots/:id`,
    {
      config: READ,
      schema: { tags, summary: 'One of them, with all it rests on', params: OfPart, response: { 200: SizeSnapshot } },
    },
    ({ actor, params: { company: companyId, id } }) =>
      database.inTenant(actor, (tx) => readSnapshot(tx, actor, { companyId, id }), readOnly),
  )
  app.post(
    `${BASE}/snapshots`,
    {
      config: DECIDE,
      schema: {
        tags,
        summary: 'Keep its size for a day that counts',
        params: OfCompany,
        body: NewSnapshot,
        response: { 200: SizeSnapshot },
      },
    },
    ({ actor, body, params }) => {
      const at = { now: clock.now(), today: clock.today(actor.timeZone) }
      return database.inTenant(actor, (tx) => takeSnapshot(tx, actor, params.company, body, at))
    },
  )
  app.post(
    `${BASE}/snapshots/:id/review`,
    {
      config: DECIDE,
      schema: {
        tags,
        summary: 'Decide what the rules left to a person',
        params: OfPart,
        body: ReviewInput,
        response: { 200: SizeSnapshot },
      },
    },
    ({ actor, body, params: { company: companyId, id } }) =>
      database.inTenant(actor, (tx) => review(tx, actor, { companyId, id }, body, clock.now())),
  )
}
