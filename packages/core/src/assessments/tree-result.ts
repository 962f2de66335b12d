import { PlainDate } from '../kernel/day.ts'
import { type EvidenceClass, evidenceRank } from '../models/schema.ts'
import { profileNodes } from '../models/summary.ts'
import type { TreeAnswer, TreeAnswers } from '../models/tree/answers.ts'
import { neededEvidence } from '../models/tree/needed-evidence.ts'
import type { CompiledTree } from '../models/tree/program.ts'
import type { TreeScore } from '../models/tree/score.ts'
import { scoreTree } from '../models/tree/score-tree.ts'
import type { TreeVoice } from '../models/tree/state.ts'
import { classesOnFile, type Evidence, lapsedSince } from './evidence.ts'
import { companyAnswers, heard, resultAnswers, resultVoice, type TreeParts } from './tree-open.ts'
import type { QuestionSpread, TreeLapse, TreeResult } from './tree-schema.ts'

/** Later than any best-before, so that every lapse to come is found. */
const END_OF_TIME = PlainDate.parse('9999-12-31')

/** Scores a measurement with a tree in its voices on a day, and makes the result from them as the model says. */
export function treeResultOf(
  compiled: CompiledTree,
  parts: TreeParts & { evidence: readonly Evidence[] },
  on: PlainDate,
): TreeResult {
  const { facts, findings, evidence, previous } = parts
  const score = (answers: TreeAnswers, voice: TreeVoice) => scoreTree(compiled, answers, { facts, voice, previous })
  const people = heard(parts)
  const result = score(resultAnswers(compiled, parts), resultVoice(compiled.model))
  const levels = new Map(result.nodes.map(({ node, level }) => [node, level]))
  return {
    format: 'stegvis-result/2',
    on,
    facts,
    self: people.length === 0 ? null : score(companyAnswers(compiled, parts), 'self'),
    people: people.length,
    respondents: compiled.questions.flatMap(({ id }) => spreadOf(id, people)),
    coach: score(findings, 'coach'),
    verified: score(onFile(findings, classesOnFile(evidence, on)), 'coach'),
    result,
    levels: Object.fromEntries(profileNodes(compiled.model).map(({ id }) => [id, levels.get(id) ?? null])),
    lapses: lapsesOf(compiled, findings, evidence),
  }
}

/** The level of the whole in each voice, as lists and statistics keep it; null where the model gives none. */
export function treeSteps(
  { model }: CompiledTree,
  { self, coach, verified }: TreeResult,
): { self: number | null; coach: number | null; verified: number | null } {
  const level = (score: TreeScore | null) => score?.nodes.find(({ node }) => node === model.tree.id)?.level ?? null
  return { self: level(self), coach: level(coach), verified: level(verified) }
}

/** The levels of an earlier result, for models that ask what was reached before. */
export function previousLevels(earlier: TreeResult | null): ReadonlyMap<string, number> {
  const levels = new Map<string, number>()
  for (const { node, level } of earlier?.result.nodes ?? []) if (level !== null) levels.set(node, level)
  return levels
}

/** How the company's people answered one question. Nobody: no entry. */
function spreadOf(question: string, people: readonly TreeAnswers[]): QuestionSpread[] {
  const counts = new Map<string, QuestionSpread['answers'][number]>()
  let count = 0
  for (const answers of people) {
    const given = answers.get(question)
    if (!given) continue
    count++
    if (given.kind === 'text') continue
    const { reason: _, evidence: __, ...answer } = given
    const key = JSON.stringify(answer)
    const known = counts.get(key)
    if (known) known.people++
    else counts.set(key, { answer, people: 1 })
  }
  if (count === 0) return []
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry)
  return [{ question, people: count, answers: sorted }]
}

/** The coach's answers as far as the evidence on file carries them. */
function onFile(findings: TreeAnswers, classes: ReadonlyMap<string, EvidenceClass>): TreeAnswers {
  return new Map(
    [...findings].map(([question, { evidence: _, ...answer }]): [string, TreeAnswer] => {
      const evidence = classes.get(question)
      return [question, evidence ? { ...answer, evidence } : answer]
    }),
  )
}

/** Where evidence of the class an answer needs was on file and runs out: the first day without. */
function lapsesOf(compiled: CompiledTree, findings: TreeAnswers, evidence: readonly Evidence[]): TreeLapse[] {
  return compiled.questions.flatMap((question): TreeLapse[] => {
    const { id } = question
    const answer = findings.get(id)
    const needed = answer ? neededEvidence(question, answer) : 0
    if (needed === 0) return []
    const pieces = evidence.filter((piece) => piece.criterion === id && evidenceRank(piece.class) >= needed)
    const since = lapsedSince(pieces, END_OF_TIME)
    return since ? [{ question: id, since }] : []
  })
}
