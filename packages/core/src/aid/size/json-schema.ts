import { publishedSchema } from '../../models/json-schema.ts'
import { GroupFacts, Party } from '../groups/schema.ts'
import { Rate } from '../rates/schema.ts'
import { Accounts, SmeAggregation, SmeLine, SmeQuestion, SmeReason, SmeStatus } from './schema.ts'

export function smeQuestionJsonSchema(): Record<string, unknown> {
  return publishedSchema(
    SmeQuestion,
    { group: GroupFacts, party: Party, accounts: Accounts, rate: Rate },
    {
      $id: 'https://stegvis.example/schemas/sme-1.schema.json',
      title: 'Stegvis SME question',
      description: 'An enterprise, its owners and their accounts: the input of `stegvis sme classify`.',
    },
  )
}

export function smeStatusJsonSchema(): Record<string, unknown> {
  return publishedSchema(
    SmeStatus,
    { aggregation: SmeAggregation, line: SmeLine, reason: SmeReason, rate: Rate },
    {
      $id: 'https://stegvis.example/schemas/sme-status-1.schema.json',
      title: 'Stegvis SME status',
      description: 'The status with every line it was decided from: the output of `stegvis sme classify`.',
    },
  )
}
