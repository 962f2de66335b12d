import type { TreeAnswers } from '../models/tree/answers.ts'
import type { CompiledTree } from '../models/tree/program.ts'
import { visibleTreeQuestions } from '../models/tree/questions.ts'
import type { TreeModel } from '../models/tree/schema.ts'
import type { TreeScore } from '../models/tree/score.ts'
import { scoreTree } from '../models/tree/score-tree.ts'
import type { TreeScoreOptions } from '../models/tree/state.ts'
import { productText } from '../models/tree/texts.ts'
import { anchorTree, lostQuestions } from '../models/tree/versions/anchors.ts'
import { compareOverTime, comparisonText, type Earlier } from '../models/tree/versions/compare.ts'
import { type Restated, restate, restateAlong } from '../models/tree/versions/restate.ts'
import { type NameQuestion, restatedText, whyNotText } from '../models/tree/versions/restate-words.ts'
import { wayThrough } from '../models/tree/versions/way.ts'
import type { RestatedResult, TreeComparison, TreeMeasurement } from './company-tree-results.ts'
import { resultVoice } from './tree-open.ts'
import type { TreeResult } from './tree-schema.ts'

/** A submitted measurement with what its result was made from. */
export type Measured = {
  assessmentId: TreeMeasurement['assessmentId']
  compiled: CompiledTree
  result: TreeResult
  answers: TreeAnswers
  previous: ReadonlyMap<string, number>
}

type OnNewer = { how: Restated; score: TreeScore }

/** Facts and levels before are those of its day. */
function optionsOf({ result, previous }: Measured, { model }: CompiledTree): TreeScoreOptions {
  return { facts: result.facts, voice: resultVoice(model), previous }
}

/**
 * The result of a measurement on another version of its model, by the way the versions declare from one to the
 * next; null on its own version.
 */
function onVersion(measured: Measured, versions: readonly TreeModel[], to: CompiledTree): OnNewer | null {
  const { compiled } = measured
  const older = compiled.model
  if (older.id === to.model.id && older.version === to.model.version) return null
  const answers = shown(compiled, measured.answers, optionsOf(measured, compiled))
  const way = older.id === to.model.id ? wayThrough(versions, older.version, to.model.version) : null
  const how = way ? restateAlong(way, answers) : restate(older, to.model, answers)
  return { how, score: scoreTree(to, how.answers, optionsOf(measured, to)) }
}

/** What was hidden then did not count then, and does not come along. */
function shown(compiled: CompiledTree, answers: TreeAnswers, options: TreeScoreOptions): TreeAnswers {
  const visible = new Set(visibleTreeQuestions(compiled, answers, options))
  return new Map([...answers].filter(([question]) => visible.has(question)))
}

/** `versions`: every version of the model there is, in any order. */
export function restateMeasured(
  measured: Measured,
  versions: readonly TreeModel[],
  to: CompiledTree,
): RestatedResult | null {
  const found = onVersion(measured, versions, to)
  if (!found) return null
  const { how, score } = found
  return {
    version: to.model.version,
    comparable: how.comparable,
    text: restatedText(how),
    ...how.coverage,
    notRestated: notRestatedIn(how, versions),
    score,
  }
}

/** What changed from each earlier measurement to the newest, on the version of the newest. Oldest first. */
export function compareMeasured(measured: readonly Measured[], versions: readonly TreeModel[]): TreeComparison[] {
  const newest = measured.at(-1)
  if (!newest) return []
  return measured.slice(0, -1).map((earlier): TreeComparison => {
    const restated = onVersion(earlier, versions, newest.compiled)
    const before: Earlier = {
      score: earlier.result.result,
      ...(restated && { restated: { ...restated, anchored: onAnchors(earlier, newest, restated.how) } }),
    }
    const change = compareOverTime(before, newest.result.result, newest.compiled)
    const isCarried = change.basis === 'restated' || change.basis === 'anchors'
    return {
      from: earlier.assessmentId,
      to: newest.assessmentId,
      ...change,
      reason: comparisonText(change),
      notRestated: isCarried && restated ? notRestatedIn(restated.how, versions) : [],
      gone: isCarried && restated ? goneIn(restated.how, versions) : [],
    }
  })
}

/** Both measurements scored on nothing but the questions of the newest that the earlier has, too; null where that is all. */
function onAnchors(earlier: Measured, newest: Measured, how: Restated): { before: TreeScore; after: TreeScore } | null {
  const lost = lostQuestions(how)
  if (lost.size === 0 || how.coverage.restated === 0) return null
  const anchors = anchorTree(newest.compiled.model, lost)
  return {
    before: scoreTree(anchors, how.answers, optionsOf(earlier, anchors)),
    after: scoreTree(anchors, newest.answers, optionsOf(newest, anchors)),
  }
}

function notRestatedIn(how: Restated, versions: readonly TreeModel[]): RestatedResult['notRestated'] {
  const passed = versionsPassed(how, versions)
  const nameOf: NameQuestion = (id, side) =>
    askedAs(id, side === 'to' ? passed.toReversed() : passed)?.text ?? { sv: id, en: id }
  return how.notRestated.map((lost) => ({ question: lost.question, why: lost.why, text: whyNotText(lost, nameOf) }))
}

/** The answered questions that the later version no longer has, in the words of the last version that had them. */
function goneIn(how: Restated, versions: readonly TreeModel[]): TreeComparison['gone'] {
  const passed = versionsPassed(how, versions).toReversed()
  return how.gone.flatMap((question) => askedAs(question, passed) ?? [])
}

function versionsPassed(how: Restated, versions: readonly TreeModel[]): TreeModel[] {
  return how.versions.flatMap(
    (version) => versions.find((one) => one.id === how.model && one.version === version) ?? [],
  )
}

/** A question in the words of the first of the versions that has it. */
function askedAs(question: string, versions: readonly TreeModel[]): TreeComparison['gone'][number] | undefined {
  for (const model of versions) {
    const text = model.questions.find(({ id }) => id === question)?.text
    if (text) return { question, version: model.version, text: productText(model, text) }
  }
  return undefined
}
