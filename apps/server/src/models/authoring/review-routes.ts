import {
  AuthoredModelView,
  ModelCheck,
  ModelDiffView,
  ModelRefWord,
  ModelWithdrawal,
  ReviewInput,
  StepInput,
} from '@stegvis/core/models/authoring/schema.ts'
import { z } from 'zod'
import type { App } from '../../app.ts'
import type { Deps } from '../../deps.ts'
import { checkModel, diffModel, publish, review, submitForReview, takeBack, withdraw } from './review-service.ts'
import { ByModel, MODELS_BASE } from './routes.ts'

const tags = ['models']
const READ = { access: { action: 'model.read' } } as const
const WRITE = { access: { action: 'model.write' } } as const
const REVIEW = { access: { action: 'model.review' } } as const
const response = { 200: AuthoredModelView }

/** From a draft to a published version: check, compare, review by a second person, publish, withdraw. */
export function reviewRoutes(app: App, { database, clock, models }: Deps): void {
  app.get(
    `${MODELS_BASE}/:model/check`,
    {
      config: READ,
      schema: {
        tags,
        summary: 'Errors, warnings, examples, and what still hinders publishing',
        params: ByModel,
        response: { 200: ModelCheck },
      },
    },
    ({ actor, params }) => database.inTenant(actor, (tx) => checkModel(tx, params.model, models), { readOnly: true }),
  )

  app.get(
    `${MODELS_BASE}/:model/diff`,
    {
      config: READ,
      schema: {
        tags,
        summary: 'What changed since another version, in words',
        params: ByModel,
        querystring: z.object({ against: ModelRefWord.describe('an installed or published version: id@version') }),
        response: { 200: ModelDiffView },
      },
    },
    ({ actor, params, query }) =>
      database.inTenant(actor, (tx) => diffModel(tx, params.model, query.against, models), { readOnly: true }),
  )

  app.post(
    `${MODELS_BASE}/:model/submit`,
    { config: WRITE, schema: { tags, summary: 'Ask for a review', params: ByModel, body: StepInput, response } },
    ({ actor, params, body }) => database.inTenant(actor, (tx) => submitForReview(tx, actor, params.model, body.base)),
  )

  app.post(
    `${MODELS_BASE}/:model/take-back`,
    {
      config: WRITE,
      schema: { tags, summary: 'Take it back from review to write on', params: ByModel, response },
    },
    ({ actor, params }) => database.inTenant(actor, (tx) => takeBack(tx, actor, params.model)),
  )

  app.post(
    `${MODELS_BASE}/:model/reviews`,
    {
      config: REVIEW,
      schema: {
        tags,
        summary: 'Approve, or return with a comment; never by who changed it last',
        params: ByModel,
        body: ReviewInput,
        response,
      },
    },
    ({ actor, params, body }) => database.inTenant(actor, (tx) => review(tx, actor, params.model, body, clock.now())),
  )

  app.post(
    `${MODELS_BASE}/:model/publish`,
    {
      config: WRITE,
      schema: { tags, summary: 'Publish the version, for ever as it is', params: ByModel, body: StepInput, response },
    },
    ({ actor, params, body }) =>
      database.inTenant(actor, (tx) =>
        publish(tx, actor, params.model, body.base, { models, today: clock.today(actor.timeZone) }),
      ),
  )

  app.post(
    `${MODELS_BASE}/:model/withdraw`,
    {
      config: WRITE,
      schema: {
        tags,
        summary: 'Offer the version no more for new measurements',
        params: ByModel,
        body: ModelWithdrawal,
        response,
      },
    },
    ({ actor, params, body }) =>
      database.inTenant(actor, (tx) => withdraw(tx, actor, params.model, body.reason, clock.today(actor.timeZone))),
  )
}
