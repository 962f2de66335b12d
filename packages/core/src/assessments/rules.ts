import type { PlainDate } from '../kernel/day.ts'
import { accept, type Decision, refuse } from '../kernel/decision.ts'
import { sameValue } from '../kernel/same-value.ts'
import type { Answers } from '../models/answers.ts'
import { type Actor, type CompanySubject, can } from '../people/permissions.ts'
import { openQuestions } from './questions.ts'
import { lowerMedian, type Respondent } from './respondents.ts'
import type { AssessmentStatus, OccasionKind, SavedAnswer } from './schema.ts'
import type { CompiledModel, Profile } from './walk.ts'

/** How far the measuring of one ladder has come in a company. */
export type LadderState = { focusAreaId: string; baselineOn: PlainDate | null; openId: string | null }

/**
 * Whether a measurement of these ladders may start. A company has one baseline on a ladder, every later
 * measurement builds on it, and one measurement of a ladder is finished before the next begins.
 */
export function planOccasion(kind: OccasionKind, ladders: readonly LadderState[]): Decision<OccasionKind> {
  for (const { focusAreaId, baselineOn, openId } of ladders) {
    if (openId !== null) return refuse('assessment-exists', focusAreaId)
    if (kind === 'baseline' && baselineOn !== null) return refuse('baseline-exists', focusAreaId)
    if (kind !== 'baseline' && baselineOn === null) return refuse('baseline-missing', focusAreaId)
  }
  return accept(kind)
}

/** Whose answers a reader of an assessment sees: each one's, how they spread without names, or their own only. */
export type AnswersSeen = 'all' | 'spread' | 'own'

/**
 * The team works with each person's answer. The company's manager sees how they spread, once the coach's finding
 * stands beside them; a colleague sees what they said themselves.
 */
export function answersSeen(actor: Actor, subject: CompanySubject, status: AssessmentStatus): AnswersSeen {
  if (can(actor, 'assessment.validate', subject)) return 'all'
  const outside = actor.grants.filter(({ role }) => role !== 'company-manager' && role !== 'company-member')
  if (can({ ...actor, grants: outside }, 'assessment.read', subject)) return 'all'
  const manages = actor.grants.some(
    ({ role, companyId }) => role === 'company-manager' && companyId === subject.companyId,
  )
  return manages && status === 'submitted' ? 'spread' : 'own'
}

/**
 * A person may answer until the assessment is submitted. Who has said "done" may think again until the coach has
 * begun: after that the first word stands beside the coach's.
 */
export function mayAnswer(status: AssessmentStatus, completed: boolean): Decision<true> {
  if (status === 'submitted' || status === 'withdrawn') return refuse('assessment-closed')
  if (completed && status === 'coach') return refuse('self-assessment-closed')
  return accept(true)
}

export function mayValidate(status: AssessmentStatus): Decision<true> {
  return status === 'submitted' || status === 'withdrawn' ? refuse('assessment-closed') : accept(true)
}

export type Revised<T> = { value: T; revision: number }

/**
 * Takes a change that builds on a revision. A repeat of a change that was made already answers as the first did;
 * a change that builds on something older is refused, and the caller is told what stands now.
 */
export function revise<T>(
  stored: Revised<T> | undefined,
  change: { value: T; base: number },
): Decision<{ revision: number; changed: boolean }> {
  const revision = stored?.revision ?? 0
  if (change.base === revision) {
    // Taking back what was never given changes nothing.
    if (!stored && change.value === null) return accept({ revision, changed: false })
    return accept({ revision: revision + 1, changed: true })
  }
  if (stored && sameValue(stored.value, change.value)) return accept({ revision, changed: false })
  return refuse('changed-meanwhile')
}

/** The answers that count: those taken back are as if never given. */
export function answersFrom(saved: Iterable<{ question: string; value: SavedAnswer }>): Answers {
  const answers = new Map()
  for (const { question, value } of saved) if (value !== null) answers.set(question, value)
  return answers
}

/** The rung the company picks for a dimension: the lower median of its people's picks; null when nobody picked. */
export function selfPick(dimension: string, respondents: readonly Respondent[]): number | null {
  const picks = respondents.flatMap(({ answers }) => {
    const answer = answers.get(dimension)
    return answer?.kind === 'rung' ? [answer.level] : []
  })
  return lowerMedian(picks)
}

/** `unanswered`: required, no finding yet. `reason-missing`: the coach's pick differs from the company's. */
export type OpenItem = { question: string; dimension: string; why: 'unanswered' | 'reason-missing' }

/** Everything that stands between a coach and submitting, in the order of the ladder. */
export function openItems(
  compiled: CompiledModel,
  findings: Answers,
  respondents: readonly Respondent[],
  profile: Profile = {},
): OpenItem[] {
  const open: OpenItem[] = openQuestions(compiled, findings, 'coach', profile).map(({ id, dimension }) => ({
    question: id,
    dimension,
    why: 'unanswered',
  }))
  for (const dimension of compiled.dimensions) {
    if (needsReason(dimension, findings, respondents)) {
      open.push({ question: dimension, dimension, why: 'reason-missing' })
    }
  }
  return open.sort((a, b) => compiled.dimensions.indexOf(a.dimension) - compiled.dimensions.indexOf(b.dimension))
}

function needsReason(dimension: string, findings: Answers, respondents: readonly Respondent[]): boolean {
  const finding = findings.get(dimension)
  if (!finding || finding.reason) return false
  const self = selfPick(dimension, respondents)
  return self !== null && (finding.kind !== 'rung' || finding.level !== self)
}

/** Closes an assessment. Refuses one that is closed already and one with something required open. */
export function submitAssessment(status: AssessmentStatus, open: readonly unknown[]): Decision<'submitted'> {
  if (status === 'submitted' || status === 'withdrawn') return refuse('assessment-closed')
  if (open.length > 0) return refuse('assessment-incomplete', `${open.length} open`)
  return accept('submitted')
}

/** Only what is submitted can be corrected, only with a reason, and only its newest revision. */
export function correctAssessment(
  assessment: { status: AssessmentStatus; revision: number; corrected: boolean },
  reason: string,
): Decision<{ revision: number }> {
  if (assessment.status !== 'submitted') return refuse('assessment-incomplete', 'not submitted yet')
  if (assessment.corrected) return refuse('assessment-exists', 'a correction of this revision exists')
  if (reason.trim().length < 5) return refuse('reason-required')
  return accept({ revision: assessment.revision + 1 })
}
