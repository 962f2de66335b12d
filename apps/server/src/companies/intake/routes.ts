import { Interest, InterestReceived } from '@stegvis/core/companies/intake/schema.ts'
import type { App } from '../../app.ts'
import type { Deps } from '../../deps.ts'
import { InProgramme } from '../params.ts'
import { receiveInterest } from './service.ts'

const PUBLIC = { access: { public: true } } as const
const BASE = '/api/public/programmes/:programme'
const tags = ['intake']

/** What a visitor without an account can do. */
export function intakeRoutes(app: App, deps: Deps): void {
  app.post(
    `${BASE}/interests`,
    {
      config: PUBLIC,
      schema: {
        tags,
        summary: 'Send an expression of interest',
        params: InProgramme,
        body: Interest,
        response: { 202: InterestReceived },
      },
    },
    async ({ body, params, ip }, reply) => {
      await receiveInterest(deps, params.programme, body, ip)
      return reply.code(202).send({ received: true })
    },
  )
}
