import { AidRulesChanges, AidRulesReply } from '@stegvis/core/aid/rules/schema.ts'
import type { App } from '../../app.ts'
import { InProgramme } from '../../companies/params.ts'
import type { Deps } from '../../deps.ts'
import { tellConflicts } from '../../http/outcome.ts'
import { changeRules, showRules } from './service.ts'

const ADDRESS = '/api/programmes/:programme/aid-rules'
const tags = ['aid']
const response = { 200: AidRulesReply }

/** What a programme has settled about the aid it gives. */
export function aidRulesRoutes(app: App, { database, clock }: Deps): void {
  app.get(
    ADDRESS,
    {
      config: { access: { action: 'aid.read' } },
      schema: { tags, summary: 'The rules of the programme on state aid', params: InProgramme, response },
    },
    ({ actor }) =>
      database.inTenant(actor, (tx) => showRules(tx, actor, clock.today(actor.timeZone)), { readOnly: true }),
  )
  app.patch(
    ADDRESS,
    {
      config: { access: { action: 'programme.configure' } },
      schema: {
        tags,
        summary: 'Change the rules of the programme on state aid, field by field',
        params: InProgramme,
        body: AidRulesChanges,
        response,
      },
    },
    async ({ actor, body }) =>
      tellConflicts(
        await database.inTenant(actor, (tx) => changeRules(tx, actor, body.changes, clock.today(actor.timeZone))),
      ),
  )
}
