/**
 * Every problem the interface can answer with: slug, HTTP status, English title.
 * Clients and translations switch on the slug, so it is never reused or renamed.
 */
export const PROBLEMS = {
  // general
  'not-found': { status: 404, title: 'There is nothing here, or it is not yours to see' },
  'not-signed-in': { status: 401, title: 'You need to sign in' },
  'not-allowed': { status: 403, title: 'Your role does not allow this' },
  'invalid-input': { status: 422, title: 'Something in the input is not valid' },
  'malformed-request': { status: 400, title: 'The request could not be read' },
  'changed-meanwhile': { status: 412, title: 'Someone else changed this first' },
  'too-many-requests': { status: 429, title: 'Too many attempts, wait a moment' },
  'too-large': { status: 413, title: 'The file or request is too large' },
  'unsupported-media': { status: 415, title: 'That kind of content is not accepted' },
  'already-exists': { status: 409, title: 'It exists already' },
  'in-use': { status: 409, title: 'It is used and cannot be removed' },
  'cross-site-request': { status: 403, title: 'The request came from another site' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'The service is starting or cannot reach its database' },
  // sign-in and set-up
  'setup-closed': { status: 409, title: 'The installation is set up already' },
  'setup-secret-wrong': { status: 403, title: 'The set-up link is not valid' },
  'invitation-expired': { status: 410, title: 'The invitation has expired or was withdrawn' },
  'sign-in-failed': { status: 403, title: 'The address or the password is wrong' },
  'link-expired': { status: 410, title: 'The link has been used or has expired' },
  'last-of-role': { status: 409, title: 'Nobody else holds this role: give it to someone first' },
  'weak-password': { status: 422, title: 'The password is too easy to guess' },
  // programmes
  'programme-incomplete': { status: 409, title: 'The programme cannot open until the missing parts are filled in' },
  'slug-taken': { status: 409, title: 'Another programme has this address' },
  'municipality-taken': { status: 409, title: 'Another sub-project has the municipality' },
  // companies
  'organisation-number-invalid': { status: 422, title: 'The organisation number is not valid' },
  'company-exists': { status: 409, title: 'The company is in the programme already' },
  'status-path-not-allowed': { status: 409, title: 'The status cannot change in that way' },
  'reason-required': { status: 422, title: 'A reason is required' },
  'coach-not-in-partner': { status: 409, title: 'The coach does not belong to the partner of this company' },
  // assessments
  'assessment-closed': { status: 409, title: 'The assessment is submitted and cannot be changed' },
  'assessment-incomplete': { status: 409, title: 'Required questions are still open' },
  'baseline-exists': { status: 409, title: 'The company has a baseline on this ladder already' },
  'baseline-missing': { status: 409, title: 'A follow-up needs a submitted baseline on this ladder' },
  'self-assessment-closed': { status: 409, title: 'The self-assessment is finished and the coach has taken over' },
  'assessment-exists': { status: 409, title: 'An assessment of this kind is open already' },
  'model-not-found': { status: 409, title: 'The model version is not installed' },
  'answer-not-valid': { status: 422, title: 'The answer does not fit the question' },
  'evidence-not-accepted': { status: 415, title: 'The file type is not accepted as evidence' },
  // plans
  'too-many-goals': { status: 409, title: 'A plan holds at most five goals' },
  'target-below-level': { status: 409, title: 'The target is not above the present level' },
  'target-not-measured': { status: 409, title: 'The dimension is not measured yet' },
  'target-out-of-reach': { status: 409, title: 'The ladder has no such rung for this company' },
  'target-date-passed': { status: 422, title: 'The day of the target has passed' },
  // key figures
  'period-reversed': { status: 422, title: 'The period ends before it begins' },
  'period-ahead': { status: 422, title: 'Only an estimate can speak of a period that has not ended' },
  'verification-by-team': { status: 403, title: 'Only the coach or the lead verifies a value' },
  'baseline-value-exists': { status: 409, title: 'The key figure has a baseline value already' },
  // coaching
  'session-ahead': { status: 422, title: 'A session can be logged once it has been held' },
  'next-step-without-text': { status: 422, title: 'A next step needs a few words' },
  'next-step-before-session': { status: 422, title: 'The next step lies before the session' },
  // reports
  'report-not-ready': { status: 409, title: 'There is nothing measured to report yet' },
  // owners, size and aid
  'size-decided': { status: 409, title: 'What this snapshot says is decided already' },
  'group-too-large': { status: 409, title: 'The group has more parties than can be handled together' },
  'aid-gate-closed': { status: 409, title: 'Advice to the company cannot be logged before the aid is in order' },
  'aid-over-ceiling': { status: 409, title: 'The aid would go over what the undertaking can still receive' },
  'aid-not-grantable': { status: 409, title: 'The aid cannot be awarded as de minimis aid' },
  'aid-not-judged': { status: 409, title: 'Something is missing to judge the aid' },
  'aid-rules-missing': { status: 409, title: 'The programme has not settled what its aid costs' },
  'rate-missing': { status: 409, title: 'The currency rate of the day is missing' },
  'support-closed': { status: 409, title: 'The support cannot be changed in that way now' },
  'decision-ahead': { status: 422, title: 'The day of the decision has not come yet' },
  'decision-out-of-order': { status: 422, title: 'The decision is older than the one before it' },
  'granted-above-planned': { status: 422, title: 'More cannot be granted than was planned' },
  'grant-not-lowered': { status: 422, title: 'The amount is not lower than what is left of the grant' },
  'not-registered': { status: 409, title: 'Nothing is noted of the register to take back' },
  'grant-is-decided': { status: 409, title: 'What the programme decided is withdrawn by a decision, never removed' },
  'declaration-closed': { status: 409, title: 'The declaration is signed and cannot be changed' },
  // papers and signatures
  'paper-outdated': { status: 409, title: 'What the paper tells has changed since it was made' },
  'consent-changed': { status: 409, title: 'The words above the signature have changed' },
  'already-signed': { status: 409, title: 'You have signed this already' },
  'signing-method-off': { status: 409, title: 'This way of signing is not offered here' },
  'signing-expired': { status: 410, title: 'The signing has expired or was finished already' },
  'signing-denied': { status: 409, title: 'The signing was broken off' },
  'signing-other-person': { status: 403, title: 'Somebody else proved who they are' },
  'signing-too-weak': { status: 403, title: 'The proof of who signs is not strong enough' },
  'signing-unavailable': { status: 503, title: 'The signing service does not answer' },
  // models
  'model-invalid': { status: 422, title: 'The model file has errors' },
  'model-not-published': { status: 409, title: 'Only a published model can be measured with' },
  'model-not-writable': { status: 409, title: 'A ladder of the installation cannot be written further' },
  'model-in-review': { status: 409, title: 'The model is being reviewed and cannot be changed meanwhile' },
  'model-not-in-review': { status: 409, title: 'The model is not waiting for a review' },
  'model-frozen': { status: 409, title: 'A published version never changes: write a new one' },
  'review-by-author': { status: 403, title: 'Whoever changed the model last cannot review it' },
  'model-not-ready': { status: 409, title: 'Something still hinders publishing the model' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemSlug = keyof typeof PROBLEMS
