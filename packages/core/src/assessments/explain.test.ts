import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Model } from '../models/schema.ts'
import { testModel } from '../models/test-model.ts'
import { explainDimension, explainLadder } from './explain.ts'
import { explanationText } from './explanation.ts'
import { compileModel, scoreLadder } from './scoring.ts'
import { answersOf } from './test-answers.ts'
import type { ScoreOptions } from './walk.ts'

const RULES: Model['rules'] = [
  {
    dimension: 'flow',
    level: 4,
    when: { profile: 'employees', below: 10 },
    // biome-ignore lint/suspicious/noThenProperty: the key of the format
    then: 'not-applicable',
    because: { sv: 'För litet.', en: 'Too small.' },
  },
]
const compiled = compileModel(testModel(['flow', 'tools', 'skills'], { rules: RULES }))
const SELF: ScoreOptions = { evidence: 'stated' }

function textOf(short: Record<string, number | string>, options: ScoreOptions = SELF, language: 'sv' | 'en' = 'en') {
  return explanationText(explainDimension(compiled, 'flow', answersOf(short), options), language)
}

describe('a dimension', () => {
  test('tells why level 3 and not 4', () => {
    const short = { flow: 3, 'flow-3-a': 'yes', 'flow-3-b': 'yes', 'flow-4-a': 'partly', 'flow-4-b': 'no' }
    expect(textOf(short)).toEqual([
      'Area flow: step 3, Rung 3.',
      '  The step picked is 3, Rung 3.',
      '  The steps up to 2 count as met, because they lie below the one picked.',
      '  Step 3, Rung 3: 2 of 2 requirements are met.',
      '  Step 4, Rung 4, is not reached: 0 of 2 requirements are met.',
      '    Partly, which is not enough: Statement flow-4-a',
      '    No: Statement flow-4-b',
    ])
    expect(textOf(short, SELF, 'sv')).toEqual([
      'Område flow: steg 3, Steg 3.',
      '  Det valda steget är 3, Steg 3.',
      '  Stegen upp till 2 räknas som uppfyllda, eftersom de ligger under det valda.',
      '  Steg 3, Steg 3: 2 av 2 krav är uppfyllda.',
      '  Steg 4, Steg 4, är inte nått: 0 av 2 krav är uppfyllda.',
      '    Delvis, vilket inte räcker: Påstående flow-4-a',
      '    Nej: Påstående flow-4-b',
    ])
  })

  test('names the class of evidence that is needed and the one there is', () => {
    const short = { flow: 2, 'flow-2-a': 'yes E1', 'flow-2-b': 'not-applicable', 'flow-3-a': 'no', 'flow-3-b': 'no' }
    const lines = textOf(short, { evidence: 'seen' })
    expect(lines).toContain('    Yes, but it needs E2 (document) and has E1 (seen on site): Statement flow-2-a')
    expect(lines).toContain('    Does not apply here: Statement flow-2-b')
  })

  test('tells what is missing before there is a level', () => {
    expect(textOf({ flow: 2, 'flow-2-a': 'yes', 'flow-3-a': 'yes', 'flow-3-b': 'yes' })).toEqual([
      'Area flow: the step cannot be set yet. It lies between 1 and 3. Answers missing: 1.',
      '  The step picked is 2, Rung 2.',
      '  Step 2, Rung 2, is not reached: 1 of 2 requirements are met.',
      '    Not answered: Statement flow-2-b',
    ])
    expect(textOf({})[1]).toBe('  No step is picked.')
  })

  test('tells of a rule that ends the ladder, and of the end', () => {
    const short = { flow: 3, 'flow-3-a': 'yes', 'flow-3-b': 'yes', 'flow-2-a': 'yes', 'flow-2-b': 'yes' }
    const lines = textOf(short, { evidence: 'stated', profile: { employees: 4 } })
    expect(lines).toContain('  The ladder ends at step 3 for this company. Too small.')
    expect(lines.at(-1)).toBe('  There is no higher step.')
  })

  test("tells what a don't know on the pick means, and why a dimension does not apply", () => {
    expect(textOf({ flow: 'unknown' })[1]).toContain('Then only the first step counts.')
    expect(textOf({ flow: 'not-applicable' })).toEqual(['Area flow: does not apply here. Reason: Does not apply'])
  })
})

describe('the ladder', () => {
  const at = (levels: Record<string, number>) => {
    const short: Record<string, number | string> = {}
    for (const [name, level] of Object.entries(levels)) {
      short[name] = level
      for (const letter of 'ab') {
        short[`${name}-${level}-${letter}`] = 'yes'
        short[`${name}-${level + 1}-${letter}`] = 'no'
      }
    }
    return explainLadder(compiled, answersOf(short), SELF)
  }
  const head = (levels: Record<string, number>) =>
    explanationText(at(levels), 'en').filter((line) => /^ {0,2}\S/.test(line))

  test('tells the two conditions of its step and what the next one lacks', () => {
    expect(head({ flow: 3, tools: 3, skills: 2 }).slice(0, 5)).toEqual([
      'Test ladder: step 3, Level 3.',
      '  2 of 3 dimensions stand at 3 or higher. At least 2 are needed.',
      '  No dimension stands below 2.',
      '  Step 4 is not reached: 0 of 3 dimensions stand at 4 or higher, and at least 2 are needed.',
      '  Step 4 is not reached: no dimension may stand below 3, but this does: Area skills.',
    ])
  })

  test('shows the index with its inputs, in the numbers of the language', () => {
    expect(explanationText(at({ flow: 3, tools: 3, skills: 2 }), 'sv')[5]).toBe(
      '  Index 41,7, bara för statistik: medelvärdet av 3 steg med summan 8, från skalan 1–5 till 0–100.',
    )
  })

  test('tells that it cannot be set yet, or that nothing applies', () => {
    expect(head({ flow: 3 })[0]).toBe('Test ladder: the step cannot be set yet. It lies between 1 and 4.')
    const none = answersOf({ flow: 'not-applicable', tools: 'not-applicable', skills: 'not-applicable' })
    expect(explanationText(explainLadder(compiled, none, SELF), 'sv')[0]).toBe(
      'Provstege: inget av delområdena gäller här.',
    )
  })

  test('never leaves a hole in a sentence, and agrees with the score', () => {
    const ids = [...compiled.dimensions, ...compiled.criteria]
    const answer = fc.constantFrom('yes', 'yes E3', 'partly', 'no', 'unknown', 'not-applicable', 1, 2, 3, 4, 5)
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...ids), answer, { maxKeys: 40 }),
        fc.nat({ max: 20 }),
        (short, employees) => {
          const answers = answersOf(short)
          const options: ScoreOptions = { evidence: 'seen', profile: { employees } }
          for (const [d, dimension] of compiled.dimensions.entries()) {
            const { level } = scoreLadder(compiled, answers, options).dimensions[d]!
            const explanation = explainDimension(compiled, dimension, answers, options)
            expect(explanation.inputs.level ?? null).toBe(level)
            for (const language of ['sv', 'en'] as const) {
              expect(explanationText(explanation, language).join('\n')).not.toMatch(/\{|undefined|null/)
            }
          }
        },
      ),
      { numRuns: 100 },
    )
  })
})
