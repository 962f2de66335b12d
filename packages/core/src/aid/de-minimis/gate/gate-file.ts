import { z } from 'zod'
import { publishedSchema } from '../../../models/json-schema.ts'
import { type Reading, readInput } from '../../input.ts'
import type { DeMinimisLaw } from '../law.ts'
import { GateAnswer, GateFacts, mayLogAdvice } from './gate.ts'

/** The input of `stegvis aid gate`, with an example in docs/aid-gate-example.json. */
const GateFile = z.strictObject({ format: z.literal('stegvis-aid-gate/1'), ...GateFacts.shape })

/** Whether an activity may be logged as done; or everything wrong with the input. */
export function gateOfFile(law: DeMinimisLaw, input: unknown): Reading<GateAnswer> {
  const read = readInput(GateFile, input)
  return read.ok ? { ok: true, value: mayLogAdvice(law, read.value) } : read
}

export function gateJsonSchema(): Record<string, unknown> {
  return publishedSchema(
    GateFile,
    {},
    {
      $id: 'https://stegvis.example/schemas/aid-gate-1.schema.json',
      title: 'Stegvis gate before advice',
      description: 'What is known of a company when an activity is logged: the input of `stegvis aid gate`.',
    },
  )
}

export function gateResultJsonSchema(): Record<string, unknown> {
  return publishedSchema(
    GateAnswer,
    {},
    {
      $id: 'https://stegvis.example/schemas/aid-gate-result-1.schema.json',
      title: 'Stegvis gate before advice, the answer',
      description: 'Whether it may be logged, and what is missing: the output of `stegvis aid gate`.',
    },
  )
}
