import { RecordId, SubProjectId } from '@stegvis/core/kernel/ids.ts'
import {
  FieldChanges,
  HistoryPage,
  NewPart,
  Part,
  PartOrder,
  Programme,
  SetUpChoices,
  StatusTo,
  TerritoryInput,
} from '@stegvis/core/programmes/schema.ts'
import { z } from 'zod'
import type { App } from '../app.ts'
import type { Deps } from '../deps.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { tellConflicts } from '../http/outcome.ts'
import { listModelOptions } from '../models/offered.ts'
import { adminRoutes } from './admin/routes.ts'
import { HistoryPlace, listHistory } from './history-store.ts'
import { logoRoutes } from './logos/routes.ts'
import { addPart, changePart, orderParts, removePart, restorePart } from './parts/service.ts'
import { publicRoutes } from './public/routes.ts'
import { changeProgramme, readProgramme, setProgrammeStatus, setTerritory } from './service.ts'

const BASE = '/api/programmes/:programme'
const tags = ['programmes']
const READ = { access: { action: 'programme.read' } } as const
const CONFIGURE = { access: { action: 'programme.configure' } } as const
const TEXTS = { access: { action: 'programme.texts' } } as const
const params = z.object({ programme: z.string() })
const ofPart = params.extend({ part: Part, id: RecordId })
const response = { 200: Programme }
const HISTORY_PAGE = 50

/** A programme and its set-up. */
export function programmesRoutes(app: App, deps: Deps): void {
  setUpRoutes(app, deps)
  partRoutes(app, deps)
  logoRoutes(app, deps)
  adminRoutes(app, deps)
  publicRoutes(app, deps)
}

function setUpRoutes(app: App, { database, models }: Deps): void {
  app.get(
    BASE,
    { config: READ, schema: { tags, summary: 'The programme with all its parts', params, response } },
    ({ actor }) => database.inTenant(actor, (tx) => readProgramme(tx, actor), { readOnly: true }),
  )
  app.patch(
    BASE,
    {
      config: TEXTS,
      schema: { tags, summary: 'Change the programme field by field', params, body: FieldChanges, response },
    },
    async ({ actor, body }) =>
      tellConflicts(await database.inTenant(actor, (tx) => changeProgramme(tx, actor, body.changes))),
  )
  app.post(
    `${BASE}/status`,
    {
      config: CONFIGURE,
      schema: { tags, summary: 'Open, close or reopen the programme', params, body: StatusTo, response },
    },
    ({ actor, body }) => database.inTenant(actor, (tx) => setProgrammeStatus(tx, actor, body.to)),
  )
  app.get(
    `${BASE}/set-up-choices`,
    {
      config: TEXTS,
      schema: { tags, summary: 'What the set-up can choose from', params, response: { 200: SetUpChoices } },
    },
    ({ actor }) =>
      database.inTenant(actor, async (tx) => ({ models: await listModelOptions(tx, models) }), { readOnly: true }),
  )
  app.get(
    `${BASE}/history`,
    {
      config: TEXTS,
      schema: {
        tags,
        summary: 'Changes of the programme, newest first',
        params,
        querystring: z.object({ after: z.string().max(300).optional() }),
        response: { 200: HistoryPage },
      },
    },
    ({ actor, query: { after } }) =>
      database.inTenant(
        actor,
        async (tx) => {
          const place = after === undefined ? null : decodeCursor(after, HistoryPlace)
          const { entries, end } = await listHistory(tx, actor.programmeId, place, HISTORY_PAGE)
          return { entries, next: end && encodeCursor(end) }
        },
        { readOnly: true },
      ),
  )
}

function partRoutes(app: App, { database, models, clock }: Deps): void {
  app.post(
    `${BASE}/parts`,
    {
      config: CONFIGURE,
      schema: {
        tags,
        summary: 'Add a partner, a funder, a sub-project or a focus area',
        params,
        body: NewPart,
        response,
      },
    },
    ({ actor, body }) => database.inTenant(actor, (tx) => addPart(tx, actor, models, body)),
  )
  app.patch(
    `${BASE}/parts/:part/:id`,
    {
      config: CONFIGURE,
      schema: { tags, summary: 'Change a part field by field', params: ofPart, body: FieldChanges, response },
    },
    async ({ actor, body, params: { part, id } }) =>
      tellConflicts(await database.inTenant(actor, (tx) => changePart(tx, actor, models, part, id, body.changes))),
  )
  app.delete(
    `${BASE}/parts/:part/:id`,
    { config: CONFIGURE, schema: { tags, summary: 'Take a part away', params: ofPart, response } },
    ({ actor, params: { part, id } }) => database.inTenant(actor, (tx) => removePart(tx, actor, part, id, clock.now())),
  )
  app.post(
    `${BASE}/parts/:part/:id/restore`,
    { config: CONFIGURE, schema: { tags, summary: 'Bring a part back', params: ofPart, response } },
    ({ actor, params: { part, id } }) => database.inTenant(actor, (tx) => restorePart(tx, actor, part, id)),
  )
  app.put(
    `${BASE}/parts/:part/order`,
    {
      config: CONFIGURE,
      schema: {
        tags,
        summary: 'Put the parts of one kind in order',
        params: params.extend({ part: Part }),
        body: PartOrder,
        response,
      },
    },
    ({ actor, body, params: { part } }) => database.inTenant(actor, (tx) => orderParts(tx, actor, part, body)),
  )
  app.put(
    `${BASE}/parts/sub-project/:id/municipalities`,
    {
      config: CONFIGURE,
      schema: {
        tags,
        summary: 'Set the municipalities of a sub-project',
        params: params.extend({ id: SubProjectId }),
        body: TerritoryInput,
        response,
      },
    },
    ({ actor, body, params: { id } }) => database.inTenant(actor, (tx) => setTerritory(tx, actor, id, body)),
  )
}
