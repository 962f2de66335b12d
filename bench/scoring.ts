import { readFileSync } from 'node:fs'
import path from 'node:path'
import { compileModel, scoreLadder } from '../packages/core/src/assessments/scoring.ts'
import type { Answer, Answers } from '../packages/core/src/models/answers.ts'
import { parseModel } from '../packages/core/src/models/parse.ts'
import type { Model } from '../packages/core/src/models/schema.ts'
import { generator } from './chance.ts'
import { printTable, ratio } from './table.ts'

const FILE = path.resolve(import.meta.dirname, '../content/models/resource-efficient-production/1.0.0.yaml')
const COMPANIES = 2000
const ROUNDS = 40

/** The engine against the same sum written by hand for this one ladder: levels and area step, nothing else. */
export async function benchScoring(): Promise<void> {
  const parsed = parseModel(readFileSync(FILE, 'utf8'), FILE)
  if (!parsed.ok) throw new Error('the ladder does not parse')
  const compiled = compileModel(parsed.model)
  const byHand = writtenByHand(parsed.model)
  const random = generator(7)
  const companies = Array.from({ length: COMPANIES }, () => randomAnswers(parsed.model, random))

  for (const answers of companies) {
    const { step } = scoreLadder(compiled, answers, { evidence: 'stated', profile: { employees: 40 } })
    if (step !== byHand(answers)) throw new Error('the engine and the sum by hand do not agree')
  }
  const hand = perSecond(() => {
    for (const answers of companies) byHand(answers)
  })
  const engine = perSecond(() => {
    for (const answers of companies) scoreLadder(compiled, answers, { evidence: 'stated', profile: { employees: 40 } })
  })
  printTable(
    'Scoring one ladder of 28 answers',
    ['', 'assessments/s', 'ratio'],
    [
      ['by hand: levels and step', Math.round(hand).toLocaleString('en'), ratio(1)],
      ['engine: with ranges, coverage, what blocks', Math.round(engine).toLocaleString('en'), ratio(hand / engine)],
    ],
  )
}

/** The level of each dimension and the step of the area, as somebody would write it for one ladder only. */
function writtenByHand(model: Model): (answers: Answers) => number {
  const required = model.dimensions.map((dimension) =>
    dimension.rungs.map((rung) => rung.criteria.filter((c) => c.importance === 'required').map((c) => c.id)),
  )
  const ids = model.dimensions.map((dimension) => dimension.id)
  return (answers) => {
    const levels: number[] = []
    for (let at = 0; at < ids.length; at++) {
      const pick = answers.get(ids[at]!)
      const picked = pick?.kind === 'rung' ? pick.level : 1
      let level = Math.max(1, picked - 1)
      for (let n = picked; n <= Math.min(5, picked + 1); n++) {
        const met = required[at]![n - 1]!.every((id) => answers.get(id)?.kind === 'yes')
        if (!met) break
        level = n
      }
      levels.push(picked === 5 ? levelAtTop(required[at]!, answers) : level)
    }
    for (let step = 5; step > 1; step--) {
      const there = levels.filter((level) => level >= step).length
      if (there * 3 >= levels.length * 2 && levels.every((level) => level >= step - 1)) return step
    }
    return 1
  }
}

/** At the top rung the one below is asked as well. */
function levelAtTop(rungs: readonly string[][], answers: Answers): number {
  const met = (n: number) => rungs[n - 1]!.every((id) => answers.get(id)?.kind === 'yes')
  if (!met(4)) return 3
  return met(5) ? 5 : 4
}

/** Complete answers to what a self-assessment asks. */
function randomAnswers(model: Model, random: () => number): Answers {
  const answers = new Map<string, Answer>()
  for (const dimension of model.dimensions) {
    const level = 1 + Math.floor(random() * 5)
    answers.set(dimension.id, { kind: 'rung', level })
    for (const n of level === 5 ? [4, 5] : [level, level + 1]) {
      for (const criterion of dimension.rungs[n - 1]!.criteria) {
        if (criterion.importance === 'required') answers.set(criterion.id, { kind: random() < 0.7 ? 'yes' : 'no' })
      }
    }
  }
  return answers
}

function perSecond(round: () => void): number {
  for (let n = 0; n < 5; n++) round()
  const start = performance.now()
  for (let n = 0; n < ROUNDS; n++) round()
  return (COMPANIES * ROUNDS) / ((performance.now() - start) / 1000)
}
