import fc from 'fast-check'
import type { TreeAnswer } from './answers.ts'
import { scaleOf } from './scale-of.ts'
import type { TreeModel } from './schema.ts'
import type { Scale } from './schema-scales.ts'

/** Answers to some of the questions of a model, in an order of their own. Every one fits its scale. */
export function answersTo(model: TreeModel): fc.Arbitrary<ReadonlyMap<string, TreeAnswer>> {
  const entries = model.questions.map((question) =>
    fc
      .option(answerTo(scaleOf(model, question)!), { nil: undefined, freq: 5 })
      .map((answer) => [question.id, answer] as const),
  )
  return fc.tuple(fc.tuple(...entries), fc.nat()).map(([all, turn]) => {
    const given = all.flatMap(([id, answer]): [string, TreeAnswer][] => (answer ? [[id, answer]] : []))
    const cut = given.length === 0 ? 0 : turn % given.length
    return new Map([...given.slice(cut), ...given.slice(0, cut)])
  })
}

export function anyFacts(): fc.Arbitrary<Record<string, number | string | boolean | null>> {
  return fc.record(
    {
      employees: fc.constantFrom(0, 4, 10, 49, 250, null),
      sector: fc.constantFrom('metal', 'wood', 'food', null),
      exports: fc.constantFrom(true, false, null),
    },
    { requiredKeys: [] },
  )
}

/** Any answer that fits the scale, "don't know" and "not applicable" among them where it allows them. */
export function answerTo(scale: Scale): fc.Arbitrary<TreeAnswer> {
  const none: fc.Arbitrary<TreeAnswer>[] = []
  if (scale.unknown !== 'refused') none.push(fc.constant({ kind: 'unknown', reason: 'Nobody knows' }))
  if (scale['not-applicable'] !== 'refused') {
    none.push(fc.constant({ kind: 'not-applicable', reason: 'Does not apply here' }))
  }
  const definite = definiteAnswerTo(scale)
  return fc.oneof({ weight: 6, arbitrary: definite }, ...none.map((arbitrary) => ({ weight: 1, arbitrary })))
}

const evidence = fc.constantFrom('E0', 'E1', 'E2', 'E3', 'E4')
const idOf = <T extends { id: string }>(all: readonly T[]) => fc.constantFrom(...all.map(({ id }) => id))

/** An answer that says something: never "don't know" or "not applicable". */
export function definiteAnswerTo(scale: Scale): fc.Arbitrary<TreeAnswer> {
  switch (scale.type) {
    case 'single':
      return fc.record({ kind: fc.constant('option'), option: idOf(scale.options), evidence })
    case 'multiple':
      return fc
        .subarray(scale.options.map(({ id }) => id))
        .map((options) => ({ kind: 'options', options, evidence: 'E4', reason: 'Seen' }) as const)
    case 'rungs':
      return fc.constantFrom(...scale.rungs).map(({ level }) => ({ kind: 'rung', level }) as const)
    case 'likert':
      return fc.constantFrom(...scale.steps).map(({ value }) => ({ kind: 'number', value }) as const)
    case 'number': {
      const [least, most] = [scale.least ?? 0, scale.most ?? 120]
      return fc.integer({ min: 0, max: 40 }).map((step) => {
        const value = Math.round((least + ((most - least) * step) / 40) * 10 ** scale.decimals) / 10 ** scale.decimals
        return { kind: 'number', value } as const
      })
    }
    case 'split':
      return fc.array(fc.nat(scale.parts.length - 1), { minLength: 4, maxLength: 4 }).map((quarters) => {
        const shares = scale.parts.map(
          ({ id }, at) => [id, quarters.filter((part) => part === at).length * 25] as const,
        )
        return { kind: 'split', parts: Object.fromEntries(shares) } as const
      })
    case 'matrix': {
      const line = fc.record(Object.fromEntries(scale.columns.map(({ id }) => [id, idOf(scale.cells)])))
      return fc
        .record(Object.fromEntries(scale.rows.map(({ id }) => [id, line])))
        .map((cells) => ({ kind: 'matrix', cells }) as const)
    }
    case 'text':
      return fc.constant({ kind: 'text', text: 'Some words' })
    case 'day':
      return fc.constant({ kind: 'day', day: '2026-11-23' as Extract<TreeAnswer, { kind: 'day' }>['day'] })
  }
}
