import { accept, type Decision, refuse } from '../../kernel/decision.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { type Actor, may } from '../../people/permissions.ts'
import type { AuthoredStatus, Hindrance, ModelSteps, ReviewVerdict } from './schema.ts'

/** How far a programme's own model has come. `approved`: a second person has approved the present revision. */
export type Stage = { status: AuthoredStatus; changedById: PersonId; approved: boolean }

/** Only a draft is written on: what is under review stays as its reviewer reads it, and what is published for ever. */
export function changeDraft({ status }: Stage): Decision<'draft'> {
  if (status === 'in-review') return refuse('model-in-review')
  return status === 'draft' ? accept(status) : refuse('model-frozen')
}

/** A model goes to review without errors, so that the second person judges what it says and not its form. */
export function submitForReview(stage: Stage, errors: number): Decision<'in-review'> {
  const draft = changeDraft(stage)
  if (!draft.ok) return draft
  return errors === 0 ? accept('in-review') : refuse('model-invalid', `${errors} errors`)
}

/** Back to writing. What was approved is no longer, once it is changed. */
export function takeBack({ status }: Stage): Decision<'draft'> {
  if (status === 'in-review') return accept('draft')
  return refuse(status === 'draft' ? 'model-not-in-review' : 'model-frozen')
}

/** The four-eyes rule: never by the person who changed it last; what is returned says why. */
export function reviewModel(
  { status, changedById }: Stage,
  reviewer: PersonId,
  verdict: ReviewVerdict,
  comment: string,
): Decision<'in-review' | 'draft'> {
  if (status !== 'in-review') return refuse('model-not-in-review')
  if (reviewer === changedById) return refuse('review-by-author')
  if (verdict === 'approve') return accept('in-review')
  return comment.trim() === '' ? refuse('reason-required') : accept('draft')
}

export function publishModel(stage: Stage, hindrances: readonly Hindrance[]): Decision<'published'> {
  if (stage.status === 'published' || stage.status === 'withdrawn') return refuse('model-frozen')
  if (hindrances.length > 0) return refuse('model-not-ready', hindrances.map(({ code }) => code).join(', '))
  return accept('published')
}

/** Measurements made with it stay as they are; new ones cannot begin. */
export function withdrawModel({ status }: Stage, reason: string): Decision<'withdrawn'> {
  if (status !== 'published') return refuse('model-not-published')
  return reason.trim() === '' ? refuse('reason-required') : accept('withdrawn')
}

/** What was never published can be thrown away. */
export function removeModel({ status }: Stage): Decision<true> {
  return status === 'draft' || status === 'in-review' ? accept(true) : refuse('model-frozen')
}

/** What this person may do with the model now, for the screens. */
export function stepsFor(actor: Actor, stage: Stage): ModelSteps {
  const [write, review] = [may(actor, 'model.write'), may(actor, 'model.review')]
  return {
    change: write && changeDraft(stage).ok,
    submit: write && changeDraft(stage).ok,
    takeBack: write && takeBack(stage).ok,
    review: review && reviewModel(stage, actor.personId, 'approve', '').ok,
    publish: write && stage.approved && publishModel(stage, []).ok,
    withdraw: write && stage.status === 'published',
    remove: write && removeModel(stage).ok,
  }
}

/** One sitting of writing is told once in the history, however often it was saved. */
const SITTING_MINUTES = 30

/** Whether a saving begins a new sitting. `last`: who saved before, and how many minutes ago. */
export function beginsSitting(last: { by: PersonId; minutesAgo: number }, by: PersonId): boolean {
  return last.by !== by || last.minutesAgo >= SITTING_MINUTES
}
