import { DeclarationChange, NewDeclaration, Refill } from '@stegvis/core/aid/declaration/schema.ts'
import { CompanyAid } from '@stegvis/core/aid/gate/schema.ts'
import type { App } from '../../app.ts'
import { OfCompany, OfPart } from '../../companies/params.ts'
import type { Deps } from '../../deps.ts'
import { answeringAid } from '../answer.ts'
import { beginDeclaration, changeDeclaration, refillDeclaration } from './service.ts'

const BASE = '/api/programmes/:programme/companies/:company/aid/declarations'
const EDIT = { access: { action: 'aid.edit' } } as const
const tags = ['aid']
const response = { 200: CompanyAid }

/** The company's declaration of earlier aid, until it is signed. */
export function declarationRoutes(app: App, deps: Deps): void {
  const answer = answeringAid(deps)
  app.post(
    BASE,
    {
      config: EDIT,
      schema: {
        tags,
        summary: 'Begin a declaration with all that is known',
        params: OfCompany,
        body: NewDeclaration,
        response,
      },
    },
    ({ actor, params, body }) =>
      answer(actor, params.company, (tx, moment) => beginDeclaration(tx, actor, params.company, body.id, moment)),
  )
  app.put(
    `${BASE}/:id`,
    {
      config: EDIT,
      schema: { tags, summary: 'Write a declaration', params: OfPart, body: DeclarationChange, response },
    },
    ({ actor, params, body }) =>
      answer(actor, params.company, (tx, moment) =>
        changeDeclaration(tx, actor, params.company, params.id, body, moment),
      ),
  )
  app.post(
    `${BASE}/:id/refill`,
    {
      config: EDIT,
      schema: {
        tags,
        summary: 'Fill a declaration in again from what is known now',
        params: OfPart,
        body: Refill,
        response,
      },
    },
    ({ actor, params, body }) =>
      answer(actor, params.company, (tx, moment) =>
        refillDeclaration(tx, actor, params.company, params.id, body.revision, moment),
      ),
  )
}
